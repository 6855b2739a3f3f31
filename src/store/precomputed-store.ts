import { flag, integer } from '../neo4j/columns.js';
import type { Database, Runner } from '../neo4j/database.js';
import { asInteger, asList, asRecord, asText, type Encoder } from '../neo4j/parameters.js';
import { bindQuery, READ, WRITE } from '../neo4j/query.js';
import { takeLedger } from './ledger-store.js';

/** What is precomputed about one person on one topic, as properties. */
export type Facts = Readonly<Record<string, unknown>>;

const asFacts: Encoder<Facts> = (facts) => facts;
const topics = asList(asText);
const progress = bindQuery('precomputed/progress', READ, { topics }, { sequence: integer, holds: flag });
const busyPeople = bindQuery('precomputed/busy-people', READ, { least: asInteger, most: asInteger }, { idx: integer });
const write = bindQuery(
  'precomputed/write',
  WRITE,
  { topic: asText, sequence: asInteger, rows: asList(asRecord({ idx: asInteger, facts: asFacts })) },
  {},
);
const finish = bindQuery('precomputed/finish', WRITE, { sequence: asInteger, topics }, {});

/** Who is busy. */
export interface Busy {
  /** Interactions, given and received, from which on a person may be: of others, computing takes no longer than looking up. */
  readonly least: number;
  /** How many people are at most, so that a run takes bounded time for them: the busiest. */
  readonly most: number;
}

const BUSY: Busy = { least: 1_000, most: 1_000 };
/** Longest first page of a list that is precomputed; no page is longer. */
export const FIRST_PAGE = 100;
/** Busy people of one transaction. */
const BATCH = 25;
const SCAN_TIMEOUT = 120_000;
/** For computing a batch, milliseconds. */
export const COMPUTE_TIMEOUT = 60_000;

/** Something about people that only records change, and that one statement computes from the graph. */
export interface Topic {
  /** Says also how it is computed: what another version precomputed is not found under it. */
  readonly name: string;
  /** By number of the person; whoever has nothing may be left out. */
  compute(idx: readonly number[]): Promise<ReadonlyMap<number, Facts>>;
}

/**
 * What a run computes about busy people before anybody asks. The statements that read a topic take it only while it equals what they would compute:
 * from when all of it has been computed until something is written.
 */
export class PrecomputedStore {
  readonly #database: Database;
  readonly #topics: readonly Topic[];
  readonly #busy: Busy;

  constructor(database: Database, topics: readonly Topic[], busy: Busy = BUSY) {
    this.#database = database;
    this.#topics = topics;
    this.#busy = busy;
  }

  /**
   * Computes every topic anew for busy people, in batches under the ledger's lock, unless it holds. Stops when something is written meanwhile: it
   * would not hold; and when the signal is aborted.
   */
  async summarise(signal?: AbortSignal): Promise<void> {
    const names = this.#topics.map(({ name }) => name);
    const [ledger] = await this.#database.run(progress, { topics: names });
    const { sequence, holds } = ledger!;
    if (holds) return;
    const busy = await this.#database.run(busyPeople, { ...this.#busy }, SCAN_TIMEOUT);
    for (const topic of this.#topics) {
      for (let from = 0; from < busy.length; from += BATCH) {
        if (signal?.aborted) return;
        const computed = await topic.compute(busy.slice(from, from + BATCH).map(({ idx }) => idx));
        const rows = [...computed].map(([idx, facts]) => ({ idx, facts }));
        const values = { topic: topic.name, sequence, rows };
        if (!(await this.#unlessMoved(sequence, (runner) => runner.run(write, values)))) return;
      }
    }
    await this.#unlessMoved(sequence, (runner) => runner.run(finish, { sequence, topics: names }));
  }

  /** Writes under the ledger's lock while it stands where it stood; false when it does not. */
  #unlessMoved(sequence: number, work: (runner: Runner) => Promise<unknown>): Promise<boolean> {
    return this.#database.write(async (runner) => {
      const [ledger] = await runner.run(takeLedger, {});
      if (ledger!.sequence !== sequence) return false;
      await work(runner);
      return true;
    });
  }
}
