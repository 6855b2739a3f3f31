import { float, integer, list } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asInteger } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';

const daysByAlter = bindQuery(
  'mirror/days-by-alter',
  READ,
  { idx: asInteger, asOf: asInteger, quietSince: asInteger, least: asInteger },
  { idx: integer, days: list(float) },
);

/** Active days of a person's tie with one other person: distinct whole UTC days since the epoch, ascending. */
export interface TieDays {
  readonly idx: number;
  readonly days: readonly number[];
}

export interface TieDaysWish {
  readonly idx: number;
  readonly asOf: number;
  readonly quietSince: number;
  readonly least: number;
}

/** Reads what a person's own page needs and no other store has. */
export class MirrorStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Ties of somebody with persons in which both acted, on at least `least` days up to `asOf`, and nobody after `quietSince`; instants in milliseconds since the epoch. */
  async daysByAlter(wish: TieDaysWish): Promise<readonly TieDays[]> {
    return this.#database.run(daysByAlter, wish);
  }
}
