import type { Conversation, ConversationOrder, DialogueInteraction, Message } from '../domain/conversation.js';
import { type Page, pageOf, readPlace, UNKNOWN_AT, UNKNOWN_AT_END } from '../domain/page.js';
import type { Person } from '../domain/person.js';
import { NO_TIME } from '../domain/time.js';
import { flag, instant, integer, list, nullable, record, text } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asInteger, asList, asNullable, asRecord, asText } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { conversation, message } from './conversation/conversation-columns.js';
import { summariseThreads } from './conversation/summarise-threads.js';
import { person } from './person-columns.js';

const place = { value: asInteger, after: asText, limit: asInteger };
const threads = { total: integer, threads: list(conversation) };
const lists = {
  depth: bindQuery('conversation/by-depth', READ, place, threads),
  turns: bindQuery('conversation/by-turns', READ, place, threads),
  recency: bindQuery('conversation/by-recency', READ, place, threads),
};
const asThreadPage = asRecord({
  key: asInteger,
  person: asText,
  order: asText,
  value: asNullable(asInteger),
  after: asText,
  limit: asInteger,
});
const byParticipant = bindQuery(
  'conversation/by-participant',
  READ,
  { pages: asList(asThreadPage) },
  { key: integer, ...threads },
);
const asMessagePage = asRecord({
  key: asInteger,
  root: asText,
  at: asNullable(asInteger),
  after: asText,
  limit: asInteger,
});
const thread = bindQuery(
  'conversation/thread',
  READ,
  { pages: asList(asMessagePage), unknown: asInteger },
  { key: integer, total: integer, messages: list(message) },
);
const byMessage = bindQuery(
  'conversation/by-message',
  READ,
  { messages: asList(asText) },
  { id: text, thread: conversation },
);
const messagesById = bindQuery('conversation/messages-by-id', READ, { ids: asList(asText) }, { message });
const chain = { id: text, messages: list(message) };
const chainToRoot = bindQuery('conversation/chain-to-root', READ, { messages: asList(asText) }, chain);
const longestChain = bindQuery('conversation/longest-chain', READ, { roots: asList(asText) }, chain);
const interaction = record({
  id: text,
  kind: text,
  at: nullable(instant),
  message: nullable(text),
  object: nullable(text),
  forward: flag,
});
const dialogueTimeline = bindQuery(
  'conversation/dialogue-timeline',
  READ,
  { a: asText, b: asText, at: asNullable(asInteger), after: asText, unknown: asInteger, limit: asInteger },
  { a: person, b: person, private: integer, total: integer, interactions: list(interaction) },
);

const ORDER_PROPERTY: Record<ConversationOrder, string> = {
  depth: 'thread_depth',
  turns: 'thread_messages',
  recency: 'thread_last_at',
};

/** Which items of a list are wanted: at most `first` after the key of the last one seen. */
export interface PageWish {
  readonly first: number;
  readonly after: string | null;
}

export interface MessagePageWish extends PageWish {
  /** Id of a thread's root. */
  readonly root: string;
}

export interface ParticipantPageWish extends PageWish {
  /** Namespaced person id. */
  readonly person: string;
  readonly order: ConversationOrder;
}

/** What two persons did to each other. */
export interface Dialogue {
  readonly a: Person;
  readonly b: Person;
  /** Private interactions of the two, counted and never listed. */
  readonly privateInteractions: number;
  /** Newest first. */
  readonly interactions: Page<DialogueInteraction>;
}

/** Reads threads, messages and dialogues, and keeps the numbers of threads up to date. Private messages are counted, never given out. */
export class ConversationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Brings the stored numbers of every thread with news up to date; without news nothing is written. */
  async summarise(signal?: AbortSignal): Promise<void> {
    await summariseThreads(this.#database, signal);
  }

  /** A page of all summarised threads, highest first. */
  async list(order: ConversationOrder, { first, after }: PageWish): Promise<Page<Conversation>> {
    const key = readPlace(after);
    const [row] = await this.#database.run(lists[order], {
      value: key.value ?? Number.MAX_SAFE_INTEGER,
      after: key.id,
      limit: first + 1,
    });
    return threadPage(row!, order, first);
  }

  /** Pages of the threads in which somebody wrote openly, by position of the wish; an empty page for somebody unknown. */
  async listByParticipant(wishes: readonly ParticipantPageWish[]): Promise<Page<Conversation>[]> {
    const pages = wishes.map(({ person, order, first, after }, key) => {
      const { value, id } = readPlace(after);
      return { key, person, order: ORDER_PROPERTY[order], value, after: id, limit: first + 1 };
    });
    const rows = new Map((await this.#database.run(byParticipant, { pages })).map((row) => [row.key, row]));
    return wishes.map(({ order, first }, key) => threadPage(rows.get(key) ?? { threads: [], total: 0 }, order, first));
  }

  /** Pages of the messages of threads in time order, unknown times last, by position of the wish. */
  async listMessages(wishes: readonly MessagePageWish[]): Promise<Page<Message>[]> {
    const pages = wishes.map(({ root, first, after }, key) => {
      const { value, id } = readPlace(after);
      return { key, root, at: value, after: id, limit: first + 1 };
    });
    const found = await this.#database.run(thread, { pages, unknown: UNKNOWN_AT_END });
    const rows = new Map(found.map((row) => [row.key, row]));
    return wishes.map(({ first }, key) => {
      const { messages, total } = rows.get(key) ?? { messages: [], total: 0 };
      return pageOf(messages, first, total, ({ at, id }) => `${at ?? UNKNOWN_AT_END} ${id}`);
    });
  }

  /** The threads in which messages stand, by id of the message; missing for private, unknown and rootless ones. */
  async findByMessages(messages: readonly string[]): Promise<Map<string, Conversation>> {
    const rows = await this.#database.run(byMessage, { messages });
    return new Map(rows.map((row) => [row.id, row.thread]));
  }

  /** Messages by id; private and unknown ones are missing. */
  async findMessages(ids: readonly string[]): Promise<Map<string, Message>> {
    const rows = await this.#database.run(messagesById, { ids });
    return new Map(rows.map((row) => [row.message.id, row.message]));
  }

  /** From each message up to its root, the message first, at most 1,000 messages each. */
  async findChainsToRoot(messages: readonly string[]): Promise<Map<string, Message[]>> {
    const rows = await this.#database.run(chainToRoot, { messages });
    return new Map(rows.map((row) => [row.id, row.messages]));
  }

  /** From each root down to its deepest message, of several the one with the smallest id; at most the last 1,000 messages each. */
  async findLongestChains(roots: readonly string[]): Promise<Map<string, Message[]>> {
    const rows = await this.#database.run(longestChain, { roots });
    return new Map(rows.map((row) => [row.id, row.messages]));
  }

  /** The interactions between two persons, both ways, newest first and unknown times last; null when one of the two is unknown. */
  async findDialogue(a: string, b: string, { first, after }: PageWish): Promise<Dialogue | null> {
    const { value, id } = readPlace(after);
    const wish = { a, b, at: value, after: id, unknown: UNKNOWN_AT, limit: first + 1 };
    const [row] = await this.#database.run(dialogueTimeline, wish);
    if (row === undefined) return null;
    const interactions = pageOf(row.interactions, first, row.total, ({ at, id }) => `${at ?? UNKNOWN_AT} ${id}`);
    return { a: row.a, b: row.b, privateInteractions: row.private, interactions };
  }
}

function threadPage(
  row: { threads: Conversation[]; total: number },
  order: ConversationOrder,
  first: number,
): Page<Conversation> {
  return pageOf(row.threads, first, row.total, ({ root, summary }) => `${orderValue(summary!, order)} ${root.id}`);
}

function orderValue(summary: NonNullable<Conversation['summary']>, order: ConversationOrder): number {
  return order === 'recency' ? (summary.lastAt ?? NO_TIME) : summary[order];
}
