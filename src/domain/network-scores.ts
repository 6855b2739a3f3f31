import type { Relating } from './relating.js';

/** The eight relational components, in the order of the model. */
export const RELATIONAL_COMPONENTS = [
  'initiative',
  'responsiveness',
  'resonance',
  'reciprocity',
  'dialogue',
  'breadth',
  'centrality',
  'listening',
] as const;
export type RelationalComponent = (typeof RELATIONAL_COMPONENTS)[number];

/** The three parts of the broadcast score. */
export const BROADCAST_PARTS = ['engagement', 'audience', 'amplification'] as const;
export type BroadcastPart = (typeof BROADCAST_PARTS)[number];

/** The eight pair statistics stored on a tie u→v, in this order. */
export const PAIR_STATISTICS = [
  'effort',
  'initiated',
  'attention',
  'obligations',
  'answered_credit',
  'invitations',
  'answered',
  'switches',
] as const;
export type PairStatistic = (typeof PAIR_STATISTICS)[number];

/** Scores of one run as columns by person; positions are those of the input. Nothing is null here; see `kinds` for who has no score. */
export interface PersonScores {
  /** 0 ≤ R < 100. 0 for organisations and bots. */
  readonly relational: Float64Array;
  /** ≥ 0, may exceed 100. 0 for bots. */
  readonly broadcast: Float64Array;
  /** [0, 1]. */
  readonly trust: Float64Array;
  /** Saturated, trust-weighted effort given and received. */
  readonly given: Float64Array;
  readonly received: Float64Array;
  /** [0, 1): how much evidence stands behind the numbers. */
  readonly confidence: Float64Array;
  /** Effective number of mutual relationships (Hill number of order 1). */
  readonly effectiveRelationships: Float64Array;
  /** Number of mutual ties. */
  readonly mutualTies: Int32Array;
  /** Interactions given and received between persons, counted and undecayed; of organisations, what persons did towards them. */
  readonly interactions: Int32Array;
  /** Unsquashed components by name. */
  readonly components: Readonly<Record<RelationalComponent, Float64Array>>;
  readonly parts: Readonly<Record<BroadcastPart, Float64Array>>;
}

/**
 * Ordered pairs u→v in which a person acted on a person or an organisation, as columns; sorted by from, then to (code points of
 * ids). Statistics are values at asOf; towards an organisation all but effort are 0.
 */
export interface TieColumns {
  readonly length: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly interactions: Int32Array;
  readonly statistics: Readonly<Record<PairStatistic, Float64Array>>;
  /** The same statistics relative to the landmark (forward decay), as they are stored. */
  readonly landmarked: Readonly<Record<PairStatistic, Float64Array>>;
  /** Mutual tie strength m_uv, 0 when one-sided; equal for both directions. */
  readonly strength: Float64Array;
}

export interface NetworkScores {
  readonly people: PersonScores;
  readonly ties: TieColumns;
  /** Landmark of the stored statistics in half-lives since the epoch, a multiple of 512. */
  readonly landmark: number;
  readonly trustMode: 'none' | 'seeded';
  /** Seeds that are not in the data. */
  readonly unknownSeeds: readonly string[];
  readonly componentsMissing: readonly RelationalComponent[];
  readonly relating: Relating;
}
