import type { CanonicalRecord } from '../../domain/records.js';
import { flag, integer, list, text } from '../../neo4j/columns.js';
import type { Runner } from '../../neo4j/database.js';
import { asDigits, asList, asNullable, asText } from '../../neo4j/parameters.js';
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
  { ids: asList(asText), fingerprints: asList(asNullable(asDigits)) },
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
    recorded: list(flag),
    same: list(flag),
  },
);
const readInteractions = bindQuery(
  'ingest/read-interactions',
  READ,
  { ids: asList(asText), fingerprints: asList(asNullable(asDigits)) },
  { positions: list(integer), same: list(flag), implied: list(flag), selves: list(flag) },
);

/** One record with its 64-bit content fingerprint and its position in the import. */
export interface BatchItem<Kind extends CanonicalRecord = CanonicalRecord> {
  readonly index: number;
  readonly record: Kind;
  readonly fingerprint: bigint;
}

/** What the graph knows of an interaction id: content of the same or another kind, the same at oneself, or only a reply that a message record implies. */
export type KnownInteraction = 'same' | 'self' | 'different' | 'implied';

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
    loadMessages(runner, plan, wanted.messages),
    loadInteractions(runner, wanted.interactions),
  ]);
  const ledger = taken[0]!;
  plan.nextPerson = ledger.people;
  return { sequence: ledger.sequence, retractions: ledger.retractions, plan, interactions };
}

interface Wanted {
  readonly people: Set<string>;
  /** Ids, with the fingerprint of the message record if the batch holds one. */
  readonly messages: Map<string, bigint | null>;
  readonly interactions: Map<string, bigint>;
}

function collectIds(batch: readonly BatchItem[], carefully: boolean): Wanted {
  const wanted: Wanted = { people: new Set(), messages: new Map(), interactions: new Map() };
  const mention = (id: string | null): void => {
    if (id !== null && !wanted.messages.has(id)) wanted.messages.set(id, null);
  };
  for (const { record, fingerprint } of batch) {
    if (record.type === 'person') wanted.people.add(record.id);
    else if (record.type === 'message') {
      if (record.author !== null) wanted.people.add(record.author);
      if (!wanted.messages.get(record.id)) wanted.messages.set(record.id, fingerprint);
      mention(record.inReplyTo);
    } else if (record.type === 'interaction') {
      wanted.people.add(record.from);
      if (record.to !== null) wanted.people.add(record.to);
      mention(record.message);
      mention(record.inReplyTo);
      if (!wanted.interactions.has(record.id)) wanted.interactions.set(record.id, fingerprint);
    }
  }
  if (carefully) {
    for (const { record, fingerprint } of batch) {
      if (record.type === 'message' && !wanted.interactions.has(record.id))
        wanted.interactions.set(record.id, fingerprint);
    }
  }
  return wanted;
}

async function loadPeople(runner: Runner, plan: BatchPlan, ids: string[]): Promise<void> {
  const [known] = await runner.run(readPeople, { ids });
  for (const [row, position] of known!.positions.entries()) plan.addKnownPerson(ids[position]!, known!.idx[row]!);
}

/** Adds what the graph knows of messages to the plan; `wanted` are ids, with the fingerprint to compare. */
export async function loadMessages(
  runner: Runner,
  plan: BatchPlan,
  wanted: ReadonlyMap<string, bigint | null>,
): Promise<void> {
  const ids = [...wanted.keys()];
  const [known] = await runner.run(readMessages, { ids, fingerprints: [...wanted.values()] });
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
    message.recorded = known!.recorded[row]!;
    message.sameContent = known!.same[row]!;
    plan.messages.set(message.id, message);
  }
}

/** What is known of these ids, with the fingerprint to compare. */
export async function loadInteractions(
  runner: Runner,
  wanted: ReadonlyMap<string, bigint>,
): Promise<Map<string, KnownInteraction>> {
  const ids = [...wanted.keys()];
  const known = new Map<string, KnownInteraction>();
  if (ids.length === 0) return known;
  const [rows] = await runner.run(readInteractions, { ids, fingerprints: [...wanted.values()] });
  const { positions, implied, same, selves } = rows!;
  for (const [row, position] of positions.entries()) {
    const id = ids[position]!;
    if (!implied[row]) known.set(id, !same[row] ? 'different' : selves[row] ? 'self' : 'same');
    else if (!known.has(id)) known.set(id, 'implied');
  }
  return known;
}
