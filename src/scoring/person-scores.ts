import type { PersonScores, RelationalComponent } from '../domain/network-scores.js';
import type { ScoreInput } from '../domain/score-input.js';
import type { ScoreOptions } from '../domain/score-options.js';
import { broadcastScore, partWeights, sumReceived } from './broadcast-score.js';
import type { OrderedInteractions } from './canonical-order.js';
import { computeConfidence } from './confidence.js';
import type { Contacts } from './contacts.js';
import type { ForwardDecay } from './forward-decay.js';
import { hillNumber } from './hill-number.js';
import { degreeOf, type MutualNetwork } from './mutual-network.js';
import type { PairStatisticColumns } from './pair-statistics.js';
import type { PersonOrder } from './person-order.js';
import { type ComponentColumns, computeComponents } from './relational-components.js';
import { relationalScores, weightsWithout } from './relational-score.js';
import { amplify } from './share-cascade.js';
import type { Trust } from './trust.js';

/** Everything known before trust is; persons are ranks. */
export interface ScoredNetwork {
  readonly rows: OrderedInteractions;
  readonly pairs: PairStatisticColumns;
  readonly contacts: Contacts;
  /** φ(x) by slot. */
  readonly saturated: Float64Array;
  /** m by dyad. */
  readonly strengths: Float64Array;
  readonly mutual: MutualNetwork;
  readonly isPerson: Uint8Array;
  readonly efficiency: Float64Array;
  readonly decay: ForwardDecay;
  readonly order: PersonOrder;
}

/** Computes every person's scores and what they are made of, as columns by rank. O(D + S log S). */
export function scorePeople(
  input: ScoreInput,
  network: ScoredNetwork,
  trust: Trust,
  missing: readonly RelationalComponent[],
  options: ScoreOptions,
): PersonScores {
  const { contacts, saturated, mutual, rows } = network;
  const { received, ...reached } = sumReceived(contacts, saturated, trust.trust, options.seeds !== null);
  const parts = { ...reached, amplification: amplificationOf(input, network, trust, options) };
  const components = componentsOf(network, trust, missing);
  return {
    relational: relationalScores(components, weightsWithout(missing), options.calibration),
    broadcast: broadcastColumn(parts, options),
    trust: trust.trust,
    given: sumGiven(contacts, saturated, trust.trust),
    received,
    confidence: computeConfidence(rows, contacts, network.isPerson, network.decay),
    effectiveRelationships: effectiveRelationships(mutual),
    mutualTies: new Int32Array(mutual.persons).map((_, person) => degreeOf(mutual, person)),
    interactions: countInteractions(network),
    components,
    parts,
  };
}

function amplificationOf(
  input: ScoreInput,
  { order, decay }: ScoredNetwork,
  { trust }: Trust,
  { sharesTracked }: ScoreOptions,
): Float64Array {
  return amplify(sharesTracked ? input.shares : [], { order, kinds: input.kinds, trust }, decay);
}

function componentsOf(
  network: ScoredNetwork,
  { trust, walk }: Trust,
  missing: readonly RelationalComponent[],
): ComponentColumns {
  const { mutual } = network;
  const centrality = walk.visits.map((visit, person) => (degreeOf(mutual, person) > 0 ? walk.reach * visit : 0));
  const components = computeComponents({
    ...network,
    statistics: network.pairs.landmarked,
    present: network.decay.present,
    trust,
    centrality,
  });
  for (const name of missing) components[name].fill(0);
  return components;
}

function broadcastColumn(parts: PersonScores['parts'], options: ScoreOptions): Float64Array {
  const weights = partWeights(options.sharesTracked);
  return parts.engagement.map((engagement, person) => {
    const raw = { engagement, audience: parts.audience[person]!, amplification: parts.amplification[person]! };
    return broadcastScore(raw, weights, options.calibration);
  });
}

function sumGiven(contacts: Contacts, saturated: Float64Array, trust: Float64Array): Float64Array {
  return trust.map((_, person) => {
    let sum = 0;
    for (let entry = contacts.offsets[person]!; entry < contacts.offsets[person + 1]!; entry++) {
      sum += trust[contacts.alters[entry]!]! * saturated[contacts.slots[entry]!]!;
    }
    return sum;
  });
}

function effectiveRelationships(mutual: MutualNetwork): Float64Array {
  return mutual.totals.map((_, person) =>
    hillNumber(mutual.strengths.subarray(mutual.offsets[person], mutual.offsets[person + 1])),
  );
}

function countInteractions({ rows, pairs }: ScoredNetwork): Int32Array {
  const counts = new Int32Array(rows.persons);
  for (let dyad = 0; dyad < rows.dyads; dyad++) {
    const upward = pairs.interactions[dyad * 2]!;
    const downward = pairs.interactions[dyad * 2 + 1]!;
    if (rows.social[dyad] || upward === 0) counts[rows.low[dyad]!]! += upward + downward;
    if (rows.social[dyad] || downward === 0) counts[rows.high[dyad]!]! += upward + downward;
  }
  return counts;
}
