import type { PairStatistic } from './network-scores.js';
import type { Person } from './person.js';
import type { DyadReciprocity } from './reciprocity.js';
import type { ScoreRun } from './score-run.js';

export type TieStatistics = Readonly<Record<PairStatistic, number>>;

/** Everything one person did towards another. */
export interface DirectedTie {
  readonly interactions: number;
  /** How many of them were private. */
  readonly private: number;
  /** Interactions by kind, most first, then by name. */
  readonly countsByKind: readonly { readonly kind: string; readonly count: number }[];
  /** Milliseconds since the epoch. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  /** Pair statistics at the run's instant; null when no run has seen the tie. */
  readonly statistics: TieStatistics | null;
}

/** Both directions between two people; null where nobody acted. */
export interface Tie {
  readonly a: Person;
  readonly b: Person;
  readonly outgoing: DirectedTie | null;
  readonly incoming: DirectedTie | null;
  /** Strength of the mutual tie, (0, 4); null when it is one-sided. */
  readonly strength: number | null;
  readonly reciprocity: DyadReciprocity;
}

/** One entry in a list of somebody's ties. */
export interface TieEntry {
  readonly person: Person;
  readonly tie: DirectedTie;
  readonly strength: number | null;
}

/** One entry in a list of somebody's mutual ties. */
export interface Neighbour {
  readonly person: Person;
  readonly strength: number;
}

/** One alter of an explained person: the stored ties both ways and what is known about the alter. */
export interface Alter {
  readonly idx: number;
  readonly trust: number;
  readonly centrality: number;
  /** Σ of the strengths of all the alter's mutual ties. */
  readonly totalStrength: number;
  readonly outgoing: DirectedTie | null;
  readonly incoming: DirectedTie | null;
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** Whole UTC days since the epoch of a run's instant. */
export function dayOfRun(run: ScoreRun): number {
  return Math.floor(run.asOf / MILLISECONDS_PER_DAY);
}

/** Factor that brings statistics stored relative to a run's landmark to its instant, in (0, 1]; see scoring/forward-decay. */
export function presentFactor(run: ScoreRun): number {
  return 2 ** (run.landmark - dayOfRun(run) / run.options.halfLifeDays);
}
