import type { CanonicalRecord } from '../../domain/records.js';
import { flag, integer, list, text } from '../../neo4j/columns.js';
import type { Runner } from '../../neo4j/database.js';
import { asList, asText } from '../../neo4j/parameters.js';
import { bindQuery, READ } from '../../neo4j/query.js';
import { takeLedger } from '../ledger-store.js';
import { BatchPlan } from './batch-plan.js';
import { MessageState } from './message-state.js';

const readPeople = bindQuery(
  'ingest/read-people',
  READ,
  { ids: asList(asText) },
  { positions: list(integer), idx: list(integer) },
);
const readMessages = bindQuery(
  'ingest/read-messages',
  READ,
  { ids: asList(asText) },
  {
    positions: list(integer),
    stub: list(flag),
    at: list(integer),
    author: list(integer),
    depth: list(integer),
    starter: list(integer),
    conversation: list(text),
    facts_record: list(text),
    parent_record: list(text),
    has_parent: list(flag),
    explicit: list(flag),
    fingerprint: list(text),
  },
);
const readInteractions = bindQuery(
  'ingest/read-interactions',
  READ,
  { ids: asList(asText) },
  { positions: list(integer), fingerprint: list(text), at_oneself: list(flag) },
);

/** One record with its 64-bit content fingerprint and its position in the import. */
export interface BatchItem<Kind extends CanonicalRecord = CanonicalRecord> {
  readonly index: number;
  readonly record: Kind;
  readonly fingerprint: bigint;
}

/** What is known under an interaction id. */
export interface KnownInteraction {
  /** Of the record; null of a reply that only a message record implies. */
  readonly fingerprint: bigint | null;
  readonly atOneself: boolean;
}

export interface BatchState {
  readonly sequence: number;
  /** How many ids have been retracted. */
  readonly retractions: number;
  readonly plan: BatchPlan;
  readonly interactions: ReadonlyMap<string, KnownInteraction>;
}

/**
 * Takes the ledger and reads what the graph knows of a batch, in one flight: statements of a transaction run in the order sent. `carefully` also asks
 * whether an interaction has the id of a reply that a message record implies.
 */
export async function readBatch(runner: Runner, batch: readonly BatchItem[], carefully: boolean): Promise<BatchState> {
  const plan = new BatchPlan();
  const wanted = collectIds(batch, carefully);
  const [taken, , , interactions] = await Promise.all([
    runner.run(takeLedger, {}),
    loadPeople(runner, plan, [...wanted.people]),
    loadMessages(runner, plan, [...wanted.messages]),
    loadInteractions(runner, [...wanted.interactions]),
  ]);
  const ledger = taken[0]!;
  plan.nextPerson = ledger.people;
  return { sequence: ledger.sequence, retractions: ledger.retractions, plan, interactions };
}

interface Wanted {
  readonly people: Set<string>;
  readonly messages: Set<string>;
  readonly interactions: Set<string>;
}

function collectIds(batch: readonly BatchItem[], carefully: boolean): Wanted {
  const wanted: Wanted = { people: new Set(), messages: new Set(), interactions: new Set() };
  const mention = (id: string | null): void => {
    if (id !== null) wanted.messages.add(id);
  };
  for (const { record } of batch) {
    if (record.type === 'person') wanted.people.add(record.id);
    else if (record.type === 'message') {
      if (record.author !== null) wanted.people.add(record.author);
      wanted.messages.add(record.id);
      if (carefully) wanted.interactions.add(record.id);
      mention(record.inReplyTo);
    } else if (record.type === 'interaction') {
      wanted.people.add(record.from);
      if (record.to !== null) wanted.people.add(record.to);
      mention(record.message);
      mention(record.inReplyTo);
      wanted.interactions.add(record.id);
    }
  }
  return wanted;
}

async function loadPeople(runner: Runner, plan: BatchPlan, ids: string[]): Promise<void> {
  const [known] = await runner.run(readPeople, { ids });
  for (const [row, position] of known!.positions.entries()) plan.addKnownPerson(ids[position]!, known!.idx[row]!);
}

/** Adds what the graph knows of these messages to the plan. */
export async function loadMessages(runner: Runner, plan: BatchPlan, ids: readonly string[]): Promise<void> {
  const [known] = await runner.run(readMessages, { ids });
  for (const [row, position] of known!.positions.entries()) {
    const message = new MessageState(ids[position]!, true);
    const depth = known!.depth[row]!;
    message.stub = known!.stub[row]!;
    message.at = known!.at[row]!;
    message.author = known!.author[row]! < 0 ? null : known!.author[row]!;
    if (depth >= 0) message.label = { conversation: known!.conversation[row]!, depth, starter: known!.starter[row]! };
    message.factsRecord = known!.facts_record[row]!;
    message.parentRecord = known!.parent_record[row]!;
    message.hasParent = known!.has_parent[row]!;
    message.explicit = known!.explicit[row]!;
    message.fingerprint = fingerprintOf(known!.fingerprint[row]!);
    plan.messages.set(message.id, message);
  }
}

/** What the graph knows of these interaction ids. */
export async function loadInteractions(runner: Runner, ids: readonly string[]): Promise<Map<string, KnownInteraction>> {
  const known = new Map<string, KnownInteraction>();
  if (ids.length === 0) return known;
  const [rows] = await runner.run(readInteractions, { ids });
  const { positions, fingerprint, at_oneself } = rows!;
  for (const [row, position] of positions.entries()) {
    const id = ids[position]!;
    const recorded = fingerprintOf(fingerprint[row]!);
    if (recorded !== null || !known.has(id)) known.set(id, { fingerprint: recorded, atOneself: at_oneself[row]! });
  }
  return known;
}

function fingerprintOf(digits: string): bigint | null {
  return digits === '' ? null : BigInt(digits);
}
