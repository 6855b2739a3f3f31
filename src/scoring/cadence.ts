/*
 * Cadence: how regularly somebody, or both sides of a tie, act, day by day.
 * Definition: regularity μ/(μ+σ) of the gaps between consecutive active days (σ over all gaps), which is (1 − B)/2 with the
 * burstiness B = (σ − μ)/(σ + μ). Ten acts of one hour are one active day.
 * Cost: O(n) in the active days. Source: Goh & Barabási, EPL 81:48002 (2008).
 */
import type { Cadence } from '../domain/cadence.js';

/** Whole days between consecutive days, which ascend. */
export function gapsBetween(days: readonly number[]): number[] {
  return days.slice(1).map((day, before) => day - days[before]!);
}

/** Cadence of distinct ascending UTC days, seen from `today` (not before the last of them). */
export function cadenceOf(days: readonly number[], today: number): Cadence {
  const firstDay = days[0] ?? null;
  const lastDay = days.at(-1) ?? null;
  const gaps = gapsBetween(days);
  const silence = lastDay === null ? null : today - lastDay;
  const longestSilence = silence === null ? null : gaps.reduce((most, gap) => Math.max(most, gap), silence);
  return { activeDays: days.length, regularity: regularityOf(gaps), longestSilence, silence, firstDay, lastDay };
}

function regularityOf(gaps: readonly number[]): number | null {
  if (gaps.length < 2) return null;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  return mean / (mean + Math.sqrt(variance));
}
