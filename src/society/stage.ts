import { OrdinaryPeople } from './ordinary-people.js';
import { Random } from './random.js';
import { checkSocietyOptions, type SocietyOptions } from './society-options.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Where plants play: the calendar and the ordinary people. Of those the last tenth (2 to 1,000) are the control, whom no plant
 * touches; the others are the audience, whom a plant may use as long as what it says about its own people stays exact.
 */
export class Stage {
  readonly options: SocietyOptions;
  readonly ordinary: OrdinaryPeople;
  /** Number of people in the control, and in the audience. */
  readonly control: number;
  readonly audience: number;
  readonly #today: number;
  readonly #turn: number;

  /** Throws RangeError for an option outside its limits. */
  constructor(options: SocietyOptions) {
    checkSocietyOptions(options);
    this.options = options;
    this.ordinary = new OrdinaryPeople(options);
    this.control = Math.min(1_000, Math.max(2, Math.floor(options.people / 10)));
    this.audience = options.people - this.control;
    this.#today = options.asOf - (options.asOf % DAY);
    this.#turn = new Random(options.seed, 'audience').below(this.audience);
  }

  /** Some minutes after midnight UTC, so many days before the UTC day of as-of. Milliseconds since the epoch. */
  at(daysBefore: number, minutes: number): number {
    return this.#today - daysBefore * DAY + minutes * MINUTE;
  }

  /** Number among the ordinary people of the k-th of the audience, turned by the seed; distinct for k below `audience`. */
  watcher(k: number): number {
    return (k + this.#turn) % this.audience;
  }

  /** Id of the k-th of the audience. */
  watcherId(k: number): string {
    return this.ordinary.id(this.watcher(k));
  }

  get controlIds(): string[] {
    return Array.from({ length: this.control }, (_, i) => this.ordinary.id(this.audience + i));
  }

  random(plant: string): Random {
    return new Random(this.options.seed, 'plant', plant);
  }
}
