import {
  BROADCAST_PARTS,
  PAIR_STATISTICS,
  type PairStatistic,
  RELATIONAL_COMPONENTS,
} from '../../domain/network-scores.js';
import { asFloat, asInteger } from '../../neo4j/parameters.js';
import { changedOutcomes, type OutcomeColumns } from './changed-outcomes.js';
import { Digest } from './digest.js';
import type { PublishedNumbers } from './published-numbers.js';
import { relatingProperties } from './relating-properties.js';

/** Properties to set on a person: scores, and digests of what is written for them. */
export interface PersonRow {
  readonly idx: number;
  /** Digest of their ties when they were read, 0 when nothing is known of what was written. */
  readonly ties: number;
  readonly properties: Record<string, unknown>;
}

/** Whom a person keeps a tie with; all other ties of theirs count no more. */
export interface KeptRow {
  readonly idx: number;
  readonly kept: number[];
}

/** Pairs by number, with columns beside them. */
export type PairColumns<Names extends string> = { readonly from: number[]; readonly to: number[] } & {
  readonly [K in Names]: number[];
};

/** What of a run differs from what was written last. */
export interface ChangedNumbers {
  readonly people: readonly PersonRow[];
  readonly ties: PairColumns<PairStatistic>;
  readonly keptTies: readonly KeptRow[];
  readonly mutual: PairColumns<'strength'>;
  readonly keptMutual: readonly KeptRow[];
  readonly outcomes: OutcomeColumns;
}

/** Compares digests person by person; only what belongs to a person whose digest differs is sent. */
export function findChanges(numbers: PublishedNumbers): ChangedNumbers {
  const people = new Map<number, PersonRow>();
  const changes = {
    ties: emptyColumns<PairStatistic>(PAIR_STATISTICS),
    keptTies: [],
    mutual: emptyColumns<'strength'>(['strength']),
    keptMutual: [],
  };
  const mark = (person: number, properties: Record<string, unknown>): void => {
    const idx = numbers.idx[person]!;
    const row = people.get(idx) ?? { idx, ties: numbers.written.ties[person]! || 0, properties: {} };
    Object.assign(row.properties, properties);
    people.set(idx, row);
  };
  for (const [person, from, to] of tieRanges(numbers)) {
    compareScores(numbers, person, mark);
    compareRelating(numbers, person, mark);
    compareTies(numbers, [person, from, to], changes, mark);
    compareMutual(numbers, [person, from, to], changes, mark);
  }
  return { people: [...people.values()], ...changes, outcomes: changedOutcomes(numbers) };
}

type Mark = (person: number, properties: Record<string, unknown>) => void;
type TieRange = readonly [person: number, from: number, to: number];
interface PairChanges {
  readonly ties: PairColumns<PairStatistic>;
  readonly keptTies: KeptRow[];
  readonly mutual: PairColumns<'strength'>;
  readonly keptMutual: KeptRow[];
}

function emptyColumns<Names extends string>(names: readonly Names[]): PairColumns<Names> {
  return Object.fromEntries(['from', 'to', ...names].map((name) => [name, []])) as unknown as PairColumns<Names>;
}

function compareScores(numbers: PublishedNumbers, person: number, mark: Mark): void {
  const values = personValues(numbers, person);
  const digest = new Digest();
  for (const value of Object.values(values)) digest.add(value ?? -1);
  if (digest.value === numbers.written.scores[person]) return;
  mark(person, { ...typed(values), scores_digest: asInteger(digest.value) });
}

function compareRelating(numbers: PublishedNumbers, person: number, mark: Mark): void {
  const properties = relatingProperties(numbers, person);
  const digest = new Digest();
  for (const value of Object.values(properties)) {
    for (const number of typeof value === 'object' && value !== null ? value : [value]) digest.add(number ?? -1);
  }
  if (digest.value === numbers.written.relating[person]) return;
  mark(person, { ...properties, relating_digest: asInteger(digest.value) });
}

function compareTies(numbers: PublishedNumbers, [person, from, to]: TieRange, changes: PairChanges, mark: Mark): void {
  const { ties } = numbers.scores;
  const digest = new Digest();
  for (let tie = from; tie < to; tie++) {
    digest.add(numbers.idx[ties.to[tie]!]!);
    for (const name of PAIR_STATISTICS) digest.add(ties.landmarked[name][tie]!);
  }
  const value = from === to ? 0 : digest.value;
  if (value === numbers.written.ties[person]) return;
  const idx = numbers.idx[person]!;
  const kept: number[] = [];
  for (let tie = from; tie < to; tie++) {
    const partner = numbers.idx[ties.to[tie]!]!;
    kept.push(partner);
    changes.ties.from.push(idx);
    changes.ties.to.push(partner);
    for (const name of PAIR_STATISTICS) changes.ties[name].push(ties.landmarked[name][tie]!);
  }
  changes.keptTies.push({ idx, kept });
  mark(person, { ties_digest: asInteger(value) });
}

function compareMutual(
  numbers: PublishedNumbers,
  [person, from, to]: TieRange,
  changes: PairChanges,
  mark: Mark,
): void {
  const { ties } = numbers.scores;
  const idx = numbers.idx[person]!;
  const digest = new Digest();
  const pairs: [partner: number, strength: number][] = [];
  for (let tie = from; tie < to; tie++) {
    const partner = numbers.idx[ties.to[tie]!]!;
    if (ties.strength[tie]! <= 0 || partner <= idx) continue;
    digest.add(partner);
    digest.add(ties.strength[tie]!);
    pairs.push([partner, ties.strength[tie]!]);
  }
  const value = pairs.length === 0 ? 0 : digest.value;
  if (value === numbers.written.mutual[person]) return;
  for (const [partner, strength] of pairs) {
    changes.mutual.from.push(idx);
    changes.mutual.to.push(partner);
    changes.mutual.strength.push(strength);
  }
  changes.keptMutual.push({ idx, kept: pairs.map(([partner]) => partner) });
  mark(person, { mutual_digest: asInteger(value) });
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
