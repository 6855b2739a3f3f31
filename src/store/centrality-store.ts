import { type Page, pageOf, readPlace } from '../domain/page.js';
import type { Person } from '../domain/person.js';
import { float, integer, nullable } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asFloat, asInteger, asList, asNullable, asText } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { person } from './person-columns.js';

const place = { value: asNullable(asFloat), id: asText, same: asFloat, limit: asInteger };
/** Numbers that differ by less are the same: summation in another order moves the last digits. */
const SAME = 1e-9;
const ranked = { person, value: float };
const rankRelational = bindQuery('centrality/rank-relational', READ, place, ranked);
const rankBroadcast = bindQuery('centrality/rank-broadcast', READ, place, ranked);
const rankByNumber = bindQuery('centrality/rank-by-number', READ, { metric: asText, ...place }, ranked);

const relationalCentrality = bindQuery(
  'centrality/relational-centrality',
  READ,
  { idx: asList(asInteger) },
  { idx: integer, strength: float, degree: integer, effective: float, walk: nullable(float) },
);

/** Somebody's place in the network of mutual ties. */
export interface RelationalCentrality {
  /** Σ of the strengths of mutual ties, ≥ 0. */
  readonly strength: number;
  /** Number of mutual ties. */
  readonly degree: number;
  /** exp(-Σ p ln p) over shares of strength: 0 for nobody, else 1 to degree. */
  readonly effective: number;
  /** The run's random walk, n̂π; null before the first run. */
  readonly walk: number | null;
}

/** Stored numbers by which people can be ranked, beside the two scores. */
export const RANKED_NUMBERS = [
  'given',
  'received',
  'confidence',
  'trust',
  'mutual_ties',
  'effective_relationships',
  'initiative',
  'responsiveness',
  'resonance',
  'reciprocity',
  'dialogue',
  'breadth',
  'centrality',
  'listening',
  'engagement',
  'audience',
  'amplification',
] as const;
export type RankedNumber = (typeof RANKED_NUMBERS)[number];
export type RankMetric = 'relational' | 'broadcast' | RankedNumber;

/** Rankings over persons with enough data, and places in the network of mutual ties. */
export class CentralityStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A page in descending order; `after` is the key of the last item seen. How many are ranked is told by the run. */
  async rank(metric: RankMetric, first: number, after: string | null): Promise<Omit<Page<Person>, 'totalCount'>> {
    const from = { ...readPlace(after), same: SAME, limit: first + 1 };
    const rows = await (metric === 'relational' || metric === 'broadcast'
      ? this.#database.run(metric === 'relational' ? rankRelational : rankBroadcast, from)
      : this.#database.run(rankByNumber, { metric, ...from }));
    return mapNodes(pageOf(rows, first, 0, (row) => `${row.value} ${row.person.id}`));
  }

  /** Places in the network of mutual ties, by number of the person. */
  async relational(idx: readonly number[]): Promise<Map<number, RelationalCentrality>> {
    const rows = await this.#database.run(relationalCentrality, { idx });
    return new Map(rows.map(({ idx: person, ...rest }) => [person, rest]));
  }
}

function mapNodes(page: Page<{ person: Person }>): Page<Person> {
  return { ...page, items: page.items.map(({ node, key }) => ({ node: node.person, key })) };
}
