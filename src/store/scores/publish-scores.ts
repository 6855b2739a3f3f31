import { PAIR_STATISTICS, type PairStatistic } from '../../domain/network-scores.js';
import { MODEL_VERSION } from '../../domain/score-run.js';
import { RapportError } from '../../errors.js';
import { instant, integer } from '../../neo4j/columns.js';
import type { Database, Runner } from '../../neo4j/database.js';
import { asFloat, asInteger, asList, asNullable, asRecord, asText, type Encoder } from '../../neo4j/parameters.js';
import { bindQuery, WRITE } from '../../neo4j/query.js';
import { holdRun } from '../ledger-store.js';
import { type ChangedNumbers, findChanges } from './changed-numbers.js';
import type { PublishedNumbers } from './published-numbers.js';

const asProperties: Encoder<Readonly<Record<string, unknown>>> = (properties) => properties;

const pairs = { from: asList(asInteger), to: asList(asInteger) };
const kept = { rows: asList(asRecord({ idx: asInteger, kept: asList(asInteger) })) };
const written = { written: integer };
const statistics = Object.fromEntries(PAIR_STATISTICS.map((name) => [name, asList(asFloat)])) as Record<
  PairStatistic,
  Encoder<readonly number[]>
>;
const writePeople = bindQuery(
  'scores/write-people',
  WRITE,
  { rows: asList(asRecord({ idx: asInteger, ties: asInteger, properties: asProperties })) },
  {},
);
const writeTies = bindQuery('scores/write-ties', WRITE, { ...pairs, ...statistics }, written);
const clearTies = bindQuery('scores/clear-ties', WRITE, kept, written);
const writeMutual = bindQuery('scores/write-mutual', WRITE, { ...pairs, strength: asList(asFloat) }, written);
const clearMutual = bindQuery('scores/clear-mutual', WRITE, kept, written);
const writeOutcomes = bindQuery(
  'scores/write-outcomes',
  WRITE,
  { ids: asList(asText), invitations: asList(asNullable(asText)), landings: asList(asNullable(asText)) },
  written,
);
const withdrawRun = bindQuery('scores/withdraw-run', WRITE, {}, {});
const publishRun = bindQuery(
  'scores/publish-run',
  WRITE,
  { run: asProperties },
  { number: integer, computed_at: instant },
);

export interface PublishLimits {
  /** Property values that one transaction may change; its memory grows with them, at about 100 bytes each before the commit. */
  readonly cells: number;
  /** Rows sent in one statement; bounds the memory of a message. */
  readonly rows: number;
}

export const PUBLISH_LIMITS: PublishLimits = { cells: 4_000_000, rows: 5_000 };

export interface PublishedCounts {
  readonly people: number;
  readonly ties: number;
  readonly mutual: number;
  readonly outcomes: number;
}

/**
 * Writes what differs from what was written last, then makes the run the published one: in one transaction where it fits, so that every reader
 * sees one run or the other. A larger rewrite goes in pieces, with no run published meanwhile: readers see no scores rather than half a run. Throws
 * RUN_IN_PROGRESS, and writes nothing more, once somebody else has taken the lease of `owner`: what differs is not known any longer then.
 */
export async function publishScores(
  database: Database,
  numbers: PublishedNumbers,
  owner: string,
  limits: PublishLimits,
): Promise<PublishedCounts> {
  const changes = findChanges(numbers);
  if (changes.people.length + changes.outcomes.ids.length === 0 && !numbers.force) {
    return { people: 0, ties: 0, mutual: 0, outcomes: 0 };
  }
  const counts = { people: changes.people.length, ties: 0, mutual: 0, outcomes: 0 };
  const pieces = [
    ...tiePieces(changes, numbers.first, limits.rows),
    ...mutualPieces(changes, numbers.first, limits.rows),
    ...outcomePieces(changes, limits.rows),
    ...peoplePieces(changes, limits.rows),
  ];
  const held = (work: (runner: Runner) => Promise<void>): Promise<void> =>
    database.write(async (runner) => {
      if ((await runner.run(holdRun, { owner })).length === 0) throw lostLease();
      await work(runner);
    }, PUBLISH_TIMEOUT);
  const write = async (runner: Runner, some: readonly Piece[]): Promise<void> => {
    for (const { counter, run } of some) {
      const written = await run(runner);
      if (counter !== null) counts[counter] += written;
    }
  };
  const last = async (runner: Runner): Promise<void> =>
    void (await runner.run(publishRun, { run: runProperties(numbers) }));
  if (pieces.reduce((sum, { cells }) => sum + cells, 0) <= limits.cells) {
    await held(async (runner) => {
      Object.assign(counts, { ties: 0, mutual: 0, outcomes: 0 });
      await write(runner, pieces);
      await last(runner);
    });
    return counts;
  }
  await held(async (runner) => void (await runner.run(withdrawRun, {})));
  for (const piece of pieces) await held((runner) => write(runner, [piece]));
  await held(last);
  return counts;
}

function lostLease(): RapportError {
  return new RapportError(
    'RUN_IN_PROGRESS',
    'This score run was away for so long that another one took its place. Its numbers were not published; ask again when the other has ended.',
  );
}

const PUBLISH_TIMEOUT = 600_000;

/** One statement's worth of writing; `cells` is how many values it sets. */
interface Piece {
  readonly cells: number;
  readonly counter: 'ties' | 'mutual' | 'outcomes' | null;
  readonly run: (runner: Runner) => Promise<number>;
}

function* tiePieces({ ties, keptTies }: ChangedNumbers, first: boolean, size: number): Iterable<Piece> {
  for (const columns of columnChunks(ties, size)) {
    yield {
      cells: columns.from.length * PAIR_STATISTICS.length,
      counter: 'ties',
      run: async (runner) => (await runner.run(writeTies, columns))[0]!.written,
    };
  }
  if (first) return;
  for (const rows of chunks(keptTies, size))
    yield { cells: 0, counter: 'ties', run: async (runner) => (await runner.run(clearTies, { rows }))[0]!.written };
}

function* mutualPieces({ mutual, keptMutual }: ChangedNumbers, first: boolean, size: number): Iterable<Piece> {
  for (const columns of columnChunks(mutual, size)) {
    yield {
      cells: columns.from.length * 10,
      counter: 'mutual',
      run: async (runner) => (await runner.run(writeMutual, columns))[0]!.written,
    };
  }
  if (first) return;
  for (const rows of chunks(keptMutual, size))
    yield { cells: 0, counter: 'mutual', run: async (runner) => (await runner.run(clearMutual, { rows }))[0]!.written };
}

function* outcomePieces({ outcomes }: ChangedNumbers, size: number): Iterable<Piece> {
  for (const columns of columnChunks(outcomes, size)) {
    yield {
      cells: columns.ids.length * 4,
      counter: 'outcomes',
      run: async (runner) => (await runner.run(writeOutcomes, columns))[0]!.written,
    };
  }
}

function* peoplePieces({ people }: ChangedNumbers, size: number): Iterable<Piece> {
  for (const rows of chunks(people, size)) {
    const cells = rows.reduce((sum, { properties }) => sum + Object.keys(properties).length, 0);
    yield {
      cells,
      counter: null,
      run: async (runner) => {
        await runner.run(writePeople, { rows });
        return 0;
      },
    };
  }
}

function* chunks<T>(rows: readonly T[], size: number): Iterable<readonly T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

function* columnChunks<C extends object>(columns: C, size: number): Iterable<C> {
  const lists = Object.entries(columns) as [string, unknown[]][];
  const length = lists[0]![1].length;
  for (let from = 0; from < length; from += size) {
    yield Object.fromEntries(lists.map(([name, column]) => [name, column.slice(from, from + size)])) as C;
  }
}

function runProperties(numbers: PublishedNumbers): Record<string, unknown> {
  const { options, scores } = numbers;
  return {
    as_of: asInteger(options.asOf),
    sequence: asInteger(numbers.sequence),
    options: JSON.stringify(options),
    model_version: MODEL_VERSION,
    calibration_version: options.calibration.version,
    trust_mode: scores.trustMode,
    eligible: asInteger(numbers.eligible),
    landmark: asInteger(scores.landmark),
    network: JSON.stringify(numbers.reciprocity),
  };
}
