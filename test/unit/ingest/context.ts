import { KindRegistry } from '../../../src/domain/interaction-kind.js';
import type { CanonicalRecord } from '../../../src/domain/records.js';
import { type ParsedRecord, type ReadOptions, readRecords } from '../../../src/ingest/read-records.js';
import { type ContextOptions, createRecordContext } from '../../../src/ingest/record-context.js';

/** 2026-11-01T12:00:00Z: the clock of every ingest test. */
export const NOW = Date.UTC(2026, 10, 1, 12);
export const kinds = new KindRegistry();

export const contextWith = (options: Partial<ContextOptions> = {}) =>
  createRecordContext({ kinds, now: NOW, ...options });

export async function* inChunks(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

/** Reads a whole file given as text or bytes. */
export async function readAll(
  file: string | Uint8Array,
  options: Partial<ReadOptions> = {},
  size?: number,
): Promise<ParsedRecord[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const items: ParsedRecord[] = [];
  for await (const chunk of readRecords(inChunks(bytes, size), { kinds, now: NOW, ...options })) items.push(...chunk);
  return items;
}

export const recordsOf = (items: readonly ParsedRecord[]): CanonicalRecord[] =>
  items.flatMap((item) => ('record' in item ? [item.record] : []));

/** Each item as its reject code or `ok`. */
export const codesOf = (items: readonly ParsedRecord[]): string[] =>
  items.map((item) => ('reject' in item ? item.reject.code : 'ok'));
