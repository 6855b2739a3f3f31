import type { RelationalComponent } from '../../domain/network-scores.js';
import type { AlterTie } from '../alter-tie.js';

/** One relational component, made of a part from each alter. */
export interface RelationalMeasure {
  readonly name: RelationalComponent;
  /** What one alter adds to the sum, or to the numerator of the ratio. ≥ 0. */
  part(tie: AlterTie): number;
}

/** A component that is a ratio of two sums over alters, shrunk towards 0. */
export interface RelationalRatio extends RelationalMeasure {
  /** What one alter adds to the denominator. ≥ part. */
  whole(tie: AlterTie): number;
  /** Raw component in [0, 1) from both sums. */
  ratio(parts: number, wholes: number): number;
}
