import { PAIR_STATISTICS, type TieColumns } from '../domain/network-scores.js';
import type { Contacts } from './contacts.js';
import { type PairStatisticColumns, type StatisticColumns, valuesAt } from './pair-statistics.js';
import type { PersonOrder } from './person-order.js';

/**
 * Lays out every ordered pair that acted, by id of the actor, then of the alter; persons are input positions.
 * `present` turns stored sums into values.
 */
export function listTies(
  contacts: Contacts,
  pairs: PairStatisticColumns,
  strengths: Float64Array,
  order: PersonOrder,
  present: number,
): TieColumns {
  const { slots, from, to } = listActingPairs(contacts, pairs.interactions, order);
  const landmarked = pick(pairs.landmarked, slots);
  return {
    length: slots.length,
    from,
    to,
    interactions: slots.map((slot) => pairs.interactions[slot]!),
    statistics: valuesAt(landmarked, present),
    landmarked,
    strength: pickColumn(
      strengths,
      slots.map((slot) => slot >> 1),
    ),
  };
}

type ActingPairs = Readonly<Record<'slots' | 'from' | 'to', Int32Array>>;

function listActingPairs(contacts: Contacts, interactions: Int32Array, order: PersonOrder): ActingPairs {
  const size = contacts.slots.length;
  const [slots, from, to] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  let length = 0;
  for (let person = 0; person + 1 < contacts.offsets.length; person++) {
    for (let entry = contacts.offsets[person]!; entry < contacts.offsets[person + 1]!; entry++) {
      const slot = contacts.slots[entry]!;
      if (interactions[slot] === 0) continue;
      slots[length] = slot;
      from[length] = order.positionOf[person]!;
      to[length++] = order.positionOf[contacts.alters[entry]!]!;
    }
  }
  return { slots: slots.slice(0, length), from: from.slice(0, length), to: to.slice(0, length) };
}

function pick(columns: StatisticColumns, slots: Int32Array): StatisticColumns {
  const picked = PAIR_STATISTICS.map((name) => [name, pickColumn(columns[name], slots)]);
  return Object.fromEntries(picked) as StatisticColumns;
}

function pickColumn(column: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]!]!;
  return picked;
}
