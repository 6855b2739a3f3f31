import type { Ground } from '../domain/ground.js';
import type { KindRegistry } from '../domain/interaction-kind.js';
import { type Page, pageOf } from '../domain/page.js';
import {
  type GroundDirection,
  type GroundFilter,
  type GroundSlice,
  mirrorGround,
  type ObservedInteraction,
  type PersonGround,
} from '../domain/person-ground.js';
import { flag, instant, integer, list, nullable, type RowOf, record, text } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asFlag, asInteger, asList, asNullable, asRecord, asText } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { person } from './person-columns.js';

const slice = record({ direction: text, ground: text, kind: text, platform: text, count: integer });
const byPerson = bindQuery(
  'ground/by-person',
  READ,
  { idx: asList(asInteger), kinds: asList(asText) },
  { idx: integer, observed: integer, broadcast: integer, relational: integer, slices: list(slice) },
);
const asPage = asRecord({
  key: asInteger,
  idx: asInteger,
  given: asFlag,
  received: asFlag,
  waiting: asFlag,
  ground: asNullable(asText),
  stored: asNullable(asText),
  kind: asNullable(asText),
  platform: asNullable(asText),
  at: asNullable(asInteger),
  after: asText,
});
const interaction = {
  id: text,
  kind: text,
  at: instant,
  platform: text,
  message: nullable(text),
  object: nullable(text),
  waiting: flag,
  given: flag,
  private: flag,
  known: flag,
  ground: text,
  counterpart: nullable(person),
};
const interactions = bindQuery(
  'ground/interactions',
  READ,
  { pages: asList(asPage), limit: asInteger },
  { key: integer, total: integer, interactions: list(record(interaction)) },
);

/** Where unknown times stand in the list: before everything. */
const UNKNOWN_AT = Number.MIN_SAFE_INTEGER;

/** Which interactions of a person are wanted: at most `first` after the key of the last one seen. */
export interface InteractionWish extends GroundFilter {
  readonly idx: number;
  /** Null for all directions. */
  readonly direction: GroundDirection | null;
  readonly first: number;
  readonly after: string | null;
}

/** Reads where everything observed of people happened: organisations, bots, private acts and unknown times included. */
export class GroundStore {
  readonly #database: Database;
  /** Kinds that the broadcast score counts as effort. */
  readonly #kinds: readonly string[];

  constructor(database: Database, kinds: KindRegistry) {
    this.#database = database;
    this.#kinds = kinds.kinds.filter((kind) => kind.exertion).map((kind) => kind.name);
  }

  /** In the order of the people by number; of whom nothing was observed, zeros. */
  async persons(idx: readonly number[]): Promise<PersonGround[]> {
    const rows = await this.#database.run(byPerson, { idx, kinds: this.#kinds });
    const found = new Map(
      rows.map(({ idx: of, slices, ...counts }) => [of, { ...counts, slices: slices as GroundSlice[] }]),
    );
    const nothing = { observed: 0, broadcast: 0, relational: 0, slices: [] };
    return idx.map((of) => found.get(of) ?? nothing);
  }

  /** Pages of interactions, newest first, unknown times last; by position of the wish. Private ones come without ids of messages. */
  async interactions(wishes: readonly InteractionWish[]): Promise<Page<ObservedInteraction>[]> {
    const pages = wishes.map(({ direction, after, ...wish }, key) => ({
      ...wish,
      key,
      given: direction === null || direction === 'GIVEN',
      received: direction === null || direction === 'RECEIVED',
      waiting: direction === null || direction === 'WAITING',
      stored: wish.ground === null ? null : mirrorGround(wish.ground),
      ...position(after),
    }));
    const limit = Math.max(...wishes.map(({ first }) => first)) + 1;
    const rows = new Map((await this.#database.run(interactions, { pages, limit })).map((row) => [row.key, row]));
    return wishes.map(({ first }, key) => {
      const row = rows.get(key);
      return pageOf(
        (row?.interactions ?? []).map(observed),
        first,
        row?.total ?? 0,
        ({ at, id }) => `${at ?? UNKNOWN_AT} ${id}`,
      );
    });
  }
}

function observed(row: RowOf<typeof interaction>): ObservedInteraction {
  const { waiting, given, known, ground, ...rest } = row;
  const actorGround = ground as Ground;
  return {
    ...rest,
    direction: waiting ? 'WAITING' : given ? 'GIVEN' : 'RECEIVED',
    at: known ? row.at : null,
    ground: given ? actorGround : mirrorGround(actorGround),
    actorGround,
    message: row.private ? null : row.message,
    object: row.private ? null : row.object,
  };
}

/** Splits `at id`; ids may hold spaces. */
function position(after: string | null): { at: number | null; after: string } {
  if (after === null) return { at: null, after: '' };
  const space = after.indexOf(' ');
  return { at: Number(after.slice(0, space)), after: after.slice(space + 1) };
}
