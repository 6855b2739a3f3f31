import { BROADCAST_PARTS, PAIR_STATISTICS, RELATIONAL_COMPONENTS } from '../domain/network-scores.js';
import type { Person, StoredScores } from '../domain/person.js';
import type { ScoreRun } from '../domain/score-run.js';
import { RapportError } from '../errors.js';
import { ForwardDecay } from '../scoring/forward-decay.js';
import { squash } from '../scoring/relational-score.js';
import type { ExportStore } from '../store/export-store.js';

type Cell = string | number | null;

/** People and ties of the published run as rows of a table, the header first. Numbers carry full double precision. */
export class ExportTables {
  readonly #store: ExportStore;
  readonly #published: () => Promise<ScoreRun | null>;

  constructor(store: ExportStore, published: () => Promise<ScoreRun | null>) {
    this.#store = store;
    this.#published = published;
  }

  /** Throws RapportError SCORES_NOT_COMPUTED before the first run. */
  async people(onRow: (row: readonly Cell[]) => void): Promise<void> {
    const run = await this.#run();
    onRow([
      ...['person_id', 'relational', 'broadcast', 'trust', 'given', 'received', ...RELATIONAL_COMPONENTS],
      ...RELATIONAL_COMPONENTS.map((name) => `squashed_${name}`),
      ...BROADCAST_PARTS,
      ...[
        'confidence',
        'rank_relational',
        'rank_broadcast',
        'percentile_relational',
        'percentile_broadcast',
        'mutual_ties',
        'effective_relationships',
        'interactions',
      ],
      ...['platform', 'handle', 'name', 'kind', 'as_of', 'computed_at', 'run', 'model_version', 'calibration_version'],
    ]);
    await this.#store.people((person) => {
      if (person.scores !== null)
        onRow([person.id, ...scoreCells(person.scores, run), ...identityCells(person), ...runCells(run)]);
    });
  }

  /** Statistics are values at the run's instant. Throws RapportError SCORES_NOT_COMPUTED before the first run. */
  async ties(onRow: (row: readonly Cell[]) => void): Promise<void> {
    const run = await this.#run();
    const decay = new ForwardDecay(run.options.asOf, run.options.halfLifeDays);
    onRow(['from_id', 'to_id', 'interactions', ...PAIR_STATISTICS]);
    await this.#store.ties(({ from, to, interactions, statistics }) => {
      onRow([
        from,
        to,
        interactions,
        ...PAIR_STATISTICS.map((name) => (statistics === null ? 0 : statistics[name] * decay.present)),
      ]);
    });
  }

  async #run(): Promise<ScoreRun> {
    const run = await this.#published();
    if (run === null)
      throw new RapportError('SCORES_NOT_COMPUTED', 'There is no score run yet. Run rapport score first.');
    return run;
  }
}

function scoreCells(scores: StoredScores, run: ScoreRun): Cell[] {
  const { relational, broadcast, trust, given, received } = scores;
  return [
    ...[relational, broadcast, trust, given, received],
    ...RELATIONAL_COMPONENTS.map((name) => scores.components[name]),
    ...RELATIONAL_COMPONENTS.map((name) => squash(name, scores.components[name], run.options.calibration)),
    ...BROADCAST_PARTS.map((name) => scores.parts[name]),
    ...[
      scores.confidence,
      scores.rankRelational,
      scores.rankBroadcast,
      scores.percentileRelational,
      scores.percentileBroadcast,
    ],
    ...[scores.mutualTies, scores.effectiveRelationships, scores.interactions],
  ];
}

function identityCells({ platform, handle, name, kind }: Person): Cell[] {
  return [platform, handle, name, kind];
}

function runCells(run: ScoreRun): Cell[] {
  return [
    new Date(run.options.asOf).toISOString(),
    new Date(run.computedAt).toISOString(),
    run.number,
    run.modelVersion,
    run.options.calibration.version,
  ];
}
