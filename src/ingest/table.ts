import type { KindRegistry } from '../domain/interaction-kind.js';
import { Fault, quoted } from './fault.js';
import { MAX_REPEATS } from './limits.js';
import type { Mapping } from './mapping.js';
import type { RawObject } from './raw-item.js';
import { cellReader, columnFinder, listReader, type Read, timeReader } from './table-cells.js';

type Row = readonly string[];

const CELLS = [
  'type',
  'id',
  'from',
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

/** Binds a mapping to the columns of one table. Throws RapportError CONFIG_INVALID for a column the table lacks. */
export function compileTable(mapping: Mapping, headers: readonly string[], kinds: KindRegistry): RowMapper {
  const read = fieldReaders(mapping, headers);
  return (row) => {
    const raw = readRow(read, row);
    if (raw.type === 'person') return [personRow(read, row, raw)];
    if (raw.type === 'message') return [{ ...raw, author: raw.from }];
    const targets = read.to(row) ?? [undefined];
    const repeats = repeatsOf(read.weight(row));
    if (targets.length * repeats > 1) return expand(raw, targets, repeats, kinds);
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

/** Parts of one act share the message it made; ids of the parts are id#1, id#2, … */
function expand(
  raw: RawRow,
  targets: readonly (string | undefined)[],
  repeats: number,
  kinds: KindRegistry,
): RawObject[] {
  const { id, kind } = raw;
  const makes = kind !== undefined && kinds.find(kind.toLowerCase())?.makesMessage === 'always';
  const message = raw.message ?? (makes && repeats === 1 ? id : undefined);
  const all = targets.flatMap((to) => Array.from({ length: repeats }, () => to));
  return all.map((to, i) => ({ ...raw, to, message, id: id === undefined ? undefined : `${id}#${i + 1}` }));
}

function metaOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('FIELD_INVALID', 'meta', 'meta is not a JSON object');
  }
}

function repeatsOf(weight: string | undefined): number {
  if (weight === undefined) return 1;
  const repeats = Number(weight);
  if (Number.isInteger(repeats) && repeats >= 1 && repeats <= MAX_REPEATS) return repeats;
  throw new Fault(
    'FIELD_INVALID',
    'weight',
    `weight ${quoted(weight)} must be a whole number from 1 to ${MAX_REPEATS}`,
  );
}
