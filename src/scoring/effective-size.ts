/*
 * Effective size of a person's network of mutual ties (Burt), unweighted.
 * Definition: e = n - 2t/n, n alters, t ties among them; a closed clique of any size has e = 1. Efficiency = e/n in (0, 1].
 * Cost: O(Σ deg^1.5) by counting each triangle once from its person of lowest degree.
 * Source: Burt 1992; Borgatti 1997 for the form; model.md 1.5.
 */
import { degreeOf, type MutualNetwork } from './mutual-network.js';

/** Burt's effective size from n alters and t ties among them; 0 for nobody. */
export function effectiveSize(alters: number, tiesAmongThem: number): number {
  return alters === 0 ? 0 : alters - (2 * tiesAmongThem) / alters;
}

/** Effective size divided by the number of alters, by person; 0 for nobody. */
export function efficiencies(network: MutualNetwork): Float64Array {
  return countTiesAmongAlters(network).map((ties, person) => {
    const alters = degreeOf(network, person);
    return alters === 0 ? 0 : effectiveSize(alters, ties) / alters;
  });
}

/** Ties among the alters of each person (triangles through the person). */
export function countTiesAmongAlters(network: MutualNetwork): Float64Array {
  const upward = pointToHigherDegree(network);
  const counts = new Float64Array(network.persons);
  const seenFrom = new Int32Array(network.persons).fill(-1);
  for (let person = 0; person < network.persons; person++) {
    for (let i = upward.offsets[person]!; i < upward.offsets[person + 1]!; i++) seenFrom[upward.alters[i]!] = person;
    for (let i = upward.offsets[person]!; i < upward.offsets[person + 1]!; i++) {
      const second = upward.alters[i]!;
      for (let j = upward.offsets[second]!; j < upward.offsets[second + 1]!; j++) {
        const third = upward.alters[j]!;
        if (seenFrom[third] !== person) continue;
        counts[person]!++;
        counts[second]!++;
        counts[third]!++;
      }
    }
  }
  return counts;
}

function pointToHigherDegree(network: MutualNetwork): { offsets: Int32Array; alters: Int32Array } {
  const offsets = new Int32Array(network.persons + 1);
  const alters = new Int32Array(network.alters.length / 2);
  let count = 0;
  for (let person = 0; person < network.persons; person++) {
    const degree = degreeOf(network, person);
    for (let tie = network.offsets[person]!; tie < network.offsets[person + 1]!; tie++) {
      const alter = network.alters[tie]!;
      const above = degreeOf(network, alter) - degree || alter - person;
      if (above > 0) alters[count++] = alter;
    }
    offsets[person + 1] = count;
  }
  return { offsets, alters };
}
