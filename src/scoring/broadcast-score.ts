/*
 * Broadcast score B: what comes back for what somebody puts out, Klout-like, kept apart from relating.
 * Definition: engagement E = Σ_v τ_v φ(x_vu) (with seeds, engagers without trust add 10 F₀/(10+F₀), F₀ their summed φ);
 * audience A = exp(-Σ p ln p), p_v ∝ τ_v φ(x_vu); amplification M (share-cascade).
 * B = 100 (.5 L(E) + .3 L(A) + .2 L(M)), L(z) = ln(1+z/s) / ln(1+Z/s), not capped; ≥ 0.
 * Cost: O(D). Source: after Rao, Spasojevic, Li, DSouza, arXiv 1510.08487 (2015); model.md 2.4.
 */
import type { Calibration } from '../domain/calibration.js';
import { BROADCAST_PARTS, type BroadcastPart } from '../domain/network-scores.js';
import type { Contacts } from './contacts.js';
import { hillNumber } from './hill-number.js';
import { capped } from './saturation.js';

const NEWCOMER_CAP = 10;

export type PartValues = Readonly<Record<BroadcastPart, number>>;

/** Weights of the three parts; renormalised when the sources record no shares. */
export function partWeights(sharesTracked: boolean): PartValues {
  return sharesTracked
    ? { engagement: 0.5, audience: 0.3, amplification: 0.2 }
    : { engagement: 0.625, audience: 0.375, amplification: 0 };
}

/** L of one raw part z ≥ 0: 0 at 0, 1 at the reference's top, may exceed 1. */
export function squashPart(part: BroadcastPart, raw: number, calibration: Calibration): number {
  const { median, top } = calibration.broadcast[part];
  return Math.log(1 + raw / median) / Math.log(1 + top / median);
}

/** What one part contributes to B; the three add up to B. */
export function partContribution(
  part: BroadcastPart,
  raw: PartValues,
  weights: PartValues,
  calibration: Calibration,
): number {
  return 100 * weights[part] * squashPart(part, raw[part], calibration);
}

/** B of one person from raw parts; ≥ 0, may exceed 100. */
export function broadcastScore(raw: PartValues, weights: PartValues, calibration: Calibration): number {
  let sum = 0;
  for (const part of BROADCAST_PARTS) sum += partContribution(part, raw, weights, calibration);
  return sum;
}

/** What all engagers without trust add together, from their summed φ; below 10, and 0 unless seeds are configured. */
export function newcomersEngagement(untrusted: number, seeded: boolean): number {
  return seeded ? capped(untrusted, NEWCOMER_CAP) : 0;
}

/** Engagement, effective audience, and the trust-weighted effort received, as columns by person. */
export interface ReceivedColumns {
  readonly engagement: Float64Array;
  readonly audience: Float64Array;
  readonly received: Float64Array;
}

/** Sums what every person and organisation receives from persons. `saturated` is φ(x) by slot; only persons have trust. */
export function sumReceived(
  contacts: Contacts,
  saturated: Float64Array,
  trust: Float64Array,
  seeded: boolean,
): ReceivedColumns {
  const { engagement, audience, received } = createColumns(trust.length);
  const weights = new Float64Array(contacts.alters.length);
  for (let person = 0; person < trust.length; person++) {
    const start = contacts.offsets[person]!;
    const degree = contacts.offsets[person + 1]! - start;
    let untrusted = 0;
    for (let i = 0; i < degree; i++) {
      const effort = saturated[contacts.slots[start + i]! ^ 1]!;
      const alterTrust = trust[contacts.alters[start + i]!]!;
      if (alterTrust === 0) untrusted += effort;
      weights[i] = alterTrust * effort;
      received[person]! += weights[i]!;
    }
    engagement[person] = received[person]! + newcomersEngagement(untrusted, seeded);
    audience[person] = hillNumber(weights, degree);
  }
  return { engagement, audience, received };
}

function createColumns(persons: number): ReceivedColumns {
  const column = (): Float64Array => new Float64Array(persons);
  return { engagement: column(), audience: column(), received: column() };
}
