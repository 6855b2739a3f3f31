import {
  BROADCAST_PARTS,
  type NetworkScores,
  PAIR_STATISTICS,
  RELATIONAL_COMPONENTS,
} from '../../domain/network-scores.js';
import type { PersonKind } from '../../domain/person-kind.js';
import { MODEL_VERSION, type NetworkReciprocity, type RunOptions } from '../../domain/score-run.js';
import { instant, integer } from '../../neo4j/columns.js';
import type { Runner } from '../../neo4j/database.js';
import { asFloat, asInteger, asList, asRecord, type Encoder } from '../../neo4j/parameters.js';
import { bindQuery, WRITE } from '../../neo4j/query.js';
import { takeLedger } from '../ledger-store.js';
import { Digest } from './digest.js';

const asProperties: Encoder<Readonly<Record<string, unknown>>> = (properties) => properties;
const asFloatMap: Encoder<Readonly<Record<string, number>>> = (map) => map;
const asFloatListMap: Encoder<Readonly<Record<string, readonly number[]>>> = (map) => map;

const writePeople = bindQuery(
  'scores/write-people',
  WRITE,
  { rows: asList(asRecord({ idx: asInteger, scores: asProperties })) },
  {},
);
const writeTies = bindQuery(
  'scores/write-ties',
  WRITE,
  { rows: asList(asRecord({ idx: asInteger, digest: asInteger, ties: asFloatListMap })) },
  { written: integer },
);
const writeMutual = bindQuery(
  'scores/write-mutual',
  WRITE,
  { rows: asList(asRecord({ idx: asInteger, digest: asInteger, partners: asList(asInteger), strengths: asFloatMap })) },
  { written: integer },
);
const publishRun = bindQuery(
  'scores/publish-run',
  WRITE,
  { run: asProperties },
  { number: integer, computed_at: instant },
);

/** Rows sent in one statement; bounds the memory of a message. */
const CHUNK = 5_000;

/** Rank and percentile of everybody with enough data; see scoring/ranking. */
export interface PublishedRanks {
  readonly position: Int32Array;
  readonly percentile: Float64Array;
}

/** Everything one run publishes; arrays are by position in the input. */
export interface PublishedNumbers {
  readonly idx: Int32Array;
  readonly kinds: readonly PersonKind[];
  readonly written: { readonly scores: Float64Array; readonly ties: Float64Array; readonly mutual: Float64Array };
  readonly scores: NetworkScores;
  readonly ranks: { readonly relational: PublishedRanks; readonly broadcast: PublishedRanks };
  readonly eligible: number;
  readonly options: RunOptions;
  readonly sequence: number;
  readonly reciprocity: NetworkReciprocity;
  /** Whether the run must be published even if no number differs, because its options do. */
  readonly force: boolean;
}

export interface PublishedCounts {
  readonly people: number;
  readonly ties: number;
  readonly mutual: number;
}

/** Writes what differs from what was written last, then makes the run the published one. */
export async function publishScores(runner: Runner, numbers: PublishedNumbers): Promise<PublishedCounts> {
  const people = changedPeople(numbers);
  const ties = changedTies(numbers);
  const mutual = changedMutual(numbers);
  if (people.length + ties.length + mutual.length === 0 && !numbers.force) return { people: 0, ties: 0, mutual: 0 };
  await runner.run(takeLedger, {});
  let writtenTies = 0;
  let writtenMutual = 0;
  for (const rows of chunks(ties)) writtenTies += (await runner.run(writeTies, { rows }))[0]!.written;
  for (const rows of chunks(mutual)) writtenMutual += (await runner.run(writeMutual, { rows }))[0]!.written;
  for (const rows of chunks(people)) await runner.run(writePeople, { rows });
  await runner.run(publishRun, { run: runProperties(numbers) });
  return { people: people.length, ties: writtenTies, mutual: writtenMutual };
}

function* chunks<T>(rows: readonly T[]): Iterable<readonly T[]> {
  for (let from = 0; from < rows.length; from += CHUNK) yield rows.slice(from, from + CHUNK);
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

interface PersonRow {
  readonly idx: number;
  readonly scores: Readonly<Record<string, unknown>>;
}

function changedPeople(numbers: PublishedNumbers): PersonRow[] {
  const rows: PersonRow[] = [];
  for (let person = 0; person < numbers.idx.length; person++) {
    const values = personValues(numbers, person);
    const digest = new Digest();
    for (const value of Object.values(values)) digest.add(value ?? -1);
    if (digest.value === numbers.written.scores[person]) continue;
    rows.push({ idx: numbers.idx[person]!, scores: { ...typed(values), scores_digest: asInteger(digest.value) } });
  }
  return rows;
}

const WHOLE = new Set(['rank_relational', 'rank_broadcast', 'mutual_ties', 'scored_interactions']);

function typed(values: Readonly<Record<string, number | null>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value === null ? null : WHOLE.has(name) ? asInteger(value) : asFloat(value),
    ]),
  );
}

function personValues(numbers: PublishedNumbers, person: number): Record<string, number | null> {
  const { people } = numbers.scores;
  const { relational, broadcast } = numbers.ranks;
  const kind = numbers.kinds[person];
  const ranked = relational.position[person]! > 0;
  const values: Record<string, number | null> = {
    relational: kind === 'person' ? people.relational[person]! : null,
    broadcast: kind === 'bot' ? null : people.broadcast[person]!,
    trust: kind === 'person' ? people.trust[person]! : null,
    given: people.given[person]!,
    received: people.received[person]!,
    confidence: people.confidence[person]!,
    effective_relationships: people.effectiveRelationships[person]!,
    mutual_ties: people.mutualTies[person]!,
    scored_interactions: people.interactions[person]!,
    rank_relational: ranked ? relational.position[person]! : null,
    rank_broadcast: ranked ? broadcast.position[person]! : null,
    percentile_relational: ranked ? relational.percentile[person]! : null,
    percentile_broadcast: ranked ? broadcast.percentile[person]! : null,
  };
  for (const component of RELATIONAL_COMPONENTS) values[component] = people.components[component][person]!;
  for (const part of BROADCAST_PARTS) values[part] = people.parts[part][person]!;
  return values;
}

interface TieRow {
  readonly idx: number;
  readonly digest: number;
  readonly ties: Record<string, number[]>;
}

function changedTies(numbers: PublishedNumbers): TieRow[] {
  const { ties } = numbers.scores;
  const rows: TieRow[] = [];
  for (const [person, from, to] of tieRanges(numbers)) {
    const digest = new Digest();
    for (let tie = from; tie < to; tie++) {
      digest.add(numbers.idx[ties.to[tie]!]!);
      for (const name of PAIR_STATISTICS) digest.add(ties.landmarked[name][tie]!);
    }
    const value = from === to ? 0 : digest.value;
    if (value === numbers.written.ties[person]) continue;
    const row: TieRow = { idx: numbers.idx[person]!, digest: value, ties: {} };
    for (let tie = from; tie < to; tie++) {
      row.ties[numbers.idx[ties.to[tie]!]!] = PAIR_STATISTICS.map((name) => ties.landmarked[name][tie]!);
    }
    rows.push(row);
  }
  return rows;
}

interface MutualRow {
  readonly idx: number;
  readonly digest: number;
  readonly partners: number[];
  readonly strengths: Record<string, number>;
}

function changedMutual(numbers: PublishedNumbers): MutualRow[] {
  const { ties } = numbers.scores;
  const rows: MutualRow[] = [];
  for (const [person, from, to] of tieRanges(numbers)) {
    const digest = new Digest();
    const row: MutualRow = { idx: numbers.idx[person]!, digest: 0, partners: [], strengths: {} };
    for (let tie = from; tie < to; tie++) {
      const partner = numbers.idx[ties.to[tie]!]!;
      if (ties.strength[tie]! <= 0 || partner <= row.idx) continue;
      digest.add(partner);
      digest.add(ties.strength[tie]!);
      row.partners.push(partner);
      row.strengths[partner] = ties.strength[tie]!;
    }
    const value = row.partners.length === 0 ? 0 : digest.value;
    if (value !== numbers.written.mutual[person]) rows.push({ ...row, digest: value });
  }
  return rows;
}

/** Every person with the range of their ties, persons without any included. */
function* tieRanges(numbers: PublishedNumbers): Iterable<[person: number, from: number, to: number]> {
  const { from, length } = numbers.scores.ties;
  const start = new Int32Array(numbers.idx.length);
  const end = new Int32Array(numbers.idx.length);
  for (let tie = 0; tie < length; ) {
    const person = from[tie]!;
    start[person] = tie;
    while (tie < length && from[tie] === person) tie++;
    end[person] = tie;
  }
  for (let person = 0; person < numbers.idx.length; person++) yield [person, start[person]!, end[person]!];
}
