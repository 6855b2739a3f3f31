import type { KindRegistry } from '../domain/interaction-kind.js';
import type { CanonicalRecord, InteractionRecord } from '../domain/records.js';
import { TIME_UNITS } from '../domain/time.js';
import { MAX_INLINE_REJECTS, type Reject, type Verdict } from '../domain/verdict.js';
import { BadInputError } from '../errors.js';
import { fingerprintInteraction, fingerprintMessage } from '../ingest/fingerprint.js';
import { FILE_FORMATS } from '../ingest/guess-format.js';
import { parseMapping } from '../ingest/mapping.js';
import type { ByteSource } from '../ingest/peek.js';
import { type ParsedRecord, type ReadOptions, readRecords } from '../ingest/read-records.js';
import { parseRecord } from '../ingest/record.js';
import { createRecordContext } from '../ingest/record-context.js';
import { type ImportSummary, summariseRecords } from '../ingest/summary.js';
import type { BatchItem, BatchVerdict, InteractionStore } from '../store/interaction-store.js';

/** Records of one transaction; larger batches hold the ledger longer and are no faster. */
export const BATCH_SIZE = 2_000;

/** What a caller says about the bytes; the edges know no more of formats than this. */
export interface ImportRequest {
  /** ndjson or csv; guessed from name and content when absent. */
  readonly format?: string | undefined;
  /** Name of the file, for the guess. */
  readonly name?: string | undefined;
  /** Text of a mapping file, YAML or JSON. */
  readonly mapping?: string | undefined;
  readonly platform?: string | undefined;
  readonly kind?: string | undefined;
  readonly timeUnit?: string | undefined;
  /** Told the columns that were guessed: the mapping as YAML, columns nothing is read from, and remarks. */
  readonly onMapping?:
    | ((guess: {
        readonly yaml: string;
        readonly unused: readonly string[];
        readonly notes: readonly string[];
      }) => void)
    | undefined;
  /** Told the verdict so far after each batch, also one of which nothing could be stored. */
  readonly onProgress?: ((verdict: Verdict) => void) | undefined;
  /** Told every reject, also those beyond the first 1,000. */
  readonly onReject?: ((reject: Reject) => void) | undefined;
}

/** The way in: bytes of any format to the graph, with one verdict per record. */
export class RecordInteractions {
  readonly #store: InteractionStore;
  readonly #kinds: KindRegistry;

  constructor(store: InteractionStore, kinds: KindRegistry) {
    this.#store = store;
    this.#kinds = kinds;
  }

  /** Stores everything that can be stored. Throws what the source or the database throws, after storing what came before. */
  async record(source: ByteSource, request: ImportRequest): Promise<Verdict> {
    return this.#consume(readRecords(source, this.#readOptions(request)), request);
  }

  /** Stores records that are decoded already; their positions in the list are the indexes of rejects. */
  async recordAll(records: readonly unknown[]): Promise<Verdict> {
    const context = createRecordContext({ kinds: this.#kinds, now: Date.now() });
    const parsed = records.map((raw, index): ParsedRecord => {
      const result = parseRecord(raw, context);
      return result.ok
        ? { index, record: result.record }
        : { index, reject: { index, code: result.code, path: result.path, message: result.message } };
    });
    async function* single() {
      yield parsed;
    }
    return this.#consume(single(), {});
  }

  /** Reads and checks everything and stores nothing. Throws what the source throws. */
  async preview(source: ByteSource, request: ImportRequest): Promise<ImportSummary> {
    return summariseRecords(readRecords(source, this.#readOptions(request)), request.onReject);
  }

  #readOptions({ format, mapping, timeUnit, ...request }: ImportRequest): ReadOptions {
    return {
      ...request,
      kinds: this.#kinds,
      now: Date.now(),
      chunkSize: BATCH_SIZE,
      format: oneOf('format', FILE_FORMATS, format),
      timeUnit: oneOf('timeUnit', TIME_UNITS, timeUnit),
      mapping: mapping === undefined ? undefined : parseMapping(mapping),
    };
  }

  /** The next chunk is read and parsed while the last one is being written; what was read is stored also where the source fails. */
  async #consume(chunks: AsyncIterable<ParsedRecord[]>, options: ImportRequest): Promise<Verdict> {
    const sum = new VerdictSum(options.onReject);
    let inFlight: Promise<BatchVerdict | null> | null = null;
    let written: readonly ParsedRecord[] = [];
    const settle = async (): Promise<void> => {
      if (inFlight === null) return;
      const verdict = await inFlight;
      inFlight = null;
      if (verdict !== null) sum.addBatch(verdict, written);
      options.onProgress?.(sum.verdict());
    };
    try {
      for await (const chunk of chunks) {
        const batch = sum.addParsed(chunk);
        await settle();
        written = chunk;
        inFlight = batch.length === 0 ? Promise.resolve(null) : this.#store.record(batch);
        inFlight.catch(() => undefined);
      }
    } finally {
      await settle();
    }
    return sum.verdict();
  }
}

function oneOf<T extends string>(field: string, values: readonly T[], value: string | undefined): T | undefined {
  if (value === undefined || (values as readonly string[]).includes(value)) return value as T | undefined;
  throw new BadInputError(field, `${field} must be one of ${values.join(', ')}, not ${value}.`);
}

class VerdictSum {
  readonly #counts = { received: 0, stored: 0, duplicate: 0, ignored: 0, rejected: 0, unresolved: 0, mismatched: 0 };
  readonly #rejects: Reject[] = [];
  readonly #onReject: ((reject: Reject) => void) | undefined;

  constructor(onReject: ((reject: Reject) => void) | undefined) {
    this.#onReject = onReject;
  }

  /** Counts a chunk and returns what of it goes to the store. */
  addParsed(chunk: readonly ParsedRecord[]): BatchItem[] {
    const batch: BatchItem[] = [];
    this.#counts.received += chunk.length;
    for (const item of chunk) {
      if ('reject' in item) this.#addReject(item.reject);
      else batch.push({ index: item.index, ...identified(item.record) });
    }
    return batch;
  }

  /** Counts what became of a chunk, which holds records of consecutive indexes, and says where in the file its rejects began. */
  addBatch(verdict: BatchVerdict, chunk: readonly ParsedRecord[]): void {
    for (const key of ['stored', 'duplicate', 'ignored', 'unresolved', 'mismatched'] as const)
      this.#counts[key] += verdict[key];
    for (const reject of verdict.rejects) {
      const item = chunk[reject.index - chunk[0]!.index]!;
      this.#addReject('line' in item ? { ...reject, line: item.line } : reject);
    }
  }

  verdict(): Verdict {
    return { ...this.#counts, rejects: [...this.#rejects] };
  }

  #addReject(reject: Reject): void {
    this.#counts.rejected++;
    if (this.#rejects.length < MAX_INLINE_REJECTS) this.#rejects.push(reject);
    this.#onReject?.(reject);
  }
}

function identified(record: CanonicalRecord): { record: CanonicalRecord; fingerprint: number } {
  if (record.type === 'person' || record.type === 'retraction') return { record, fingerprint: 0 };
  if (record.type === 'message') {
    const placed =
      record.inReplyTo !== null || record.conversation === record.id ? { ...record, conversation: null } : record;
    return { record: placed, fingerprint: fingerprintMessage(placed) };
  }
  const placed = placeInThread(record);
  return { record: placed, fingerprint: fingerprintInteraction({ ...placed, conversation: null }) };
}

/** An interaction that names its thread but no message happened at the root of that thread; only such a one keeps its `conversation`. */
function placeInThread(record: InteractionRecord): InteractionRecord {
  const { conversation, inReplyTo, message } = record;
  if (conversation === null || inReplyTo !== null || conversation === message) return { ...record, conversation: null };
  return { ...record, inReplyTo: conversation };
}
