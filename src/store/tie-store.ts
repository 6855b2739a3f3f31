import { type Page, pageOf } from '../domain/page.js';
import type { Person } from '../domain/person.js';
import type { ScoreRun } from '../domain/score-run.js';
import { type Alter, type DirectedTie, type Neighbour, presentFactor, type Tie, type TieEntry } from '../domain/tie.js';
import { float, integer, list, nullable, record } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asFloat, asInteger, asList, asNullable, asText } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { person } from './person-columns.js';
import { directedTie, tieAt } from './tie-columns.js';

const sides = { a: asText, b: asText };
const between = bindQuery('tie/between', READ, sides, {
  a: person,
  b: person,
  outgoing: nullable(directedTie),
  incoming: nullable(directedTie),
  strength: nullable(float),
  given: integer,
  received: integer,
  mutual: integer,
  forward: integer,
  backward: integer,
});
const place = { idx: asList(asInteger), value: asNullable(asFloat), after: asInteger, limit: asInteger };
const entries = list(record({ person, tie: directedTie, strength: nullable(float) }));
const engages = bindQuery('tie/engages', READ, place, { idx: integer, total: integer, ties: entries });
const engagedBy = bindQuery('tie/engaged-by', READ, place, { idx: integer, total: integer, ties: entries });
const neighbours = bindQuery('centrality/neighbours-by-strength', READ, place, {
  idx: integer,
  total: integer,
  neighbours: list(record({ person, strength: float })),
});
const alter = {
  idx: integer,
  trust: float,
  centrality: float,
  total_strength: float,
  outgoing: nullable(directedTie),
  incoming: nullable(directedTie),
};
const alters = bindQuery('tie/alters', READ, { id: asText }, { person, alters: list(record(alter)) });

/** Which way ties are followed: those a person made, or those made to them. */
export type TieDirection = 'engages' | 'engagedBy';

/** Reads ties. Statistics come at the run's instant, or null without a run. */
export class TieStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Both directions between two people by id; null when one of them is not there. */
  async between(a: string, b: string, run: Promise<ScoreRun | null>): Promise<Tie | null> {
    const [[row], published] = await Promise.all([this.#database.run(between, { a, b }), run]);
    if (row === undefined) return null;
    const at = atRun(published);
    const { given, received, mutual, forward, backward, ...rest } = row;
    const reciprocity = { given, received, mutual, forward, backward };
    const strength = published === null ? null : row.strength;
    return { ...rest, strength, outgoing: at(row.outgoing), incoming: at(row.incoming), reciprocity };
  }

  /** A page of ties of each of these people, most interactions first; by number. */
  async list(
    direction: TieDirection,
    idx: readonly number[],
    first: number,
    after: string | null,
    run: ScoreRun | null,
  ): Promise<Map<number, Page<TieEntry>>> {
    const query = direction === 'engages' ? engages : engagedBy;
    const rows = await this.#database.run(query, { idx, ...position(after), limit: first + 1 });
    const at = atRun(run);
    const keyOf = (entry: TieEntry) => `${entry.tie.interactions} ${entry.person.idx}`;
    return new Map(
      rows.map((row) => {
        const ties = row.ties.map(({ strength, ...entry }) => ({
          ...entry,
          strength: run === null ? null : strength,
          tie: at(entry.tie)!,
        }));
        return [row.idx, pageOf(ties, first, row.total, keyOf)];
      }),
    );
  }

  /** A page of mutual ties of each of these people, strongest first; by number. */
  async neighbours(idx: readonly number[], first: number, after: string | null): Promise<Map<number, Page<Neighbour>>> {
    const rows = await this.#database.run(neighbours, { idx, ...position(after), limit: first + 1 });
    const keyOf = (entry: Neighbour) => `${entry.strength} ${entry.person.idx}`;
    return new Map(rows.map((row) => [row.idx, pageOf(row.neighbours, first, row.total, keyOf)]));
  }

  /** One account by id with everybody they have a tie with, in ascending id; null when there is nobody of this id. */
  async alters(id: string, run: ScoreRun): Promise<{ person: Person; alters: Alter[] } | null> {
    const [row] = await this.#database.run(alters, { id });
    if (row === undefined) return null;
    const at = atRun(run);
    return {
      person: row.person,
      alters: row.alters.map(({ total_strength, outgoing, incoming, ...rest }) => ({
        ...rest,
        totalStrength: total_strength,
        outgoing: at(outgoing),
        incoming: at(incoming),
      })),
    };
  }
}

function atRun(run: ScoreRun | null): (tie: DirectedTie | null) => DirectedTie | null {
  const present = run === null ? null : presentFactor(run);
  return (tie) => (tie === null ? null : tieAt(tie, present));
}

function position(after: string | null): { value: number | null; after: number } {
  if (after === null) return { value: null, after: -1 };
  const [value, idx] = after.split(' ').map(Number) as [number, number];
  return { value, after: idx };
}
