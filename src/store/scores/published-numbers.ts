import type { NetworkScores } from '../../domain/network-scores.js';
import type { PersonKind } from '../../domain/person-kind.js';
import type { NetworkReciprocity, RunOptions } from '../../domain/score-run.js';
import type { WrittenNumbers } from './score-reading.js';

/** Rank and percentile of everybody with enough data; see scoring/ranking. */
export interface PublishedRanks {
  readonly position: Int32Array;
  readonly percentile: Float64Array;
}

/** Everything one run publishes; arrays are by position in the input. */
export interface PublishedNumbers {
  readonly idx: Int32Array;
  readonly kinds: readonly PersonKind[];
  /** Id of each interaction that was read. */
  readonly interactionIds: readonly string[];
  /** Ids of interactions that do not count, and whose outcome was written. */
  readonly leftOut: readonly string[];
  readonly written: WrittenNumbers;
  readonly scores: NetworkScores;
  readonly ranks: {
    readonly relational: PublishedRanks;
    readonly broadcast: PublishedRanks;
    readonly talkedAbout: PublishedRanks;
  };
  /** Percentiles among people of similar load; NaN where undefined. */
  readonly capacity: { readonly relational: Float64Array; readonly responseRate: Float64Array };
  readonly eligible: number;
  readonly options: RunOptions;
  readonly sequence: number;
  readonly reciprocity: NetworkReciprocity;
  /** Whether the run must be published even if no number differs, because its options do. */
  readonly force: boolean;
  /** Nothing was written before, so that nothing has to be taken back. */
  readonly first: boolean;
}
