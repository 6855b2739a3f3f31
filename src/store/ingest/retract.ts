import type { KindRegistry } from '../../domain/interaction-kind.js';
import type { Visibility } from '../../domain/records.js';
import { flag, integer, list, nullable, type RowOf, text } from '../../neo4j/columns.js';
import type { Runner } from '../../neo4j/database.js';
import { asFlag, asInteger, asList, asRecord, asText } from '../../neo4j/parameters.js';
import { bindQuery, READ, WRITE } from '../../neo4j/query.js';
import { BatchPlan } from './batch-plan.js';
import { labelThreads } from './label-threads.js';
import { type MessageFacts, MessageState } from './message-state.js';
import { factsOfAct, impliedReply } from './plan-batch.js';
import { loadInteractions, loadMessages } from './read-batch.js';
import { clearLabels, type Pair, writePlan } from './write-plan.js';

const about = { visibility: nullable(text), platform: nullable(text), tags: nullable(list(text)) };
const toldColumns = {
  id: text,
  fingerprint: nullable(integer),
  author: nullable(integer),
  anonymous: flag,
  at: integer,
  parent: nullable(text),
  by_conversation: flag,
  ...about,
  explicit: flag,
};
const makerColumns = { made: text, id: text, kind: text, at: integer, object: nullable(text), ...about };

const messageIds = { messages: asList(asText) };
const pair = { actor: integer, target: integer };
const retractInteractions = bindQuery(
  'ingest/retract-interactions',
  WRITE,
  { ids: asList(asText) },
  { ...pair, object: nullable(text), message: nullable(text) },
);
const readTold = bindQuery('ingest/read-told', READ, messageIds, toldColumns);
const readMakers = bindQuery('ingest/read-makers', READ, { ...messageIds, authors: asList(asInteger) }, makerColumns);
const aimAgain = bindQuery(
  'ingest/aim-again',
  WRITE,
  { ...messageIds, retracted: asList(asText), sequence: asInteger },
  pair,
);
const forgetMessages = bindQuery(
  'ingest/forget-messages',
  WRITE,
  { messages: asList(asRecord({ id: asText, authored: asFlag })), sequence: asInteger },
  { parents: list(text) },
);
const sweepStubs = bindQuery('ingest/sweep-stubs', WRITE, messageIds, {});

/** A message that loses a record, with what is left of it. */
interface Remains extends RowOf<typeof toldColumns> {
  /** Its message record stays. */
  readonly told: boolean;
  /** Interactions that made it and stay. */
  readonly makers: readonly RowOf<typeof makerColumns>[];
  /** Number of its author, where somebody still names one. */
  readonly writer: number | null;
}

/**
 * Takes back what the records of these ids said, within the transaction that holds the ledger. Messages that lose a record
 * become stubs and are told again from the records that stay, by the rules of merging; what only an author told waits again.
 */
export async function retract(
  runner: Runner,
  ids: readonly string[],
  sequence: number,
  kinds: KindRegistry,
): Promise<void> {
  const acts = await runner.run(retractInteractions, { ids });
  const remains = await readRemains(runner, ids, new Set(acts.flatMap(({ message }) => message ?? [])));
  const { lost, parents } = await forget(runner, ids, remains, sequence);
  const plan = await planRemains(runner, remains, kinds);
  const ground = remains.map(({ id }) => id);
  await writePlan(runner, plan, { ...labelThreads(plan), ground }, sequence, [...acts, ...lost]);
  const suspects = new Set([...ground, ...parents, ...acts.flatMap(({ object }) => object ?? [])]);
  if (suspects.size > 0) await runner.run(sweepStubs, { messages: [...suspects] });
}

/** Makes stubs of messages that lose a record, and says which pairs lost interactions by it and what they answered. */
async function forget(
  runner: Runner,
  retracted: readonly string[],
  remains: readonly Remains[],
  sequence: number,
): Promise<{ readonly lost: readonly Pair[]; readonly parents: readonly string[] }> {
  if (remains.length === 0) return { lost: [], parents: [] };
  const orphaned = remains.filter(({ author, writer }) => author !== null && writer === null).map(({ id }) => id);
  const lost = orphaned.length === 0 ? [] : await runner.run(aimAgain, { messages: orphaned, retracted, sequence });
  const messages = remains.map(({ id, writer }) => ({ id, authored: writer !== null }));
  const [forgotten] = await runner.run(forgetMessages, { messages, sequence });
  await runner.run(clearLabels, { messages: remains.map(({ id }) => id), sequence });
  return { lost, parents: forgotten!.parents };
}

async function readRemains(
  runner: Runner,
  ids: readonly string[],
  made: ReadonlySet<string>,
): Promise<readonly Remains[]> {
  const rows = await runner.run(readTold, { messages: [...new Set([...ids, ...made])] });
  const losing = rows.filter(({ id, fingerprint }) => fingerprint !== null || made.has(id));
  const authors = [...new Set(losing.flatMap(({ author }) => author ?? []))];
  const messages = losing.map(({ id }) => id);
  const makers = new Map<string, RowOf<typeof makerColumns>[]>(messages.map((id) => [id, []]));
  const found = authors.length === 0 ? [] : await runner.run(readMakers, { authors, messages });
  for (const maker of found) makers.get(maker.made)!.push(maker);
  const retracted = new Set(ids);
  return losing.map((row) => {
    const told = row.fingerprint !== null && !retracted.has(row.id);
    const mine = makers.get(row.id)!;
    return { ...row, told, makers: mine, writer: (told && !row.anonymous) || mine.length > 0 ? row.author : null };
  });
}

/** Plans messages anew, as if what remains were the only records of them. */
async function planRemains(runner: Runner, remains: readonly Remains[], kinds: KindRegistry): Promise<BatchPlan> {
  const plan = new BatchPlan();
  const facts = remains.map((message) => factsOf(message, kinds));
  for (const { id, writer } of remains) {
    const state = new MessageState(id, true);
    state.author = writer;
    plan.messages.set(id, state);
  }
  const parents = facts.flat().flatMap(({ parent }) => (parent === null || plan.messages.has(parent) ? [] : parent));
  await loadMessages(runner, plan, [...new Set(parents)]);
  const implied: Remains[] = [];
  for (const [i, message] of remains.entries()) {
    const state = plan.messages.get(message.id)!;
    for (const each of facts[i]!) state.merge(each);
    if (impliesAgain(message, state)) implied.push(message);
  }
  const taken = await loadInteractions(
    runner,
    implied.map(({ id }) => id),
  );
  for (const message of implied) {
    if (!taken.has(message.id))
      plan.interactions.push(impliedReply(toldBy(message), plan.personByIdx(message.writer!)));
  }
  return plan;
}

/** Whether the record of a message is a reply once more, since no interaction says so any longer. */
function impliesAgain({ told, anonymous, parent, by_conversation, explicit }: Remains, state: MessageState): boolean {
  return explicit && !state.explicit && told && !anonymous && parent !== null && !by_conversation;
}

function factsOf(message: Remains, kinds: KindRegistry): MessageFacts[] {
  const { told, anonymous, writer, parent, fingerprint, by_conversation, makers } = message;
  const record: MessageFacts = {
    ...toldBy(message),
    record: '',
    author: anonymous ? null : writer,
    parent,
    explicit: false,
    fingerprint: told ? fingerprint : null,
    byConversation: by_conversation,
  };
  const acts = makers.map((maker) => {
    const inReplyTo = maker.object === maker.made ? null : maker.object;
    return factsOfAct({ ...maker, ...spoken(maker), inReplyTo }, writer!, kinds);
  });
  return told ? [record, ...acts] : acts;
}

function toldBy(message: Remains) {
  const { id, at, parent } = message;
  return { id, at, inReplyTo: parent, ...spoken(message) };
}

/** What is stored only where it is not the default. */
function spoken({ visibility, platform, tags }: RowOf<typeof about>) {
  return { visibility: (visibility ?? 'public') as Visibility, platform, tags: tags ?? [] };
}
