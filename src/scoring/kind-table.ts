import type { KindRegistry } from '../domain/interaction-kind.js';

/** What scoring asks of a kind, as columns by kind code. */
export interface KindTable {
  readonly conversational: Uint8Array;
  readonly initiating: Uint8Array;
  /** Talks about somebody outside their own threads. */
  readonly refers: Uint8Array;
  /** Weight c of one act, in (0, 1]. */
  readonly weight: Float64Array;
  /** Weight towards tie effort; 0 for kinds without exertion (reads). */
  readonly effort: Float64Array;
  /** Weight towards attention; 0 for kinds that pay none. */
  readonly attention: Float64Array;
}

/** Lays the registered kinds out as columns by code. */
export function tabulateKinds(registry: KindRegistry): KindTable {
  const { kinds } = registry;
  return {
    conversational: Uint8Array.from(kinds, (kind) => Number(kind.conversational)),
    initiating: Uint8Array.from(kinds, (kind) => Number(kind.initiating)),
    refers: Uint8Array.from(kinds, (kind) => Number(kind.refers)),
    weight: Float64Array.from(kinds, (kind) => kind.effort),
    effort: Float64Array.from(kinds, (kind) => (kind.exertion ? kind.effort : 0)),
    attention: Float64Array.from(kinds, (kind) => (kind.attention ? kind.effort : 0)),
  };
}
