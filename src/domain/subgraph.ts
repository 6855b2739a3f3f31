import type { Person } from './person.js';

/** Why a subgraph is not whole. */
export type SubgraphLimit = 'NODES' | 'EDGES';

/** Somebody in an ego network, with the number of mutual ties between them and the ego. */
export interface EgoNode {
  readonly person: Person;
  readonly distance: number;
}

/** A mutual tie between two people of a subgraph. */
export interface MutualEdge {
  readonly a: Person;
  readonly b: Person;
  /** (0, 4). */
  readonly strength: number;
}

/** One person and those around them along mutual ties. */
export interface EgoNetwork {
  /** Nearest first, the ego before all; inside a ring the strongest tie to the ring before first. */
  readonly nodes: readonly EgoNode[];
  /** Strongest first. */
  readonly edges: readonly MutualEdge[];
  /** People seen next to those shown but left out. Rings that were not reached are not counted. */
  readonly droppedNodes: number;
  /** Ties between people shown that were left out. */
  readonly droppedEdges: number;
  readonly limitReason: SubgraphLimit | null;
}

/** A chain of mutual ties; strengths[i] is that between people[i] and people[i + 1]. */
export interface IntroductionPath {
  readonly people: readonly Person[];
  readonly strengths: readonly number[];
}
