import type { KindRegistry } from '../domain/interaction-kind.js';
import type { PersonRecord } from '../domain/records.js';
import type { Reject } from '../domain/verdict.js';
import { flag, integer, list, nullable, type RowOf, text } from '../neo4j/columns.js';
import type { Database, Runner } from '../neo4j/database.js';
import { isTaken } from '../neo4j/failure.js';
import { asInteger, asList, asRecord, asText, type Encoder } from '../neo4j/parameters.js';
import { bindQuery, READ, WRITE } from '../neo4j/query.js';
import type { BatchCounts, BatchPlan, PersonState, PlannedInteraction } from './ingest/batch-plan.js';
import { labelThreads } from './ingest/label-threads.js';
import { planRecords } from './ingest/plan-batch.js';
import { type BatchItem, readBatch } from './ingest/read-batch.js';
import { retract } from './ingest/retract.js';
import { sortOut, writeRetractions } from './ingest/tombstones.js';
import { writePlan } from './ingest/write-plan.js';
import { advanceLedger } from './ledger-store.js';

export type { BatchItem } from './ingest/read-batch.js';

const waiting = {
  actor: integer,
  id: text,
  kind: text,
  at: integer,
  object: text,
  message: nullable(text),
  visibility: nullable(text),
  platform: nullable(text),
  at_quality: nullable(text),
  tags: nullable(list(text)),
  meta: nullable(text),
  fingerprint: nullable(integer),
};
const takeWaiting = bindQuery('ingest/take-waiting', WRITE, { messages: asList(asText) }, waiting);
const readResolved = bindQuery('ingest/read-resolved', READ, { ids: asList(asText) }, { id: text, implied: flag });
const asFacts: Encoder<Readonly<Record<string, string | readonly string[]>>> = (facts) => facts;
const mergePeople = bindQuery(
  'ingest/merge-people',
  WRITE,
  { people: asList(asRecord({ idx: asInteger, facts: asFacts })) },
  { changed: list(integer) },
);

/** What one batch came to. */
export interface BatchVerdict extends Readonly<BatchCounts> {
  readonly rejects: readonly Reject[];
}

/** Where interactions, messages and people are kept. */
export interface InteractionStore {
  /** Stores a batch in one transaction; the same batch again changes nothing. Throws RapportError when the database fails. */
  record(batch: readonly BatchItem[]): Promise<BatchVerdict>;
}

/** The graph in Neo4j, written under the ledger's lock. */
export class Neo4jInteractionStore implements InteractionStore {
  readonly #database: Database;
  readonly #kinds: KindRegistry;

  constructor(database: Database, kinds: KindRegistry) {
    this.#database = database;
    this.#kinds = kinds;
  }

  async record(batch: readonly BatchItem[]): Promise<BatchVerdict> {
    try {
      return await this.#record(batch, false);
    } catch (error) {
      if (!isTaken(error)) throw error;
      return this.#record(batch, true);
    }
  }

  /** `carefully` looks for ids that an implied reply and another interaction share: rare, and asking always would cost every import. */
  async #record(batch: readonly BatchItem[], carefully: boolean): Promise<BatchVerdict> {
    return this.#database.write(async (runner) => {
      const state = await readBatch(runner, batch, carefully);
      const { plan } = state;
      const sequence = state.sequence + 1;
      const { records, retracted } = await sortOut(runner, batch, state);
      planRecords(records, state, this.#kinds);
      await addWaiting(runner, plan, carefully);
      const news = await writePlan(runner, plan, labelThreads(plan), sequence);
      const facts = await writeFacts(runner, plan);
      if (facts && !news) await runner.run(advanceLedger, { sequence });
      if (retracted.length > 0) {
        await retract(runner, retracted, sequence, this.#kinds);
        await runner.run(writeRetractions, { ids: retracted, sequence });
      }
      return { ...plan.counts, rejects: plan.rejects };
    });
  }
}

/** Plans the interactions that waited for an author who has become known. An implied reply gives way to an interaction of the same id. */
async function addWaiting(runner: Runner, plan: BatchPlan, carefully: boolean): Promise<void> {
  const messages = plan.awaited();
  if (messages.length === 0) return;
  const rows = await runner.run(takeWaiting, { messages });
  const ids = rows.map(({ id }) => id);
  const taken = new Map((carefully ? await runner.run(readResolved, { ids }) : []).map((act) => [act.id, act.implied]));
  const replaced = new Set(plan.replaced);
  for (const row of rows) {
    if (row.fingerprint === null && (replaced.has(row.id) || taken.has(row.id))) continue;
    if (taken.get(row.id)) plan.replaced.push(row.id);
    plan.interactions.push(waited(row, plan.personByIdx(row.actor)));
  }
}

function waited(row: RowOf<typeof waiting>, actor: PersonState): PlannedInteraction {
  const { id, kind, at, object, message, visibility, platform, at_quality, tags, meta, fingerprint } = row;
  return {
    id,
    kind,
    at,
    object,
    message,
    platform,
    meta,
    actor,
    target: null,
    visibility: visibility ?? 'public',
    atQuality: at_quality ?? 'exact',
    tags: tags ?? [],
    fingerprint,
    waited: true,
    placed: false,
  };
}

/** Writes person facts and gives the verdicts of person records; true when anything changed. */
async function writeFacts(runner: Runner, plan: BatchPlan): Promise<boolean> {
  if (plan.facts.size === 0) return false;
  const people = [...plan.facts].map(([id, record]) => ({ idx: plan.person(id).idx, facts: factsOf(record) }));
  const [written] = await runner.run(mergePeople, { people });
  const changed = new Set(written!.changed);
  for (const id of plan.personRecords) {
    const person = plan.person(id);
    if (person.fresh || changed.has(person.idx)) plan.counts.stored++;
    else plan.counts.duplicate++;
  }
  return changed.size > 0;
}

function factsOf(record: PersonRecord): Record<string, string | readonly string[]> {
  const { type: _type, id: _id, platform: _platform, ...facts } = record;
  return facts as Record<string, string | readonly string[]>;
}
