import type { MutualNetwork } from '../../../src/scoring/mutual-network.js';

/** A mutual network of persons 0 … n-1 from [one, other, strength] rows. */
export function mutualNetwork(persons: number, ties: readonly (readonly [number, number, number])[]): MutualNetwork {
  const both = [...ties, ...ties.map(([one, other, strength]) => [other, one, strength] as const)];
  const sorted = both.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const offsets = new Int32Array(persons + 1);
  const totals = new Float64Array(persons);
  for (const [one, , strength] of sorted) {
    offsets[one + 1]!++;
    totals[one]! += strength;
  }
  for (let person = 0; person < persons; person++) offsets[person + 1]! += offsets[person]!;
  return {
    persons,
    offsets,
    alters: Int32Array.from(sorted, ([, other]) => other),
    strengths: Float64Array.from(sorted, ([, , strength]) => strength),
    totals,
  };
}
