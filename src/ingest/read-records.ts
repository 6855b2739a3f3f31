import type { CanonicalRecord } from '../domain/records.js';
import type { Reject } from '../domain/verdict.js';
import { RapportError } from '../errors.js';
import { decompress } from './decompress.js';
import { Fault } from './fault.js';
import { readCsv } from './formats/csv.js';
import { readNdjson } from './formats/ndjson.js';
import { type FileFormat, guessFormat } from './guess-format.js';
import type { MappingGuess } from './guess-mapping.js';
import type { Mapping } from './mapping.js';
import { type ByteSource, peek } from './peek.js';
import type { RawItem } from './raw-item.js';
import { parseRecord } from './record.js';
import { type ContextOptions, createRecordContext, type RecordContext } from './record-context.js';

/** One record of the input with its one verdict so far; `index` counts from 0. */
export type ParsedRecord =
  | { readonly index: number; readonly line?: number; readonly record: CanonicalRecord }
  | { readonly index: number; readonly reject: Reject };

export interface ReadOptions extends ContextOptions {
  /** Guessed from name and content when absent. */
  readonly format?: FileFormat | undefined;
  /** Name of the file, for the guess. */
  readonly name?: string | undefined;
  /** Columns of a table; guessed from its header row when absent. */
  readonly mapping?: Mapping | undefined;
  /** Told the guessed mapping before the first record. */
  readonly onMapping?: ((guess: MappingGuess) => void) | undefined;
  /** Most records in one chunk; 2,000 when absent. */
  readonly chunkSize?: number | undefined;
}

/**
 * Bytes (plain or gzip) to chunks of parsed records, in the order of the input; a bad record stops nothing. Throws BadInputError for an
 * impossible option, and RapportError FORMAT_INVALID or CONFIG_INVALID for a source that cannot be read any further, after handing
 * out what came before.
 */
export async function* readRecords(source: ByteSource, options: ReadOptions): AsyncGenerator<ParsedRecord[]> {
  const context = createRecordContext({ ...options, timeUnit: unitOf(options) });
  const size = options.chunkSize ?? 2_000;
  let index = 0;
  let chunk: ParsedRecord[] = [];
  const failure = new Failure();
  for await (const items of failure.catch(readItems(decompress(source), options))) {
    for (const item of items) {
      chunk.push(parseItem(item, index++, context));
      if (chunk.length < size) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
  failure.rethrow();
}

/** Puts an error of the source off until the records before it are out. */
class Failure {
  #error: { readonly cause: unknown } | null = null;

  async *catch<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* source;
    } catch (cause) {
      this.#error = { cause };
    }
  }

  rethrow(): void {
    if (this.#error !== null) throw this.#error.cause;
  }
}

async function* readItems(source: ByteSource, options: ReadOptions): AsyncGenerator<RawItem[]> {
  const { head, whole } = await peek(source, 64);
  const format = options.format ?? guessFormat(options.name, head);
  if (format === 'csv') return yield* readCsv(whole, options);
  if (options.mapping !== undefined)
    throw new RapportError('CONFIG_INVALID', 'a mapping is for tables; NDJSON names its fields itself');
  return yield* readNdjson(whole);
}

function unitOf({ mapping, timeUnit }: ReadOptions): ReadOptions['timeUnit'] {
  const at = mapping?.at;
  return at !== undefined && 'column' in at ? (at.unit ?? timeUnit) : timeUnit;
}

function parseItem({ line, raw }: RawItem, index: number, context: RecordContext): ParsedRecord {
  if (raw instanceof Fault)
    return { index, reject: { index, line, code: raw.code, path: raw.path, message: raw.message } };
  const result = parseRecord(raw, context);
  if (result.ok) return { index, line, record: result.record };
  return { index, reject: { index, line, code: result.code, path: result.path, message: result.message } };
}
