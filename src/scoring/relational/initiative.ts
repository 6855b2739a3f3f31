/*
 * Initiative: first moves towards others, worth more where they tend to be answered.
 * Definition: Σ_v τ_v φ(i_uv) [ε + (1-ε) ψ_uv], ψ_uv = (n_A + a ψ₀) / (n + a); ≥ 0.
 * Cost: O(deg). Source: model.md 2.5.
 */
import { saturate } from '../saturation.js';
import type { RelationalMeasure } from './measure.js';

const UNANSWERED_CREDIT = 0.25;
const PRIOR_INVITATIONS = 2;
const PRIOR_ANSWER_RATE = 0.25;

export const initiative: RelationalMeasure = {
  name: 'initiative',
  part: (tie) => {
    const answerRate = (tie.answered + PRIOR_INVITATIONS * PRIOR_ANSWER_RATE) / (tie.invitations + PRIOR_INVITATIONS);
    return tie.trust * saturate(tie.initiated) * (UNANSWERED_CREDIT + (1 - UNANSWERED_CREDIT) * answerRate);
  },
};
