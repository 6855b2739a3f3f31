import { NO_PAGE, type Page, pageOf, readPlace } from '../domain/page.js';
import type { Person } from '../domain/person.js';
import { flag, float, integer, list } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asFloat, asInteger, asList, asNullable, asText } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { person } from './person-columns.js';

const byId = bindQuery('person/by-id', READ, { ids: asList(asText) }, { person });
const byIdx = bindQuery('person/by-idx', READ, { idx: asList(asInteger) }, { person });
const byHandle = bindQuery('person/by-handle', READ, { handle: asText, platform: asText }, { person });
const anyOutside = bindQuery('person/any-outside', READ, { platforms: asList(asText) }, { found: flag });
const search = bindQuery(
  'person/search',
  READ,
  { query: asText, score: asNullable(asFloat), id: asText, counted: asInteger, limit: asInteger },
  { total: integer, people: list(person), scores: list(float) },
);

/** Matches beyond this are neither counted nor listed. */
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
  async search(words: string, first: number, after: string | null): Promise<Page<Person>> {
    const query = fulltextQuery(words);
    if (query === null) return NO_PAGE;
    const { value: score, id } = readPlace(after);
    const [found] = await this.#database.run(search, { query, score, id, counted: COUNTED_MATCHES, limit: first + 1 });
    if (found === undefined) return NO_PAGE;
    const { total, people, scores } = found;
    return pageOf(people, first, total, (person, place) => `${scores[place]} ${person.id}`);
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
