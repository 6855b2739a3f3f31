import neo4j, { type Integer } from 'neo4j-driver';

/** Turns a domain value into a Bolt value. JS numbers would arrive as FLOAT, so integers say that they are. */
export type Encoder<T> = (value: T) => unknown;
export type Parameters = Readonly<Record<string, Encoder<never>>>;
export type ValuesOf<P extends Parameters> = { [K in keyof P]: P[K] extends Encoder<infer T> ? T : never };

export const asText: Encoder<string> = (value) => value;
export const asFlag: Encoder<boolean> = (value) => value;
export const asFloat: Encoder<number> = (value) => value;
export const asInteger: Encoder<number> = (value): Integer => neo4j.int(value);
/** A whole number in a large column: sent as a float, which packs several times faster, for the statement to turn back with toInteger. */
export const asNumber: Encoder<number> = (value) => value;

export function asNullable<T>(inner: Encoder<T>): Encoder<T | null> {
  return (value) => (value === null ? null : inner(value));
}

export function asList<T>(inner: Encoder<T>): Encoder<readonly T[]> {
  return (value) => value.map(inner);
}

/** A column of a table. Without any value it is sent empty: beyond a list's end Cypher reads null. */
export function asColumn<T extends number | boolean | string | readonly string[]>(): Encoder<readonly (T | null)[]> {
  return (cells) => (cells.some((cell) => cell !== null) ? cells : []);
}

/**
 * A column of texts as one text, a line each, for the statement to split: the driver packs one long text many times faster than many short ones.
 * Null is an empty line, a column without any value is null. Throws RangeError for a text of several lines.
 */
export const asLines: Encoder<readonly (string | null)[]> = (cells) => {
  if (!cells.some((cell) => cell !== null)) return null;
  const lines = cells.join('\n');
  let breaks = 0;
  for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) breaks++;
  if (breaks !== cells.length - 1) throw new RangeError('a text of a column holds a line break');
  return lines;
};

export function asRecord<P extends Parameters>(fields: P): Encoder<ValuesOf<P>> {
  const entries = Object.entries(fields) as [string, Encoder<unknown>][];
  return (value) =>
    Object.fromEntries(entries.map(([name, encode]) => [name, encode((value as Record<string, unknown>)[name])]));
}
