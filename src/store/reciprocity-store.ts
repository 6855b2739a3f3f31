import type { DyadReciprocity, NetworkState, PersonReciprocity } from '../domain/reciprocity.js';
import { float, instant, integer, nullable, type RowOf } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asInteger, asList, asRecord } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';

const dyads = bindQuery(
  'reciprocity/dyad',
  READ,
  { pairs: asList(asRecord({ from: asInteger, to: asInteger })) },
  {
    from: integer,
    to: integer,
    given: integer,
    received: integer,
    mutual: integer,
    forward: integer,
    backward: integer,
  },
);
const persons = bindQuery(
  'reciprocity/person',
  READ,
  { idx: asList(asInteger) },
  {
    idx: integer,
    given: integer,
    received: integer,
    mutual: integer,
    balance: nullable(float),
    returned_to: nullable(float),
    returned_by: nullable(float),
  },
);
const network = bindQuery(
  'reciprocity/network',
  READ,
  { known: asInteger },
  {
    sequence: integer,
    people: integer,
    messages: integer,
    resolved: integer,
    unresolved: integer,
    last_at: nullable(instant),
    persons: integer,
    interactions: integer,
    ties: integer,
    mutual_ties: integer,
    binary: nullable(float),
    corrected: nullable(float),
    weighted: nullable(float),
  },
);

/** Milliseconds the whole network may take. */
const NETWORK_TIMEOUT = 60_000;

/** Two people by number. */
export interface Dyad {
  readonly from: number;
  readonly to: number;
}

/** Reads reciprocity of dyads, of persons and of the whole network. */
export class ReciprocityStore {
  readonly #database: Database;
  #reading: Promise<NetworkState> | null = null;
  #measured: Pick<NetworkState, 'sequence' | 'messages' | 'lastAt' | 'reciprocity'> | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** In the order of the dyads; nobody acted reads as zeros. */
  async dyads(pairs: readonly Dyad[]): Promise<DyadReciprocity[]> {
    const rows = await this.#database.run(dyads, { pairs });
    const found = new Map(rows.map((row) => [`${row.from} ${row.to}`, row]));
    const nothing = { given: 0, received: 0, mutual: 0, forward: 0, backward: 0 };
    return pairs.map(({ from, to }) => found.get(`${from} ${to}`) ?? nothing);
  }

  /** By number of the person. Organisations and bots on either side do not count. */
  async persons(idx: readonly number[]): Promise<Map<number, PersonReciprocity>> {
    const rows = await this.#database.run(persons, { idx });
    return new Map(
      rows.map(({ idx: person, returned_to, returned_by, ...rest }) => [
        person,
        { ...rest, returnedTo: returned_to, returnedBy: returned_by },
      ]),
    );
  }

  /** The network now. What takes a walk over all ties is measured once per ledger sequence and kept; callers at the same time share one reading. */
  network(): Promise<NetworkState> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #read(): Promise<NetworkState> {
    const known = this.#measured?.sequence ?? -1;
    const [row] = await this.#database.run(network, { known }, NETWORK_TIMEOUT);
    const { sequence, people, resolved, unresolved } = row!;
    if (this.#measured === null || this.#measured.sequence !== sequence) this.#measured = measurementOf(row!);
    return { ...this.#measured, people, unresolved, interactions: resolved + unresolved };
  }
}

type NetworkRow = RowOf<(typeof network)['columns']>;

function measurementOf(row: NetworkRow): Pick<NetworkState, 'sequence' | 'messages' | 'lastAt' | 'reciprocity'> {
  const { sequence, messages, last_at, persons, interactions, ties, mutual_ties, binary, corrected, weighted } = row;
  return {
    sequence,
    messages,
    lastAt: last_at,
    reciprocity: { persons, interactions, ties, mutualTies: mutual_ties, binary, corrected, weighted },
  };
}
