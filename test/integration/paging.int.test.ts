import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, Community } from '../support/community.js';

const LAST = ['t:a7', 't:b7'];
const METRICS = ['RELATIONAL', 'BROADCAST', 'GIVEN'];
/** Eight pairs who answer each other, the first pair most; of each pair both give alike, so that numbers are shared. */
const PAIRS = Array.from({ length: 8 }, (_, pair) =>
  Array.from({ length: 9 - pair }, (_, time) => [
    act(`a${pair}`, `b${pair}`, 10 + 2 * time),
    act(`b${pair}`, `a${pair}`, 11 + 2 * time),
  ]),
).flat(2);
/** Somebody new, above everybody, and something new of the last pair. */
const NEWS = [
  ...Array.from({ length: 20 }, (_, time) => [
    act('new1', 'new2', 10 + 2 * time),
    act('new2', 'new1', 11 + 2 * time),
  ]).flat(),
  act('a7', 'b7', 40),
];

describe('pages of people', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
  });
  afterAll(() => community[Symbol.asyncDispose]());

  async function page(list: string, first: number, after: string | null) {
    const { data, errors } = await community.ask(
      `{ ${list.replace(')', `, first: ${first}, after: ${JSON.stringify(after)})`)} { totalCount edges { cursor node { personId } } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(errors).toEqual([]);
    const { totalCount, edges, pageInfo } = Object.values(data)[0] as {
      totalCount: number;
      edges: { cursor: string; node: { personId: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    return { totalCount, ids: edges.map(({ node }) => node.personId), cursors: edges.map((e) => e.cursor), pageInfo };
  }

  async function walk(list: string, first: number): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { ids: some, pageInfo } = await page(list, first, after);
      ids.push(...some);
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
    return ids;
  }

  it('give the whole ranking, whatever their size, also where numbers are shared', async () => {
    await community.record(PAIRS);
    await community.score();
    for (const metric of METRICS) {
      const { ids, totalCount } = await page(`ranking(metric: ${metric})`, 100, null);
      expect(ids).toHaveLength(16);
      expect(totalCount).toBe(16);
      for (const first of [1, 3, 16]) expect(await walk(`ranking(metric: ${metric})`, first)).toEqual(ids);
    }
  });

  it('go on below the number last seen when a run came between', async () => {
    const before = new Map<string, Awaited<ReturnType<typeof page>>>();
    for (const metric of METRICS) before.set(metric, await page(`ranking(metric: ${metric})`, 16, null));
    const old = new Map((await numbers()).map((row) => [row.id, row]));
    await community.record(NEWS);
    await community.score();
    const rows = await numbers();
    for (const metric of METRICS) {
      const key = metric.toLowerCase() as 'relational' | 'broadcast' | 'given';
      const { ids, cursors } = before.get(metric)!;
      for (const [place, last] of ids.entries()) {
        const seen = old.get(last)![key];
        const below = rows
          .filter((row) => row[key] < seen || (row[key] === seen && row.id > last))
          .sort((a, b) => b[key] - a[key] || (a.id < b.id ? -1 : 1));
        expect((await page(`ranking(metric: ${metric})`, 100, cursors[place]!)).ids).toEqual(below.map(({ id }) => id));
      }
    }
    const given = before.get('GIVEN')!;
    expect(
      (await page('ranking(metric: GIVEN)', 100, given.cursors[4]!)).ids.filter((id) => !LAST.includes(id)),
    ).toEqual(given.ids.slice(5).filter((id) => !LAST.includes(id)));
    expect(rows.some(({ id, relational }) => old.has(id) && relational !== old.get(id)!.relational)).toBe(true);
    expect(rows.some(({ id, broadcast }) => old.has(id) && broadcast === old.get(id)!.broadcast)).toBe(true);
  });

  it('repeat nobody whose number only lost its last digits', async () => {
    for (const [metric, property] of [
      ['RELATIONAL', 'relational'],
      ['BROADCAST', 'broadcast'],
      ['GIVEN', 'given'],
    ]) {
      const list = `ranking(metric: ${metric})`;
      const { ids, cursors } = await page(list, 100, null);
      await community.database.administer('WRITE', (session) =>
        session.run(`MATCH (p:Person) WHERE p.${property} > 0 SET p.${property} = p.${property} - 1e-12`),
      );
      expect((await page(list, 100, cursors[4]!)).ids).toEqual(ids.slice(5));
    }
    await community.score({ halfLifeDays: 61 });
    await community.score();
  });

  it('give everybody once where ids order differently by code point and by UTF-16 unit', async () => {
    const ids = ['a', 'b', '～', '😀'];
    await community.record(ids.map((id) => act(id, 'hub', 30)));
    await community.record(ids.map((id) => ({ type: 'person' as const, id: `t:${id}`, platform: 't', name: 'Zed' })));
    await community.score();
    await indexed();
    for (const list of ['ranking(metric: GIVEN)', 'ranking(metric: RELATIONAL)', 'people(search: "zed")']) {
      const whole = (await page(list, 100, null)).ids;
      expect(ids.filter((id) => !whole.includes(`t:${id}`))).toEqual([]);
      expect(await walk(list, 1)).toEqual(whole);
    }
  });

  it('give every match of a search once, and go on after who was last seen when others come', async () => {
    await named(12);
    const list = 'people(search: "ann")';
    const { ids, cursors, totalCount } = await page(list, 100, null);
    expect([ids.length, totalCount]).toEqual([12, 12]);
    for (const first of [1, 5]) expect(await walk(list, first)).toEqual(ids);
    await named(30);
    expect((await page(list, 100, null)).ids).toHaveLength(30);
    const rest = (await page(list, 100, cursors[5]!)).ids;
    expect(ids.slice(0, 6).filter((id) => rest.includes(id))).toEqual([]);
    expect(ids.slice(6).filter((id) => !rest.includes(id))).toEqual([]);
    await community.record([{ type: 'person', id: ids[5]!, platform: 'x', name: 'Zoe' }]);
    await indexed();
    expect((await page(list, 100, cursors[5]!)).ids).not.toContain(ids[5]!);
  });

  /** People called Ann, of whom each third has a shorter name, which matches better. */
  async function named(count: number): Promise<void> {
    await community.record(
      Array.from({ length: count }, (_, n) => ({
        type: 'person' as const,
        id: `x:${String(n).padStart(2, '0')}`,
        platform: 'x',
        name: n % 3 === 0 ? 'Ann' : `Ann Number ${n}`,
      })),
    );
    await indexed();
  }

  async function indexed(): Promise<void> {
    await community.database.administer('WRITE', (session) =>
      session.run('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()'),
    );
  }

  async function numbers(): Promise<{ id: string; relational: number; broadcast: number; given: number }[]> {
    return community.database.administer('READ', async (session) => {
      const { records } = await session.run(
        'MATCH (p:Person) WHERE p.rank_relational > 0 RETURN p {.id, .relational, .broadcast, .given} AS row',
      );
      return records.map((record) => record.get('row'));
    });
  }
});
