import type { RelationalComponent } from './network-scores.js';

/** Weights asked for by component; what is absent keeps the model's. */
export type WeightProfile = Readonly<Partial<Record<RelationalComponent, number | null>>>;

/** One component of a relational score under a weight profile. */
export interface RelatingSpoke {
  readonly name: RelationalComponent;
  /** Squashed value, [0, 1); null where the run did not observe it. */
  readonly level: number | null;
  /** [0, 1]; all sum to 1. */
  readonly weight: number;
  /** Part of the score, ≥ 0; all sum to it. */
  readonly contribution: number;
}

export interface RelatingProfile {
  /** [0, 100). */
  readonly relational: number;
  readonly spokes: readonly RelatingSpoke[];
}
