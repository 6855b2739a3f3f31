import { BROADCAST_PARTS, PAIR_STATISTICS, RELATIONAL_COMPONENTS } from '../domain/network-scores.js';
import type { Person } from '../domain/person.js';
import type { ScoreRun } from '../domain/score-run.js';
import { type ShownScores, shownScores } from '../domain/score-status.js';
import { RapportError } from '../errors.js';
import { ForwardDecay } from '../scoring/forward-decay.js';
import { squash } from '../scoring/relational-score.js';
import type { ExportStore } from '../store/export-store.js';

type Cell = string | number | null;

/** People and ties of the published run as rows of a table, the header first. Numbers carry full double precision. */
export class ExportTables {
  readonly #store: ExportStore;
  readonly #published: () => Promise<ScoreRun | null>;
  readonly #minInteractions: number;

  constructor(store: ExportStore, published: () => Promise<ScoreRun | null>, minInteractions: number) {
    this.#store = store;
    this.#published = published;
    this.#minInteractions = minInteractions;
  }

  /** Cells are empty where the API says null; `status` says why. Throws RapportError SCORES_NOT_COMPUTED before the first run. */
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
      'status',
    ]);
    await this.#store.people((person) => {
      if (person.scores === null) return;
      const shown = shownScores(person, run, this.#minInteractions);
      const { interactions } = person.scores;
      onRow([
        person.id,
        ...scoreCells(shown, run, interactions),
        ...identityCells(person),
        ...runCells(run),
        shown.status,
      ]);
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

function scoreCells({ all, broadcast, parts }: ShownScores, run: ScoreRun, interactions: number): Cell[] {
  const components = RELATIONAL_COMPONENTS.map((name) => [name, all?.components[name] ?? null] as const);
  return [
    ...[all?.relational, broadcast, all?.trust, all?.given, all?.received].map(orEmpty),
    ...components.map(([, raw]) => raw),
    ...components.map(([name, raw]) => (raw === null ? null : squash(name, raw, run.options.calibration))),
    ...BROADCAST_PARTS.map((name) => parts?.[name] ?? null),
    ...[all?.confidence, all?.rankRelational, all?.rankBroadcast].map(orEmpty),
    ...[all?.percentileRelational, all?.percentileBroadcast].map(orEmpty),
    ...[all?.mutualTies, all?.effectiveRelationships, interactions].map(orEmpty),
  ];
}

function orEmpty(value: number | null | undefined): Cell {
  return value ?? null;
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
