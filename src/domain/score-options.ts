import type { Calibration } from './calibration.js';

/** Everything a score run may be asked to do differently; defaults are those of the model. */
export interface ScoreOptions {
  /** Instant of evaluation, milliseconds since the epoch; later interactions do not count. */
  readonly asOf: number;
  /** Days after which an interaction counts half. > 0. */
  readonly halfLifeDays: number;
  /** Days within which an answer is an answer. > 0. */
  readonly answerWindowDays: number;
  readonly calibration: Calibration;
  /** Ids of trusted persons, or null for none: everybody is trusted alike. */
  readonly seeds: readonly string[] | null;
  /** Dialogue days a tie needs before trust flows over it. ≥ 0. */
  readonly trustDays: number;
  /** Whether private interactions count. The store leaves them out when they do not. */
  readonly privateInteractions: 'count' | 'exclude';
  /** Whether the sources record reads and likes; if not, listening is left out and the rest renormalised. */
  readonly attentionTracked: boolean;
  /** Whether the sources record shares; if not, amplification is left out and the rest renormalised. */
  readonly sharesTracked: boolean;
}

export const SCORE_DEFAULTS = {
  halfLifeDays: 60,
  answerWindowDays: 7,
  seeds: null,
  trustDays: 3,
  privateInteractions: 'count',
  attentionTracked: true,
  sharesTracked: true,
} as const;
