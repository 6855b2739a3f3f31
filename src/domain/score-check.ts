/** What a Cypher twin recomputes. */
export const TWINS = ['effort', 'strength', 'centrality', 'reach', 'reciprocity'] as const;
export type Twin = (typeof TWINS)[number];

/** A published number that its twin does not confirm. */
export interface ScoreDifference {
  readonly what: Twin;
  /** Ids: one person, the two ends of a tie, or nobody for a number of the whole network. */
  readonly who: readonly string[];
  readonly stored: number;
  readonly recomputed: number;
}

/** One twin's findings; at most the first 1,000 differences are named. */
export interface TwinReport {
  readonly checked: number;
  readonly different: number;
  readonly differences: readonly ScoreDifference[];
}
