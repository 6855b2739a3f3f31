import type { BroadcastPart, RelationalComponent } from './network-scores.js';
import type { Person } from './person.js';

/** How much of a number one alter accounts for. */
export interface NamedShare {
  /** Number of the alter in the graph. */
  readonly idx: number;
  /** [0, 1]. */
  readonly share: number;
  /** In the unit of the raw number. */
  readonly amount: number;
}

/** Who is behind a number: the first alters by name, the others as sums, everything as shares in [0, 1]. */
export interface ShareBreakdown {
  readonly alters: readonly NamedShare[];
  /** Alters beyond those named. */
  readonly otherShare: number;
  /** Alters with whom there are private interactions that the run counted; they are not named. */
  readonly hiddenShare: number;
}

/** One number that a score is made of. */
export interface ScorePart<Name> {
  readonly name: Name;
  /** Share in the score's formula, [0, 1]; the weights of a score add up to 1. */
  readonly weight: number;
  /** Null where the run did not observe it. */
  readonly raw: number | null;
  /** After squashing against the calibration; null where the run did not observe it. */
  readonly squashed: number | null;
  /** Points of the score; they add up to it. */
  readonly contribution: number;
}

export interface ExplainedComponent extends ScorePart<RelationalComponent>, ShareBreakdown {}

/** What and who makes up one account's scores; null where the kind of account has none. */
export interface Explanation {
  readonly person: Person;
  readonly relational: { readonly score: number; readonly components: readonly ExplainedComponent[] } | null;
  readonly broadcast: {
    readonly score: number;
    readonly parts: readonly ScorePart<BroadcastPart>[];
    readonly engagers: ShareBreakdown;
  } | null;
}
