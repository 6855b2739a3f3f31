import type { CanonicalRecord, InteractionRecord } from '../domain/records.js';
import type { Reject, RejectCode } from '../domain/verdict.js';
import { IdSet } from './id-set.js';
import type { ParsedRecord } from './read-records.js';

const SAMPLES = 5;
const FIRST_REJECTS = 10;
const TIMES_WATCHED = 100_000;
const COLLISION_MINIMUM = 20;

/** What an import would do, without doing it. */
export interface ImportSummary {
  readonly received: number;
  readonly types: Readonly<Record<CanonicalRecord['type'], number>>;
  /** Interactions by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** First and last known time of interactions and messages, milliseconds since the epoch; null without any. */
  readonly times: { readonly first: number; readonly last: number } | null;
  /** Interactions that name only a message which this file does not hold, and their share of all interactions in [0, 1]. */
  readonly unresolved: number;
  readonly unresolvedShare: number;
  readonly rejected: number;
  /** How many by code. */
  readonly rejects: Readonly<Partial<Record<RejectCode, number>>>;
  /** The first ten of them. */
  readonly firstRejects: readonly Reject[];
  /** The first five records. */
  readonly samples: readonly CanonicalRecord[];
  readonly warnings: readonly string[];
}

/** Reads everything and counts; holds ids of messages as 64-bit digests, nothing else. `onReject` is told every reject. */
export async function summariseRecords(
  chunks: AsyncIterable<readonly ParsedRecord[]>,
  onReject?: (reject: Reject) => void,
): Promise<ImportSummary> {
  const tally = new Tally();
  for await (const chunk of chunks) {
    for (const item of chunk) {
      tally.add(item);
      if ('reject' in item) onReject?.(item.reject);
    }
  }
  return tally.summary();
}

class Tally {
  #received = 0;
  #rejected = 0;
  readonly #types = { interaction: 0, message: 0, person: 0, retraction: 0 };
  readonly #kinds = new Map<string, number>();
  readonly #rejects = new Map<RejectCode, number>();
  readonly #firstRejects: Reject[] = [];
  readonly #times = new Map<number, number>();
  readonly #samples: CanonicalRecord[] = [];
  readonly #messages = new IdSet();
  readonly #awaited: bigint[] = [];
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  #watched = 0;

  add(item: ParsedRecord): void {
    this.#received++;
    if ('reject' in item) {
      this.#rejected++;
      increase(this.#rejects, item.reject.code);
      if (this.#firstRejects.length < FIRST_REJECTS) this.#firstRejects.push(item.reject);
      return;
    }
    const { record } = item;
    this.#types[record.type]++;
    if (this.#samples.length < SAMPLES) this.#samples.push(record);
    if (record.type === 'message') this.#messages.add(record.id);
    if (record.type === 'interaction') this.#addInteraction(record);
    if ('at' in record && !('atQuality' in record && record.atQuality === 'unknown')) this.#addTime(record.at);
  }

  #addInteraction({ kind, message, to, inReplyTo }: InteractionRecord): void {
    increase(this.#kinds, kind);
    if (message !== null) this.#messages.add(message);
    if (to === null && inReplyTo !== null) this.#awaited.push(IdSet.digest(inReplyTo));
  }

  #addTime(at: number): void {
    this.#first = Math.min(this.#first, at);
    this.#last = Math.max(this.#last, at);
    if (this.#watched++ < TIMES_WATCHED) increase(this.#times, at);
  }

  summary(): ImportSummary {
    const unresolved = this.#awaited.filter((digest) => !this.#messages.has(digest)).length;
    return {
      received: this.#received,
      types: this.#types,
      kinds: Object.fromEntries(this.#kinds),
      times: this.#watched === 0 ? null : { first: this.#first, last: this.#last },
      unresolved,
      unresolvedShare: unresolved / Math.max(1, this.#types.interaction),
      rejected: this.#rejected,
      rejects: Object.fromEntries(this.#rejects),
      firstRejects: this.#firstRejects,
      samples: this.#samples,
      warnings: this.#warnings(),
    };
  }

  #warnings(): string[] {
    const watched = Math.min(this.#watched, TIMES_WATCHED);
    const [at = 0, most = 0] = [...this.#times].reduce((top, entry) => (entry[1] > top[1] ? entry : top), [0, 0]);
    if (watched < COLLISION_MINIMUM || most * 2 < watched) return [];
    const percent = Math.round((100 * most) / watched);
    const when = new Date(at).toISOString();
    return [
      `${percent} % of the times are the same instant (${when}); is it when they were exported? Then their order says nothing.`,
    ];
  }
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
