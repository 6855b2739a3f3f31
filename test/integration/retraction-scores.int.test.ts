import { describe, expect, it } from '@jest/globals';
import type { CanonicalRecord } from '../../src/domain/records.js';
import type { ScoreRun } from '../../src/domain/score-run.js';
import type { ScoreStore } from '../../src/store/score-store.js';
import type { PublishedNumbers } from '../../src/store/scores/published-numbers.js';
import { act, Community } from '../support/community.js';
import { publishedFacts as directedFacts } from '../support/published-facts.js';
import { threadedActs } from '../support/threaded-acts.js';

const retractionOf = ({ id }: CanonicalRecord) => ({ type: 'retraction', id }) as const;

/** What a run has written; which way a mutual tie points depends on who came first. */
async function publishedFacts(community: Community, run: ScoreRun): Promise<Map<string, unknown>> {
  const facts = await directedFacts(community.database, run);
  return new Map(
    [...facts].map(([key, fact]) => [key.startsWith('mutual') ? key.split(' ').sort().join(' ') : key, fact]),
  );
}

/** Types of the relationships between people. */
async function tiesOf({ database }: Community): Promise<string[]> {
  return database.administer('READ', async (session) =>
    (await session.run('MATCH (:Person)-[r]->(:Person) RETURN type(r) AS type')).records.map((row) => row.get('type')),
  );
}

/** Scores of a community that never heard of what is not in these records. */
async function factsOf(records: readonly CanonicalRecord[]) {
  await using community = await Community.open();
  await community.record(records);
  return await publishedFacts(community, await community.score());
}

describe('a score run after retractions', () => {
  it('gives everybody the numbers of a community without what was retracted: people, ties, mutual ties, outcomes', async () => {
    const all = threadedActs(900);
    const gone = all.filter(({ type }, place) => type !== 'person' && place % 4 === 1);
    const left = all.filter((record) => !gone.includes(record));
    const before = await factsOf(all);
    const expected = await factsOf(left);
    expect(gone.length).toBeGreaterThan(200);
    expect([...before.keys()].filter((key) => key.startsWith('mutual')).length).toBeGreaterThan(20);
    await using community = await Community.open();
    await community.record(all);
    const first = await community.score();
    expect(await publishedFacts(community, first)).toEqual(before);
    await community.record(gone.map(retractionOf));
    const second = await community.score();
    expect(second.number).toBe(first.number + 1);
    expect(await publishedFacts(community, second)).toEqual(expected);
    expect((await community.score()).number).toBe(second.number);
  }, 120_000);

  it('takes everything back where nothing is left, and the same acts under other ids are scored anew', async () => {
    const talk = (name: string) => [
      act('a', 'b', 80, { id: `t:${name}1`, message: `t:${name}1` }),
      act('b', 'a', 81, { id: `t:${name}2`, message: `t:${name}2`, inReplyTo: `t:${name}1` }),
    ];
    await using community = await Community.open();
    await community.record(talk('x'));
    const before = await publishedFacts(community, await community.score());
    expect([...before.keys()].sort()).toEqual(
      [
        'mutual t:a t:b',
        'outcome t:x1',
        'outcome t:x2',
        'person t:a',
        'person t:b',
        'run',
        'tie t:a t:b',
        'tie t:b t:a',
      ].sort(),
    );
    await community.record(talk('x').map(retractionOf));
    expect(await tiesOf(community)).toEqual([]);
    await community.record(talk('y'));
    const again = await publishedFacts(community, await community.score());
    expect(again).toEqual(new Map([...before].map(([key, facts]) => [key.replace('t:x', 't:y'), facts])));
    await community.record(talk('y').map(retractionOf));
    const none = await publishedFacts(community, await community.score());
    expect([...none.keys()].filter((key) => !key.startsWith('person'))).toEqual(['run']);
  });

  it('beside a run: what goes between its reading and its writing is made up for by the next, also when it comes back under other ids', async () => {
    const talk = (name: string) => [
      act('a', 'b', 80, { id: `t:${name}1`, message: `t:${name}1` }),
      act('b', 'a', 81, { id: `t:${name}2`, message: `t:${name}2`, inReplyTo: `t:${name}1` }),
    ];
    const expected = await factsOf(talk('y'));
    for (const scoredBefore of [false, true]) {
      await using community = await Community.open();
      await community.record(talk('x'));
      if (scoredBefore) await community.score({ trustDays: 1 });
      const { scores } = community;
      const beside: ScoreStore = Object.assign(Object.create(scores), {
        publish: async (numbers: PublishedNumbers, owner: string) => {
          await community.record(talk('x').map(retractionOf));
          return scores.publish(numbers, owner);
        },
      });
      for (const method of ['sequence', 'lease', 'renew', 'release', 'read', 'published', 'lastOptions'] as const)
        Object.assign(beside, { [method]: scores[method].bind(scores) });
      await community.score({}, beside);
      expect(await tiesOf(community)).toEqual([]);
      await community.record(talk('y'));
      const facts = await publishedFacts(community, await community.score());
      facts.delete('run');
      expect(facts).toEqual(new Map([...expected].filter(([key]) => key !== 'run')));
    }
  });
});
