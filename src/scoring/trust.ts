/*
 * Trust that flows from seeds along mutual ties, and the walk behind centrality.
 * Definition: τ_v = min(1, θ n̂ π_v), π the walk with restart uniform over the seeds, n̂ = exp(-Σ π ln π) the effective number
 * of trusted persons. Without seeds τ = 1 for every person, the restart is uniform over persons with a mutual tie and n̂ is
 * their number. With seeds and a minimum of dialogue days, trust walks only ties that reach it, centrality walks all.
 * For a set S without seeds and attack flow F: Σ τ ≤ θ n̂ F (1-α)/α, whatever S does inside.
 * Cost: O(k L). Source: model.md 2.3, 3.13; after Yu et al., SybilGuard 2006 and Cao et al., SybilRank 2012.
 */
import type { PersonKind } from '../domain/person-kind.js';
import { hillNumber } from './hill-number.js';
import { degreeOf, type MutualNetwork } from './mutual-network.js';
import { compareCodePoints } from './person-order.js';
import { walkWithRestart } from './random-walk.js';

const TRUST_SCALE = 4;

/** A finished walk: probabilities by person and the effective number of persons it reaches. */
export interface Walk {
  readonly visits: Float64Array;
  readonly reach: number;
}

export interface Trust {
  /** τ by rank, in [0, 1]; 0 for organisations and bots. */
  readonly trust: Float64Array;
  /** Walk over all mutual ties. */
  readonly walk: Walk;
}

/** Seeds found in the data as input positions, ascending by id, and those that are no person in it. */
export interface Seeds {
  readonly positions: readonly number[];
  readonly unknown: readonly string[];
}

/** Looks the seeds up. Throws RangeError when none of them is a person in the data. */
export function findSeeds(seeds: readonly string[], ids: readonly string[], kinds: readonly PersonKind[]): Seeds {
  const positionOf = new Map(ids.map((id, position) => [id, position]));
  const positions: number[] = [];
  const unknown: string[] = [];
  for (const seed of [...new Set(seeds)].sort(compareCodePoints)) {
    const position = positionOf.get(seed);
    if (position !== undefined && kinds[position] === 'person') positions.push(position);
    else unknown.push(seed);
  }
  if (positions.length === 0) {
    throw new RangeError(
      `none of the ${seeds.length} trusted seeds is a person in the data; name at least one, or pass no seeds`,
    );
  }
  return { positions, unknown };
}

/** Trust of every person alike, and the walk from everybody with a mutual tie. `isPerson` by rank. */
export function trustEverybody(network: MutualNetwork, isPerson: Uint8Array): Trust {
  const restart = new Float64Array(network.persons);
  let reach = 0;
  for (let person = 0; person < network.persons; person++) if (degreeOf(network, person) > 0) reach++;
  for (let person = 0; person < network.persons; person++)
    if (degreeOf(network, person) > 0) restart[person] = 1 / reach;
  return { trust: Float64Array.from(isPerson), walk: { visits: walkWithRestart(network, restart), reach } };
}

/** Trust from seeds (ranks) over `trusted` ties, and the walk from them over all ties of `network`. */
export function trustFromSeeds(network: MutualNetwork, trusted: MutualNetwork, seeds: readonly number[]): Trust {
  const restart = new Float64Array(network.persons);
  for (const seed of seeds) restart[seed] = 1 / seeds.length;
  const walk = walkFromSeeds(network, restart);
  const source = trusted === network ? walk : walkFromSeeds(trusted, restart);
  return { trust: source.visits.map((visit) => Math.min(1, TRUST_SCALE * source.reach * visit)), walk };
}

function walkFromSeeds(network: MutualNetwork, restart: Float64Array): Walk {
  const visits = walkWithRestart(network, restart);
  return { visits, reach: hillNumber(visits) };
}
