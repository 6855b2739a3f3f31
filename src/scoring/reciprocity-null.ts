/*
 * Weighted reciprocity against a shuffled null: what chance gives when everybody keeps acting and being acted upon as often.
 * Definition: targets are permuted over the interactions (Fisher-Yates, seeded), self pairs fall out, r is measured again;
 * ρ = (r - mean) / (1 - mean), 0 = chance, below 0 = fewer returns than chance, 1 at most.
 * Cost: O(k E log E) for k replicates. Source: Squartini, Picciolo, Ruzzenenti, Garlaschelli, Sci. Rep. 3:2729 (2013); model.md 1.1.
 */
import { type DirectedPairs, forEachDyad } from './network-reciprocity.js';

export interface ReciprocityAboveChance {
  /** Weighted reciprocity observed, in [0, 1]; null without interactions. */
  readonly observed: number | null;
  /** Mean and sample standard deviation of the null; null when no replicate kept an interaction. */
  readonly nullMean: number | null;
  readonly nullDeviation: number | null;
  /** ρ; null when undefined. */
  readonly aboveChance: number | null;
  readonly replicates: number;
}

/** Compares weighted reciprocity with its shuffled null. Same pairs and seed, same numbers, whatever the order of rows. */
export function compareReciprocityToChance(pairs: DirectedPairs, replicates = 10, seed = 1): ReciprocityAboveChance {
  if (!Number.isInteger(replicates) || replicates < 1)
    throw new RangeError('replicates must be a whole number above 0');
  const observed = weightedReciprocity(pairs.from, pairs.to);
  const { from, to } = sortPairs(pairs);
  const random = mulberry32(seed);
  const samples: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    shuffle(to, random);
    const sample = weightedReciprocity(from, to);
    if (sample !== null) samples.push(sample);
  }
  const nullMean = samples.length > 0 ? samples.reduce((sum, sample) => sum + sample, 0) / samples.length : null;
  const defined = observed !== null && nullMean !== null && nullMean < 1;
  return {
    observed,
    nullMean,
    nullDeviation: nullMean === null ? null : deviation(samples, nullMean),
    aboveChance: defined ? (observed - nullMean) / (1 - nullMean) : null,
    replicates,
  };
}

function weightedReciprocity(from: Int32Array, to: Int32Array): number | null {
  let matched = 0;
  let total = 0;
  forEachDyad(from, to, (one, other) => {
    matched += 2 * Math.min(one, other);
    total += one + other;
  });
  return total > 0 ? matched / total : null;
}

function sortPairs({ from, to }: DirectedPairs): { from: Int32Array; to: Int32Array } {
  const span = to.reduce((max, person) => Math.max(max, person), 0) + 1;
  const keys = Float64Array.from(from, (person, row) => person * span + to[row]!).sort();
  return {
    from: Int32Array.from(keys, (key) => Math.floor(key / span)),
    to: Int32Array.from(keys, (key) => key % span),
  };
}

function shuffle(values: Int32Array, random: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = values[last]!;
    values[last] = values[other]!;
    values[other] = kept;
  }
}

function deviation(samples: readonly number[], mean: number): number {
  if (samples.length < 2) return 0;
  const squares = samples.reduce((sum, sample) => sum + (sample - mean) ** 2, 0);
  return Math.sqrt(squares / (samples.length - 1));
}

/** Uniform numbers in [0, 1) from a 32-bit seed (mulberry32, Tommy Ettinger 2017, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
