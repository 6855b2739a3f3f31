/** Turns one value of a result column into a domain value; throws TypeError when the value is of another shape. */
export interface Decoder<T> {
  readonly expects: string;
  decode(value: unknown): T;
}

export type Columns = Readonly<Record<string, Decoder<unknown>>>;
export type RowOf<C extends Columns> = { [K in keyof C]: C[K] extends Decoder<infer T> ? T : never };

function decoder<T>(expects: string, decode: (value: unknown) => T): Decoder<T> {
  return { expects, decode };
}

function mismatch(expects: string, value: unknown): never {
  throw new TypeError(`expected ${expects}, got ${value === null ? 'null' : typeof value}`);
}

export const text = decoder('text', (value) => (typeof value === 'string' ? value : mismatch('text', value)));
export const float = decoder('a float', (value) => (typeof value === 'number' ? value : mismatch('a float', value)));
export const flag = decoder('true or false', (value) =>
  typeof value === 'boolean' ? value : mismatch('true or false', value),
);

/** Whole number inside the safe range of a double. */
export const integer = decoder('an integer', (value) =>
  Number.isSafeInteger(value) ? (value as number) : mismatch('an integer', value),
);

/** Milliseconds since the epoch, UTC. */
export const instant = decoder('an instant', (value) =>
  Number.isSafeInteger(value) ? (value as number) : mismatch('an instant', value),
);

export function nullable<T>(inner: Decoder<T>): Decoder<T | null> {
  return decoder(`${inner.expects} or null`, (value) =>
    value === null || value === undefined ? null : inner.decode(value),
  );
}

export function list<T>(inner: Decoder<T>): Decoder<T[]> {
  const expects = `a list of ${inner.expects}`;
  return decoder(expects, (value) =>
    Array.isArray(value) ? value.map((item) => inner.decode(item)) : mismatch(expects, value),
  );
}

/** A Cypher map with these entries; further entries are ignored. */
export function record<C extends Columns>(columns: C): Decoder<RowOf<C>> {
  const entries = Object.entries(columns);
  return decoder('a record', (value) => {
    if (value === null || typeof value !== 'object') return mismatch('a record', value);
    return Object.fromEntries(
      entries.map(([name, inner]) => [name, inner.decode((value as Record<string, unknown>)[name])]),
    ) as RowOf<C>;
  });
}
