/*
 * Forward decay: exponential forgetting in a form whose stored sums never have to be touched again.
 * Definition: weight of day d relative to the landmark L = 2^(d/H - L); value at asOf = stored sum * 2^(L - day(asOf)/H).
 * L is floor(day(asOf)/H / 512) * 512 half-lives, so re-basing multiplies by a power of two and stored bits stay as they are.
 * Cost: O(1). Source: Cormode, Shkapenyuk, Srivastava, Xu, ICDE 2009.
 */

export const MILLISECONDS_PER_DAY = 86_400_000;

const LANDMARK_STEP = 512;
const REMEMBERED_DAYS = 1_024;

/** Turns instants into whole UTC days and days into weights, seen from one instant of evaluation. */
export class ForwardDecay {
  /** Instant of evaluation, milliseconds since the epoch. */
  readonly asOf: number;
  /** Length of a day in the unit of the instants. */
  readonly dayLength: number;
  /** Half-lives since the epoch, a multiple of 512. */
  readonly landmark: number;
  /** Factor that turns a stored sum into its value at asOf, in (2^-512, 1]. */
  readonly present: number;
  readonly #today: number;
  readonly #halfLifeDays: number;
  /** Weights of the last days, so that each of them costs one power. */
  readonly #storedByAge: Float64Array;
  readonly #weightByAge: Float64Array;

  constructor(asOf: number, halfLifeDays: number, dayLength: number = MILLISECONDS_PER_DAY) {
    this.asOf = asOf;
    this.dayLength = dayLength;
    this.#halfLifeDays = halfLifeDays;
    this.#today = this.dayOf(asOf);
    const age = this.#today / halfLifeDays;
    this.landmark = Math.floor(age / LANDMARK_STEP) * LANDMARK_STEP;
    this.present = 2 ** (this.landmark - age);
    const ages = new Float64Array(REMEMBERED_DAYS).map((_, days) => days);
    this.#storedByAge = ages.map((days) => this.#computeStored(this.#today - days));
    this.#weightByAge = ages.map((days) => this.#computeWeight(this.#today - days));
  }

  /** Whole days since the epoch, UTC. */
  dayOf(at: number): number {
    return Math.floor(at / this.dayLength);
  }

  /** Weight of a day as it is stored: relative to the landmark. */
  stored(day: number): number {
    return this.#storedByAge[this.#today - day] ?? this.#computeStored(day);
  }

  /** Weight of a day as of now, 1 for today. */
  weight(day: number): number {
    return this.#weightByAge[this.#today - day] ?? this.#computeWeight(day);
  }

  #computeStored(day: number): number {
    return 2 ** (day / this.#halfLifeDays - this.landmark);
  }

  #computeWeight(day: number): number {
    return 2 ** ((day - this.#today) / this.#halfLifeDays);
  }
}
