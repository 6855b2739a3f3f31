/*
 * Dialogue: turn switches kept up with others; a monologue of any length has none.
 * Definition: Σ_v τ_v φ(t_uv); ≥ 0.
 * Cost: O(deg). Source: model.md 1.3, 2.5.
 */
import { saturate } from '../saturation.js';
import type { RelationalMeasure } from './measure.js';

export const dialogue: RelationalMeasure = {
  name: 'dialogue',
  part: (tie) => tie.trust * saturate(tie.switches),
};
