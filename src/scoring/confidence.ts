/*
 * Confidence: how much evidence stands behind a person's numbers.
 * Definition: n_eff/(n_eff+10) * k_eff/(k_eff+2); n_eff = (Σ w)²/Σ w² over the decayed interactions given and received (Kish),
 * k_eff = exp(-Σ p ln p) over alters, p ∝ the decayed interactions with each. [0, 1); 0 for no history.
 * Cost: O(E + D). Source: Kish 1965 for n_eff; model.md 1.10.
 */
import type { OrderedInteractions } from './canonical-order.js';
import type { Contacts } from './contacts.js';
import type { ForwardDecay } from './forward-decay.js';
import { hillNumber } from './hill-number.js';

const HALF_SURE_INTERACTIONS = 10;
const HALF_SURE_ALTERS = 2;

/** Kish's effective sample size from Σ w and Σ w²; 0 when there is nothing. */
export function effectiveSampleSize(sum: number, sumOfSquares: number): number {
  return sumOfSquares > 0 ? (sum * sum) / sumOfSquares : 0;
}

/** Confidence from effective numbers of interactions and of alters, in [0, 1). */
export function confidence(interactions: number, alters: number): number {
  return (interactions / (interactions + HALF_SURE_INTERACTIONS)) * (alters / (alters + HALF_SURE_ALTERS));
}

/** Confidence of every person and organisation by rank; acts of persons towards organisations speak for the latter only. */
export function computeConfidence(
  rows: OrderedInteractions,
  contacts: Contacts,
  isPerson: Uint8Array,
  decay: ForwardDecay,
): Float64Array {
  const evidence = sumEvidence(rows, decay);
  const weights = new Float64Array(contacts.alters.length);
  return Float64Array.from(isPerson, (person, rank) => {
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (let entry = contacts.offsets[rank]!; entry < contacts.offsets[rank + 1]!; entry++) {
      const dyad = contacts.slots[entry]! >> 1;
      if (person && !rows.social[dyad]) continue;
      weights[count++] = evidence.sums[dyad]!;
      sum += evidence.sums[dyad]!;
      squares += evidence.squares[dyad]!;
    }
    return confidence(effectiveSampleSize(sum, squares), hillNumber(weights, count));
  });
}

function sumEvidence(rows: OrderedInteractions, decay: ForwardDecay): { sums: Float64Array; squares: Float64Array } {
  const sums = new Float64Array(rows.dyads);
  const squares = new Float64Array(rows.dyads);
  for (let dyad = 0; dyad < rows.dyads; dyad++) {
    for (let row = rows.offsets[dyad]!; row < rows.offsets[dyad + 1]!; row++) {
      const weight = decay.weight(rows.day[row]!);
      sums[dyad]! += weight;
      squares[dyad]! += weight * weight;
    }
  }
  return { sums, squares };
}
