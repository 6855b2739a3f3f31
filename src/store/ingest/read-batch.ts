import type { CanonicalRecord } from '../../domain/records.js';
import { flag, integer, list, record, text } from '../../neo4j/columns.js';
import type { Runner } from '../../neo4j/database.js';
import { asLines } from '../../neo4j/parameters.js';
import { bindQuery, READ } from '../../neo4j/query.js';
import { takeLedger } from '../ledger-store.js';
import { BatchPlan } from './batch-plan.js';
import { MessageState } from './message-state.js';

const readPeople = bindQuery(
  'ingest/read-people',
  READ,
  { ids: asLines },
  { positions: list(integer), idx: list(integer) },
);
const deciding = list(record({ position: integer, record: text }));
const readMessages = bindQuery(
  'ingest/read-messages',
  READ,
  { ids: asLines },
  {
    stubs: list(integer),
    told: list(integer),
    at: list(integer),
    author: list(integer),
    depth: list(integer),
    starter: list(integer),
    conversation: list(text),
    facts_record: deciding,
    parent_record: deciding,
    unlabelled: list(integer),
    explicit: list(integer),
    fingerprint: list(integer),
  },
);
const interactionColumns = { positions: list(integer), fingerprint: list(integer), at_oneself: list(flag) };
const readInteractions = bindQuery('ingest/read-interactions', READ, { ids: asLines }, interactionColumns);
const readShared = bindQuery('ingest/read-shared', READ, { ids: asLines }, interactionColumns);

/** One record with the fingerprint of its content and its position in the import. */
export interface BatchItem<Kind extends CanonicalRecord = CanonicalRecord> {
  readonly index: number;
  readonly record: Kind;
  readonly fingerprint: number;
}

/** What is known under an interaction id. */
export interface KnownInteraction {
  /** Of the record; null of a reply that only a message record implies. */
  readonly fingerprint: number | null;
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
 * Takes the ledger and reads what the graph knows of a batch, in one flight: statements of a transaction run in the order sent. Where any interaction waits or is at
 * oneself, those are also found by the id of a message record, in a second; `carefully` finds every interaction so, also one whose target is known, which the unique constraint tells otherwise.
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
  const { sequence, retractions } = ledger;
  const shared = ledger.apart === 0 ? [] : await loadInteractions(runner, [...wanted.replies], readShared);
  return { sequence, retractions, plan, interactions: new Map([...shared, ...interactions]) };
}

interface Wanted {
  readonly people: Set<string>;
  readonly messages: Set<string>;
  readonly interactions: Set<string>;
  /** Message records that imply a reply. */
  readonly replies: Set<string>;
}

function collectIds(batch: readonly BatchItem[], carefully: boolean): Wanted {
  const wanted: Wanted = { people: new Set(), messages: new Set(), interactions: new Set(), replies: new Set() };
  const mention = (id: string | null): void => {
    if (id !== null) wanted.messages.add(id);
  };
  for (const { record } of batch) {
    if (record.type === 'person') wanted.people.add(record.id);
    else if (record.type === 'message') {
      if (record.author !== null) wanted.people.add(record.author);
      wanted.messages.add(record.id);
      if (carefully) wanted.interactions.add(record.id);
      else if (record.author !== null && record.inReplyTo !== null) wanted.replies.add(record.id);
      mention(record.inReplyTo);
      mention(record.conversation);
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
  if (ids.length === 0) return;
  const [known] = await runner.run(readPeople, { ids });
  for (const [row, position] of known!.positions.entries()) plan.addKnownPerson(ids[position]!, known!.idx[row]!);
}

/** Adds what the graph knows of these messages to the plan. */
export async function loadMessages(runner: Runner, plan: BatchPlan, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const [row] = await runner.run(readMessages, { ids });
  const known = row!;
  const messages = new Map<number, MessageState>();
  for (const position of [...known.stubs, ...known.told]) {
    const message = new MessageState(ids[position]!, true);
    messages.set(position, message);
    plan.messages.set(message.id, message);
  }
  for (const [i, position] of known.told.entries()) {
    const message = messages.get(position)!;
    const depth = known.depth[i]!;
    message.stub = false;
    message.at = known.at[i]!;
    message.author = known.author[i]! < 0 ? null : known.author[i]!;
    message.hasParent = depth > 0;
    message.fingerprint = fingerprintOf(known.fingerprint[i]!);
    const conversation = known.conversation[i]! || message.id;
    if (depth >= 0) message.label = { conversation, depth, starter: known.starter[i]! };
  }
  for (const position of known.unlabelled) messages.get(position)!.hasParent = true;
  for (const position of known.explicit) messages.get(position)!.explicit = true;
  for (const { position, record } of known.facts_record) messages.get(position)!.factsRecord = record;
  for (const { position, record } of known.parent_record) messages.get(position)!.parentRecord = record;
}

/** What the graph knows of these interaction ids. */
export async function loadInteractions(
  runner: Runner,
  ids: readonly string[],
  statement = readInteractions,
): Promise<Map<string, KnownInteraction>> {
  const known = new Map<string, KnownInteraction>();
  if (ids.length === 0) return known;
  const [rows] = await runner.run(statement, { ids });
  const { positions, fingerprint, at_oneself } = rows!;
  for (const [row, position] of positions.entries()) {
    const id = ids[position]!;
    const recorded = fingerprintOf(fingerprint[row]!);
    if (recorded !== null || !known.has(id)) known.set(id, { fingerprint: recorded, atOneself: at_oneself[row]! });
  }
  return known;
}

/** In a column -1 is none. */
function fingerprintOf(value: number): number | null {
  return value < 0 ? null : value;
}
