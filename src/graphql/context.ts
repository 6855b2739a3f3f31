import type { KindRegistry } from '../domain/interaction-kind.js';
import type { RunOptions, ScoreRun } from '../domain/score-run.js';
import type { Verdict } from '../domain/verdict.js';
import type { ExplainScore } from '../service/explain-score.js';
import type { CentralityStore } from '../store/centrality-store.js';
import type { ConversationStore } from '../store/conversation-store.js';
import type { PersonStore } from '../store/person-store.js';
import type { ReciprocityStore } from '../store/reciprocity-store.js';
import type { SubgraphStore } from '../store/subgraph-store.js';
import type { TieStore } from '../store/tie-store.js';
import { type ConversationLoaders, createConversationLoaders } from './conversation.loaders.js';
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
  readonly explainScore: ExplainScore;
  readonly publishedRun: () => Promise<ScoreRun | null>;
  readonly recordAll: (records: readonly unknown[]) => Promise<Verdict>;
  /** Scores with what is asked over the options of the published run. Throws RapportError RUN_IN_PROGRESS. */
  readonly refreshScores: (asked: Partial<RunOptions>) => Promise<ScoreRun>;
}

/** One operation. */
export interface Context extends Sources {
  /** The published run, read once per operation. */
  run(): Promise<ScoreRun | null>;
  readonly threads: ConversationLoaders;
  readonly tieLoaders: TieLoaders;
}

export function createContext(sources: Sources): Context {
  let published: Promise<ScoreRun | null> | undefined;
  const run = () => (published ??= sources.publishedRun());
  return {
    ...sources,
    run,
    threads: createConversationLoaders(sources.conversations),
    tieLoaders: createTieLoaders(sources, run),
  };
}
