import { float, integer, list } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asInteger, asList, asRecord } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import type { Dyad } from './reciprocity-store.js';

const activeDays = bindQuery(
  'cadence/active-days',
  READ,
  { idx: asList(asInteger), asOf: asInteger },
  { idx: integer, days: list(float) },
);
const tieDays = bindQuery(
  'cadence/tie-days',
  READ,
  { pairs: asList(asRecord({ from: asInteger, to: asInteger })), asOf: asInteger },
  { from: integer, to: integer, days: list(float) },
);

/** Reads on which days people acted: distinct whole UTC days since the epoch, ascending, up to an instant (milliseconds since the epoch). */
export class CadenceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Days on which each of these people, by number, acted on another person; missing for organisations and bots. */
  async ofPersons(idx: readonly number[], asOf: number): Promise<Map<number, readonly number[]>> {
    const rows = await this.#database.run(activeDays, { idx, asOf });
    return new Map(rows.map((row) => [row.idx, row.days]));
  }

  /** Days on which one of two persons acted on the other, in the order of the pairs; null unless both are persons. */
  async ofTies(pairs: readonly Dyad[], asOf: number): Promise<(readonly number[] | null)[]> {
    const rows = await this.#database.run(tieDays, { pairs, asOf });
    const found = new Map(rows.map((row) => [`${row.from} ${row.to}`, row.days]));
    return pairs.map(({ from, to }) => found.get(`${from} ${to}`) ?? null);
  }
}
