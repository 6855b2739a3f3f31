import type { KindRegistry } from '../domain/interaction-kind.js';
import type { RunOptions, ScoreRun } from '../domain/score-run.js';
import type { Verdict } from '../domain/verdict.js';
import { RapportError } from '../errors.js';
import type { ExplainScore } from '../service/explain-score.js';
import type { profileRelating } from '../service/profile-relating.js';
import type { ReadCadence } from '../service/read-cadence.js';
import type { ReadDialogue } from '../service/read-dialogue.js';
import type { ReadMirror } from '../service/read-mirror.js';
import type { CentralityStore } from '../store/centrality-store.js';
import type { ConversationStore } from '../store/conversation-store.js';
import type { GroundStore } from '../store/ground-store.js';
import type { InitiationStore } from '../store/initiation-store.js';
import type { PersonStore } from '../store/person-store.js';
import type { ReciprocityStore } from '../store/reciprocity-store.js';
import type { RelatingStore } from '../store/relating-store.js';
import type { SubgraphStore } from '../store/subgraph-store.js';
import type { TieStore } from '../store/tie-store.js';
import { type ConversationLoaders, createConversationLoaders } from './conversation.loaders.js';
import { createGroundLoaders, type GroundLoaders } from './ground.loaders.js';
import { createInitiationLoaders, type InitiationLoaders } from './initiation.loaders.js';
import { createOverTimeLoaders, type OverTimeLoaders } from './over-time.loaders.js';
import { createRelatingLoaders, type RelatingLoaders } from './relating.loaders.js';
import { createTieLoaders, type TieLoaders } from './tie.loaders.js';

/** What resolvers are given: stores to read, services to act. One per process. */
export interface Sources {
  readonly kinds: KindRegistry;
  readonly minInteractions: number;
  readonly people: PersonStore;
  readonly centrality: CentralityStore;
  readonly conversations: ConversationStore;
  readonly reciprocity: ReciprocityStore;
  readonly ties: TieStore;
  readonly subgraphs: SubgraphStore;
  readonly ground: GroundStore;
  readonly relatingPeople: RelatingStore;
  readonly initiation: InitiationStore;
  readonly explainScore: ExplainScore;
  readonly readDialogue: ReadDialogue;
  readonly readMirror: ReadMirror;
  readonly profileRelating: typeof profileRelating;
  readonly readCadence: ReadCadence;
  readonly publishedRun: () => Promise<ScoreRun | null>;
  readonly recordAll: (records: readonly unknown[]) => Promise<Verdict>;
  /** Scores with what is asked over the options of the last run. Throws RapportError RUN_IN_PROGRESS. */
  readonly refreshScores: (asked: Partial<RunOptions>) => Promise<ScoreRun>;
}

/** One operation. */
export interface Context extends Sources {
  /** The published run, read once per operation. */
  run(): Promise<ScoreRun | null>;
  readonly threads: ConversationLoaders;
  readonly tieLoaders: TieLoaders;
  readonly groundLoaders: GroundLoaders;
  readonly initiationLoaders: InitiationLoaders;
  readonly overTime: OverTimeLoaders;
  readonly relating: RelatingLoaders;
}

export function createContext(sources: Sources): Context {
  let published: Promise<ScoreRun | null> | undefined;
  const run = () => (published ??= sources.publishedRun());
  return {
    ...sources,
    run,
    threads: createConversationLoaders(sources.conversations),
    tieLoaders: createTieLoaders(sources, run),
    groundLoaders: createGroundLoaders(sources.ground),
    initiationLoaders: createInitiationLoaders(sources.initiation),
    relating: createRelatingLoaders(sources.relatingPeople),
    overTime: createOverTimeLoaders(sources, run),
  };
}

/** The published run. Throws SCORES_NOT_COMPUTED before the first, and while one is written in pieces. */
export async function requireRun(context: Context): Promise<ScoreRun> {
  const run = await context.run();
  if (run !== null) return run;
  throw new RapportError(
    'SCORES_NOT_COMPUTED',
    'No score run has been published. Run rapport score or refreshScores first.',
  );
}
