import type { ScoreOptions } from './score-options.js';

/** Version of the formulas; any change of a number changes it. */
export const MODEL_VERSION = '4';

/** Everything that decides the numbers of a run besides the interactions, as kept with the run. */
export interface RunOptions extends ScoreOptions {
  /** The instant was asked for; otherwise it is that of the run, and moves on with the next one. */
  readonly fixedAsOf: boolean;
}

/** Network reciprocity beside a null model in which everybody acts as much but on whom is shuffled. */
export interface NetworkReciprocity {
  /** Mean weighted reciprocity of the shuffled networks, [0, 1]; null without interactions. */
  readonly nullMean: number | null;
  readonly nullDeviation: number | null;
  /** (r − mean)/(1 − mean): 0 is chance, below is anti-reciprocal; at most 1. */
  readonly excess: number | null;
}

/** A published score run. */
export interface ScoreRun {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly computedAt: number;
  readonly asOf: number;
  /** Ledger sequence up to which interactions were read. */
  readonly sequence: number;
  /** Ledger sequence now; above `sequence` there is news. */
  readonly ledgerSequence: number;
  readonly options: RunOptions;
  readonly modelVersion: string;
  readonly trustMode: 'none' | 'seeded';
  /** Persons with enough data, among whom ranks and percentiles are given. */
  readonly eligible: number;
  readonly landmark: number;
  readonly reciprocity: NetworkReciprocity;
}
