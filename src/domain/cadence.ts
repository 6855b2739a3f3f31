/** How regularly somebody acts; days are whole UTC days since the epoch. */
export interface Cadence {
  /** Distinct days with an act, ≥ 0. */
  readonly activeDays: number;
  /** μ/(μ+σ) of the gaps between consecutive active days, (0, 1], 1 for a clockwork; null below 3 active days. */
  readonly regularity: number | null;
  /** Most days between two active days, or since the last one, ≥ 0; null without acts. */
  readonly longestSilence: number | null;
  /** Days since the last active one, ≥ 0; null without acts. */
  readonly silence: number | null;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

export const TIE_WEATHERS = ['WARMING', 'STEADY', 'COOLING', 'SILENT', 'REVIVED'] as const;
/** Where a tie is going: denser, as before, thinner, nowhere, or back after a silence. */
export type TieWeatherState = (typeof TIE_WEATHERS)[number];

/** Where a tie is going, measured by its own rhythm, with the numbers that decided. All in days. */
export interface TieWeather {
  readonly state: TieWeatherState;
  /** Median gap between active days, ≥ 1. */
  readonly rhythm: number;
  /** Twice the rhythm. */
  readonly halfLife: number;
  /** Days since the last active one, ≥ 0. */
  readonly silence: number;
  /** Above this many days of silence the tie is silent. */
  readonly silentAfter: number;
  /** Median gap of the first and of the last half of the gaps, ≥ 1. */
  readonly earlierGap: number;
  readonly recentGap: number;
  /** Day on which the last silence above that ended; null when there was none. */
  readonly revivedOn: number | null;
}

/** Cadence and weather of one tie. */
export interface TieRhythm {
  readonly cadence: Cadence;
  /** Null below 4 active days. */
  readonly weather: TieWeather | null;
}
