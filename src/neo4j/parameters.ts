import neo4j, { type Integer } from 'neo4j-driver';

/** Turns a domain value into a Bolt value. JS numbers would arrive as FLOAT, so integers say that they are. */
export type Encoder<T> = (value: T) => unknown;
export type Parameters = Readonly<Record<string, Encoder<never>>>;
export type ValuesOf<P extends Parameters> = { [K in keyof P]: P[K] extends Encoder<infer T> ? T : never };

export const asText: Encoder<string> = (value) => value;
export const asFlag: Encoder<boolean> = (value) => value;
export const asFloat: Encoder<number> = (value) => value;
export const asInteger: Encoder<number> = (value): Integer => neo4j.int(value);
/** 64-bit two's complement. */
export const asInteger64: Encoder<bigint> = (value) => neo4j.int(value);

export function asNullable<T>(inner: Encoder<T>): Encoder<T | null> {
  return (value) => (value === null ? null : inner(value));
}

export function asList<T>(inner: Encoder<T>): Encoder<readonly T[]> {
  return (value) => value.map(inner);
}

/** Several columns of one table as a map of lists. */
export function asColumns<P extends Parameters>(
  columns: P,
): Encoder<ValuesOf<{ [K in keyof P]: Encoder<readonly (P[K] extends Encoder<infer T> ? T : never)[]> }>> {
  const entries = Object.entries(columns) as [string, Encoder<unknown>][];
  return (value) =>
    Object.fromEntries(
      entries.map(([name, encode]) => [name, (value as Record<string, readonly unknown[]>)[name]!.map(encode)]),
    );
}

export function asRecord<P extends Parameters>(fields: P): Encoder<ValuesOf<P>> {
  const entries = Object.entries(fields) as [string, Encoder<unknown>][];
  return (value) =>
    Object.fromEntries(entries.map(([name, encode]) => [name, encode((value as Record<string, unknown>)[name])]));
}
