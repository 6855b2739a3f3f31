import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KindRegistry } from '../../src/domain/interaction-kind.js';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { Neo4jInteractionStore } from '../../src/store/interaction-store.js';
import { Forum, post, reply } from '../support/forum.js';
import { graphFacts } from '../support/graph-facts.js';
import { about, answer, graphInWords, inWords, recordBatches, retract } from '../support/retracted.js';

describe('a retraction', () => {
  let forum: Forum;
  let store: Neo4jInteractionStore;

  const record = (...batches: readonly CanonicalRecord[][]) => recordBatches(store, batches);

  const graph = (records: readonly CanonicalRecord[]) => graphInWords(forum.database, records);

  const one = async (query: string) =>
    forum.database.administer('READ', async (session) => (await session.run(query)).records[0]?.get(0) as unknown);
  const summaries = async () => {
    await forum.threads.summarise();
    const { items, totalCount } = await forum.threads.list('depth', { first: 50, after: null });
    expect(totalCount).toBe(items.length);
    return Object.fromEntries(
      items.map(({ node }) => [node.root.id.slice(2), [node.summary!.turns, node.summary!.depth]]),
    );
  };

  beforeAll(async () => {
    forum = await Forum.open();
    store = new Neo4jInteractionStore(forum.database, new KindRegistry());
  });
  beforeEach(() => forum.clear());
  afterAll(() => forum[Symbol.asyncDispose]());

  const thread = [post('r', 'ann', 1), post('a', 'bob', 2, 'r'), post('b', 'cem', 3, 'a'), post('c', 'ann', 4, 'b')];

  it('counts a record before its retraction as stored and one after it as ignored: same batch, later batch, forever', async () => {
    const like = about('r', 'l', 'bob');
    expect(await record([post('r', 'ann', 1), like, retract('l'), like])).toEqual(['3 0 1']);
    expect(await record([like], [like, retract('l')], [retract('x')], [retract('x'), retract('x')])).toEqual([
      '0 0 1',
      '0 1 1',
      '1 0 0',
      '0 2 0',
    ]);
    expect(await record([retract('y'), retract('y'), about('r', 'y', 'cem')])).toEqual(['1 1 1']);
    expect(await graph([post('r', 'ann', 1)])).toEqual(['r by ann, 0 in r of ann']);
    expect(await one('MATCH (l:Ledger) RETURN l.retractions')).toBe(3);
    expect(await one('MATCH (r:Retraction) RETURN count(r)')).toBe(3);
  });

  it('stays away when everything is sent again, and nothing is written then', async () => {
    const records = [...thread, about('a', 'l', 'dee'), about('c', 'own', 'ann')];
    const all = [...records, retract('a'), retract('l')];
    await record(all);
    const before = await one('MATCH (l:Ledger) RETURN properties(l)');
    expect(await record(records, all)).toEqual(['0 3 3', '0 5 3']);
    expect(await graph(all)).toHaveLength(8);
    expect(await one('MATCH (l:Ledger) RETURN properties(l)')).toEqual(before);
  });

  it('raises the sequence, so that a score run has news, also for an id that nobody used', async () => {
    await record(thread);
    await record([retract('c')], [retract('unknown')]);
    expect(await one('MATCH (l:Ledger) RETURN l.sequence')).toBe(3);
  });

  it('comes back under another id, to a message that gets its author again', async () => {
    await record([post('r', 'ann', 1), about('r', 'l', 'cem')], [retract('r')]);
    await record([reply('again', 'ann', 'bob', 1, { kind: 'mention', message: 'f:r' })]);
    expect((await graphFacts(forum.database, 'f:')).filter((fact) => fact.startsWith('i')).map(inWords)).toEqual([
      'again mention ann-bob OWN r',
      'l like cem-ann THEIRS r',
    ]);
  });

  describe('leaves the numbers of threads right after the next run:', () => {
    it.each([
      ['a leaf', ['c'], { r: [3, 2] }],
      ['a message in mid-thread', ['b'], { r: [2, 1] }],
      ['the root', ['r'], {}],
      ['two messages', ['a', 'c'], { r: [1, 0] }],
      ['everything', ['r', 'a', 'b', 'c'], {}],
    ])('%s', async (_, ids, expected) => {
      await record([...thread, post('other', 'dee', 9)]);
      expect(await summaries()).toEqual({ r: [4, 3], other: [1, 0] });
      await record(ids.map(retract));
      expect(await summaries()).toEqual({ ...expected, other: [1, 0] });
    });

    it('a thread that goes to another root', async () => {
      await record([
        post('r', 'ann', 1),
        post('s', 'dee', 1),
        post('a', 'bob', 5, 'r'),
        answer('x', 'm', 'cem', 3, 'r'),
        answer('y', 'm', 'cem', 4, 's'),
        post('n', 'ann', 6, 'm'),
      ]);
      expect(await summaries()).toEqual({ r: [4, 2], s: [1, 0] });
      await record([retract('x')]);
      expect(await summaries()).toEqual({ r: [2, 1], s: [3, 2] });
    });

    it('a root that another record still tells', async () => {
      await record([
        post('r', 'ann', 5),
        reply('x', 'ann', 'bob', 4, { kind: 'mention', message: 'f:r' }),
        post('a', 'bob', 6, 'r'),
      ]);
      expect(await summaries()).toEqual({ r: [2, 1] });
      await record([retract('r')]);
      expect(await summaries()).toEqual({ r: [2, 1] });
    });
  });
});
