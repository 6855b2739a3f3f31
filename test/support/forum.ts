import { graphql } from 'graphql';
import { KindRegistry } from '../../src/domain/interaction-kind.js';
import type { CanonicalRecord, InteractionRecord, MessageRecord } from '../../src/domain/records.js';
import { createContext, type Sources } from '../../src/graphql/context.js';
import { createSchema } from '../../src/graphql/schema.js';
import { Database } from '../../src/neo4j/database.js';
import { migrate } from '../../src/neo4j/migrate.js';
import { ConversationStore } from '../../src/store/conversation-store.js';
import { Neo4jInteractionStore } from '../../src/store/interaction-store.js';
import { PersonStore } from '../../src/store/person-store.js';
import { testConnection } from './database.js';

/** An empty graph that a test fills with threads by hand; statements and writing transactions are counted. */
export class Forum implements AsyncDisposable {
  readonly database = new Database(testConnection());
  readonly threads = new ConversationStore(this.database);
  readonly interactions = new Neo4jInteractionStore(this.database, new KindRegistry());
  statements = 0;
  writes = 0;
  #fingerprint = 0;

  static async open(): Promise<Forum> {
    const forum = new Forum();
    await forum.database.administer('WRITE', async (session) => {
      await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');
    });
    await migrate(forum.database);
    forum.#count();
    return forum;
  }

  /** Takes away everything but what migrations made. */
  async clear(): Promise<void> {
    await this.database.administer('WRITE', async (session) => {
      await session.run('MATCH (n) WHERE NOT n:Migration AND NOT n:Ledger DETACH DELETE n');
      await session.run('MATCH (l:Ledger) SET l = {key: 1, sequence: 0, people: 0}');
    });
  }

  #count(): void {
    const { database } = this;
    const run = database.run.bind(database);
    const write = database.write.bind(database);
    database.run = ((...call: Parameters<typeof run>) => {
      this.statements++;
      return run(...call);
    }) as typeof run;
    database.write = ((...call: Parameters<typeof write>) => {
      this.writes++;
      return write(...call);
    }) as typeof write;
  }

  /** Stores records in one batch; throws when one is rejected. */
  async record(...records: CanonicalRecord[]): Promise<void> {
    const batch = records.map((record, index) => ({ index, record, fingerprint: ++this.#fingerprint }));
    const { rejects } = await this.interactions.record(batch);
    if (rejects.length > 0) throw new Error(rejects[0]!.message);
  }

  async ask(
    source: string,
  ): Promise<{ data: ReturnType<typeof JSON.parse>; errors: { message: string; code: unknown; field: unknown }[] }> {
    const { threads: conversations, database } = this;
    const sources = { conversations, people: new PersonStore(database), publishedRun: async () => null };
    const contextValue = createContext(sources as unknown as Sources);
    const { data, errors = [] } = await graphql({ schema: createSchema(), source, contextValue });
    return {
      data: JSON.parse(JSON.stringify(data ?? null)),
      errors: errors.map(({ message, originalError }) => {
        const { code, details } = originalError as { code?: unknown; details?: { field?: unknown } };
        return { message, code, field: details?.field };
      }),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.database[Symbol.asyncDispose]();
  }
}

/** A public message `f:<id>` of an author (null for a deleted one), some seconds after the epoch. */
export function post(
  id: string,
  author: string | null,
  second: number,
  inReplyTo: string | null = null,
  more: Partial<MessageRecord> = {},
): MessageRecord {
  return {
    type: 'message',
    id: `f:${id}`,
    author: author === null ? null : `f:${author}`,
    at: second * 1_000,
    inReplyTo: inReplyTo === null ? null : `f:${inReplyTo}`,
    conversation: null,
    visibility: 'public',
    platform: 'f',
    tags: [],
    ...more,
  };
}

/** A public reply `f:<id>` of somebody to somebody, some seconds after the epoch, about no message unless one is given. */
export function reply(
  id: string,
  from: string,
  to: string,
  second: number,
  more: Partial<InteractionRecord> = {},
): InteractionRecord {
  return {
    type: 'interaction',
    id: `f:${id}`,
    from: `f:${from}`,
    to: `f:${to}`,
    kind: 'reply',
    at: second * 1_000,
    atQuality: 'exact',
    message: null,
    inReplyTo: null,
    conversation: null,
    visibility: 'public',
    platform: 'f',
    tags: [],
    meta: null,
    ...more,
  };
}

/** Global id as the API gives it. */
export function globalId(type: 'Person' | 'Message' | 'Conversation', key: string): string {
  return Buffer.from(`${type}:f:${key}`, 'utf8').toString('base64url');
}
