import DataLoader from 'dataloader';
import { NO_PAGE, type Page } from '../domain/page.js';
import type { Person } from '../domain/person.js';
import type { DyadReciprocity, PersonReciprocity } from '../domain/reciprocity.js';
import type { ScoreRun } from '../domain/score-run.js';
import type { Neighbour, TieEntry } from '../domain/tie.js';
import type { CentralityStore, RelationalCentrality } from '../store/centrality-store.js';
import type { PersonStore } from '../store/person-store.js';
import type { Dyad, ReciprocityStore } from '../store/reciprocity-store.js';
import type { TieDirection, TieStore } from '../store/tie-store.js';

/** A page of a list that belongs to one person. */
export interface PageKey {
  readonly idx: number;
  readonly first: number;
  readonly after: string | null;
}

/** Reads of one operation that many parents share: one statement for all people of a page. People are keyed by number. */
export interface TieLoaders {
  readonly person: DataLoader<number, Person | null>;
  readonly reciprocity: DataLoader<number, PersonReciprocity | null>;
  readonly dyad: DataLoader<Dyad, DyadReciprocity, string>;
  readonly centrality: DataLoader<number, RelationalCentrality | null>;
  readonly engages: DataLoader<PageKey, Page<TieEntry>, string>;
  readonly engagedBy: DataLoader<PageKey, Page<TieEntry>, string>;
  readonly neighbours: DataLoader<PageKey, Page<Neighbour>, string>;
}

export interface TieSources {
  readonly people: PersonStore;
  readonly centrality: CentralityStore;
  readonly reciprocity: ReciprocityStore;
  readonly ties: TieStore;
}

export function createTieLoaders(sources: TieSources, run: () => Promise<ScoreRun | null>): TieLoaders {
  const { people, centrality, reciprocity, ties } = sources;
  const tiePages = (direction: TieDirection) =>
    byPage<TieEntry>(async (idx, first, after) => ties.list(direction, idx, first, after, await run()));
  return {
    person: byIdx((idx) => people.findByIdx(idx)),
    reciprocity: byIdx((idx) => reciprocity.persons(idx)),
    dyad: new DataLoader((pairs) => reciprocity.dyads(pairs), { cacheKeyFn: ({ from, to }) => `${from} ${to}` }),
    centrality: byIdx((idx) => centrality.relational(idx)),
    engages: tiePages('engages'),
    engagedBy: tiePages('engagedBy'),
    neighbours: byPage((idx, first, after) => ties.neighbours(idx, first, after)),
  };
}

function byIdx<T>(find: (idx: readonly number[]) => Promise<Map<number, T>>): DataLoader<number, T | null> {
  return new DataLoader(async (idx) => {
    const found = await find(idx);
    return idx.map((one) => found.get(one) ?? null);
  });
}

type ReadPages<T> = (idx: readonly number[], first: number, after: string | null) => Promise<Map<number, Page<T>>>;

function byPage<T>(read: ReadPages<T>): DataLoader<PageKey, Page<T>, string> {
  const load = async (keys: readonly PageKey[]) => {
    const pages = new Map<PageKey, Page<T>>();
    for (const group of groupByPlace(keys)) {
      const { first, after } = group[0]!;
      const found = await read(
        group.map(({ idx }) => idx),
        first,
        after,
      );
      for (const key of group) pages.set(key, found.get(key.idx) ?? NO_PAGE);
    }
    return keys.map((key) => pages.get(key)!);
  };
  return new DataLoader(load, { cacheKeyFn: (key) => `${key.idx} ${placeOf(key)}` });
}

function groupByPlace(keys: readonly PageKey[]): Iterable<PageKey[]> {
  const groups = new Map<string, PageKey[]>();
  for (const key of keys) {
    const group = groups.get(placeOf(key));
    if (group) group.push(key);
    else groups.set(placeOf(key), [key]);
  }
  return groups.values();
}

function placeOf({ first, after }: PageKey): string {
  return `${first} ${after}`;
}
