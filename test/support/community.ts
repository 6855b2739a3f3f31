import { graphql } from 'graphql';
import { type InteractionKind, KindRegistry } from '../../src/domain/interaction-kind.js';
import type { CanonicalRecord, InteractionRecord } from '../../src/domain/records.js';
import { SCORE_DEFAULTS } from '../../src/domain/score-options.js';
import type { RunOptions, ScoreRun } from '../../src/domain/score-run.js';
import { type Context, createContext, type Sources } from '../../src/graphql/context.js';
import { createSchema } from '../../src/graphql/schema.js';
import { fingerprintInteraction } from '../../src/ingest/fingerprint.js';
import { Database } from '../../src/neo4j/database.js';
import { migrate } from '../../src/neo4j/migrate.js';
import { UNIT_CALIBRATION } from '../../src/scoring/calibration.js';
import { ExplainScore } from '../../src/service/explain-score.js';
import { profileRelating } from '../../src/service/profile-relating.js';
import { ReadCadence } from '../../src/service/read-cadence.js';
import { ReadDialogue } from '../../src/service/read-dialogue.js';
import { ReadMirror } from '../../src/service/read-mirror.js';
import { RefreshScores } from '../../src/service/refresh-scores.js';
import { computeScores } from '../../src/service/score-engine.js';
import { CadenceStore } from '../../src/store/cadence-store.js';
import { CentralityStore } from '../../src/store/centrality-store.js';
import { ConversationStore } from '../../src/store/conversation-store.js';
import { DialogueStore } from '../../src/store/dialogue-store.js';
import { GroundStore } from '../../src/store/ground-store.js';
import { InitiationStore } from '../../src/store/initiation-store.js';
import { Neo4jInteractionStore } from '../../src/store/interaction-store.js';
import { MirrorStore } from '../../src/store/mirror-store.js';
import { PersonStore } from '../../src/store/person-store.js';
import { PrecomputedStore } from '../../src/store/precomputed-store.js';
import { ReciprocityStore } from '../../src/store/reciprocity-store.js';
import { RelatingStore } from '../../src/store/relating-store.js';
import { Neo4jScoreStore, type ScoreStore } from '../../src/store/score-store.js';
import { SubgraphStore } from '../../src/store/subgraph-store.js';
import { TieStore } from '../../src/store/tie-store.js';
import { testConnection } from './database.js';

export const DAY = 86_400_000;
/** Instant of evaluation of the runs of a test community. */
export const AS_OF = 100 * DAY;

/** Who is busy in tests. */
export const EVERYBODY = { least: 1, most: 1_000 };

const silent = { info: () => undefined, warn: () => undefined } as never;

/** An empty graph that a test fills by hand and scores in its own thread. */
export class Community implements AsyncDisposable {
  readonly database = new Database(testConnection());
  readonly kinds: KindRegistry;
  readonly scores: Neo4jScoreStore;
  readonly ground: GroundStore;
  readonly initiation: InitiationStore;
  /** Of everybody who did anything. */
  readonly precomputed: PrecomputedStore;
  readonly ties = new TieStore(this.database);
  readonly reciprocity = new ReciprocityStore(this.database);
  readonly subgraphs = new SubgraphStore(this.database);
  #count = 0;

  constructor(kinds?: readonly InteractionKind[]) {
    this.kinds = new KindRegistry(kinds);
    this.scores = new Neo4jScoreStore(this.database, this.kinds);
    this.ground = new GroundStore(this.database, this.kinds);
    this.initiation = new InitiationStore(this.database, this.kinds);
    this.precomputed = new PrecomputedStore(
      this.database,
      [...this.ground.topics, ...this.initiation.topics],
      EVERYBODY,
    );
  }

  static async open(kinds?: readonly InteractionKind[]): Promise<Community> {
    const community = new Community(kinds);
    await community.database.administer('WRITE', async (session) => {
      await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');
    });
    await migrate(community.database);
    return community;
  }

  async record(records: readonly CanonicalRecord[]): Promise<void> {
    const store = new Neo4jInteractionStore(this.database, this.kinds);
    for (let from = 0; from < records.length; from += 2_000) {
      const batch = records.slice(from, from + 2_000).map((record) => ({
        index: this.#count++,
        record,
        fingerprint: record.type === 'interaction' ? fingerprintInteraction(record) : 1,
      }));
      const { rejects } = await store.record(batch);
      if (rejects.length > 0) throw new Error(rejects[0]!.message);
    }
  }

  async score(options: Partial<RunOptions> = {}, store: ScoreStore = this.scores): Promise<ScoreRun> {
    const engine = { score: async (task: Parameters<typeof computeScores>[0]) => computeScores(task, this.kinds) };
    const threads = { summarise: async () => undefined };
    const refresh = new RefreshScores({
      store,
      engine,
      threads,
      precomputed: this.precomputed,
      minInteractions: 1,
      log: silent,
    });
    const defaults = { ...SCORE_DEFAULTS, calibration: UNIT_CALIBRATION, asOf: AS_OF, fixedAsOf: true } as RunOptions;
    return (await refresh.refresh({ ...defaults, ...options })).run;
  }

  /** Answers a document and counts the statements that took. */
  async ask(
    source: string,
  ): Promise<{ data: Answer; errors: readonly { message: string; code: unknown }[]; statements: number }> {
    let statements = 0;
    const run = this.database.run.bind(this.database);
    this.database.run = ((...call: Parameters<typeof run>) => {
      statements++;
      return run(...call);
    }) as typeof run;
    const { data, errors } = await graphql({ schema: createSchema(), source, contextValue: this.#context() });
    this.database.run = run;
    return {
      data: JSON.parse(JSON.stringify(data ?? null)),
      errors: (errors ?? []).map(({ message, originalError }) => ({
        message,
        code: (originalError as { code?: unknown })?.code,
      })),
      statements,
    };
  }

  /** Fields of somebody by name; expects no error. */
  async person(name: string, fields: string): Promise<Answer> {
    const { data, errors } = await this.ask(`{ person(personId: "t:${name}") { ${fields} } }`);
    if (errors.length > 0) throw new Error(errors[0]!.message);
    return data.person;
  }

  #context(): Context {
    const { database, ties, reciprocity, subgraphs, initiation, kinds } = this;
    const people = new PersonStore(database);
    const relatingPeople = new RelatingStore(database, kinds);
    const sources = {
      kinds,
      minInteractions: 1,
      people,
      centrality: new CentralityStore(database),
      ties,
      reciprocity,
      subgraphs,
      ground: this.ground,
      relatingPeople,
      initiation,
      readMirror: new ReadMirror({ people, initiation, relating: relatingPeople, mirror: new MirrorStore(database) }),
      explainScore: new ExplainScore(ties),
      profileRelating,
      conversations: new ConversationStore(database),
      readDialogue: new ReadDialogue(new DialogueStore(database), kinds),
      readCadence: new ReadCadence(new CadenceStore(database)),
      publishedRun: () => this.scores.published(),
    };
    return createContext(sources as unknown as Sources);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.database[Symbol.asyncDispose]();
  }
}

/** What GraphQL answered, as JSON of any shape. */
export type Answer = ReturnType<typeof JSON.parse>;

let acts = 0;

/** One act of somebody towards somebody, on a day counted from the epoch. */
export function act(from: string, to: string, day: number, more: Partial<InteractionRecord> = {}): InteractionRecord {
  return {
    type: 'interaction',
    id: `t:act${acts++}`,
    from: `t:${from}`,
    to: `t:${to}`,
    kind: 'reply',
    at: day * DAY,
    atQuality: 'exact',
    message: null,
    inReplyTo: null,
    conversation: null,
    visibility: 'public',
    platform: 't',
    tags: [],
    meta: null,
    ...more,
  };
}

/** Global id of a person of a test community. */
export function globalId(name: string): string {
  return Buffer.from(`Person:t:${name}`, 'utf8').toString('base64url');
}
