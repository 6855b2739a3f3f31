import type { KindRegistry } from '../domain/interaction-kind.js';
import { Fault, quoted } from './fault.js';
import { MAX_REPEATS } from './limits.js';
import type { Mapping } from './mapping.js';
import type { RawObject } from './raw-item.js';
import { cellReader, columnFinder, listReader, type Read, timeReader } from './table-cells.js';

type Row = readonly string[];

const CELLS = [
  'type',
  'op',
  'id',
  'from',
  'author',
  'kind',
  'message',
  'inReplyTo',
  'conversation',
  'visibility',
  'atQuality',
  'meta',
  'weight',
  'name',
  'handle',
  'organisation',
] as const;
const LISTS = ['to', 'tags', 'roles', 'aliases'] as const;

/** A function from a row to the raw records it stands for. It throws a Fault for a row that stands for none. */
export type RowMapper = (row: Row) => RawObject[];

/** Binds a mapping to the columns of one table; `kind` is that of rows which name none. Throws RapportError CONFIG_INVALID for a column the table lacks, FORMAT_INVALID for one it has twice. */
export function compileTable(
  mapping: Mapping,
  headers: readonly string[],
  kinds: KindRegistry,
  kind?: string,
): RowMapper {
  const read = fieldReaders(mapping, headers);
  return (row) => {
    if (read.op(row) !== undefined) return retractions(read, row);
    const raw = readRow(read, row);
    if (raw.type === 'person') return [personRow(read, row, raw)];
    if (raw.type === 'message') return [{ ...raw, author: read.author(row) ?? raw.from }];
    const targets = targetsOf(read, row);
    if (targets.length > 1) return expand(raw, targets, repeatsOf(read, row), makesMessage(kinds, raw.kind ?? kind));
    raw.to = targets[0];
    return [raw];
  };
}

type Readers = ReturnType<typeof fieldReaders>;
type RawRow = ReturnType<typeof readRow>;

function fieldReaders(mapping: Mapping, headers: readonly string[]) {
  const column = columnFinder(headers);
  const cells = Object.fromEntries(CELLS.map((field) => [field, cellReader(mapping[field], column)]));
  const lists = Object.fromEntries(LISTS.map((field) => [field, listReader(mapping[field], column)]));
  return {
    ...(cells as Record<(typeof CELLS)[number], Read>),
    ...(lists as Record<(typeof LISTS)[number], Read<string[]>>),
    platform: cellReader(mapping.platform ?? mapping.from?.platform, column),
    at: timeReader(mapping.at, column),
  };
}

function readRow(read: Readers, row: Row) {
  const time = read.at(row);
  return {
    type: read.type(row)?.toLowerCase(),
    id: read.id(row),
    from: read.from(row),
    to: undefined as string | undefined,
    kind: read.kind(row),
    at: time?.at,
    atQuality: time?.atQuality ?? read.atQuality(row),
    message: read.message(row),
    inReplyTo: read.inReplyTo(row),
    conversation: read.conversation(row),
    visibility: read.visibility(row),
    platform: read.platform(row),
    tags: read.tags(row),
    meta: metaOf(read.meta(row)),
  };
}

function personRow(read: Readers, row: Row, raw: RawRow): RawObject {
  const { type, id, from, kind, platform } = raw;
  const facts = { name: read.name(row), handle: read.handle(row), organisation: read.organisation(row) };
  return { type, id: id ?? from, kind, platform, ...facts, roles: read.roles(row), aliases: read.aliases(row) };
}

/** A row with an operation stands for as many records as the same row without. */
function retractions(read: Readers, row: Row): RawObject[] {
  const raw = { type: read.type(row)?.toLowerCase(), op: read.op(row)?.toLowerCase(), platform: read.platform(row) };
  const id = read.id(row);
  const parts = raw.type === 'message' || raw.type === 'person' ? 1 : targetsOf(read, row).length;
  return Array.from({ length: parts }, (_, i) => ({ ...raw, id: partId(id, parts, i) }));
}

/** Id of one of the parts of a row: id#1, id#2, … */
function partId(id: string | undefined, parts: number, i: number): string | undefined {
  return id === undefined || parts === 1 ? id : `${id}#${i + 1}`;
}

/** Whom a row acts on, as often as it says. */
function targetsOf(read: Readers, row: Row): (string | undefined)[] {
  const repeats = repeatsOf(read, row);
  return (read.to(row) ?? [undefined]).flatMap((to) => Array.from({ length: repeats }, () => to));
}

/** Parts of one act share the message it made. */
function expand(raw: RawRow, targets: readonly (string | undefined)[], repeats: number, makes: boolean): RawObject[] {
  const { id } = raw;
  const message = raw.message ?? (makes && repeats === 1 ? id : undefined);
  return targets.map((to, i) => ({ ...raw, to, message, id: partId(id, targets.length, i) }));
}

function makesMessage(kinds: KindRegistry, kind: string | undefined): boolean {
  return kind !== undefined && kinds.find(kind.toLowerCase())?.makesMessage === 'always';
}

function metaOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('FIELD_INVALID', 'meta', 'meta is not a JSON object');
  }
}

function repeatsOf(read: Readers, row: Row): number {
  const weight = read.weight(row);
  if (weight === undefined) return 1;
  const repeats = Number(weight);
  if (Number.isInteger(repeats) && repeats >= 1 && repeats <= MAX_REPEATS) return repeats;
  throw new Fault(
    'FIELD_INVALID',
    'weight',
    `weight ${quoted(weight)} must be a whole number from 1 to ${MAX_REPEATS}`,
  );
}
