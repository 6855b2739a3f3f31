import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunOptions } from '../../src/domain/score-run.js';
import { VerifyScores } from '../../src/service/verify-scores.js';
import { TwinStore } from '../../src/store/twin-store.js';
import { act, Community } from '../support/community.js';
import { randomActs } from '../support/random-acts.js';

describe('the Cypher twins', () => {
  let community: Community;
  const verify = () =>
    new VerifyScores({ store: community.scores, twins: new TwinStore(community.database, community.kinds) }).verify();
  const change = (statement: string) => community.database.administer('WRITE', (session) => session.run(statement));

  beforeAll(async () => {
    community = await Community.open();
    await community.record(randomActs());
    await community.record([act('alone', 'p0', 100)]);
  });
  afterAll(() => community[Symbol.asyncDispose]());

  it('have nothing to compare before the first run', async () => {
    await expect(verify()).rejects.toMatchObject({ code: 'SCORES_NOT_COMPUTED' });
  });

  const RUNS: readonly [string, Partial<RunOptions>][] = [
    ['without seeds', {}],
    [
      'with seeds and trust days, one seed without a mutual tie',
      { seeds: ['t:p2', 't:p9', 't:alone', 't:nobody'], trustDays: 2 },
    ],
    ['with private interactions left out', { privateInteractions: 'exclude' }],
    ['with a landmark other than the epoch', { halfLifeDays: 0.15 }],
    ['at an instant in the middle', { asOf: 80 * 86_400_000 + 12_345, halfLifeDays: 11 }],
  ];
  for (const [name, options] of RUNS) {
    it(`confirm every number of a run ${name}`, async () => {
      const run = await community.score(options);
      const { checked, different, differences } = await verify();
      expect(differences).toEqual([]);
      expect(different).toEqual({ effort: 0, strength: 0, centrality: 0, reach: 0, reciprocity: 0 });
      expect(checked.effort).toBeGreaterThan(100);
      expect(checked.strength).toBeGreaterThan(20);
      expect(checked.centrality).toBeGreaterThan(10);
      expect(checked).toMatchObject({ reach: 1, reciprocity: 21 });
      expect(run.trustMode).toBe(options.seeds ? 'seeded' : 'none');
    });
  }

  it('confirm a run also when something was recorded after it', async () => {
    await community.score({ fixedAsOf: true });
    await community.record([act('p5', 'p6', 99), act('newcomer', 'p5', 99)]);
    expect((await verify()).differences).toEqual([]);
  });

  it('name a tie, a mutual tie and a person whose stored number is another', async () => {
    await community.score({ halfLifeDays: 59 });
    await change("MATCH (:Person {id: 't:p18'})-[t:ENGAGES]->(:Person {id: 't:org'}) SET t.effort = t.effort + 1e-6");
    await change("MATCH (a:Person {id: 't:p5'})-[m:MUTUAL]-(b:Person {id: 't:p6'}) SET m.strength = m.strength + 0.01");
    await change("MATCH (p:Person {id: 't:p7'}) SET p.reciprocity = p.reciprocity - 1e-8");
    const { differences, different } = await verify();
    const named = differences
      .filter(({ what }) => what !== 'centrality')
      .map(({ what, who }) => [what, [...who].sort()]);
    expect(named).toEqual([
      ['effort', ['t:org', 't:p18']],
      ['strength', ['t:p5', 't:p6']],
      ['reciprocity', ['t:p7']],
    ]);
    expect(different.centrality).toBeGreaterThan(0);
  });
});
