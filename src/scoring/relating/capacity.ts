/*
 * Capacity-adjusted relating: a value compared with that of people who carry a similar load.
 * Definition: percentile (mid-rank) among the 101 nearest in load, the person included; persons of equal load in the order of ids.
 * (0, 100); NaN where the value is. Cost: O(N log N + 101 N).
 */
import { responseRate } from '../../domain/invitation-rates.js';
import { INVITATION_STATES, type InvitationCounts } from '../../domain/relating.js';

const TO_EACH_SIDE = 50;

/** Percentiles among people of similar load, by person; NaN where the value is undefined. */
export interface CapacityPercentiles {
  readonly relational: Float64Array;
  readonly responseRate: Float64Array;
}

/** Compares everybody's relational score and response rate with those of people who receive about as many invitations. */
export function compareCapacities(
  relational: Float64Array,
  invitations: readonly Int32Array[],
  eligible: Uint8Array,
  order: Int32Array,
): CapacityPercentiles {
  const load = new Int32Array(relational.length);
  for (const column of invitations)
    for (let person = 0; person < load.length; person++) load[person]! += column[person]!;
  const countsOf = (person: number) =>
    Object.fromEntries(
      INVITATION_STATES.map((state, place) => [state, invitations[place]![person]!]),
    ) as InvitationCounts;
  const rates = relational.map((_, person) => responseRate(countsOf(person)) ?? Number.NaN);
  return {
    relational: percentileAmongPeers(relational, load, eligible, order),
    responseRate: percentileAmongPeers(rates, load, eligible, order),
  };
}

/** `order` decides among equal loads, the lower number first. Persons whose `eligible` is 0 get NaN and are nobody's peers. */
export function percentileAmongPeers(
  values: Float64Array,
  load: Int32Array,
  eligible: Uint8Array,
  order: Int32Array,
): Float64Array {
  const people = Int32Array.from(values.keys()).filter((person) => eligible[person] && !Number.isNaN(values[person]!));
  people.sort((a, b) => load[a]! - load[b]! || order[a]! - order[b]!);
  const percentile = new Float64Array(values.length).fill(Number.NaN);
  for (let place = 0; place < people.length; place++) {
    const window = Math.min(people.length, 2 * TO_EACH_SIDE + 1);
    const from = Math.max(0, Math.min(place - TO_EACH_SIDE, people.length - window));
    percentile[people[place]!] = midRank(values, people.subarray(from, from + window), values[people[place]!]!);
  }
  return percentile;
}

function midRank(values: Float64Array, peers: Int32Array, value: number): number {
  let below = 0;
  let equal = 0;
  for (const peer of peers) {
    if (values[peer]! < value) below++;
    else if (values[peer] === value) equal++;
  }
  return (100 * (below + equal / 2)) / peers.length;
}
