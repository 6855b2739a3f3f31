import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KindRegistry } from '../../src/domain/interaction-kind.js';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { Neo4jInteractionStore } from '../../src/store/interaction-store.js';
import { Forum, post, reply } from '../support/forum.js';
import { about, answer, graphInWords, recordBatches, retract } from '../support/retracted.js';

describe('what is retracted', () => {
  let forum: Forum;
  let store: Neo4jInteractionStore;

  const record = (...batches: readonly CanonicalRecord[][]) => recordBatches(store, batches);

  const graph = (records: readonly CanonicalRecord[]) => graphInWords(forum.database, records);

  /** Records in one batch, then retractions in another: the graph that is left. */
  async function leaves(records: readonly CanonicalRecord[], ...ids: string[]): Promise<string[]> {
    const gone = ids.map(retract);
    await record([...records], gone);
    return graph([...records, ...gone]);
  }

  const one = async (query: string) =>
    forum.database.administer('READ', async (session) => (await session.run(query)).records[0]?.get(0) as unknown);

  beforeAll(async () => {
    forum = await Forum.open();
    store = new Neo4jInteractionStore(forum.database, new KindRegistry());
  });
  beforeEach(() => forum.clear());
  afterAll(() => forum[Symbol.asyncDispose]());

  const thread = [post('r', 'ann', 1), post('a', 'bob', 2, 'r'), post('b', 'cem', 3, 'a'), post('c', 'ann', 4, 'b')];

  it('a leaf goes with its reply, and the tie with the only interaction of two', async () => {
    expect(await leaves(thread, 'c')).toEqual([
      'bob-ann 1 0 2000 2000 reply:1',
      'cem-bob 1 0 3000 3000 reply:1',
      'a reply bob-ann THEIRS r',
      'b reply cem-bob THIRD a',
      'a by bob < r, 1 in r of ann',
      'b by cem < a, 2 in r of ann',
      'r by ann, 0 in r of ann',
    ]);
  });

  it('a message in mid-thread leaves a stub; what it answered ends there, what answered it waits and is in no thread', async () => {
    expect(await leaves(thread, 'a')).toEqual([
      'b reply cem waits a',
      'ann-cem 1 0 4000 4000 reply:1',
      'c reply ann-cem UNKNOWN b',
      'a stub',
      'b by cem < a',
      'c by ann < b',
      'r by ann, 0 in r of ann',
    ]);
  });

  it('a root leaves a stub while it is answered', async () => {
    expect(await leaves(thread.slice(0, 3), 'r')).toEqual([
      'a reply bob waits r',
      'cem-bob 1 0 3000 3000 reply:1',
      'b reply cem-bob UNKNOWN a',
      'a by bob < r',
      'b by cem < a',
      'r stub',
    ]);
  });

  it('a message to which nothing refers goes, and the stub that it alone referred to', async () => {
    expect(await leaves([post('r', 'ann', 1)], 'r')).toEqual([]);
    expect(
      await leaves([post('x', 'ann', 1, 'late'), about('later', 'l', 'ann'), post('y', 'bob', 2, 'latest')], 'x', 'l'),
    ).toEqual(['y reply bob waits latest', 'latest stub', 'y by bob < latest']);
  });

  it('a whole thread goes, its messages retracted in any order', async () => {
    for (const ids of [
      ['r', 'a', 'b', 'c'],
      ['c', 'a', 'r', 'b'],
    ]) {
      await forum.clear();
      expect(await leaves(thread, ...ids)).toEqual([]);
      await forum.clear();
      await record(thread, ...ids.map((id) => [retract(id)]));
      expect(await graph([])).toEqual([]);
    }
  });

  it('a thread of one person goes in one batch, though each reply to oneself waits when only the message above goes', async () => {
    const own = [post('r', 'ann', 1), post('a', 'ann', 2, 'r'), post('b', 'ann', 3, 'a')];
    expect(await leaves(own, 'r', 'a')).toEqual(['b reply ann waits a', 'a stub', 'b by ann < a']);
    expect(await leaves(own, 'r', 'a', 'b')).toEqual([]);
    await forum.clear();
    expect(await leaves(own, 'r', 'a', 'b')).toEqual([]);
  });

  it('likes of a retracted message wait again, but for those that named whom they meant', async () => {
    const likes = [
      about('r', 'l1', 'bob'),
      about('r', 'l2', 'cem', { to: 'ann' }),
      about('r', 'l3', 'cem', { to: 'dee' }),
    ];
    expect(await leaves([post('r', 'ann', 1), ...likes], 'r')).toEqual([
      'l1 like bob waits r',
      'cem-ann 1 0 50000 50000 like:1',
      'cem-dee 1 0 50000 50000 like:1',
      'l2 like cem-ann UNKNOWN r',
      'l3 like cem-dee UNKNOWN r',
      'r stub',
    ]);
  });

  it('a like goes and leaves the message alone', async () => {
    expect(await leaves([post('r', 'ann', 1), about('r', 'l1', 'bob')], 'l1')).toEqual(['r by ann, 0 in r of ann']);
  });

  it('of three likes of one pair two go in one batch, and the tie counts one', async () => {
    const likes = ['l1', 'l2', 'l3'].map((id, i) => about('r', id, 'bob', { at: 10_000 + i }));
    expect(await leaves([post('r', 'ann', 1), ...likes], 'l1', 'l3')).toEqual([
      'bob-ann 1 0 10001 10001 like:1',
      'l2 like bob-ann THEIRS r',
      'r by ann, 0 in r of ann',
    ]);
  });

  it('acts at oneself of which only the author told wait again too, and their messages stay', async () => {
    const own = [
      about('r', 'l1', 'ann'),
      about('r', 'l2', 'ann', { to: 'ann' }),
      post('a', 'ann', 2, 'r'),
      answer('x', 'b', 'ann', 3, 'r'),
    ];
    expect(await leaves([post('r', 'ann', 1), ...own], 'r')).toEqual([
      'a reply ann waits r',
      'l1 like ann waits r',
      'x reply ann waits r',
      'a by ann < r',
      'b by ann < r',
      'r stub',
      'l2 like ann herself r',
    ]);
  });

  it('an act at oneself goes with the message that it made and the stub that it named', async () => {
    expect(await leaves([answer('x', 'm', 'ann', 3, 'r', { to: 'ann' })], 'x')).toEqual([]);
  });

  it('an explicit reply gives its place back to the one that the message record implies', async () => {
    const records = [
      post('r', 'ann', 1),
      post('s', 'dee', 1),
      post('a', 'bob', 5, 'r'),
      answer('x', 'a', 'bob', 4, 's'),
    ];
    await record(records);
    expect(await graph(records)).toContain('x reply bob-dee THEIRS s');
    expect(await leaves(records, 'x')).toEqual([
      'bob-ann 1 0 5000 5000 reply:1',
      'a reply bob-ann THEIRS r',
      'a by bob < r, 1 in r of ann',
      'r by ann, 0 in r of ann',
      's by dee, 0 in s of dee',
    ]);
    expect(await one("MATCH (m:Message {id: 'f:a'}) RETURN m.at")).toBe(5_000);
  });

  it('an implied reply still gives way to an explicit one after another act of its message went', async () => {
    const mention = reply('x', 'bob', 'cem', 6, { kind: 'mention', message: 'f:a' });
    const records = [post('r', 'ann', 1), post('s', 'dee', 1), post('a', 'bob', 5, 'r'), mention];
    await leaves(records, 'x');
    const explicit = answer('y', 'a', 'bob', 7, 's');
    await record([explicit]);
    expect(await graph([...records, explicit, retract('x')])).toEqual([
      'bob-dee 1 0 7000 7000 reply:1',
      'y reply bob-dee THEIRS s',
      'a by bob < r, 1 in r of ann',
      'r by ann, 0 in r of ann',
      's by dee, 0 in s of dee',
    ]);
  });

  it('a message record beside an explicit reply leaves the message to the reply', async () => {
    const records = [
      post('r', 'ann', 1),
      post('s', 'dee', 1),
      post('a', 'bob', 3, 'r'),
      answer('x', 'a', 'bob', 4, 's'),
    ];
    expect(await leaves(records, 'a')).toEqual([
      'bob-dee 1 0 4000 4000 reply:1',
      'x reply bob-dee THEIRS s',
      'a by bob < s, 1 in s of dee',
      'r by ann, 0 in r of ann',
      's by dee, 0 in s of dee',
    ]);
    expect(await one("MATCH (m:Message {id: 'f:a'}) RETURN m.at")).toBe(4_000);
  });

  it('a reply that shares its id with the message record goes with it', async () => {
    const records = [post('r', 'ann', 1), post('a', 'bob', 2, 'r'), answer('a', 'a', 'bob', 2, 'r')];
    expect(await leaves(records, 'a')).toEqual(['r by ann, 0 in r of ann']);
  });

  it('of several acts that made a message the next one decides: time, place and visibility', async () => {
    const roots = [post('r', 'ann', 1), post('s', 'dee', 1)];
    const first = answer('x1', 'm', 'bob', 3, 'r', { visibility: 'group' });
    const second = answer('x2', 'm', 'bob', 4, 's', { visibility: 'unlisted' });
    expect(await leaves([...roots, first, second, post('n', 'cem', 6, 'm')], 'x1')).toEqual([
      'bob-dee 1 0 4000 4000 reply:1',
      'cem-bob 1 0 6000 6000 reply:1',
      'n reply cem-bob THIRD m',
      'x2 reply bob-dee THEIRS s',
      'm by bob < s, 1 in s of dee',
      'n by cem < m, 2 in s of dee',
      'r by ann, 0 in r of ann',
      's by dee, 0 in s of dee',
    ]);
    expect(await one("MATCH (m:Message {id: 'f:m'}) RETURN [m.at, m.visibility]")).toEqual([4_000, 'unlisted']);
  });

  it('a message that only an act of unknown time tells of has no time, whatever the act guesses', async () => {
    const guess = { kind: 'mention', message: 'f:a', atQuality: 'unknown' } as const;
    expect(await leaves([post('a', 'bob', 2), reply('m', 'bob', 'ann', 3, guess)], 'a')).toEqual([
      'bob-ann 1 0 null null mention:1',
      'm mention bob-ann OWN a',
      'a by bob, 0 in a of bob',
    ]);
  });

  it('a deleted author is unknown again when the act that named them goes', async () => {
    const records = [
      post('m', null, 5),
      reply('x', 'bob', 'ann', 4, { kind: 'mention', message: 'f:m' }),
      about('m', 'l', 'cem'),
    ];
    expect(await leaves(records, 'x')).toEqual(['l like cem waits m', 'm by nobody, 0 in m of nobody']);
  });

  it('a thread belongs to the deleted author of its root once an act names them, and to nobody when the act goes', async () => {
    const thread = [post('m', null, 5), post('a', 'bob', 6, 'm'), post('b', 'cem', 7, 'a')];
    const records = [...thread, reply('x', 'ann', 'dee', 8, { kind: 'mention', message: 'f:m' })];
    await record(...records.map((each) => [each]));
    expect(await graph(records)).toContain('b reply cem-bob THIRD a');
    await record([retract('x')]);
    expect(await graph([...records, retract('x')])).toContain('b reply cem-bob UNKNOWN a');
  });

  it('a private message takes its private count with it', async () => {
    const direct = { kind: 'dm', visibility: 'direct' } as const;
    const records = [
      reply('d1', 'ann', 'bob', 1, { ...direct, message: 'f:d1' }),
      reply('d2', 'ann', 'bob', 2, { ...direct, message: 'f:d2' }),
    ];
    expect(await leaves(records, 'd1')).toEqual([
      'ann-bob 1 1 2000 2000 dm:1',
      'd2 dm ann-bob PRIVATE d2',
      'd2 by ann, 0 in d2 of ann',
    ]);
  });
});
