import { SCORE_DEFAULTS } from './score-options.js';
import type { ScoreRun } from './score-run.js';

const MILLISECONDS_PER_DAY = 86_400_000;

/** When things are looked at, and how long an answer may take; both in milliseconds, the instant since the epoch. */
export interface Moment {
  readonly asOf: number;
  readonly window: number;
}

/** That of the published run; without one, now with the default window. */
export function momentOf(run: ScoreRun | null, now: number): Moment {
  const days = run?.options.answerWindowDays ?? SCORE_DEFAULTS.answerWindowDays;
  return { asOf: run?.asOf ?? now, window: days * MILLISECONDS_PER_DAY };
}
