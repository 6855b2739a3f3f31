import type { EgoNetwork, IntroductionPath } from '../domain/subgraph.js';
import { BadInputError, RapportError } from '../errors.js';
import { float, integer, list, nullable, record } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asFloat, asInteger, asText } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { person } from './person-columns.js';

const egoNetwork = bindQuery(
  'subgraph/ego-network',
  READ,
  { id: asText, depth: asInteger, nodes: asInteger, edges: asInteger, strength: asFloat },
  {
    people: list(person),
    rings: list(integer),
    dropped_nodes: integer,
    ties: list(record({ a: integer, b: integer, strength: float })),
    dropped_edges: integer,
  },
);
const introductionPath = bindQuery(
  'subgraph/introduction-path',
  READ,
  { from: asText, to: asText },
  { people: nullable(list(person)), strengths: nullable(list(float)) },
);

export const MAX_DEPTH = 3;
export const MAX_NODES = 300;
const MAX_EDGES = 1_000;

export interface EgoLimits {
  /** Ties between the ego and the farthest person, 1 to 3. */
  readonly depth: number;
  /** People in all, the ego included, 1 to 300. */
  readonly first: number;
  /** Weakest mutual tie that is followed and shown, in [0, 4). */
  readonly minStrength: number;
}

/** Reads pieces of the network of mutual ties. */
export class SubgraphStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Who is around somebody. The same graph gives the same answer. Throws BadInputError, and NOT_FOUND for an unknown id. */
  async egoNetwork(id: string, { depth, first, minStrength }: EgoLimits): Promise<EgoNetwork> {
    checkRange('depth', depth, 1, MAX_DEPTH);
    checkRange('first', first, 1, MAX_NODES);
    if (!(minStrength >= 0 && minStrength < 4))
      throw new BadInputError('minStrength', `minStrength must be at least 0 and below 4, not ${minStrength}.`);
    const [row] = await this.#database.run(egoNetwork, {
      id,
      depth,
      nodes: first,
      edges: MAX_EDGES,
      strength: minStrength,
    });
    if (row === undefined) throw nobody(id);
    const byIdx = new Map(row.people.map((node) => [node.idx, node]));
    const distances = [0, ...row.rings.flatMap((size, ring) => new Array<number>(size).fill(ring + 1))];
    return {
      nodes: row.people.map((node, i) => ({ person: node, distance: distances[i]! })),
      edges: row.ties.map(({ a, b, strength }) => ({ a: byIdx.get(a)!, b: byIdx.get(b)!, strength })),
      droppedNodes: row.dropped_nodes,
      droppedEdges: row.dropped_edges,
      limitReason: row.dropped_nodes > 0 ? 'NODES' : row.dropped_edges > 0 ? 'EDGES' : null,
    };
  }

  /** Who could introduce one person to another; null when no chain of at most 6 mutual ties does. Throws BadInputError, NOT_FOUND. */
  async introductionPath(from: string, to: string): Promise<IntroductionPath | null> {
    if (from === to) throw new BadInputError('to', 'to must be somebody else than from.');
    const [row] = await this.#database.run(introductionPath, { from, to });
    if (row === undefined) throw nobody(`${from}, or none with ${to}`);
    return row.people === null || row.strengths === null ? null : { people: row.people, strengths: row.strengths };
  }
}

function checkRange(field: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new BadInputError(field, `${field} must be between ${least} and ${most}, not ${value}.`, { limit: most });
}

function nobody(id: string): RapportError {
  return new RapportError('NOT_FOUND', `There is no account with the id ${id}; look it up with person or people.`);
}
