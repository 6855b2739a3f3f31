/*
 * Reciprocity: how much of all effort given and received is matched by the other side.
 * Definition: Σ_v τ_v 2 min(φ_uv, φ_vu) / (Σ_v τ_v (φ_uv + φ_vu) + q₀); [0, 1).
 * Cost: O(deg). Source: after Squartini, Picciolo, Ruzzenenti, Garlaschelli, Sci. Rep. 3:2729 (2013); model.md 1.1, 2.5.
 */
import type { RelationalRatio } from './measure.js';

const PRIOR_EFFORT = 2;

export const reciprocity: RelationalRatio = {
  name: 'reciprocity',
  part: (tie) => tie.trust * 2 * Math.min(tie.given, tie.received),
  whole: (tie) => tie.trust * (tie.given + tie.received),
  ratio: (parts, wholes) => parts / (wholes + PRIOR_EFFORT),
};
