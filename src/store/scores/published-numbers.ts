import type { NetworkScores } from '../../domain/network-scores.js';
import type { PersonKind } from '../../domain/person-kind.js';
import type { NetworkReciprocity, RunOptions } from '../../domain/score-run.js';

/** Rank and percentile of everybody with enough data; see scoring/ranking. */
export interface PublishedRanks {
  readonly position: Int32Array;
  readonly percentile: Float64Array;
}

/** Everything one run publishes; arrays are by position in the input. */
export interface PublishedNumbers {
  readonly idx: Int32Array;
  readonly kinds: readonly PersonKind[];
  readonly written: { readonly scores: Float64Array; readonly ties: Float64Array; readonly mutual: Float64Array };
  readonly scores: NetworkScores;
  readonly ranks: { readonly relational: PublishedRanks; readonly broadcast: PublishedRanks };
  readonly eligible: number;
  readonly options: RunOptions;
  readonly sequence: number;
  readonly reciprocity: NetworkReciprocity;
  /** Whether the run must be published even if no number differs, because its options do. */
  readonly force: boolean;
  /** No run was published before, so that nothing has to be taken back. */
  readonly first: boolean;
}
