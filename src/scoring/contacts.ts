import type { OrderedInteractions } from './canonical-order.js';

/** Who has anything to do with whom, as compressed sparse rows; alters of a person in ascending rank. */
export interface Contacts {
  /** Entries of person p are offsets[p] … offsets[p+1]-1. */
  readonly offsets: Int32Array;
  readonly alters: Int32Array;
  /** Slot of person→alter in the pair statistics; slot ^ 1 is alter→person. */
  readonly slots: Int32Array;
}

/** Lists every dyad under both of its persons. O(D + N); ascending because dyads come ordered. */
export function listContacts(rows: OrderedInteractions): Contacts {
  const offsets = new Int32Array(rows.persons + 1);
  for (let dyad = 0; dyad < rows.dyads; dyad++) {
    offsets[rows.low[dyad]! + 1]!++;
    offsets[rows.high[dyad]! + 1]!++;
  }
  for (let person = 0; person < rows.persons; person++) offsets[person + 1]! += offsets[person]!;
  const next = offsets.slice();
  const alters = new Int32Array(rows.dyads * 2);
  const slots = new Int32Array(rows.dyads * 2);
  for (let slot = 0; slot < rows.dyads * 2; slot++) {
    const dyad = slot >> 1;
    const person = slot & 1 ? rows.high[dyad]! : rows.low[dyad]!;
    const entry = next[person]!++;
    alters[entry] = slot & 1 ? rows.low[dyad]! : rows.high[dyad]!;
    slots[entry] = slot;
  }
  return { offsets, alters, slots };
}
