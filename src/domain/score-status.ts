import type { Person, StoredScores } from './person.js';
import type { ScoreRun } from './score-run.js';

/** Why scores are there or not. */
export const ScoreStatus = {
  OK: 'OK',
  NOT_ENOUGH_DATA: 'NOT_ENOUGH_DATA',
  NOT_COMPUTED: 'NOT_COMPUTED',
  ORGANISATION: 'ORGANISATION',
  BOT: 'BOT',
} as const;
export type ScoreStatus = (typeof ScoreStatus)[keyof typeof ScoreStatus];

/** What an account's scores are called when they are asked for. */
export function scoreStatus(person: Person, run: ScoreRun | null, minInteractions: number): ScoreStatus {
  if (person.kind === 'bot') return ScoreStatus.BOT;
  if (run === null || person.scores === null) return ScoreStatus.NOT_COMPUTED;
  if (person.kind === 'organisation') return ScoreStatus.ORGANISATION;
  return person.scores.interactions < minInteractions ? ScoreStatus.NOT_ENOUGH_DATA : ScoreStatus.OK;
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

/** What may be said of an account's scores: nothing that the status or the run says is not known. */
export interface ShownScores {
  readonly status: ScoreStatus;
  /** Everything, where both scores are there. */
  readonly all:
    | (Omit<StoredScores, 'components'> & { readonly components: Nullable<StoredScores['components']> })
    | null;
  /** Of persons with enough data and of organisations. */
  readonly broadcast: number | null;
  readonly parts: Nullable<StoredScores['parts']> | null;
}

export function shownScores(person: Person, run: ScoreRun | null, minInteractions: number): ShownScores {
  const status = scoreStatus(person, run, minInteractions);
  const stored = person.scores;
  if (run === null || stored === null || !(status === ScoreStatus.OK || status === ScoreStatus.ORGANISATION))
    return { status, all: null, broadcast: null, parts: null };
  const { attentionTracked, sharesTracked } = run.options;
  const components = { ...stored.components, ...(attentionTracked ? {} : { listening: null }) };
  return {
    status,
    all: status === ScoreStatus.OK ? { ...stored, components } : null,
    broadcast: stored.broadcast,
    parts: { ...stored.parts, ...(sharesTracked ? {} : { amplification: null }) },
  };
}
