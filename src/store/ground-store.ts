import type { Ground } from '../domain/ground.js';
import type { KindRegistry } from '../domain/interaction-kind.js';
import { type Page, pageOf, readPlace, UNKNOWN_AT } from '../domain/page.js';
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
import { COMPUTE_TIMEOUT, FIRST_PAGE, type Topic } from './precomputed-store.js';

const slice = record({ direction: text, ground: text, kind: text, platform: text, count: integer });
const counts = { observed: integer, broadcast: integer, relational: integer, slices: list(slice) };
const byPerson = bindQuery(
  'ground/by-person',
  READ,
  { topic: asText, idx: asList(asInteger), kinds: asList(asText) },
  { idx: integer, held: nullable(text), counted: nullable(record(counts)) },
);
const asPage = asRecord({
  key: asInteger,
  topic: asNullable(asText),
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
  readonly #groundTopic: string;

  constructor(database: Database, kinds: KindRegistry) {
    this.#database = database;
    this.#kinds = kinds.kinds.filter((kind) => kind.exertion).map((kind) => kind.name);
    this.#groundTopic = ['ground 1', ...this.#kinds].join(' ');
  }

  /** What is precomputed: the counts, and the first page of all interactions, of those given, and of those received. */
  get topics(): Topic[] {
    const pages = ([null, 'GIVEN', 'RECEIVED'] as const).map((direction) => ({
      name: pageTopic(direction),
      compute: (idx: readonly number[]) => this.#firstPages(idx, direction),
    }));
    return [{ name: this.#groundTopic, compute: (idx) => this.#precomputeGround(idx) }, ...pages];
  }

  /** In the order of the people by number; of whom nothing was observed, zeros. */
  async persons(idx: readonly number[]): Promise<PersonGround[]> {
    const found = await this.#grounds(idx);
    const nothing = { observed: 0, broadcast: 0, relational: 0, slices: [] };
    return idx.map((of) => found.get(of) ?? nothing);
  }

  async #grounds(idx: readonly number[], timeout?: number): Promise<Map<number, PersonGround>> {
    const wish = { topic: this.#groundTopic, idx, kinds: this.#kinds };
    const rows = await this.#database.run(byPerson, wish, timeout);
    return new Map(
      rows.flatMap(({ idx: of, held, counted }): [number, PersonGround][] =>
        held !== null
          ? [[of, JSON.parse(held) as PersonGround]]
          : counted === null
            ? []
            : [[of, { ...counted, slices: counted.slices as GroundSlice[] }]],
      ),
    );
  }

  async #precomputeGround(idx: readonly number[]) {
    const found = await this.#grounds(idx, COMPUTE_TIMEOUT);
    return new Map([...found].map(([of, ground]) => [of, { counts: JSON.stringify(ground) }]));
  }

  async #firstPages(people: readonly number[], direction: GroundDirection | null) {
    const all = { direction, ground: null, kind: null, platform: null, first: FIRST_PAGE, after: null };
    const wishes = people.map((idx) => ({ ...all, idx }));
    const rows = await this.#pages(wishes, COMPUTE_TIMEOUT);
    return new Map(
      rows.map(({ key, total, interactions: page }) => {
        const ids = (aimed: boolean) => page.filter(({ waiting }) => waiting === aimed).map(({ id }) => id);
        return [people[key]!, { total: asInteger(total), interacted: ids(false), waiting: ids(true) }] as const;
      }),
    );
  }

  /** Pages of interactions, newest first, unknown times last; by position of the wish. Private ones come without ids of messages. */
  async interactions(wishes: readonly InteractionWish[]): Promise<Page<ObservedInteraction>[]> {
    const rows = new Map((await this.#pages(wishes)).map((row) => [row.key, row]));
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

  async #pages(wishes: readonly InteractionWish[], timeout?: number) {
    const pages = wishes.map(({ direction, after, ...wish }, key) => {
      const { value, id } = readPlace(after);
      return {
        ...wish,
        key,
        topic: isFirst({ ...wish, after }) ? pageTopic(direction) : null,
        given: direction === null || direction === 'GIVEN',
        received: direction === null || direction === 'RECEIVED',
        waiting: direction === null || direction === 'WAITING',
        stored: wish.ground === null ? null : mirrorGround(wish.ground),
        at: value,
        after: id,
      };
    });
    const limit = Math.max(...wishes.map(({ first }) => first)) + 1;
    return this.#database.run(interactions, { pages, limit }, timeout);
  }
}

function pageTopic(direction: GroundDirection | null): string {
  return `interactions 2 ${direction ?? 'ALL'}`;
}

/** Whether a page is the first of everything in its direction. */
function isFirst({ first, after, ground, kind, platform }: Omit<InteractionWish, 'direction'>): boolean {
  return after === null && first <= FIRST_PAGE && ground === null && kind === null && platform === null;
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
    object: row.private || row.object === row.message ? null : row.object,
  };
}
