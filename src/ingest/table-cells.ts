import { formatInstant } from '../domain/time.js';
import { RapportError } from '../errors.js';
import { columnKey } from './column-aliases.js';
import { Fault, quoted } from './fault.js';
import { localTimeParser, type ZonedInstant } from './local-time.js';
import type { CellMapping, Mapping } from './mapping.js';

/** What one field reads from a row; undefined where the row says nothing. */
export type Read<T = string> = (row: readonly string[]) => T | undefined;
/** Position of a named column. Throws RapportError CONFIG_INVALID for one the table lacks, FORMAT_INVALID for one it has twice. */
export type ColumnFinder = (name: string) => number;

/** A time as text, and how far it can be trusted where the mapping tells. */
export interface RowTime {
  readonly at: string;
  readonly atQuality?: string;
}

/** Finds columns by exact name, else whatever the case and the spaces, hyphens and underscores. */
export function columnFinder(headers: readonly string[]): ColumnFinder {
  return (name) => {
    const exact = headers.filter((header) => header === name);
    const found = exact.length > 0 ? exact : headers.filter((header) => columnKey(header) === columnKey(name));
    if (found.length > 1) throw new RapportError('FORMAT_INVALID', ambiguous(found));
    if (found.length === 1) return headers.indexOf(found[0]!);
    const known = headers.slice(0, 30).join(', ');
    throw new RapportError(
      'CONFIG_INVALID',
      `the mapping names a column ${quoted(name)} that the table lacks; it has ${known}`,
    );
  };
}

function ambiguous(found: readonly string[]): string {
  const names = [...new Set(found)].map((header) => quoted(header)).join(' and ');
  return `the table has ${found.length} columns ${names}, and it is not told which of them to read; give them different names`;
}

/** Reads a cell, or gives a constant. */
export function cellReader(given: string | CellMapping | undefined, column: ColumnFinder): Read {
  if (given === undefined) return () => undefined;
  if (typeof given === 'string') return () => given;
  const index = column(given.column);
  const fallback = given.default;
  if (given.map === undefined) return (row) => row[index] || fallback;
  const known = new Map(Object.entries(given.map));
  return (row) => known.get(row[index] ?? '') ?? fallback ?? (row[index] || undefined);
}

/** Reads a cell as a list; without separator it is one entry. */
export function listReader(
  given: (CellMapping & { split?: string | undefined }) | undefined,
  column: ColumnFinder,
): Read<string[]> {
  const read = cellReader(given, column);
  const separator = given?.split;
  return (row) => {
    const value = read(row);
    if (value === undefined) return undefined;
    if (separator === undefined) return [value];
    const parts = value.split(separator).map((part) => part.trim());
    return parts.every((part) => part === '') ? undefined : parts.filter((part) => part !== '');
  };
}

/** Reads a time: as it stands, or from local text with a format and a time zone. */
export function timeReader(mapping: Mapping['at'], column: ColumnFinder): Read<RowTime> {
  if (mapping === undefined) return () => undefined;
  if ('value' in mapping) return () => ({ at: mapping.value, atQuality: 'estimated' });
  const index = column(mapping.column);
  const { format, timezone } = mapping;
  if (format === undefined && timezone === undefined) return (row) => (row[index] ? { at: row[index] } : undefined);
  const parse = localTimeParser(format, timezone);
  return (row) => (row[index] ? localTime(row[index], parse, format ?? 'yyyy-MM-dd HH:mm:ss') : undefined);
}

function localTime(text: string, parse: (text: string) => ZonedInstant | null, format: string): RowTime {
  const instant = parse(text);
  if (instant === null)
    throw new Fault(
      'TIME_INVALID',
      'at',
      `at ${quoted(text)} is no time of the form ${format} that clocks there showed`,
    );
  return { at: formatInstant(instant.at), ...(instant.ambiguous ? { atQuality: 'estimated' } : {}) };
}
