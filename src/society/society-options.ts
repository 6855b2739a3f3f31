/** What decides a society; the same options give the same records. */
export interface SocietyOptions {
  /** Ordinary people, control included; the planted ones come on top. 20 … 1,000,000. */
  readonly people: number;
  /** 0 … 4,294,967,295. */
  readonly seed: number;
  /** Days before `asOf` in which everything happens. 100 … 3,650: the plants need 100. */
  readonly days: number;
  /** Instant of evaluation the plants are made for, milliseconds since the epoch; nothing happens at or after it. */
  readonly asOf: number;
}

export const SOCIETY_DEFAULTS: SocietyOptions = { people: 200, seed: 1, days: 120, asOf: Date.UTC(2026, 0, 1) };

/** Smallest and largest value of each whole number. */
export const SOCIETY_LIMITS = {
  people: [20, 1_000_000],
  seed: [0, 4_294_967_295],
  days: [100, 3_650],
} as const satisfies Record<string, readonly [number, number]>;

const DAY = 86_400_000;

/** Throws RangeError for an option outside its limits. */
export function checkSocietyOptions(options: SocietyOptions): void {
  for (const [name, [least, most]] of Object.entries(SOCIETY_LIMITS)) {
    const value = options[name as keyof typeof SOCIETY_LIMITS];
    if (!Number.isInteger(value) || value < least || value > most)
      throw new RangeError(`${name} must be a whole number from ${least} to ${most}, not ${value}`);
  }
  if (!Number.isInteger(options.asOf) || options.asOf < earliestAsOf(options.days))
    throw new RangeError(`asOf must be a time of which ${options.days} days before are in 1970 or later`);
}

/** The earliest instant with so many days, and a started one, after 1970 began. Milliseconds since the epoch. */
export function earliestAsOf(days: number): number {
  return (days + 1) * DAY;
}
