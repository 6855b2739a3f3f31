import { RapportError } from '../errors.js';
import { COLUMN_ALIASES, columnKey, type GuessedField } from './column-aliases.js';
import { formatMapping, type Mapping } from './mapping.js';

/** A mapping guessed from column names. */
export interface MappingGuess {
  readonly mapping: Mapping;
  /** The same as a mapping file. */
  readonly yaml: string;
  /** Columns nothing is read from. */
  readonly unused: readonly string[];
  /** What whoever imports must be told, one sentence each. */
  readonly notes: readonly string[];
}

type Columns = Partial<Record<GuessedField, string>>;
type Rows = readonly (readonly string[])[];

const OPERATIONS = /^retract$/i;
const RECORD_TYPES = /^(interaction|message|person)$/i;
const EDGE_TYPES = /^(directed|undirected|mutual)$/i;
const LISTED = ['tags', 'roles', 'aliases'] as const;

/** Guesses which column is which. `kind` is the kind of rows that name none. Throws RapportError FORMAT_INVALID when nobody acts. */
export function guessMapping(headers: readonly string[], sample: Rows, kind?: string): MappingGuess {
  const columns = matchColumns(headers);
  const typeValues = valuesOf(headers, sample, 'type');
  const typed = typeValues.length > 0 && typeValues.every((value) => RECORD_TYPES.test(value));
  const directed = typeValues.length > 0 && typeValues.every((value) => EDGE_TYPES.test(value));
  if (columnKey(columns.kind ?? '') === 'type' && (typed || directed)) delete columns.kind;
  if (!typed || columns.author === columns.from) delete columns.author;
  const operations = valuesOf(headers, sample, 'op');
  if (!operations.every((value) => OPERATIONS.test(value))) delete columns.op;
  const edges = isEdgeList(headers, columns, directed);
  if (edges) delete columns.id;
  const retracted = columns.op !== undefined && sample.length > 0 && operations.length === sample.length;
  if (!typed && !(retracted && columns.id !== undefined)) requireColumns(headers, columns, edges, kind);
  const type = typed ? headers.find((header) => columnKey(header) === 'type') : undefined;
  const mapping: Mapping = {
    ...toMapping(columns),
    ...(type === undefined ? {} : { type: { column: type } }),
    ...(columns.kind === undefined && !typed && !retracted ? { kind: kind ?? 'mention' } : {}),
    ...(edges && columns.at === undefined ? { atQuality: 'unknown' } : {}),
  };
  const used = new Set([...Object.values(columns), type]);
  for (const column of used) if (column !== undefined) refuseTwins(headers, column);
  const unused = headers.filter((header) => !used.has(header));
  return { mapping, yaml: formatMapping(mapping), unused, notes: edges ? edgeNotes(columns, typeValues, kind) : [] };
}

function matchColumns(headers: readonly string[]): Columns {
  const byKey = new Map<string, string>();
  for (const header of headers) if (!byKey.has(columnKey(header))) byKey.set(columnKey(header), header);
  const columns: Columns = {};
  for (const [field, aliases] of Object.entries(COLUMN_ALIASES)) {
    const header = aliases.map((alias) => byKey.get(columnKey(alias))).find((found) => found !== undefined);
    if (header !== undefined) columns[field as GuessedField] = header;
  }
  return columns;
}

function refuseTwins(headers: readonly string[], column: string): void {
  const twins = [...new Set(headers.filter((header) => columnKey(header) === columnKey(column)))];
  if (twins.length === 1) return;
  const message = `the columns ${twins.join(' and ')} are named alike; rename one or give a mapping file`;
  throw new RapportError('FORMAT_INVALID', message, { columns: twins });
}

function toMapping(columns: Columns): Mapping {
  const cells = Object.entries(columns).map(([field, column]) => [field, { column }] as const);
  const lists = LISTED.flatMap((field) =>
    columns[field] === undefined ? [] : [[field, { column: columns[field], split: ',' }] as const],
  );
  return { version: 1, ...Object.fromEntries([...cells, ...lists]) };
}

function valuesOf(headers: readonly string[], sample: Rows, key: string): string[] {
  const index = headers.findIndex((header) => columnKey(header) === key);
  return index < 0 ? [] : sample.map((row) => row[index] ?? '').filter((value) => value !== '');
}

/** Gephi writes Source, Target and then Type (Directed, Undirected) or Weight. */
function isEdgeList(headers: readonly string[], columns: Columns, directed: boolean): boolean {
  const keys = headers.map(columnKey);
  const named = keys.includes('source') && keys.includes('target');
  return named && columns.kind === undefined && (directed || columns.weight !== undefined);
}

function requireColumns(headers: readonly string[], columns: Columns, edges: boolean, kind: string | undefined): void {
  const missing = [
    ...(columns.from === undefined ? ['who acted (from_id)'] : []),
    ...(columns.to === undefined && columns.inReplyTo === undefined
      ? ['on whom (to_id) or on what (in_reply_to)']
      : []),
    ...(columns.at === undefined && !edges ? ['when (occurred_at)'] : []),
    ...(columns.kind === undefined && kind === undefined && !edges ? ['how (kind; or say one kind for all rows)'] : []),
  ];
  if (missing.length === 0) return;
  const message = `no column tells ${missing.join(', ')}; the columns are ${headers.slice(0, 30).join(', ')}; rename them or give a mapping file`;
  throw new RapportError('FORMAT_INVALID', message, { columns: headers.slice(0, 30) });
}

function edgeNotes(columns: Columns, types: readonly string[], kind: string | undefined): string[] {
  const undirected = types.some((value) => !/^directed$/i.test(value));
  return [
    `This is an edge list: every row counts as ${kind ?? 'mention'}${columns.weight === undefined ? '' : `, ${columns.weight} times`}.`,
    ...(columns.at === undefined
      ? [
          'It has no times: its interactions are stored and shown, never scored. A mapping can give one (at: {value: …}).',
        ]
      : []),
    ...(undirected ? ['Undirected edges are read as directed from source to target.'] : []),
  ];
}
