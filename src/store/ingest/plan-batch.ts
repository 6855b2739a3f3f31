import { type Ground, groundOf } from '../../domain/ground.js';
import type { KindRegistry } from '../../domain/interaction-kind.js';
import type { InteractionRecord, MessageRecord, StatementRecord } from '../../domain/records.js';
import { NO_TIME } from '../../domain/time.js';
import type { BatchPlan, PersonState, PlannedInteraction } from './batch-plan.js';
import type { MessageFacts } from './message-state.js';
import type { BatchItem, BatchState, KnownInteraction } from './read-batch.js';

/** Goes through a batch record by record: verdicts, people, what is said about messages, and which interactions there are. Pure. */
export function planRecords(
  batch: readonly BatchItem<StatementRecord>[],
  state: BatchState,
  kinds: KindRegistry,
): void {
  const { plan } = state;
  const interactions = new Map(state.interactions);
  const replies: MessageRecord[] = [];
  for (const { index, record, fingerprint } of batch) {
    if (record.type === 'person') {
      plan.person(record.id);
      plan.facts.set(record.id, { ...plan.facts.get(record.id), ...record });
      plan.personRecords.push(record.id);
    } else if (record.type === 'message') {
      const stored = planMessage(plan, record, index, fingerprint);
      if (stored && record.inReplyTo !== null && record.author !== null) replies.push(record);
    } else {
      const known = interactions.get(record.id);
      if (planInteraction(plan, record, index, fingerprint, kinds, known))
        interactions.set(record.id, { fingerprint, atOneself: known?.atOneself ?? false });
    }
  }
  for (const record of replies) {
    const { id } = record;
    const recorded = interactions.get(id)?.fingerprint ?? null;
    if (recorded === null && !plan.messages.get(id)!.explicit)
      plan.interactions.push(impliedReply(record, plan.person(record.author!)));
  }
}

function planMessage(plan: BatchPlan, record: MessageRecord, index: number, fingerprint: number): boolean {
  const earlier = plan.messages.get(record.id);
  if (earlier?.recorded) {
    if (earlier.fingerprint === fingerprint) plan.counts.duplicate++;
    else conflict(plan, index, 'message', record.id);
    return false;
  }
  if (record.author !== null && disagrees(plan, record.id, record.author)) {
    conflict(plan, index, 'message', record.id);
    return false;
  }
  const message = plan.message(record.id);
  const author = record.author === null ? null : plan.person(record.author).idx;
  const parent = record.inReplyTo ?? record.conversation;
  if (parent !== null) plan.message(parent);
  const { at, visibility, platform, tags } = record;
  const byConversation = parent !== null && record.inReplyTo === null;
  message.merge({
    record: '',
    author,
    at,
    parent,
    visibility,
    platform,
    tags,
    explicit: false,
    fingerprint,
    byConversation,
  });
  plan.counts.stored++;
  return true;
}

/** True when the interaction is recorded, now or before; one at oneself about nothing never is. */
function planInteraction(
  plan: BatchPlan,
  record: InteractionRecord,
  index: number,
  fingerprint: number,
  kinds: KindRegistry,
  known: KnownInteraction | undefined,
): boolean {
  const recorded = known?.fingerprint ?? null;
  if (recorded === fingerprint) {
    if (known!.atOneself) plan.counts.ignored++;
    else plan.counts.duplicate++;
    return true;
  }
  if (recorded !== null || (record.message !== null && disagrees(plan, record.message, record.from))) {
    conflict(plan, index, 'interaction', record.id);
    return false;
  }
  const actor = plan.person(record.from);
  if (record.to === record.from && record.inReplyTo === null && record.message === null) {
    plan.counts.ignored++;
    return false;
  }
  if (known !== undefined) plan.replaced.push(record.id);
  if (record.inReplyTo !== null) plan.message(record.inReplyTo);
  if (record.message !== null) planMadeMessage(plan, record, record.message, actor.idx, kinds);
  plan.interactions.push({
    ...common(record),
    actor,
    target: record.to === null ? null : plan.person(record.to),
    fingerprint,
    waited: false,
    placed: record.conversation !== null,
  });
  return true;
}

function planMadeMessage(
  plan: BatchPlan,
  record: InteractionRecord,
  id: string,
  author: number,
  kinds: KindRegistry,
): void {
  const message = plan.message(id);
  const at = record.atQuality === 'unknown' ? NO_TIME : record.at;
  const facts = factsOfAct({ ...record, at }, author, kinds);
  if (facts.explicit && message.recorded && !message.explicit) plan.replaced.push(id);
  message.merge(facts);
}

/** What an interaction says about the message it made, at NO_TIME where its time is unknown; `author` is the number of who acted. */
export function factsOfAct(
  record: Told & Pick<InteractionRecord, 'kind'>,
  author: number,
  kinds: KindRegistry,
): MessageFacts {
  const { id, kind, at, inReplyTo, visibility, platform, tags } = record;
  const parent = kinds.find(kind)?.continuesThread ? inReplyTo : null;
  const about = { author, at, parent, visibility, platform, tags };
  return { record: id, ...about, explicit: parent !== null, fingerprint: null, byConversation: false };
}

type Told = Pick<MessageRecord, 'id' | 'at' | 'inReplyTo' | 'visibility' | 'platform' | 'tags'>;

/** The reply that a message record with author and parent is, unless an interaction says so itself. */
export function impliedReply(record: Told, actor: PersonState): PlannedInteraction {
  const { id, at, inReplyTo, visibility, platform, tags } = record;
  return {
    id,
    kind: 'reply',
    at,
    object: inReplyTo,
    message: id,
    visibility,
    platform,
    tags,
    actor,
    target: null,
    atQuality: 'exact',
    meta: null,
    fingerprint: null,
    waited: false,
    placed: false,
  };
}

function common(
  record: InteractionRecord,
): Omit<PlannedInteraction, 'actor' | 'target' | 'fingerprint' | 'waited' | 'placed'> {
  const { id, kind, at, message, visibility, platform, atQuality, tags, meta } = record;
  return { id, kind, at, object: record.inReplyTo ?? message, message, visibility, platform, atQuality, tags, meta };
}

function disagrees(plan: BatchPlan, message: string, author: string): boolean {
  const known = plan.messages.get(message)?.author ?? null;
  return known !== null && known !== plan.people.get(author)?.idx;
}

function conflict(plan: BatchPlan, index: number, what: string, id: string): void {
  plan.reject(
    index,
    'ID_CONFLICT',
    'id',
    `The ${what} id ${id.slice(0, 60)} is taken by other content; the first is kept. Send it under an id of its own.`,
  );
}

/** An interaction that will be written, with everything derived. */
export interface ResolvedInteraction {
  readonly planned: PlannedInteraction;
  readonly target: PersonState;
  readonly ground: Ground;
  /** Recorded without a person acted upon; the message told. */
  readonly derived: boolean;
}

export interface ResolvedInteractions {
  readonly edges: readonly ResolvedInteraction[];
  /** Recorded ones that wait for the author of their message. */
  readonly aimed: readonly PlannedInteraction[];
  /** Ids of messages whose implied reply waits for the author of what they answer. */
  readonly waiting: readonly string[];
  /** Recorded ones at oneself that say something about a message. */
  readonly selves: readonly PlannedInteraction[];
}

/** Finds the target of every planned interaction, once all messages are known. Pure. */
export function resolveInteractions(plan: BatchPlan): ResolvedInteractions {
  const edges: ResolvedInteraction[] = [];
  const aimed: PlannedInteraction[] = [];
  const waiting: string[] = [];
  const selves: PlannedInteraction[] = [];
  for (const interaction of plan.interactions) {
    const object = interaction.object === null ? undefined : plan.messages.get(interaction.object);
    const author = object?.author ?? null;
    const target = interaction.target ?? (author === null ? null : plan.personByIdx(author));
    const counted = !interaction.waited && interaction.fingerprint !== null;
    if (target === null) {
      if (interaction.fingerprint === null) waiting.push(interaction.id);
      else aimed.push(interaction);
      if (counted) plan.counts.stored++;
      plan.counts.unresolved++;
    } else if (target.idx === interaction.actor.idx) {
      if (counted) plan.counts.ignored++;
      if (interaction.fingerprint !== null && interaction.object !== null) selves.push(interaction);
    } else {
      if (counted) plan.counts.stored++;
      const about = interaction.placed || object?.id === interaction.message ? null : author;
      if (interaction.target !== null && about !== null && about !== target.idx) plan.counts.mismatched++;
      const starter = object?.label?.starter ?? null;
      edges.push({
        planned: interaction,
        target,
        derived: interaction.target === null && interaction.fingerprint !== null,
        ground: groundOf(interaction.visibility === 'direct', starter, interaction.actor.idx, target.idx),
      });
    }
  }
  return { edges, aimed, waiting, selves };
}
