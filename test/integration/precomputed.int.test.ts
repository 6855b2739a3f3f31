import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CanonicalRecord, MessageRecord } from '../../src/domain/records.js';
import { PrecomputedStore } from '../../src/store/precomputed-store.js';
import { act, Community, DAY, EVERYBODY } from '../support/community.js';

const message = (id: string, author: string, inReplyTo: string | null = null): MessageRecord => ({
  type: 'message',
  id: `t:${id}`,
  author: `t:${author}`,
  at: DAY,
  inReplyTo,
  conversation: null,
  visibility: 'public',
  platform: 't',
  tags: [],
});
const like = (from: string, to: string, day: number, id: string) => act(from, to, day, { id: `t:${id}`, kind: 'like' });
const RECORDS: readonly CanonicalRecord[] = [
  message('m2', 'b', 't:m1'),
  like('c', 'a', 2, 'like'),
  act('d', 'a', 3, { id: 't:asked', kind: 'mention' }),
  message('m0', 'nobody'),
];

describe('what a run precomputes', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
  });
  afterAll(() => community[Symbol.asyncDispose]());

  const administer = (statement: string) =>
    community.database.administer('WRITE', async (session) => (await session.run(statement)).records);
  /** Makes what is precomputed tell itself from what is computed. */
  const mark = () =>
    administer(`MATCH (x:Precomputed) SET x.total = -1, x.counts = '{"observed":-1,"slices":[],"broadcast":0}'`);
  const idxOf = async (name: string) => {
    const rows = await administer(`MATCH (p:Person {id: 't:${name}'}) RETURN p.idx AS idx`);
    return Number(rows[0]!.get('idx'));
  };
  /** Ground, first pages of interactions both ways, received and given, and who is unserved. */
  const readingsOf = async (name: string) => {
    const idx = await idxOf(name);
    const [ground] = await community.ground.persons([idx]);
    const wish = { idx, ground: null, kind: null, platform: null, first: 5, after: null };
    const pages = await community.ground.interactions([
      { ...wish, direction: null },
      { ...wish, direction: 'RECEIVED' },
      { ...wish, direction: 'GIVEN' },
    ]);
    const [unserved] = await community.initiation.unserved([{ idx, first: 5, after: null }]);
    return {
      ground,
      pages: pages.map(({ items, totalCount }) => [
        totalCount,
        ...items.map(({ node }) => `${node.id} ${node.ground}`),
      ]),
      unserved: [unserved!.totalCount, ...unserved!.items.map(({ node }) => node.person.id)],
    };
  };
  const totalsOf = async (name: string) => {
    const { ground, pages, unserved } = await readingsOf(name);
    return [ground!.observed, ...pages.map(([total]) => total), unserved[0]];
  };

  beforeEach(async () => {
    await administer('MATCH (n) WHERE NOT n:Migration AND NOT n:Ledger DETACH DELETE n');
    await administer('MATCH (l:Ledger) SET l.people = 0, l.sequence = l.sequence + 1');
    await community.record(RECORDS);
  });

  it('is what asking gives, and what is read while nothing new is written', async () => {
    const before = await readingsOf('a');
    expect(before.pages[0]).toEqual([2, 't:asked UNKNOWN', 't:like UNKNOWN']);
    expect(before.unserved).toEqual([1, 't:d']);
    await community.score();
    expect(await readingsOf('a')).toEqual(before);
    await mark();
    expect(await totalsOf('a')).toEqual([-1, -1, -1, -1, -1]);
    await community.score();
    expect(await totalsOf('a')).toEqual([-1, -1, -1, -1, -1]);
    expect((await totalsOf('nobody'))[0]).toBe(0);
  });

  it('is of busy people only', async () => {
    const precomputedOf = async (least: number, most: number) => {
      await administer('MATCH (l:Ledger) SET l.sequence = l.sequence + 1');
      await new PrecomputedStore(community.database, community.ground.topics, { least, most }).summarise();
      const rows = await administer('MATCH (x:Precomputed) RETURN DISTINCT x.idx AS idx');
      return rows.map((row) => Number(row.get('idx')));
    };
    expect(await precomputedOf(2, 9)).toEqual([await idxOf('a')]);
    expect((await precomputedOf(1, 9)).sort()).toEqual([await idxOf('a'), await idxOf('c'), await idxOf('d')].sort());
    expect(await precomputedOf(1, 1)).toEqual([await idxOf('a')]);
    await mark();
    expect((await totalsOf('b'))[0]).toBe(1);
  });

  it.each<[news: string, records: readonly CanonicalRecord[], who: string]>([
    ['an interaction', [like('c', 'a', 4, 'l2')], 'a'],
    ['an answer to who waited for one', [like('a', 'd', 4, 'l2')], 'a'],
    ['a root that comes late', [message('m1', 'a')], 'b'],
    [
      'a person who turns out to be an organisation',
      [{ type: 'person', id: 't:d', platform: 't', kind: 'organisation' }],
      'a',
    ],
    ['a retraction', [{ type: 'retraction', id: 't:asked' }], 'a'],
    ['a reply that waits', [message('m3', 'a', 't:m1')], 'a'],
    ['an interaction that waits', [{ ...act('a', 'a', 5, { id: 't:w', inReplyTo: 't:gone' }), to: null }], 'a'],
  ])('gives way to %s', async (_news, records, who) => {
    await community.score();
    const before = await readingsOf(who);
    await mark();
    await community.record(records);
    const computed = await readingsOf(who);
    expect(computed).not.toEqual(before);
    expect(await totalsOf(who)).not.toContain(-1);
    await community.score();
    expect(await readingsOf(who)).toEqual(computed);
    await mark();
    expect(await totalsOf(who)).toEqual([-1, -1, -1, -1, -1]);
  });

  it('goes with the last interaction', async () => {
    await community.score();
    await community.record([{ type: 'retraction', id: 't:asked' }]);
    await community.score();
    expect(await totalsOf('d')).toEqual([0, 0, 0, 0, 0]);
    const rows = await administer('MATCH (x:Precomputed) RETURN collect(DISTINCT x.idx) AS idx');
    expect((rows[0]!.get('idx') as unknown[]).map(Number)).not.toContain(await idxOf('d'));
  });

  it('does not hold when something is written while it is computed', async () => {
    const run = community.database.run.bind(community.database);
    let late = true;
    community.database.run = (async (...call: Parameters<typeof run>) => {
      const rows = await run(...call);
      if (late && call[0].name === 'ground/by-person') {
        late = false;
        await community.record([like('b', 'a', 4, 'late')]);
      }
      return rows;
    }) as typeof run;
    await community.score();
    community.database.run = run;
    expect(late).toBe(false);
    expect(await totalsOf('a')).toEqual([3, 3, 3, 0, 1]);
  });

  it('that cannot be computed does not stop the run', async () => {
    const broken = { name: 'ground 0', compute: () => Promise.reject(new Error('too much')) };
    const other = Object.assign(new Community(), {
      precomputed: new PrecomputedStore(community.database, [broken], EVERYBODY),
    });
    expect((await other.score()).eligible).toBeGreaterThan(0);
    await other[Symbol.asyncDispose]();
    expect((await totalsOf('a'))[0]).toBe(2);
  });

  it('of a run that was overtaken changes nothing that a later one precomputed', async () => {
    const slow = {
      name: 'ground 0',
      compute: async (idx: readonly number[]) => {
        await community.record([like('b', 'a', 4, 'late')]);
        await community.score();
        return new Map(idx.map((of) => [of, { counts: '{}' }]));
      },
    };
    await new PrecomputedStore(community.database, [slow], EVERYBODY).summarise();
    expect(await administer(`MATCH (x:Precomputed {topic: 'ground 0'}) RETURN x`)).toEqual([]);
    await mark();
    expect(await totalsOf('a')).toEqual([-1, -1, -1, -1, -1]);
  });

  it('is not taken where it was computed in another way', async () => {
    const other = { name: 'ground 0', compute: async () => new Map([[await idxOf('a'), { counts: '{}' }]]) };
    await new PrecomputedStore(community.database, [other], EVERYBODY).summarise();
    expect((await totalsOf('a'))[0]).toBe(2);
    await community.score();
    await mark();
    expect((await totalsOf('a'))[0]).toBe(-1);
    const rows = await administer(`MATCH (x:Precomputed {topic: 'ground 0'}) RETURN x`);
    expect(rows).toEqual([]);
  });

  it('serves every page that starts the list, however long, and no other', async () => {
    await community.record(Array.from({ length: 150 }, (_, i) => like('b', 'a', 10 + i / 1000, `n${i}`)));
    const wish = { idx: await idxOf('a'), direction: null, ground: null, kind: null, platform: null };
    const pages = async () => {
      const [whole, filtered] = await community.ground.interactions([
        { ...wish, first: 100, after: null },
        { ...wish, kind: 'mention', first: 100, after: null },
      ]);
      const after = whole!.items.at(-1)!.key;
      const [rest] = await community.ground.interactions([{ ...wish, first: 100, after }]);
      return [whole, filtered, rest].map((page) => ({
        ...page!,
        items: page!.items.map(({ key, node: { counterpart, ...node } }) => [key, node, counterpart?.id]),
      }));
    };
    const computed = await pages();
    expect(computed.map(({ items, totalCount, hasNextPage }) => [items.length, totalCount, hasNextPage])).toEqual([
      [100, 152, true],
      [1, 1, false],
      [52, 152, false],
    ]);
    await community.score();
    expect(await pages()).toEqual(computed);
  });

  it('goes on to people beyond the first page', async () => {
    await community.record(
      Array.from({ length: 150 }, (_, i) => act(`n${i}`, 'a', 10 + i / 1000, { id: `t:n${i}`, kind: 'mention' })),
    );
    const idx = await idxOf('a');
    const pages = async () => {
      const [whole] = await community.initiation.unserved([{ idx, first: 100, after: null }]);
      const [rest] = await community.initiation.unserved([{ idx, first: 100, after: whole!.items.at(-1)!.key }]);
      return [whole, rest].map((page) => [page!.totalCount, ...page!.items.map(({ node }) => node.person.id)]);
    };
    const computed = await pages();
    expect(computed.map((page) => page.length)).toEqual([101, 52]);
    await community.score();
    expect(await pages()).toEqual(computed);
  });
});
