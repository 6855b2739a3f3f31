import type { Ground } from '../domain/ground.js';
import type { Initiation, TieOpening, UnservedPerson } from '../domain/initiation.js';
import type { KindRegistry } from '../domain/interaction-kind.js';
import { type Page, pageOf } from '../domain/page.js';
import { flag, float, instant, integer, list, nullable, record, text } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asFlag, asInteger, asList, asNullable, asRecord, asText } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { tieCounter } from './ingest/write-batch.js';
import { person } from './person-columns.js';
import { COMPUTE_TIMEOUT, FIRST_PAGE, type Topic } from './precomputed-store.js';
import { directedTie } from './tie-columns.js';

const byPerson = bindQuery(
  'initiation/by-person',
  READ,
  { wishes: asList(asRecord({ key: asInteger, idx: asInteger, since: asInteger })) },
  {
    key: integer,
    ties: integer,
    opened: integer,
    opened_share: nullable(float),
    on_their_ground: integer,
    reached: integer,
  },
);
const page = { key: asInteger, idx: asInteger, at: asNullable(asInteger), after: asInteger };
const openings = bindQuery(
  'initiation/openings',
  READ,
  { pages: asList(asRecord({ ...page, mine: asNullable(asFlag) })), limit: asInteger },
  {
    key: integer,
    openings: list(record({ person, at: instant, mine: flag, kind: text, id: text, ground: text })),
  },
);
const unserved = bindQuery(
  'initiation/unserved',
  READ,
  { pages: asList(asRecord({ ...page, topic: asNullable(asText) })), counters: asList(asText), limit: asInteger },
  { key: integer, total: integer, people: list(record({ person, tie: directedTie, last_at: instant })) },
);

/** Whose initiation is wanted, and since when reached persons count, milliseconds. */
export interface InitiationWish {
  readonly idx: number;
  readonly since: number;
}

/** Which persons of a list are wanted: at most `first` after the key of the last one seen. */
export interface PeopleWish {
  readonly idx: number;
  readonly first: number;
  readonly after: string | null;
}

export interface OpeningWish extends PeopleWish {
  /** Ties that the person opened, or those that the others opened; null for all. */
  readonly mine: boolean | null;
  /** How many these are, as `persons` counts them. */
  readonly total: number;
}

/** Reads how ties between persons began and who is still waiting for one. Organisations and bots count on neither side. */
export class InitiationStore {
  readonly #database: Database;
  /** Kinds by which somebody asks, mentions or reads, the weightiest first. */
  readonly #kinds: ReadonlySet<string>;
  readonly #unservedTopic: string;

  constructor(database: Database, kinds: KindRegistry) {
    this.#database = database;
    const asking = kinds.kinds.filter((kind) => kind.conversational || !kind.exertion);
    this.#kinds = new Set(asking.sort((x, y) => y.effort - x.effort).map((kind) => kind.name));
    this.#unservedTopic = ['unserved 1', ...this.#kinds].join(' ');
  }

  /** What is precomputed: the first page of who waits unserved. */
  get topics(): Topic[] {
    return [{ name: this.#unservedTopic, compute: (idx) => this.#firstUnserved(idx) }];
  }

  /** By position of the wish. */
  async persons(people: readonly InitiationWish[]): Promise<Initiation[]> {
    const wishes = people.map((wish, key) => ({ ...wish, key }));
    const rows = new Map((await this.#database.run(byPerson, { wishes })).map((row) => [row.key, row]));
    return people.map((_, key) => {
      const row = rows.get(key);
      return {
        ties: row?.ties ?? 0,
        opened: row?.opened ?? 0,
        openedShare: row?.opened_share ?? null,
        firstMovesOnTheirGround: row?.on_their_ground ?? 0,
        reached: row?.reached ?? 0,
      };
    });
  }

  /** Pages of ties with the act that opened each, the latest first; by position of the wish. */
  async openings(wishes: readonly OpeningWish[]): Promise<Page<TieOpening>[]> {
    const pages = wishes.map((wish, key) => ({ ...place(wish, key), mine: wish.mine }));
    const found = await this.#database.run(openings, { pages, limit: limitOf(wishes) });
    const rows = new Map(found.map((row) => [row.key, row.openings]));
    return wishes.map(({ first, total }, key) => {
      const items = (rows.get(key) ?? []).map((row) => ({ ...row, ground: row.ground as Ground }));
      return pageOf(items, first, total, (item) => `${item.at} ${item.person.idx}`);
    });
  }

  /** Pages of persons who asked, mentioned or read somebody and upon whom that one never acted, the latest first; by position of the wish. */
  async unserved(wishes: readonly PeopleWish[]): Promise<Page<UnservedPerson>[]> {
    const found = new Map((await this.#unservedPages(wishes)).map((row) => [row.key, row]));
    return wishes.map(({ first }, key) => {
      const items = (found.get(key)?.people ?? []).map(({ person, tie, last_at }) => ({
        person,
        lastAt: last_at,
        acts: tie.countsByKind.filter(({ kind }) => this.#kinds.has(kind)),
      }));
      return pageOf(items, first, found.get(key)?.total ?? 0, (item) => `${item.lastAt} ${item.person.idx}`);
    });
  }

  async #unservedPages(wishes: readonly PeopleWish[], timeout?: number) {
    const topicOf = ({ first, after }: PeopleWish) =>
      after === null && first <= FIRST_PAGE ? this.#unservedTopic : null;
    const pages = wishes.map((wish, key) => ({ ...place(wish, key), topic: topicOf(wish) }));
    const counters = [...this.#kinds].map(tieCounter);
    return this.#database.run(unserved, { pages, counters, limit: limitOf(wishes) }, timeout);
  }

  async #firstUnserved(people: readonly number[]) {
    const wishes = people.map((idx) => ({ idx, first: FIRST_PAGE, after: null }));
    const rows = await this.#unservedPages(wishes, COMPUTE_TIMEOUT);
    return new Map(
      rows.map(({ key, total, people: others }) => {
        const facts = { total: asInteger(total), others: others.map((one) => asInteger(one.person.idx)) };
        return [people[key]!, facts] as const;
      }),
    );
  }
}

/** Enough for every page, and one more to know whether it goes on; a longer one is cut by pageOf. */
function limitOf(wishes: readonly PeopleWish[]): number {
  return Math.max(...wishes.map(({ first }) => first)) + 1;
}

function place({ idx, after }: PeopleWish, key: number) {
  const [at, last] = after === null ? [null, -1] : (after.split(' ').map(Number) as [number, number]);
  return { key, idx, at, after: last };
}
