/*
 * Breadth: a soft count of mutual ties, discounted when the alters are one closed circle.
 * Definition: [Σ_v τ_v m_uv / (m_uv + m₀)] * √(effective size / contacts); ≥ 0.
 * Cost: O(deg) once effective sizes are known. Source: Burt 1992 for the effective size; model.md 1.5, 2.5.
 */
import type { AlterTie } from '../alter-tie.js';
import type { RelationalMeasure } from './measure.js';

const HALF_COUNT_STRENGTH = 1;

export const breadth = {
  name: 'breadth' as const,
  part: (tie: AlterTie) => (tie.trust * tie.strength) / (tie.strength + HALF_COUNT_STRENGTH),
  /** Raw component from the sum of parts and the efficiency (effective size / contacts) in [0, 1]. */
  discount: (parts: number, efficiency: number) => parts * Math.sqrt(efficiency),
} satisfies RelationalMeasure & { discount: unknown };
