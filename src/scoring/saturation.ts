/*
 * Saturation: caps that keep one day and one relationship from counting without bound.
 * Definition: cap * x / (cap + x): 0 at 0, slope 1 there, strictly increasing, below the cap.
 * Cost: O(1). Source: model.md 2.1, 2.2.
 */

/** Cap of one day's acts of one person towards one person. */
export const DAY_CAP = 3;
/** Cap of one day's turn switches of a dyad. */
export const DAY_SWITCH_CAP = 6;
/** Cap κ of one relationship. */
export const TIE_CAP = 4;

/** Amount under a cap, in [0, cap). */
export function capped(amount: number, cap: number): number {
  return (cap * amount) / (cap + amount);
}

/** φ: amount of one relationship under its cap κ, in [0, κ). Always applied after decay. */
export function saturate(amount: number): number {
  return capped(amount, TIE_CAP);
}

/** φ of every amount in a column, each times a factor first. */
export function saturateColumn(amounts: Float64Array, factor: number): Float64Array {
  const saturated = new Float64Array(amounts.length);
  for (let i = 0; i < amounts.length; i++) saturated[i] = saturate(amounts[i]! * factor);
  return saturated;
}

/** σ: weight of each of `amount` invitations between two persons, in (0, 1], so that their sum stays below κ. */
export function thinned(amount: number): number {
  return TIE_CAP / (TIE_CAP + amount);
}
