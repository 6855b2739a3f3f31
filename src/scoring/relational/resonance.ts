/*
 * Resonance: the share of one's own closed invitations that others answered.
 * Definition: Σ_v τ_v n_A σ(n) / (Σ_v τ_v n σ(n) + b₀); [0, 1).
 * Cost: O(deg). Source: model.md 2.5.
 */
import { thinned } from '../saturation.js';
import type { RelationalRatio } from './measure.js';

const PRIOR_INVITATIONS = 3;

export const resonance: RelationalRatio = {
  name: 'resonance',
  part: (tie) => tie.trust * tie.answered * thinned(tie.invitations),
  whole: (tie) => tie.trust * tie.invitations * thinned(tie.invitations),
  ratio: (parts, wholes) => parts / (wholes + PRIOR_INVITATIONS),
};
