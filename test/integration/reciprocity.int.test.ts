import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { act, Community, DAY, globalId } from '../support/community.js';

const GOLDEN = '../shared/golden/networks.expected.json';

/** a→b 3, b→a 1; a→c 2; c→d 1, d→c 1; a→an organisation 5; a bot→a 4. */
const EXAMPLE: CanonicalRecord[] = [
  { type: 'person', id: 't:org', platform: 't', kind: 'organisation' },
  { type: 'person', id: 't:bot', platform: 't', kind: 'bot' },
  ...[1, 2, 3].map((day) => act('a', 'b', day)),
  act('b', 'a', 2),
  ...[1, 2].map((day) => act('a', 'c', day, { kind: 'like' })),
  act('c', 'd', 3),
  act('d', 'c', 4),
  ...[1, 2, 3, 4, 5].map((day) => act('a', 'org', day)),
  ...[6, 7, 8, 9].map((day) => act('bot', 'a', day)),
  act('d', 'a', 1, { to: null, inReplyTo: 't:unknown' }),
];

describe('reciprocity of a worked example', () => {
  let community: Community;
  let idx: Map<string, number>;
  beforeAll(async () => {
    community = await Community.open();
    await community.record(EXAMPLE);
    const { data } = await community.ask(`{ a: person(personId: "t:a") { id } }`);
    expect(data.a.id).toBe(globalId('a'));
    idx = new Map(
      await community.database.administer('READ', async (session) =>
        (await session.run('MATCH (p:Person) RETURN p.id AS id, p.idx AS idx')).records.map(
          (row) => [(row.get('id') as string).slice(2), row.get('idx') as number] as const,
        ),
      ),
    );
  });
  afterAll(() => community[Symbol.asyncDispose]());

  const dyad = (from: string, to: string) => ({ from: idx.get(from)!, to: idx.get(to)! });

  it('splits a dyad into what is matched and what is beyond it', async () => {
    const dyads = await community.reciprocity.dyads([dyad('a', 'b'), dyad('b', 'a'), dyad('a', 'c'), dyad('b', 'd')]);
    expect(
      dyads.map(({ given, received, mutual, forward, backward }) => [given, received, mutual, forward, backward]),
    ).toEqual([
      [3, 1, 1, 2, 0],
      [1, 3, 1, 0, 2],
      [2, 0, 0, 2, 0],
      [0, 0, 0, 0, 0],
    ]);
  });

  it('sums a person over other persons only, and has no ratio where nothing is', async () => {
    const people = await community.reciprocity.persons([...idx.values()]);
    const of = (name: string) => people.get(idx.get(name)!)!;
    expect(of('a')).toEqual({ given: 5, received: 1, mutual: 1, balance: 2 / 6, returnedTo: 1 / 5, returnedBy: 1 });
    expect(of('b')).toEqual({ given: 1, received: 3, mutual: 1, balance: 0.5, returnedTo: 1, returnedBy: 1 / 3 });
    expect(of('c')).toEqual({ given: 1, received: 3, mutual: 1, balance: 0.5, returnedTo: 1, returnedBy: 1 / 3 });
    expect(of('d')).toEqual({ given: 1, received: 1, mutual: 1, balance: 1, returnedTo: 1, returnedBy: 1 });
    expect(of('org')).toEqual({ given: 0, received: 0, mutual: 0, balance: null, returnedTo: null, returnedBy: null });
  });

  it('measures the network: 4 persons, 5 ties of which 4 returned, 8 interactions of which 4 matched', async () => {
    const { reciprocity, people, interactions, unresolved, lastAt } = await community.reciprocity.network();
    expect(reciprocity).toEqual({
      persons: 4,
      interactions: 8,
      ties: 5,
      mutualTies: 2,
      binary: 0.8,
      corrected: expect.closeTo((0.8 - 5 / 12) / (1 - 5 / 12), 12),
      weighted: 0.5,
    });
    expect({ people, interactions, unresolved, lastAt }).toEqual({
      people: 6,
      interactions: 18,
      unresolved: 1,
      lastAt: 9 * DAY,
    });
  });

  it('tells the same through the API in two statements, with the run and what is stale', async () => {
    const document = `{ network { people messages interactions ties mutualTies
      reciprocity { binary corrected weighted nullMean excess } freshness { lastInteractionAt sequence scoredSequence stale }
      unresolved { count share } run { number } } }`;
    const before = await community.ask(document);
    expect(before.errors).toEqual([]);
    expect(before.statements).toBe(2);
    expect(before.data.network).toMatchObject({
      people: 6,
      ties: 5,
      mutualTies: 2,
      reciprocity: { binary: 0.8, weighted: 0.5, nullMean: null, excess: null },
      freshness: { lastInteractionAt: '1970-01-10T00:00:00.000Z', scoredSequence: null, stale: true },
      unresolved: { count: 1, share: 1 / 18 },
      run: null,
    });
    await community.score();
    const after = (await community.ask(document)).data.network;
    expect(after.freshness.stale).toBe(false);
    expect(after.reciprocity.nullMean).toBeGreaterThanOrEqual(0);
  });

  it('gives the reciprocity of a page of people in one more statement', async () => {
    const document = (first: number) =>
      `{ ranking(metric: RELATIONAL, first: ${first}) { nodes { personId reciprocity { given received mutual balance returnedTo returnedBy } } } }`;
    const one = await community.ask(document(1));
    const all = await community.ask(document(20));
    expect(all.errors).toEqual([]);
    expect(all.data.ranking.nodes).toHaveLength(4);
    expect(all.statements).toBe(one.statements);
  });

  it('measures again when something was recorded', async () => {
    await community.record([act('b', 'a', 5)]);
    expect((await community.reciprocity.network()).reciprocity.weighted).toBe(6 / 9);
  });

  it('counts no pair with an organisation or a bot, however mutual', async () => {
    const later: CanonicalRecord = { type: 'person', id: 't:later', platform: 't', kind: 'bot' };
    await community.record([act('org', 'a', 5), act('a', 'bot', 5), later, act('a', 'later', 5), act('later', 'a', 6)]);
    const { reciprocity } = await community.reciprocity.network();
    expect(reciprocity).toMatchObject({ persons: 4, interactions: 9, ties: 5, mutualTies: 2, weighted: 6 / 9 });
  });
});

interface Golden {
  readonly persons: number;
  readonly interactions: number;
  readonly ties: number;
  readonly reciprocityBinary: number;
  readonly reciprocityGarlaschelliLoffredo: number;
  readonly reciprocityWeighted: number;
}

const KINDS: Readonly<Record<string, string>> = { observe: 'read' };

function readTable(file: string, kindOf: (row: readonly string[]) => string): CanonicalRecord[] {
  const rows = gunzipSync(readFileSync(`../shared/data/${file}`))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1);
  return rows
    .map((row) => row.split(','))
    .filter(([from, to]) => to !== '0' && from !== to)
    .map((row) => act(row[0]!, row[1]!, 0, { at: Number(row[2]) * 1000, kind: kindOf(row) }));
}

const NETWORKS: readonly [name: string, file: string, kindOf: (row: readonly string[]) => string][] = [
  ['collegemsg', 'collegemsg.csv.gz', () => 'dm'],
  ['delving_interactions', 'delving_interactions.csv.gz', (row) => row[3]!],
  ['dartpost_with_observe_as_read', 'dartpost_events.csv.gz', (row) => KINDS[row[3]!] ?? row[3]!],
];

describe('reciprocity of published networks', () => {
  for (const [name, file, kindOf] of NETWORKS) {
    if (!existsSync(`../shared/data/${file}`) || !existsSync(GOLDEN)) {
      it.todo(`${name} has the independently computed reciprocity (data absent)`);
      continue;
    }
    it(`${name} has the independently computed reciprocity`, async () => {
      const expected = (JSON.parse(readFileSync(GOLDEN, 'utf8')) as Record<string, Golden>)[name]!;
      await using community = await Community.open();
      await community.record(readTable(file, kindOf));
      const { reciprocity } = await community.reciprocity.network();
      const { persons, interactions, ties } = expected;
      expect(reciprocity).toMatchObject({ persons, interactions, ties });
      expect(reciprocity.binary).toBeCloseTo(expected.reciprocityBinary, 12);
      expect(reciprocity.corrected).toBeCloseTo(expected.reciprocityGarlaschelliLoffredo, 12);
      expect(reciprocity.weighted).toBeCloseTo(expected.reciprocityWeighted, 12);
    }, 300_000);
  }
});
