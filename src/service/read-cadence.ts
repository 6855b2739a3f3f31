import type { Cadence, TieRhythm } from '../domain/cadence.js';
import type { Moment } from '../domain/moment.js';
import { cadenceOf } from '../scoring/cadence.js';
import { weatherOf } from '../scoring/tie-weather.js';
import type { CadenceStore } from '../store/cadence-store.js';
import type { Dyad } from '../store/reciprocity-store.js';

const MILLISECONDS_PER_DAY = 86_400_000;

/** Reads the active days of people and ties and says how regular they are; nothing of it is stored. */
export class ReadCadence {
  readonly #days: Pick<CadenceStore, 'ofPersons' | 'ofTies'>;

  constructor(days: Pick<CadenceStore, 'ofPersons' | 'ofTies'>) {
    this.#days = days;
  }

  /** Cadences of people by number (missing for organisations and bots), up to the instant of the moment. */
  async ofPersons(idx: readonly number[], { asOf }: Moment): Promise<Map<number, Cadence>> {
    const found = await this.#days.ofPersons(idx, asOf);
    return new Map([...found].map(([person, days]) => [person, cadenceOf(days, dayOf(asOf))]));
  }

  /** Cadence and weather of ties, in the order of the pairs; null unless both are persons. */
  async ofTies(pairs: readonly Dyad[], { asOf, window }: Moment): Promise<(TieRhythm | null)[]> {
    const found = await this.#days.ofTies(pairs, asOf);
    const today = dayOf(asOf);
    const windowDays = window / MILLISECONDS_PER_DAY;
    return found.map((days) =>
      days === null ? null : { cadence: cadenceOf(days, today), weather: weatherOf(days, today, windowDays) },
    );
  }
}

function dayOf(at: number): number {
  return Math.floor(at / MILLISECONDS_PER_DAY);
}
