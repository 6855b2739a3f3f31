/*
 * Relational centrality: how often a walk along mutual ties comes by, times the effective number of persons it reaches.
 * Definition: n̂ π_u, 0 without a mutual tie; ≥ 0. One alter's part is the inflow (1-α) n̂ π_v m_uv / Σ_w m_vw; the rest is restart.
 * Cost: O(1) once the walk is done. Source: model.md 1.6, 2.5.
 */
import { RESTART } from '../random-walk.js';
import type { RelationalMeasure } from './measure.js';

export const centrality: RelationalMeasure = {
  name: 'centrality',
  part: (tie) => (tie.strength > 0 ? ((1 - RESTART) * tie.centrality * tie.strength) / tie.totalStrength : 0),
};
