import { describe, expect, it } from '@jest/globals';
import type { PairStatistic } from '../../../src/domain/network-scores.js';
import { type Act, DAY, MINUTE, optionsAt, ScoredLog } from './interaction-log.js';

const AS_OF = 100 * DAY;

function act(from: string, to: string, kind: string, at: number): Act {
  return { from, to, kind, at };
}

function statistic(acts: readonly Act[], from: string, to: string, name: PairStatistic): number {
  const { scores, input } = new ScoredLog({ acts, ids: ['a', 'b'] }, optionsAt(AS_OF));
  const { ties } = scores;
  for (let i = 0; i < ties.length; i++) {
    if (input.ids[ties.from[i]!] === from && input.ids[ties.to[i]!] === to) return ties.statistics[name][i]!;
  }
  return Number.NaN;
}

describe('pair statistics', () => {
  it('halve a day of three replies, capped to 1.5, after sixty days', () => {
    const acts = [1, 2, 3].map((minute) => act('a', 'b', 'reply', 40 * DAY + minute * MINUTE));
    expect(statistic(acts, 'a', 'b', 'effort')).toBeCloseTo(0.75, 12);
  });

  it('use whole UTC days: one minute before midnight counts a day older', () => {
    const acts = [act('a', 'b', 'reply', 40 * DAY - MINUTE)];
    expect(statistic(acts, 'a', 'b', 'effort')).toBeCloseTo(0.75 * 2 ** (-61 / 60), 12);
  });

  it('count reads as attention and never as effort', () => {
    expect(statistic([act('a', 'b', 'read', AS_OF)], 'a', 'b', 'effort')).toBe(0);
    expect(statistic([act('a', 'b', 'read', AS_OF)], 'a', 'b', 'attention')).toBeCloseTo(0.15 / 3.05, 12);
  });

  it('take no answer for a first move, but a like beside it', () => {
    const answered = [act('a', 'b', 'comment', 99 * DAY), act('b', 'a', 'reply', 99 * DAY + 1)];
    expect(statistic(answered, 'b', 'a', 'initiated')).toBe(0);
    expect(statistic([...answered, act('b', 'a', 'like', 99 * DAY + 2)], 'b', 'a', 'initiated')).toBeGreaterThan(0);
  });

  it('leave a run open until the window has run out, and close it at that very instant', () => {
    expect(statistic([act('a', 'b', 'dm', AS_OF - 7 * DAY + 1)], 'a', 'b', 'invitations')).toBe(0);
    expect(statistic([act('a', 'b', 'dm', AS_OF - 7 * DAY)], 'a', 'b', 'invitations')).toBeCloseTo(2 ** (-7 / 60), 12);
  });

  it('give half the credit for an answer after exactly the window, and none a millisecond later', () => {
    const asked = act('a', 'b', 'dm', 60 * DAY);
    const weight = 2 ** (-40 / 60);
    expect(statistic([asked, act('b', 'a', 'dm', 67 * DAY)], 'b', 'a', 'answered_credit')).toBeCloseTo(weight / 2, 12);
    expect(statistic([asked, act('b', 'a', 'dm', 67 * DAY + 1)], 'b', 'a', 'answered_credit')).toBe(0);
  });

  it('cap turn switches per day at 6 and count them for both', () => {
    const turns = Array.from({ length: 7 }, (_, i) =>
      act(i % 2 ? 'b' : 'a', i % 2 ? 'a' : 'b', 'dm', AS_OF - 60 * MINUTE + i),
    );
    const day = 2 ** (-1 / 60);
    expect(statistic(turns, 'a', 'b', 'switches')).toBeCloseTo(3 * day, 12);
    expect(statistic(turns, 'b', 'a', 'switches')).toBeCloseTo(3 * day, 12);
  });

  it('make the obligations of one the invitations of the other', () => {
    const acts = [act('a', 'b', 'dm', 80 * DAY), act('b', 'a', 'like', 80 * DAY)];
    expect(statistic(acts, 'b', 'a', 'obligations')).toBe(statistic(acts, 'a', 'b', 'invitations'));
  });

  it('ignore what happens after the instant', () => {
    expect(statistic([act('a', 'b', 'dm', AS_OF + 1), act('a', 'b', 'read', 1)], 'a', 'b', 'effort')).toBe(0);
  });
});
