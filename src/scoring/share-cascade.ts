/*
 * Amplification by shares: how far others spread what somebody made.
 * Definition: M_u = Σ over shares s below u's objects of τ_s ½^(depth(s)-1) δ_s. A share of a share counts for both authors,
 * for the one further up at half the weight. Organisations and bots spread for nobody; sharing one's own counts for nothing.
 * Cost: O(S log S + S · depth), cycles cut, depth up to 64 (2^-63 of a share). Source: model.md 2.4.
 */
import type { PersonKind } from '../domain/person-kind.js';
import type { ShareRow } from '../domain/score-input.js';
import type { ForwardDecay } from './forward-decay.js';
import { compareCodePoints, type PersonOrder } from './person-order.js';

const MAX_DEPTH = 64;

/** Who the sharers are; trust is by rank, kinds by input position. */
export interface SharePeople {
  readonly order: PersonOrder;
  readonly kinds: readonly PersonKind[];
  readonly trust: Float64Array;
}

/** Amplification M by rank; ≥ 0, 0 for bots. */
export function amplify(shares: readonly ShareRow[], people: SharePeople, decay: ForwardDecay): Float64Array {
  const { order, kinds, trust } = people;
  const rows = orderShares(shares, order, decay.asOf);
  const byMessage = groupByMessage(rows);
  const amplification = new Float64Array(trust.length);
  for (const row of rows) {
    if (kinds[row.actor] !== 'person') continue;
    let weight = trust[order.rankOf[row.actor]!]! * decay.weight(decay.dayOf(row.at));
    for (const generation of cascadeAbove(row, byMessage)) {
      for (const { target } of generation) {
        if (target !== row.actor && kinds[target] !== 'bot') amplification[order.rankOf[target]!]! += weight;
      }
      weight /= 2;
    }
  }
  return amplification;
}

/** The share itself, then the shares it passes on, then those above them, one generation at a time. */
function* cascadeAbove(row: ShareRow, byMessage: ReadonlyMap<string, ShareRow[]>): Generator<ShareRow[]> {
  const seen = new Set([row]);
  let generation = [row];
  for (let depth = 1; depth <= MAX_DEPTH && generation.length > 0; depth++) {
    yield generation;
    const above: ShareRow[] = [];
    for (const { object } of generation) {
      for (const parent of (object !== null && byMessage.get(object)) || []) {
        if (seen.has(parent)) continue;
        seen.add(parent);
        above.push(parent);
      }
    }
    generation = above;
  }
}

function orderShares(shares: readonly ShareRow[], order: PersonOrder, asOf: number): ShareRow[] {
  const rank = (position: number): number => order.rankOf[position]!;
  return shares
    .filter((row) => row.at <= asOf && row.actor !== row.target)
    .sort(
      (a, b) =>
        a.at - b.at ||
        rank(a.actor) - rank(b.actor) ||
        rank(a.target) - rank(b.target) ||
        compareCodePoints(a.message, b.message) ||
        compareCodePoints(a.object ?? '', b.object ?? ''),
    );
}

function groupByMessage(rows: readonly ShareRow[]): Map<string, ShareRow[]> {
  const groups = new Map<string, ShareRow[]>();
  for (const row of rows) {
    const group = groups.get(row.message);
    if (group) group.push(row);
    else groups.set(row.message, [row]);
  }
  return groups;
}
