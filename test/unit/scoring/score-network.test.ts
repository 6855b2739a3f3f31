import { describe, expect, it } from '@jest/globals';
import { confidence, effectiveSampleSize } from '../../../src/scoring/confidence.js';
import { compareCodePoints } from '../../../src/scoring/person-order.js';
import { scoreNetwork } from '../../../src/scoring/score-network.js';
import { type Act, DAY, KINDS, MINUTE, optionsAt, ScoredLog, toInput } from './interaction-log.js';

const AS_OF = 30 * DAY;

/** Question and answer on each of the given days. */
function talk(one: string, other: string, days: readonly number[]): Act[] {
  return days.flatMap((day) => [
    { from: one, to: other, kind: 'dm', at: day * DAY },
    { from: other, to: one, kind: 'dm', at: day * DAY + MINUTE },
  ]);
}

describe('scoreNetwork with seeds', () => {
  const acts = [...talk('seed', 'a', [1, 2, 3]), ...talk('seed', 'b', [1, 2]), ...talk('c', 'd', [1, 2, 3])];

  it('lets trust flow over ties of three dialogue days only, and the walk of centrality over all', () => {
    const scored = new ScoredLog({ acts }, optionsAt(AS_OF, { seeds: ['seed'], trustDays: 3 }));
    const trust = ['seed', 'a', 'b', 'c'].map((id) => scored.of(id, scored.people.trust));
    expect(trust[1]).toBeGreaterThan(0);
    expect(trust.slice(2)).toEqual([0, 0]);
    expect(scored.of('b', scored.people.components.centrality)).toBeGreaterThan(0);
    expect(scored.scores.trustMode).toBe('seeded');
  });

  it('passes engagement of newcomers through one cap of 10, into engagement only', () => {
    const crowd = Array.from({ length: 50 }, (_, i) => ({ from: `new${i}`, to: 'a', kind: 'reply', at: AS_OF }));
    const scored = new ScoredLog({ acts: [...acts, ...crowd] }, optionsAt(AS_OF, { seeds: ['seed'] }));
    const untrusted = 50 * ((4 * 0.75) / 4.75);
    const engagement = scored.of('a', scored.people.parts.engagement);
    expect(engagement - scored.of('a', scored.people.received)).toBeCloseTo((10 * untrusted) / (10 + untrusted), 12);
    expect(scored.of('a', scored.people.parts.audience)).toBeCloseTo(1, 12);
  });

  it('reports seeds that are no persons in the data, and refuses when none is', () => {
    const kinds = { org: 'organisation' } as const;
    const log = { acts, ids: ['org'], kinds };
    const { scores } = new ScoredLog(log, optionsAt(AS_OF, { seeds: ['z:gone', 'seed', 'org', 'seed'] }));
    expect(scores.unknownSeeds).toEqual(['org', 'z:gone']);
    expect(() => new ScoredLog(log, optionsAt(AS_OF, { seeds: ['org'] }))).toThrow(/none of the 1 trusted seeds/);
    expect(() => new ScoredLog(log, optionsAt(AS_OF, { seeds: [] }))).toThrow(RangeError);
  });
});

describe('scoreNetwork with options', () => {
  it.each([
    { halfLifeDays: 0 },
    { answerWindowDays: Number.NaN },
    { trustDays: -1 },
    { asOf: Number.POSITIVE_INFINITY },
  ])('refuses %j by name', (changes) => {
    expect(() => new ScoredLog({ acts: [] }, optionsAt(0, changes))).toThrow(
      new RegExp(`^${Object.keys(changes)[0]} is`),
    );
  });

  it('leaves listening and amplification out when they are not tracked, and says so', () => {
    const log = { acts: talk('a', 'b', [1]), shares: [{ message: 's', object: null, from: 'b', to: 'a', at: 0 }] };
    const all = new ScoredLog(log, optionsAt(AS_OF));
    const some = new ScoredLog(log, optionsAt(AS_OF, { attentionTracked: false, sharesTracked: false }));
    expect(some.scores.componentsMissing).toEqual(['listening']);
    expect(some.relational('a')).toBeCloseTo(all.relational('a') / 0.9 ** 2, 10);
    expect(some.of('a', some.people.parts.amplification)).toBe(0);
    expect(some.of('b', some.people.broadcast)).toBeCloseTo(all.of('b', all.people.broadcast) / 0.8, 10);
  });

  it('refuses an id that occurs twice, and interactions of somebody outside the input', () => {
    const input = toInput({ acts: talk('a', 'b', [1]) });
    const twice = { ...input, ids: ['a', 'a'] };
    expect(() => scoreNetwork(twice, optionsAt(AS_OF), KINDS)).toThrow(
      'person id "a" occurs twice; ids must be unique',
    );
    const outside = { ...input, ids: ['a'], kinds: ['person'] as const };
    expect(() => scoreNetwork(outside, optionsAt(AS_OF), KINDS)).toThrow('names a person outside the input');
  });
});

describe('compareCodePoints', () => {
  it('puts U+FFEE before U+1F600, which UTF-16 units do not', () => {
    expect(compareCodePoints('\uffee', '😀')).toBeLessThan(0);
    expect('\uffee' < '😀').toBe(false);
    expect(compareCodePoints('ab', 'a')).toBeGreaterThan(0);
  });
});

describe('confidence', () => {
  it('is 1/2 · 1/3 for ten equal interactions with one person', () => {
    const acts = talk('a', 'b', [1, 2, 3, 4, 5]).map((act) => ({ ...act, at: AS_OF }));
    const scored = new ScoredLog({ acts }, optionsAt(AS_OF));
    expect(scored.of('a', scored.people.confidence)).toBeCloseTo(1 / 6, 12);
  });

  it('counts weights 1 and 3 as 1.6 interactions', () => {
    expect(effectiveSampleSize(4, 10)).toBeCloseTo(1.6, 12);
    expect(confidence(0, 0)).toBe(0);
  });
});
