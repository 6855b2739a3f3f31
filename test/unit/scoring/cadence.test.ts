import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cadenceOf } from '../../../src/scoring/cadence.js';
import { weatherOf } from '../../../src/scoring/tie-weather.js';

const weeks = (count: number) => Array.from({ length: count }, (_, week) => week * 7);
const anyDays = fc
  .uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 40 })
  .map((days) => days.sort((x, y) => x - y));

describe('cadenceOf', () => {
  it('gives ten acts over ten weeks more than ten acts of one hour', () => {
    expect(cadenceOf(weeks(10), 70)).toEqual({
      activeDays: 10,
      regularity: 1,
      longestSilence: 7,
      silence: 7,
      firstDay: 0,
      lastDay: 63,
    });
    expect(cadenceOf([0], 70)).toEqual({
      activeDays: 1,
      regularity: null,
      longestSilence: 70,
      silence: 70,
      firstDay: 0,
      lastDay: 0,
    });
  });

  it('weighs mean against deviation of the gaps: 1 and 3 days give 2/3', () => {
    expect(cadenceOf([5, 6, 9], 9).regularity).toBeCloseTo(2 / 3, 12);
    expect(cadenceOf([5, 6], 9).regularity).toBeNull();
  });

  it('takes the longest silence between days or since the last one', () => {
    expect(cadenceOf([0, 10, 12], 15)).toMatchObject({ longestSilence: 10, silence: 3 });
    expect(cadenceOf([0, 10, 12], 40)).toMatchObject({ longestSilence: 28, silence: 28 });
  });

  it('says nothing of nothing', () => {
    expect(cadenceOf([], 40)).toEqual({
      activeDays: 0,
      regularity: null,
      longestSilence: null,
      silence: null,
      firstDay: null,
      lastDay: null,
    });
  });

  it('stays in range, is (1 − B)/2, and does not change when days move or gaps stretch', () => {
    fc.assert(
      fc.property(anyDays, fc.nat(1000), fc.integer({ min: 1, max: 9 }), (days, by, factor) => {
        const { regularity, longestSilence } = cadenceOf(days, 500);
        const moved = cadenceOf(
          days.map((day) => day + by),
          500 + by,
        );
        expect(moved).toMatchObject({ regularity, longestSilence });
        if (regularity === null) return;
        expect(regularity).toBeGreaterThan(0);
        expect(regularity).toBeLessThanOrEqual(1);
        expect((1 - burstiness(days)) / 2).toBeCloseTo(regularity, 12);
        const stretched = cadenceOf(
          days.map((day) => day * factor),
          5_000,
        );
        expect(stretched.regularity).toBeCloseTo(regularity, 12);
      }),
    );
  });
});

/** B = (σ − μ)/(σ + μ) of the gaps, from their raw moments. */
function burstiness(days: readonly number[]): number {
  let [sum, squares] = [0, 0];
  for (let i = 1; i < days.length; i++) {
    sum += days[i]! - days[i - 1]!;
    squares += (days[i]! - days[i - 1]!) ** 2;
  }
  const mean = sum / (days.length - 1);
  const deviation = Math.sqrt(Math.max(0, squares / (days.length - 1) - mean ** 2));
  return (deviation - mean) / (deviation + mean);
}

describe('weatherOf', () => {
  const EVERY_TEN = [0, 10, 20, 30, 40];
  const stateOf = (days: readonly number[], today: number) => weatherOf(days, today, 7)?.state;

  it('needs four active days', () => {
    expect(weatherOf([0, 10, 20], 20, 7)).toBeNull();
    expect(weatherOf([0, 10, 20, 30], 30, 7)).not.toBeNull();
  });

  it('is steady by its own rhythm, with the numbers that decided', () => {
    expect(weatherOf(EVERY_TEN, 45, 7)).toEqual({
      state: 'STEADY',
      rhythm: 10,
      halfLife: 20,
      silence: 5,
      silentAfter: 60,
      earlierGap: 10,
      recentGap: 10,
      revivedOn: null,
    });
  });

  it('cools above three rhythms of silence and is silent above six', () => {
    expect([70, 71, 100, 101].map((today) => stateOf(EVERY_TEN, today))).toEqual([
      'STEADY',
      'COOLING',
      'COOLING',
      'SILENT',
    ]);
  });

  it('is not silent within the answer window, however quick the rhythm', () => {
    expect([11, 12].map((today) => stateOf([0, 1, 2, 3, 4], today))).toEqual(['COOLING', 'SILENT']);
  });

  it('cools when the last gaps have twice the median of the first, and warms at half of it', () => {
    expect(stateOf([0, 5, 10, 20, 30], 30)).toBe('COOLING');
    expect(stateOf([0, 5, 10, 19, 28], 28)).toBe('STEADY');
    expect(stateOf([0, 10, 20, 25, 30], 30)).toBe('WARMING');
    expect(stateOf([0, 10, 20, 26, 32], 32)).toBe('STEADY');
  });

  it('leaves the middle of an odd number of gaps out of both halves', () => {
    expect(weatherOf([0, 4, 13, 19], 19, 7)).toMatchObject({ earlierGap: 4, recentGap: 6, rhythm: 6 });
  });

  it('is revived for two answer windows after a silence above six rhythms', () => {
    const back = [0, 2, 4, 54, 56];
    expect(weatherOf(back, 57, 7)).toMatchObject({ state: 'REVIVED', revivedOn: 54, silentAfter: 12 });
    expect([68, 69].map((today) => stateOf(back, today))).toEqual(['REVIVED', 'SILENT']);
    expect(weatherOf([...back, 58, 60, 62, 64, 66, 68], 69, 7)).toMatchObject({ state: 'STEADY', revivedOn: 54 });
  });

  it('does not change when all days move', () => {
    fc.assert(
      fc.property(anyDays, fc.nat(500), fc.nat(1000), (days, later, by) => {
        const today = (days.at(-1) ?? 0) + later;
        const weather = weatherOf(days, today, 7);
        const moved = weatherOf(
          days.map((day) => day + by),
          today + by,
          7,
        );
        const revivedOn = weather?.revivedOn ?? null;
        expect(moved).toEqual(weather && { ...weather, revivedOn: revivedOn === null ? null : revivedOn + by });
        expect(weather === null).toBe(days.length < 4);
        if (weather !== null) expect(weather.state === 'SILENT').toBe(weather.silence > weather.silentAfter);
      }),
    );
  });
});
