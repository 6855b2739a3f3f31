import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NetworkScores } from '../../../src/domain/network-scores.js';
import { scoreNetwork } from '../../../src/scoring/score-network.js';
import { DAY, KINDS, type Log, optionsAt, ScoredLog, toInput } from './interaction-log.js';
import { AFTERWARDS, anyLog, anySeeds, PEOPLE } from './random-log.js';

const RUNS = { numRuns: 150 };

function shifted(log: Log, by: (at: number) => number): Log {
  return {
    ...log,
    acts: log.acts.map((act) => ({ ...act, at: by(act.at) })),
    shares: (log.shares ?? []).map((share) => ({ ...share, at: by(share.at) })),
  };
}

describe('invariants 5, 6 and 14: time and self-loops', () => {
  it('5. shifting everything by whole days leaves R unchanged', () => {
    const check = fc.property(anyLog, fc.integer({ min: -5_000, max: 50_000 }), anySeeds, (log, days, seeds) => {
      const moved = shifted(log, (at) => at + days * DAY);
      const one = new ScoredLog(log, optionsAt(AFTERWARDS, { seeds })).people.relational;
      const other = new ScoredLog(moved, optionsAt(AFTERWARDS + days * DAY, { seeds })).people.relational;
      expect(Math.max(...one.map((score, person) => Math.abs(other[person]! - score)))).toBeLessThan(1e-9);
    });
    fc.assert(check, RUNS);
  });

  it('5. measuring time in a unit a thousand times smaller leaves every bit unchanged', () => {
    const check = fc.property(anyLog, (log) => {
      const finer = shifted(log, (at) => at * 1000);
      const one = new ScoredLog(log, optionsAt(AFTERWARDS)).scores;
      expect(scoreNetwork(toInput(finer), optionsAt(AFTERWARDS * 1000), KINDS, DAY * 1000)).toEqual(one);
    });
    fc.assert(check, RUNS);
  });

  it('6. acts of persons on themselves change nothing', () => {
    const loops = fc.array(
      fc.record({ person: fc.constantFrom(...PEOPLE), at: fc.integer({ min: 0, max: AFTERWARDS }) }),
      { minLength: 1, maxLength: 20 },
    );
    const check = fc.property(anyLog, loops, (log, selves) => {
      const acts = selves.map(({ person, at }) => ({ from: person, to: person, kind: 'reply', at }));
      const shares = selves.map(({ person, at }) => ({ message: 'own', object: 'm1', from: person, to: person, at }));
      const one = withoutOutcomes(new ScoredLog(log, optionsAt(AFTERWARDS)).scores, 0);
      const other = { ...log, acts: [...acts, ...log.acts], shares: [...log.shares!, ...shares] };
      expect(withoutOutcomes(new ScoredLog(other, optionsAt(AFTERWARDS)).scores, acts.length)).toEqual(one);
    });
    fc.assert(check, RUNS);
  });

  it('14. with no new acts given, received, dialogue and listening only fall, and R goes to what centrality alone can give, then 0', () => {
    const centralityAlone = 100 * 0.05 ** 2;
    const check = fc.property(anyLog, (log) => {
      const dormant = [8, 30, 90, 900, 6_000].map(
        (days) => new ScoredLog(log, optionsAt(AFTERWARDS + days * DAY)).people,
      );
      for (const name of ['given', 'received'] as const) expectFalling(dormant.map((people) => people[name]));
      for (const name of ['dialogue', 'listening'] as const)
        expectFalling(dormant.map((people) => people.components[name]));
      expect(Math.max(...dormant[4]!.relational)).toBeLessThan(centralityAlone);
      const forgotten = new ScoredLog(log, optionsAt(AFTERWARDS + 100_000 * DAY)).people;
      expect([...forgotten.relational]).toEqual(PEOPLE.map(() => 0));
    });
    fc.assert(check, RUNS);
  });

  it('keeps the stored sums to the bit when only the instant moves on and no run is left to close', () => {
    const check = fc.property(anyLog, fc.integer({ min: 8, max: 20_000 }), (log, days) => {
      const soon = new ScoredLog(log, optionsAt(AFTERWARDS + 8 * DAY)).scores;
      const later = new ScoredLog(log, optionsAt(AFTERWARDS + days * DAY)).scores;
      expect(later.landmark).toBe(soon.landmark);
      expect(later.ties.landmarked).toEqual(soon.ties.landmarked);
    });
    fc.assert(check, RUNS);
  });
});

/** The numbers without what became of the first interactions of the input. */
function withoutOutcomes(scores: NetworkScores, first: number): NetworkScores {
  const { invitation, landing } = scores.relating.outcomes;
  const outcomes = { invitation: invitation.slice(first), landing: landing.slice(first) };
  return { ...scores, relating: { ...scores.relating, outcomes } };
}

function expectFalling(series: readonly Float64Array[]): void {
  for (let i = 1; i < series.length; i++) {
    const rising = series[i]!.findIndex((value, person) => {
      const before = series[i - 1]![person]!;
      return before > 0 ? !(value < before) : value !== 0;
    });
    expect(rising).toBe(-1);
  }
}
