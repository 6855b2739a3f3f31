/*
 * Reciprocity of a whole network, from its interactions: binary, above density, weighted.
 * Definition: binary r = L↔/L; Garlaschelli-Loffredo ρ = (r - ā)/(1 - ā), ā = L/(N(N-1)); weighted r = Σ min(w_ij, w_ji)/Σ w_ij,
 * w = number of interactions i→j, N = persons with an interaction. Ratios are null where undefined.
 * Cost: O(E log E). Source: Garlaschelli & Loffredo, PRL 93:268701 (2004); Squartini et al., Sci. Rep. 3:2729 (2013); model.md 1.1.
 */
import type { ScoreInput } from '../domain/score-input.js';

/** Who acted on whom, as columns by interaction. */
export interface DirectedPairs {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface NetworkReciprocity {
  readonly persons: number;
  readonly interactions: number;
  /** Directed pairs with at least one interaction. */
  readonly ties: number;
  /** [0, 1], or null without interactions. */
  readonly binary: number | null;
  /** (-∞, 1], or null without interactions or in a complete graph. */
  readonly aboveDensity: number | null;
  /** [0, 1], or null without interactions. */
  readonly weighted: number | null;
}

/** Interactions of any kind between two different persons, up to an instant. */
export function pairsBetweenPersons(input: ScoreInput, asOf: number): DirectedPairs {
  const { actor, target, at, length } = input.interactions;
  const isPerson = Uint8Array.from(input.kinds, (kind) => Number(kind === 'person'));
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) {
    const counts = isPerson[actor[row]!]! & isPerson[target[row]!]! & Number(at[row]! <= asOf);
    if (!counts || actor[row] === target[row]) continue;
    from[count] = actor[row]!;
    to[count++] = target[row]!;
  }
  return { from: from.subarray(0, count), to: to.subarray(0, count) };
}

/** Reciprocity of the network of these interactions; self pairs are left out. */
export function measureReciprocity(pairs: DirectedPairs): NetworkReciprocity {
  const counts = { ties: 0, mutualTies: 0, interactions: 0, matched: 0 };
  forEachDyad(pairs.from, pairs.to, (one, other) => {
    counts.ties += Number(one > 0) + Number(other > 0);
    counts.mutualTies += one > 0 && other > 0 ? 2 : 0;
    counts.interactions += one + other;
    counts.matched += 2 * Math.min(one, other);
  });
  const persons = countPersons(pairs);
  const binary = counts.ties > 0 ? counts.mutualTies / counts.ties : null;
  const density = counts.ties / (persons * (persons - 1));
  return {
    persons,
    interactions: counts.interactions,
    ties: counts.ties,
    binary,
    aboveDensity: binary === null || density === 1 ? null : (binary - density) / (1 - density),
    weighted: counts.interactions > 0 ? counts.matched / counts.interactions : null,
  };
}

/** Calls `visit` with the numbers of interactions both ways, for each dyad with any. Self pairs fall out. */
export function forEachDyad(from: Int32Array, to: Int32Array, visit: (one: number, other: number) => void): void {
  const { keys, span } = sortDyads(from, to);
  for (let i = 0; i < keys.length; ) {
    const upward = keys[i]! - (keys[i]! % 2);
    const start = i;
    while (i < keys.length && keys[i] === upward) i++;
    const one = i - start;
    while (i < keys.length && keys[i] === upward + 1) i++;
    const low = Math.floor(upward / 2 / span);
    if (upward / 2 - low * span !== low) visit(one, i - start - one);
  }
}

/** One sortable number per interaction: lower person, higher person, direction. Exact below 67 million persons. */
function sortDyads(from: Int32Array, to: Int32Array): { keys: Float64Array; span: number } {
  let span = 1;
  for (let row = 0; row < from.length; row++) span = Math.max(span, from[row]! + 1, to[row]! + 1);
  const keys = new Float64Array(from.length);
  for (let row = 0; row < from.length; row++) {
    const low = Math.min(from[row]!, to[row]!);
    const high = Math.max(from[row]!, to[row]!);
    keys[row] = (low * span + high) * 2 + Number(low !== from[row]);
  }
  return { keys: keys.sort(), span };
}

function countPersons({ from, to }: DirectedPairs): number {
  const persons = new Set<number>();
  for (let row = 0; row < from.length; row++) {
    if (from[row] !== to[row]) persons.add(from[row]!).add(to[row]!);
  }
  return persons.size;
}
