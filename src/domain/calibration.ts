/** Frozen reference points that turn raw components into numbers between people of different communities. */
export interface Calibration {
  readonly version: string;
  /** Raw value at which an extensive component is squashed to one half. > 0. */
  readonly relational: {
    readonly initiative: number;
    readonly dialogue: number;
    readonly breadth: number;
    readonly centrality: number;
    readonly listening: number;
  };
  /** Median and 99.9th percentile of the reference population; a part of `top` counts as 1. > 0. */
  readonly broadcast: {
    readonly engagement: { readonly median: number; readonly top: number };
    readonly audience: { readonly median: number; readonly top: number };
    readonly amplification: { readonly median: number; readonly top: number };
  };
}
