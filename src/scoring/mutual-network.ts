/*
 * Mutual network: undirected graph of the ties that both sides keep up.
 * Definition: m_uv = 2 φ(x_uv) φ(x_vu) / (φ(x_uv) + φ(x_vu)), the harmonic mean of what each gives; 0 when one-sided, so
 * one-sided attention makes no edge; never above twice what the weaker side gives.
 * Cost: O(D). Source: model.md 1.4, 2.3.
 */
import type { Contacts } from './contacts.js';

/** Compressed sparse rows of mutual ties; alters of a person in ascending rank. */
export interface MutualNetwork {
  readonly persons: number;
  readonly offsets: Int32Array;
  readonly alters: Int32Array;
  readonly strengths: Float64Array;
  /** Σ of strengths by person. */
  readonly totals: Float64Array;
}

/** Strength m of a mutual tie from saturated effort given and received, in [0, κ). */
export function mutualStrength(given: number, received: number): number {
  return given > 0 && received > 0 ? (2 * given * received) / (given + received) : 0;
}

/** Strength of every dyad from saturated effort by slot. */
export function dyadStrengths(saturated: Float64Array): Float64Array {
  const strengths = new Float64Array(saturated.length / 2);
  for (let dyad = 0; dyad < strengths.length; dyad++) {
    strengths[dyad] = mutualStrength(saturated[dyad * 2]!, saturated[dyad * 2 + 1]!);
  }
  return strengths;
}

/** Builds the network of the dyads with a strength above 0 that `keep` lets pass. */
export function buildMutualNetwork(
  contacts: Contacts,
  strengthOf: Float64Array,
  keep: (dyad: number) => boolean = () => true,
): MutualNetwork {
  const persons = contacts.offsets.length - 1;
  const offsets = new Int32Array(persons + 1);
  const alters = new Int32Array(contacts.alters.length);
  const strengths = new Float64Array(contacts.alters.length);
  const totals = new Float64Array(persons);
  let count = 0;
  for (let person = 0; person < persons; person++) {
    for (let entry = contacts.offsets[person]!; entry < contacts.offsets[person + 1]!; entry++) {
      const dyad = contacts.slots[entry]! >> 1;
      if (!(strengthOf[dyad]! > 0) || !keep(dyad)) continue;
      alters[count] = contacts.alters[entry]!;
      strengths[count++] = strengthOf[dyad]!;
      totals[person]! += strengthOf[dyad]!;
    }
    offsets[person + 1] = count;
  }
  return { persons, offsets, alters: alters.slice(0, count), strengths: strengths.slice(0, count), totals };
}

/** Number of mutual ties of a person. */
export function degreeOf(network: MutualNetwork, person: number): number {
  return network.offsets[person + 1]! - network.offsets[person]!;
}
