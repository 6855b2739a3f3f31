/*
 * Responsiveness: the share of others' closed invitations that were answered, quick answers counting more.
 * Definition: Σ_v τ_v A_uv σ(o_uv) / (Σ_v τ_v o_uv σ(o_uv) + b₀); [0, 1). A quick answer never lowers it.
 * Cost: O(deg). Source: model.md 2.5, 3.11.
 */
import { thinned } from '../saturation.js';
import type { RelationalRatio } from './measure.js';

const PRIOR_OBLIGATIONS = 3;

export const responsiveness: RelationalRatio = {
  name: 'responsiveness',
  part: (tie) => tie.trust * tie.answeredCredit * thinned(tie.obligations),
  whole: (tie) => tie.trust * tie.obligations * thinned(tie.obligations),
  ratio: (parts, wholes) => parts / (wholes + PRIOR_OBLIGATIONS),
};
