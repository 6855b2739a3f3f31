import { integer, list, text } from '../../neo4j/columns.js';
import type { Database } from '../../neo4j/database.js';
import { asInteger, asList, asText } from '../../neo4j/parameters.js';
import { bindQuery, READ, WRITE } from '../../neo4j/query.js';
import { takeLedger } from '../ledger-store.js';

const threadsSequence = bindQuery(
  'conversation/threads-sequence',
  READ,
  { version: asInteger },
  { sequence: integer, summarised: integer },
);
const changedThreads = bindQuery(
  'conversation/changed-threads',
  READ,
  { since: asInteger },
  { ids: list(text), work: list(integer) },
);
const forgetThreads = bindQuery('conversation/forget-threads', WRITE, {}, {});
const summariseRoots = bindQuery(
  'conversation/summarise-threads',
  WRITE,
  { roots: asList(asText), mostDepths: asInteger },
  {},
);
const threadsSummarised = bindQuery(
  'conversation/threads-summarised',
  WRITE,
  { sequence: asInteger, version: asInteger },
  {},
);

/** Version of the numbers of threads: those of another are made anew. */
const VERSION = 2;

const SCAN_TIMEOUT = 120_000;

/** Most threads of one transaction. */
const MOST_THREADS = 2_000;
/** Most work of one transaction: messages and depths of its threads; a larger thread has one of its own. */
const MOST_WORK = 200_000;

/** Largest sum of the depths of a thread for which virality is computed: a chain of 2,000 messages, or 100,000 messages 20 deep. */
const MOST_DEPTHS = 2_000_000;

/** A thread by its root, and what summarising it costs. */
export interface ThreadWork {
  readonly id: string;
  readonly work: number;
}

/** Summarises the threads with news since the last time, in batches under the ledger's lock. Returns how many; without news, or stopped by the signal before all are, it remembers nothing. */
export async function summariseThreads(database: Database, signal?: AbortSignal): Promise<number> {
  const [ledger] = await database.run(threadsSequence, { version: VERSION });
  const { sequence, summarised } = ledger!;
  if (sequence === summarised) return 0;
  const [changed] = await database.run(changedThreads, { since: summarised }, SCAN_TIMEOUT);
  const { ids, work } = changed!;
  for (const roots of packThreads(ids.map((id, i) => ({ id, work: work[i]! })))) {
    if (signal?.aborted) return 0;
    await database.write(async (runner) => {
      await runner.run(takeLedger, {});
      await runner.run(summariseRoots, { roots, mostDepths: MOST_DEPTHS });
    });
  }
  await database.write(async (runner) => {
    await runner.run(takeLedger, {});
    await runner.run(forgetThreads, {});
    await runner.run(threadsSummarised, { sequence, version: VERSION });
  });
  return ids.length;
}

/** Cuts threads, in their order, into batches of at most so many threads and so much work. Pure. */
export function packThreads(
  threads: readonly ThreadWork[],
  mostThreads = MOST_THREADS,
  mostWork = MOST_WORK,
): string[][] {
  const batches: string[][] = [];
  let batch: string[] = [];
  let work = 0;
  for (const thread of threads) {
    if (batch.length === mostThreads || (batch.length > 0 && work + thread.work > mostWork)) {
      batches.push(batch);
      batch = [];
      work = 0;
    }
    batch.push(thread.id);
    work += thread.work;
  }
  return batch.length === 0 ? batches : [...batches, batch];
}
