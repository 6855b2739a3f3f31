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
/** 64-bit two's complement as digits, for the statement to turn back with toInteger. */
export const asDigits: Encoder<bigint> = (value) => value.toString();

export function asNullable<T>(inner: Encoder<T>): Encoder<T | null> {
  return (value) => (value === null ? null : inner(value));
}

export function asList<T>(inner: Encoder<T>): Encoder<readonly T[]> {
  return (value) => value.map(inner);
}

/** Several columns of one table as a map of lists. A column without any value is sent empty: beyond a list's end Cypher reads null. */
export function asColumns<P extends Parameters>(
  columns: P,
): Encoder<ValuesOf<{ [K in keyof P]: Encoder<readonly (P[K] extends Encoder<infer T> ? T : never)[]> }>> {
  const entries = Object.entries(columns) as [string, Encoder<unknown>][];
  return (value) => {
    const encoded: Record<string, unknown> = {};
    for (const [name, encode] of entries) {
      const column = (value as Record<string, readonly unknown[]>)[name]!;
      encoded[name] = column.some((cell) => cell !== null) ? column.map(encode) : [];
    }
    return encoded;
  };
}

export function asRecord<P extends Parameters>(fields: P): Encoder<ValuesOf<P>> {
  const entries = Object.entries(fields) as [string, Encoder<unknown>][];
  return (value) =>
    Object.fromEntries(entries.map(([name, encode]) => [name, encode((value as Record<string, unknown>)[name])]));
}
