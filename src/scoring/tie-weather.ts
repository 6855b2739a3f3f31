/*
 * Tie weather: where a tie is going, measured by its own rhythm.
 * Definition: rhythm r = median gap between active days, s = days of silence, W the answer window in days, L = max(6r, W).
 * SILENT: s > L. REVIVED: a gap > L ended at most 2·max(r, W) days ago. COOLING: s > 3r, or the last half of the gaps has at least
 * twice the median of the first half. WARMING: at most half of it. STEADY otherwise. The first that holds counts; of an odd number of
 * gaps the middle one belongs to neither half.
 * Cost: O(n log n) in the active days. Source: definition of this project; the half-life follows the rhythm.
 */
import type { TieWeather, TieWeatherState } from '../domain/cadence.js';
import { gapsBetween } from './cadence.js';
import { medianOf } from './median.js';

/** Active days below which a tie has no weather. */
export const LEAST_ACTIVE_DAYS = 4;
const SILENT_RHYTHMS = 6;
const COOLING_RHYTHMS = 3;
const FRESH_RHYTHMS = 2;
const HALF_LIFE_RHYTHMS = 2;
const MARKED_CHANGE = 2;

/** Weather of a tie with these distinct ascending UTC days, seen from `today` with the answer window in days; null below 4 days. */
export function weatherOf(days: readonly number[], today: number, windowDays: number): TieWeather | null {
  if (days.length < LEAST_ACTIVE_DAYS) return null;
  const gaps = gapsBetween(days);
  const half = gaps.length >> 1;
  const rhythm = medianOf(gaps)!;
  const silentAfter = Math.max(SILENT_RHYTHMS * rhythm, windowDays);
  const numbers = {
    rhythm,
    halfLife: Math.max(1, HALF_LIFE_RHYTHMS * rhythm),
    silence: today - days.at(-1)!,
    silentAfter,
    earlierGap: medianOf(gaps.slice(0, half))!,
    recentGap: medianOf(gaps.slice(-half))!,
    revivedOn: days.findLast((day, i) => i > 0 && day - days[i - 1]! > silentAfter) ?? null,
  };
  return { state: stateOf(numbers, today, windowDays), ...numbers };
}

function stateOf(numbers: Omit<TieWeather, 'state'>, today: number, windowDays: number): TieWeatherState {
  const { rhythm, silence, silentAfter, earlierGap, recentGap, revivedOn } = numbers;
  if (silence > silentAfter) return 'SILENT';
  if (revivedOn !== null && today - revivedOn <= FRESH_RHYTHMS * Math.max(rhythm, windowDays)) return 'REVIVED';
  if (silence > COOLING_RHYTHMS * rhythm || recentGap >= MARKED_CHANGE * earlierGap) return 'COOLING';
  return recentGap * MARKED_CHANGE <= earlierGap ? 'WARMING' : 'STEADY';
}
