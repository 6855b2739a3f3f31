import type { DialogueAct, DialogueActs } from '../domain/dialogue.js';
import { flag, float, integer, list, nullable, type RowOf, text } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asInteger, asList, asRecord, asText } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import type { Dyad } from './reciprocity-store.js';

const actsBetween = bindQuery(
  'dialogue/acts-between',
  READ,
  {
    pairs: asList(asRecord({ from: asInteger, to: asInteger })),
    kinds: asList(asText),
    asOf: asInteger,
    most: asInteger,
  },
  {
    from: integer,
    to: integer,
    total: integer,
    times: list(float),
    kinds: list(text),
    forward: list(flag),
    direct: list(flag),
    ids: list(nullable(text)),
    platforms: list(nullable(text)),
    messages: list(nullable(text)),
    objects: list(nullable(text)),
  },
);

/** Most acts of one pair that are read, the newest. */
export const MOST_ACTS = 20_000;

/** Reads what two persons did to each other in order. Of private acts only kind, time and side are given out. */
export class DialogueStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Acts of these kinds up to an instant (milliseconds since the epoch), in the order of the pairs; null unless both are persons. */
  async actsBetween(
    pairs: readonly Dyad[],
    kinds: readonly string[],
    asOf: number,
    most = MOST_ACTS,
  ): Promise<(DialogueActs | null)[]> {
    const rows = await this.#database.run(actsBetween, { pairs, kinds, asOf, most });
    const found = new Map(rows.map((row) => [`${row.from} ${row.to}`, { acts: actsOf(row), total: row.total }]));
    return pairs.map(({ from, to }) => found.get(`${from} ${to}`) ?? null);
  }
}

function actsOf(row: RowOf<(typeof actsBetween)['columns']>): DialogueAct[] {
  return row.times.map((at, i) => ({
    id: row.ids[i]!,
    kind: row.kinds[i]!,
    at,
    forward: row.forward[i]!,
    direct: row.direct[i]!,
    platform: row.platforms[i]!,
    message: row.messages[i]!,
    object: row.objects[i] === row.messages[i] ? null : row.objects[i]!,
  }));
}
