import { type Page, pageOf } from '../domain/page.js';
import type { Person } from '../domain/person.js';
import { flag, float, integer } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asInteger, asList, asText } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { person } from './person-columns.js';

const byId = bindQuery('person/by-id', READ, { ids: asList(asText) }, { person });
const byIdx = bindQuery('person/by-idx', READ, { idx: asList(asInteger) }, { person });
const byHandle = bindQuery('person/by-handle', READ, { handle: asText, platform: asText }, { person });
const anyOutside = bindQuery('person/any-outside', READ, { platforms: asList(asText) }, { found: flag });
const search = bindQuery(
  'person/search',
  READ,
  { query: asText, skip: asInteger, limit: asInteger },
  { person, score: float },
);
const searchCount = bindQuery('person/search-count', READ, { query: asText, limit: asInteger }, { total: integer });

/** Matches beyond this are not counted. */
const COUNTED_MATCHES = 10_000;

/** Reads people. */
export class PersonStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async anyOutside(platforms: readonly string[]): Promise<boolean> {
    return (await this.#database.run(anyOutside, { platforms }))[0]!.found;
  }

  /** People by namespaced id; an id nobody has is missing from the map. */
  async findByIds(ids: readonly string[]): Promise<Map<string, Person>> {
    const rows = await this.#database.run(byId, { ids });
    return new Map(rows.map((row) => [row.person.id, row.person]));
  }

  async findByIdx(idx: readonly number[]): Promise<Map<number, Person>> {
    const rows = await this.#database.run(byIdx, { idx });
    return new Map(rows.map((row) => [row.person.idx, row.person]));
  }

  async findByHandle(platform: string, handle: string): Promise<Person | null> {
    const [row] = await this.#database.run(byHandle, { platform, handle: handle.replace(/^@/, '') });
    return row?.person ?? null;
  }

  /** People whose name, handle or id has every word of the text, the last one as a beginning; best match first. */
  async search(words: string, first: number, skip: number): Promise<Page<Person>> {
    const query = fulltextQuery(words);
    if (query === null) return { items: [], hasNextPage: false, totalCount: 0 };
    const [rows, [count]] = await Promise.all([
      this.#database.run(search, { query, skip, limit: first + 1 }),
      this.#database.run(searchCount, { query, limit: COUNTED_MATCHES }),
    ]);
    const page = pageOf(
      rows.map((row, place) => ({ person: row.person, place: skip + place })),
      first,
      count!.total,
      (row) => String(row.place),
    );
    return { ...page, items: page.items.map(({ node, key }) => ({ node: node.person, key })) };
  }
}

/**
 * Words a person typed as a full-text query in which nothing is syntax; null when no word is left. The index cuts a word as it cut what it holds; the last
 * word is a beginning too, as a whole and from its last piece on.
 */
export function fulltextQuery(text: string): string | null {
  const words = text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return null;
  const last = words.pop()!;
  return [...words.map(quote), `(${quote(last)} OR ${beginning(last)} OR ${beginningOfPieces(last)})`].join(' AND ');
}

function beginningOfPieces(word: string): string {
  const pieces = word.match(/[\p{L}\p{N}\p{M}]+/gu)!;
  return `(${[...pieces.slice(0, -1).map(quote), beginning(pieces.at(-1)!)].join(' AND ')})`;
}

function quote(word: string): string {
  return `"${word.replace(/["\\]/g, '\\$&')}"`;
}

function beginning(word: string): string {
  return `${word.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&')}*`;
}
