import type { KindRegistry } from '../domain/interaction-kind.js';
import { type Page, pageOf, readPlace } from '../domain/page.js';
import { INVITATION_STATES, type InvitationState } from '../domain/relating.js';
import type { CommentedPerson, InvitersByOutcome, ReceivedInvitation, Talker } from '../domain/relating-people.js';
import { flag, float, instant, integer, list, nullable, record, text } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asInteger, asList, asNullable, asRecord, asText } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { tieCounter } from './ingest/write-batch.js';
import { person } from './person-columns.js';

const page = { key: asInteger, idx: asInteger, limit: asInteger };
const answer = { key: integer, total: integer };
const byCount = { ...page, value: asNullable(asInteger), after: asInteger };

const invitationPages = {
  limit: asInteger,
  pages: asList(
    asRecord({
      ...{ key: asInteger, idx: asInteger, states: asList(asText) },
      ...{ at: asNullable(asInteger), after: asNullable(asText) },
    }),
  ),
};
const receivedInvitations = {
  key: integer,
  counts: list(float),
  invitations: list(
    record({
      ...{ person, id: text, kind: text, at: instant, state: text },
      ...{ message: nullable(text), platform: text, private: flag },
    }),
  ),
};
const latest = bindQuery('invitation/latest', READ, invitationPages, receivedInvitations);
const longestWaiting = bindQuery('invitation/longest-waiting', READ, invitationPages, receivedInvitations);
const invitersQuery = bindQuery(
  'invitation/people',
  READ,
  { idx: asInteger, states: asList(asText), limit: asInteger },
  { state: text, total: integer, people: list(person), everybody: integer },
);
const ownersQuery = bindQuery(
  'landing/owners',
  READ,
  { pages: asList(asRecord(byCount)) },
  { ...answer, owners: list(record({ person, comments: integer, by_owner: integer, landed: integer })) },
);
const talkersQuery = bindQuery(
  'talk/talkers',
  READ,
  { pages: asList(asRecord(byCount)), kinds: asList(asText), counters: asList(asText) },
  { ...answer, talkers: list(record({ person, acts: integer, last_at: instant })) },
);

/** Which part of somebody's list is wanted: at most `first` after the key of the last one seen. */
export interface ListWish {
  readonly idx: number;
  readonly first: number;
  readonly after: string | null;
}

export interface InvitationWish extends ListWish {
  /** Null for every state. */
  readonly state: InvitationState | null;
  readonly oldestFirst: boolean;
}

/** Reads the people behind the numbers of relating, as the published run marked their interactions. */
export class RelatingStore {
  readonly #database: Database;
  readonly #referring: readonly string[];

  constructor(database: Database, kinds: KindRegistry) {
    this.#database = database;
    this.#referring = kinds.kinds.filter((kind) => kind.refers).map((kind) => kind.name);
  }

  /** Pages of received invitations; by position of the wish. */
  async invitations(wishes: readonly InvitationWish[]): Promise<Page<ReceivedInvitation>[]> {
    const limit = 1 + Math.max(...wishes.map(({ first }) => first));
    const pages = wishes.map(({ idx, after, state }, key) => {
      const { value, id } = readPlace(after);
      return { key, idx, states: state === null ? INVITATION_STATES : [state], at: value, after: id };
    });
    const read = async (query: typeof latest, oldestFirst: boolean) => {
      const some = pages.filter(({ key }) => wishes[key]!.oldestFirst === oldestFirst);
      return some.length === 0 ? [] : this.#database.run(query, { pages: some, limit });
    };
    const rows = byKey((await Promise.all([read(latest, false), read(longestWaiting, true)])).flat());
    return wishes.map(({ first, state }, key) => {
      const { counts = [], invitations = [] } = rows.get(key) ?? {};
      const items = invitations.map((row) => ({ ...row, state: row.state as InvitationState }));
      const counted = state === null ? counts : [counts[INVITATION_STATES.indexOf(state)] ?? 0];
      const total = counted.reduce((sum, count) => sum + count, 0);
      return pageOf(items, first, total, (item) => `${item.at} ${item.id}`);
    });
  }

  /** Who wrote to somebody, in all and by what became of it; of each the first so many. */
  async inviters(idx: number, first: number): Promise<InvitersByOutcome> {
    const rows = await this.#database.run(invitersQuery, { idx, states: INVITATION_STATES, limit: first });
    const by = Object.fromEntries(rows.map(({ state, total, people }) => [state, { total, people }]));
    return { everybody: rows[0]?.everybody ?? 0, by };
  }

  /** Pages of people upon whose content somebody commented, most comments first; by position of the wish. */
  async commented(wishes: readonly ListWish[]): Promise<Page<CommentedPerson>[]> {
    const rows = byKey(await this.#database.run(ownersQuery, { pages: wishes.map(placeOf) }));
    return wishes.map(({ first }, key) => {
      const items = (rows.get(key)?.owners ?? []).map(({ by_owner, ...row }) => ({ ...row, landedByOwner: by_owner }));
      return pageOf(items, first, rows.get(key)?.total ?? 0, (item) => `${item.comments} ${item.person.idx}`);
    });
  }

  /** Pages of people who talk about somebody, most acts first; by position of the wish. */
  async talkers(wishes: readonly ListWish[]): Promise<Page<Talker>[]> {
    const kinds = this.#referring;
    const counters = kinds.map(tieCounter);
    const rows = byKey(await this.#database.run(talkersQuery, { pages: wishes.map(placeOf), kinds, counters }));
    return wishes.map(({ first }, key) => {
      const items = (rows.get(key)?.talkers ?? []).map(({ last_at, ...row }) => ({ ...row, lastAt: last_at }));
      return pageOf(items, first, rows.get(key)?.total ?? 0, (item) => `${item.acts} ${item.person.idx}`);
    });
  }
}

function byKey<R extends { readonly key: number }>(rows: readonly R[]): Map<number, R> {
  return new Map(rows.map((row) => [row.key, row]));
}

function placeOf({ idx, first, after }: ListWish, key: number) {
  const [value, last] = after === null ? [null, -1] : (after.split(' ').map(Number) as [number, number]);
  return { key, idx, value, after: last, limit: first + 1 };
}
