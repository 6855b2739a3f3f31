/*
 * Listening: attention paid to others by reading and liking what they make.
 * Definition: Σ_v τ_v φ(a_uv); ≥ 0.
 * Cost: O(deg). Source: model.md 2.5.
 */
import { saturate } from '../saturation.js';
import type { RelationalMeasure } from './measure.js';

export const listening: RelationalMeasure = {
  name: 'listening',
  part: (tie) => tie.trust * saturate(tie.attention),
};
