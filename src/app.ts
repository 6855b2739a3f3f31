import type { GraphQLFormattedError } from 'graphql';
import type { Config } from './config.js';
import { KindRegistry } from './domain/interaction-kind.js';
import type { RunOptions, ScoreRun } from './domain/score-run.js';
import { RapportError } from './errors.js';
import { createContext, type Sources } from './graphql/context.js';
import { DATABASE_AWAY } from './graphql/errors.js';
import { createSchema } from './graphql/schema.js';
import { createApollo } from './http/apollo.js';
import { createServer } from './http/server.js';
import type { Logger } from './log.js';
import { Database, PATIENT } from './neo4j/database.js';
import { obtainDatabase } from './neo4j/local/obtain.js';
import type { LocalServer } from './neo4j/local/server.js';
import { appliedMigrations, migrate } from './neo4j/migrate.js';
import { defaultRunOptions } from './operations.js';
import { ExplainScore } from './service/explain-score.js';
import { ExportTables } from './service/export-tables.js';
import { profileRelating } from './service/profile-relating.js';
import { ReadCadence } from './service/read-cadence.js';
import { ReadDialogue } from './service/read-dialogue.js';
import { ReadMirror } from './service/read-mirror.js';
import { RecordInteractions } from './service/record-interactions.js';
import { RefreshScores } from './service/refresh-scores.js';
import { RescoreWhenQuiet } from './service/rescore-when-quiet.js';
import { VerifyScores } from './service/verify-scores.js';
import { WorkerScoreEngine } from './service/worker-engine.js';
import { CadenceStore } from './store/cadence-store.js';
import { CentralityStore } from './store/centrality-store.js';
import { ConversationStore } from './store/conversation-store.js';
import { DialogueStore } from './store/dialogue-store.js';
import { ExportStore } from './store/export-store.js';
import { GroundStore } from './store/ground-store.js';
import { InitiationStore } from './store/initiation-store.js';
import { Neo4jInteractionStore } from './store/interaction-store.js';
import { MirrorStore } from './store/mirror-store.js';
import { PersonStore } from './store/person-store.js';
import { PrecomputedStore } from './store/precomputed-store.js';
import { ReciprocityStore } from './store/reciprocity-store.js';
import { RelatingStore } from './store/relating-store.js';
import { Neo4jScoreStore } from './store/score-store.js';
import { SubgraphStore } from './store/subgraph-store.js';
import { TieStore } from './store/tie-store.js';
import { TwinStore } from './store/twin-store.js';

/** The compiled worker; from the sources it is the one in dist, since a worker thread runs JavaScript. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../dist/service/scoring-worker.js' : './service/scoring-worker.js',
  import.meta.url,
);

/** An answer as a client would get it. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  /** What it cost. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Everything assembled over one database; dispose it to let go of the connections and the port. */
export class App implements AsyncDisposable {
  readonly database: Database;
  readonly #schema = createSchema();
  readonly kinds = new KindRegistry();
  readonly scores: Neo4jScoreStore;
  readonly exports: ExportStore;
  readonly exportTables: ExportTables;
  readonly record: RecordInteractions;
  readonly refreshScores: RefreshScores;
  readonly verifyScores: VerifyScores;
  readonly sources: Sources;
  readonly #config: Config;
  readonly #log: Logger;
  #server: LocalServer | null = null;
  #apollo: ReturnType<typeof createApollo> | null = null;
  readonly #disposables: (() => void | Promise<void>)[] = [];

  constructor(database: Database, config: Config, log: Logger) {
    this.database = database;
    this.#disposables.push(() => database[Symbol.asyncDispose]());
    this.#config = config;
    this.#log = log;
    const { minInteractions } = config;
    const conversations = new ConversationStore(database);
    const ties = new TieStore(database);
    const people = new PersonStore(database);
    const ground = new GroundStore(database, this.kinds);
    const initiation = new InitiationStore(database, this.kinds);
    const relatingPeople = new RelatingStore(database, this.kinds);
    this.exports = new ExportStore(database);
    this.exportTables = new ExportTables(this.exports, () => this.scores.published(), minInteractions);
    this.scores = new Neo4jScoreStore(database, this.kinds);
    this.record = new RecordInteractions(new Neo4jInteractionStore(database, this.kinds), this.kinds);
    this.refreshScores = new RefreshScores({
      store: this.scores,
      engine: new WorkerScoreEngine(WORKER, this.kinds),
      threads: conversations,
      precomputed: new PrecomputedStore(database, [...ground.topics, ...initiation.topics]),
      minInteractions,
      log: log.child({ area: 'scores' }),
    });
    this.verifyScores = new VerifyScores({ store: this.scores, twins: new TwinStore(database, this.kinds) });
    this.sources = {
      kinds: this.kinds,
      minInteractions,
      people,
      centrality: new CentralityStore(database),
      conversations,
      reciprocity: new ReciprocityStore(database),
      ties,
      subgraphs: new SubgraphStore(database),
      ground,
      relatingPeople,
      initiation,
      readMirror: new ReadMirror({ people, initiation, relating: relatingPeople, mirror: new MirrorStore(database) }),
      explainScore: new ExplainScore(ties),
      profileRelating,
      readDialogue: new ReadDialogue(new DialogueStore(database), this.kinds),
      readCadence: new ReadCadence(new CadenceStore(database)),
      publishedRun: () => this.scores.published(),
      recordAll: (records) => this.record.recordAll(records),
      refreshScores: async (asked) =>
        (await this.refreshScores.refresh({ ...(await this.nextRunOptions()), ...asked })).run,
    };
  }

  /** Finds a database, brings it up to date and assembles everything over it; `patient` waits out long pauses of it instead of answering. Throws RapportError. */
  static async open(
    config: Config,
    log: Logger,
    onProgress?: (message: string) => void,
    patient = false,
  ): Promise<App> {
    const obtained = await obtainDatabase(config, onProgress);
    const database = new Database(obtained.connection, patient ? PATIENT : {});
    try {
      const applied = await migrate(database);
      if (applied.length > 0)
        onProgress?.(`Applied ${applied.length === 1 ? 'one migration' : `${applied.length} migrations`}.`);
      const app = new App(database, config, log);
      if (obtained.way === 'managed' && obtained.server.started) app.#server = obtained.server;
      return app;
    } catch (error) {
      await database[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** The managed server that this process started ends with the App instead of staying. */
  stopServerOnDispose(): void {
    const server = this.#server;
    if (server !== null) this.#disposables.unshift(() => server.stop());
  }

  /** Whether the graph holds anybody of another platform. */
  async hasOthersThan(platforms: readonly string[]): Promise<boolean> {
    return this.sources.people.anyOutside(platforms);
  }

  /** Every migration that has been applied, in order. */
  async migrations(): Promise<readonly { readonly version: number; readonly name: string }[]> {
    return appliedMigrations(this.database);
  }

  /** Runs a GraphQL document in this process. */
  async execute(source: string, variables: Record<string, unknown>): Promise<Answer> {
    const { body } = await this.#inProcess().executeOperation(
      { query: source, variables },
      { contextValue: createContext(this.sources) },
    );
    if (body.kind === 'incremental') throw new RapportError('INTERNAL', 'answers come in one piece');
    return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
  }

  #inProcess(): ReturnType<typeof createApollo> {
    if (this.#apollo !== null) return this.#apollo;
    const apollo = createApollo({ schema: this.#schema, introspection: true, log: this.#log.child({ area: 'query' }) });
    this.#disposables.push(() => apollo.stop());
    this.#apollo = apollo;
    return apollo;
  }

  /** Options of a run in which nothing was asked for: those of the last run, as of now unless its instant was asked for. */
  async nextRunOptions(): Promise<RunOptions> {
    const options = (await this.scores.lastOptions()) ?? defaultRunOptions();
    return options.fixedAsOf ? options : { ...options, asOf: Date.now() };
  }

  /** Serves GraphQL over HTTP and scores news by itself; returns the address. */
  async listen(port = this.#config.port): Promise<string> {
    const server = await createServer({
      schema: this.#schema,
      introspection: this.#config.introspection,
      createContext: () => createContext(this.sources),
      readiness: () => this.#readiness(),
      log: this.#log.child({ area: 'http' }),
    });
    this.#disposables.push(() => server.stop());
    this.#disposables.push(() => this.refreshScores.stop());
    const address = await server.listen({ host: this.#config.host, port });
    if (this.#config.rescore !== null) this.#rescore(this.#config.rescore);
    return address;
  }

  #rescore(settings: { quietSeconds: number; maxSeconds: number }): void {
    const rescore = new RescoreWhenQuiet(settings, {
      sequence: () => this.scores.sequence(),
      scored: async () => (await this.scores.published())?.sequence ?? -1,
      refresh: async () => void (await this.refreshScores.refresh(await this.nextRunOptions())),
      log: this.#log.child({ area: 'scores' }),
    });
    this.#disposables.push(() => rescore[Symbol.dispose]());
  }

  async #readiness(): Promise<{ ready: boolean; body: Record<string, unknown> }> {
    try {
      const run = await this.scores.published();
      return { ready: true, body: { status: 'ok', scores: run === null ? null : readinessOf(run) } };
    } catch (error) {
      this.#log.warn({ err: error }, 'not ready');
      return { ready: false, body: { status: 'unavailable', reason: DATABASE_AWAY } };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const dispose of this.#disposables.reverse()) await dispose();
  }
}

function readinessOf(run: ScoreRun): Record<string, unknown> {
  return {
    run: run.number,
    ageSeconds: Math.round((Date.now() - run.computedAt) / 1_000),
    stale: run.ledgerSequence > run.sequence,
  };
}
