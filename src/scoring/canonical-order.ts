/*
 * Canonical order of interactions: by dyad, time, actor id, kind name.
 * Definition: persons are numbered by the code points of their ids and kinds by name; rows that agree in all four are alike.
 * So the same set of interactions in any order, with any numbering of persons, gives the same sums to the last bit.
 * Cost: O(E + N) for the dyads (two counting sorts), O(k log k) inside a dyad of k interactions.
 */
import type { ScoreInput } from '../domain/score-input.js';
import type { ForwardDecay } from './forward-decay.js';
import type { PersonOrder } from './person-order.js';

/** Scored interactions in canonical order; persons are ranks. Rows of dyad d are offsets[d] … offsets[d+1]-1. */
export interface OrderedInteractions {
  readonly persons: number;
  readonly dyads: number;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly offsets: Int32Array;
  /** By dyad: 1 between two persons, 0 between a person and an organisation (the person's acts only). */
  readonly social: Uint8Array;
  /** By row: 0 when the lower-ranked person acted, 1 when the higher one did. */
  readonly side: Uint8Array;
  readonly kind: Uint8Array;
  readonly at: Float64Array;
  readonly day: Int32Array;
  /** By row: its position in the input. */
  readonly source: Int32Array;
}

const INSERTION_LIMIT = 24;

/**
 * Orders what counts: up to asOf, by a person, towards another person or an organisation.
 * Throws RangeError for a row that names a person outside the input.
 */
export function orderInteractions(input: ScoreInput, order: PersonOrder, decay: ForwardDecay): OrderedInteractions {
  const { length } = input.interactions;
  const low = new Int32Array(length);
  const high = new Int32Array(length);
  const selected = selectRows(input, order, decay.asOf, low, high);
  const persons = input.ids.length;
  const rows = countingSort(countingSort(selected, high, persons), low, persons);
  const starts = findDyads(rows, low, high);
  sortInsideDyads(rows, starts, input, order);
  return gather(rows, starts, { input, order, decay, low, high });
}

function selectRows(
  input: ScoreInput,
  order: PersonOrder,
  asOf: number,
  low: Int32Array,
  high: Int32Array,
): Int32Array {
  const { actor, target, at, length } = input.interactions;
  const rows = new Int32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) {
    const from = order.rankOf[actor[row]!];
    const to = order.rankOf[target[row]!];
    if (from === undefined || to === undefined)
      throw new RangeError(`interaction ${row} names a person outside the input`);
    if (from === to || !(at[row]! <= asOf)) continue;
    if (input.kinds[actor[row]!] !== 'person' || input.kinds[target[row]!] === 'bot') continue;
    low[row] = Math.min(from, to);
    high[row] = Math.max(from, to);
    rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function countingSort(rows: Int32Array, key: Int32Array, buckets: number): Int32Array {
  const next = new Int32Array(buckets + 1);
  for (const row of rows) next[key[row]! + 1]!++;
  for (let bucket = 0; bucket < buckets; bucket++) next[bucket + 1]! += next[bucket]!;
  const sorted = new Int32Array(rows.length);
  for (const row of rows) sorted[next[key[row]!]!++] = row;
  return sorted;
}

function findDyads(rows: Int32Array, low: Int32Array, high: Int32Array): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const fresh = i === 0 || low[rows[i]!] !== low[rows[i - 1]!] || high[rows[i]!] !== high[rows[i - 1]!];
    if (fresh) starts[count++] = i;
  }
  starts[count] = rows.length;
  return starts.slice(0, count + 1);
}

function sortInsideDyads(rows: Int32Array, starts: Int32Array, input: ScoreInput, order: PersonOrder): void {
  const { actor, kind, at } = input.interactions;
  const compare = (a: number, b: number): number =>
    at[a]! - at[b]! || order.rankOf[actor[a]!]! - order.rankOf[actor[b]!]! || kind[a]! - kind[b]!;
  for (let dyad = 0; dyad + 1 < starts.length; dyad++) {
    const start = starts[dyad]!;
    const end = starts[dyad + 1]!;
    if (end - start > INSERTION_LIMIT) rows.subarray(start, end).sort(compare);
    else insertionSort(rows, start, end, compare);
  }
}

function insertionSort(rows: Int32Array, start: number, end: number, compare: (a: number, b: number) => number): void {
  for (let i = start + 1; i < end; i++) {
    const row = rows[i]!;
    let hole = i;
    while (hole > start && compare(rows[hole - 1]!, row) > 0) {
      rows[hole] = rows[hole - 1]!;
      hole--;
    }
    rows[hole] = row;
  }
}

interface Source {
  readonly input: ScoreInput;
  readonly order: PersonOrder;
  readonly decay: ForwardDecay;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

function gather(rows: Int32Array, offsets: Int32Array, source: Source): OrderedInteractions {
  const { input, decay } = source;
  const firstRows = offsets.subarray(0, -1).map((start) => rows[start]!);
  const low = firstRows.map((row) => source.low[row]!);
  const high = firstRows.map((row) => source.high[row]!);
  const at = pick(input.interactions.at, rows, new Float64Array(rows.length));
  const day = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) day[i] = decay.dayOf(at[i]!);
  return {
    persons: input.ids.length,
    dyads: firstRows.length,
    low,
    high,
    offsets,
    social: markSocial(low, high, source),
    side: markSides(rows, source),
    kind: pick(input.interactions.kind, rows, new Uint8Array(rows.length)),
    at,
    day,
    source: rows,
  };
}

function markSides(rows: Int32Array, { input, order, high }: Source): Uint8Array {
  const { actor } = input.interactions;
  const side = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) side[i] = Number(order.rankOf[actor[rows[i]!]!]! === high[rows[i]!]);
  return side;
}

function markSocial(low: Int32Array, high: Int32Array, { input, order }: Source): Uint8Array {
  const social = new Uint8Array(low.length);
  const isPerson = (rank: number): boolean => input.kinds[order.positionOf[rank]!] === 'person';
  for (let dyad = 0; dyad < low.length; dyad++) social[dyad] = Number(isPerson(low[dyad]!) && isPerson(high[dyad]!));
  return social;
}

function pick<T extends Float64Array | Uint8Array>(column: T, rows: Int32Array, picked: T): T {
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]!]!;
  return picked;
}
