import { PAIR_STATISTICS, type PairStatistic } from '../../domain/network-scores.js';
import { MODEL_VERSION } from '../../domain/score-run.js';
import { instant, integer } from '../../neo4j/columns.js';
import type { Database, Runner } from '../../neo4j/database.js';
import { asFloat, asInteger, asList, asRecord, type Encoder } from '../../neo4j/parameters.js';
import { bindQuery, WRITE } from '../../neo4j/query.js';
import { takeLedger } from '../ledger-store.js';
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
  { rows: asList(asRecord({ idx: asInteger, properties: asProperties })) },
  {},
);
const writeTies = bindQuery('scores/write-ties', WRITE, { ...pairs, ...statistics }, written);
const clearTies = bindQuery('scores/clear-ties', WRITE, kept, written);
const writeMutual = bindQuery('scores/write-mutual', WRITE, { ...pairs, strength: asList(asFloat) }, written);
const clearMutual = bindQuery('scores/clear-mutual', WRITE, kept, written);
const withdrawRun = bindQuery('scores/withdraw-run', WRITE, {}, {});
const publishRun = bindQuery(
  'scores/publish-run',
  WRITE,
  { run: asProperties },
  { number: integer, computed_at: instant },
);

/** Rows sent in one statement; bounds the memory of a message. */
const CHUNK = 5_000;

export interface PublishedCounts {
  readonly people: number;
  readonly ties: number;
  readonly mutual: number;
}

/**
 * Writes what differs from what was written last, then makes the run the published one: in one transaction where it fits, so that every reader
 * sees one run or the other. A larger rewrite goes in pieces, with no run published meanwhile: readers see no scores rather than half a run.
 */
export async function publishScores(database: Database, numbers: PublishedNumbers): Promise<PublishedCounts> {
  const changes = findChanges(numbers);
  if (changes.people.length === 0 && !numbers.force) return { people: 0, ties: 0, mutual: 0 };
  const counts = { people: changes.people.length, ties: 0, mutual: 0 };
  const pieces = [
    ...tiePieces(changes, numbers.first),
    ...mutualPieces(changes, numbers.first),
    ...peoplePieces(changes),
  ];
  const write = async (runner: Runner, some: readonly Piece[]): Promise<void> => {
    await runner.run(takeLedger, {});
    for (const { counter, run } of some) {
      const written = await run(runner);
      if (counter !== null) counts[counter] += written;
    }
  };
  const last = async (runner: Runner): Promise<void> =>
    void (await runner.run(publishRun, { run: runProperties(numbers) }));
  if (pieces.reduce((sum, { cells }) => sum + cells, 0) <= MAX_CELLS) {
    await database.write(async (runner) => {
      Object.assign(counts, { ties: 0, mutual: 0 });
      await write(runner, pieces);
      await last(runner);
    }, PUBLISH_TIMEOUT);
    return counts;
  }
  if (!numbers.first) await database.write((runner) => runner.run(withdrawRun, {}));
  for (const piece of pieces) await database.write((runner) => write(runner, [piece]));
  await database.write(last);
  return counts;
}

/** Property values that one transaction may change; its memory grows with them, at about 100 bytes each before the commit. */
const MAX_CELLS = 4_000_000;
const PUBLISH_TIMEOUT = 600_000;

/** One statement's worth of writing; `cells` is how many values it sets. */
interface Piece {
  readonly cells: number;
  readonly counter: 'ties' | 'mutual' | null;
  readonly run: (runner: Runner) => Promise<number>;
}

function* tiePieces({ ties, keptTies }: ChangedNumbers, first: boolean): Iterable<Piece> {
  for (const columns of columnChunks(ties)) {
    yield {
      cells: columns.from.length * PAIR_STATISTICS.length,
      counter: 'ties',
      run: async (runner) => (await runner.run(writeTies, columns))[0]!.written,
    };
  }
  if (first) return;
  for (const rows of chunks(keptTies))
    yield { cells: 0, counter: 'ties', run: async (runner) => (await runner.run(clearTies, { rows }))[0]!.written };
}

function* mutualPieces({ mutual, keptMutual }: ChangedNumbers, first: boolean): Iterable<Piece> {
  for (const columns of columnChunks(mutual)) {
    yield {
      cells: columns.from.length * 10,
      counter: 'mutual',
      run: async (runner) => (await runner.run(writeMutual, columns))[0]!.written,
    };
  }
  if (first) return;
  for (const rows of chunks(keptMutual))
    yield { cells: 0, counter: 'mutual', run: async (runner) => (await runner.run(clearMutual, { rows }))[0]!.written };
}

function* peoplePieces({ people }: ChangedNumbers): Iterable<Piece> {
  for (const rows of chunks(people)) {
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

function* chunks<T>(rows: readonly T[]): Iterable<readonly T[]> {
  for (let from = 0; from < rows.length; from += CHUNK) yield rows.slice(from, from + CHUNK);
}

function* columnChunks<C extends Readonly<Record<'from', number[]>>>(columns: C): Iterable<C> {
  for (let from = 0; from < columns.from.length; from += CHUNK) {
    yield Object.fromEntries(
      Object.entries(columns as Record<string, number[]>).map(([name, column]) => [
        name,
        column.slice(from, from + CHUNK),
      ]),
    ) as unknown as C;
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
