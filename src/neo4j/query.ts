import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RapportError } from '../errors.js';
import type { Columns, RowOf } from './columns.js';
import type { Encoder, Parameters, ValuesOf } from './parameters.js';

export type AccessMode = 'READ' | 'WRITE';
export const READ: AccessMode = 'READ';
export const WRITE: AccessMode = 'WRITE';

/** One .cypher file with the types of what goes in and what comes out. */
export interface BoundQuery<P extends Parameters, C extends Columns> {
  /** Path below `cypher/` without the ending. */
  readonly name: string;
  readonly mode: AccessMode;
  readonly statement: string;
  readonly parameters: P;
  readonly columns: C;
}

/** A row as the driver gives it. */
export interface RawRow {
  get(column: number | string): unknown;
}

export type AnyQuery = BoundQuery<Parameters, Columns>;

export const CYPHER_ROOT = fileURLToPath(new URL('../../cypher/', import.meta.url));

const bound: AnyQuery[] = [];

/** Binds a statement once, at start; throws RapportError QUERY_CONTRACT when the file is missing. */
export function bindQuery<P extends Parameters, C extends Columns>(
  name: string,
  mode: AccessMode,
  parameters: P,
  columns: C,
): BoundQuery<P, C> {
  const query = { name, mode, statement: readStatement(name), parameters, columns };
  bound.push(query as unknown as AnyQuery);
  return query;
}

/** Every query bound so far, for the checks that compare them with the files and the database. */
export function boundQueries(): readonly AnyQuery[] {
  return bound;
}

export function encodeParameters<P extends Parameters>(
  query: BoundQuery<P, Columns>,
  values: ValuesOf<P>,
): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const [name, encode] of Object.entries(query.parameters) as [string, Encoder<unknown>][]) {
    encoded[name] = encode((values as Record<string, unknown>)[name]);
  }
  return encoded;
}

/** Throws RapportError QUERY_CONTRACT naming query and column when a value has another shape. */
export function decodeRow<C extends Columns>(query: BoundQuery<Parameters, C>, raw: RawRow): RowOf<C> {
  const row: Record<string, unknown> = {};
  for (const key of Object.keys(query.columns)) {
    try {
      row[key] = query.columns[key]!.decode(raw.get(key));
    } catch (error) {
      throw new RapportError('QUERY_CONTRACT', `${query.name}, column ${key}: ${(error as Error).message}`, {
        query: query.name,
      });
    }
  }
  return row as RowOf<C>;
}

function readStatement(name: string): string {
  try {
    return readFileSync(`${CYPHER_ROOT}${name}.cypher`, 'utf8');
  } catch (cause) {
    throw new RapportError(
      'QUERY_CONTRACT',
      `cypher/${name}.cypher is missing; reinstall or restore it`,
      { query: name },
      { cause },
    );
  }
}
