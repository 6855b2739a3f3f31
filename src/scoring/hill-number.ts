/*
 * Hill number of order 1: effective number of equally heavy parts.
 * Definition: exp(-Σ p ln p), p = part / Σ parts; 1 … n for n positive parts, n when they are equal, 0 for none.
 * Cost: O(n). Source: Hill, Ecology 54 (1973); model.md 1.5.
 */

/** Effective number of parts among the first `length` non-negative weights. */
export function hillNumber(weights: Float64Array, length: number = weights.length): number {
  let total = 0;
  for (let i = 0; i < length; i++) total += weights[i]!;
  if (!(total > 0)) return 0;
  let entropy = 0;
  for (let i = 0; i < length; i++) {
    const share = weights[i]! / total;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.exp(entropy);
}
