import type { ScoreInput } from '../../domain/score-input.js';
import type { OrderedInteractions } from '../canonical-order.js';
import type { KindTable } from '../kind-table.js';

/** Scored interactions with what they were about, and which of them are about a message. Persons are ranks. */
export interface ActIndex {
  readonly rows: OrderedInteractions;
  readonly kinds: KindTable;
  /** By row. */
  readonly actor: Int32Array;
  readonly target: Int32Array;
  /** Message acted upon and message made; NO_MESSAGE for none. */
  readonly object: Int32Array;
  readonly message: Int32Array;
  /** Position in GROUNDS. */
  readonly ground: Uint8Array;
  /** Rows between two persons that act on message m, and did not make it, are about[offsets[m]] … about[offsets[m+1]-1], earliest first. */
  readonly offsets: Int32Array;
  readonly about: Int32Array;
}

/** Lays out what each interaction was about. O(E log E) in all. */
export function indexActs(input: ScoreInput, rows: OrderedInteractions, kinds: KindTable): ActIndex {
  const { source } = rows;
  const object = source.map((row) => input.interactions.object[row]!);
  const message = source.map((row) => input.interactions.message[row]!);
  const ground = Uint8Array.from(source, (row) => input.interactions.ground[row]!);
  const actor = new Int32Array(source.length);
  const target = new Int32Array(source.length);
  const social = new Uint8Array(source.length);
  for (let dyad = 0; dyad < rows.dyads; dyad++) {
    for (let row = rows.offsets[dyad]!; row < rows.offsets[dyad + 1]!; row++) {
      actor[row] = rows.side[row] ? rows.high[dyad]! : rows.low[dyad]!;
      target[row] = rows.side[row] ? rows.low[dyad]! : rows.high[dyad]!;
      social[row] = rows.social[dyad]!;
    }
  }
  const counts = (row: number): boolean => social[row] === 1 && object[row]! >= 0 && object[row] !== message[row];
  const { offsets, about } = groupByObject(object, counts, rows.at);
  return { rows, kinds, actor, target, object, message, ground, offsets, about };
}

function groupByObject(object: Int32Array, counts: (row: number) => boolean, at: Float64Array) {
  let most = -1;
  for (const message of object) most = Math.max(most, message);
  const offsets = new Int32Array(most + 2);
  for (let row = 0; row < object.length; row++) if (counts(row)) offsets[object[row]! + 1]!++;
  for (let message = 0; message <= most; message++) offsets[message + 1]! += offsets[message]!;
  const about = new Int32Array(offsets[most + 1]!);
  const next = offsets.slice();
  for (let row = 0; row < object.length; row++) if (counts(row)) about[next[object[row]!]!++] = row;
  for (let message = 0; message <= most; message++) {
    if (offsets[message + 1]! - offsets[message]! < 2) continue;
    about.subarray(offsets[message], offsets[message + 1]).sort((a, b) => at[a]! - at[b]! || a - b);
  }
  return { offsets, about };
}

/** Rows about a message, earliest first. */
export function actsAbout({ offsets, about }: ActIndex, message: number): Int32Array {
  if (message < 0 || message + 1 >= offsets.length) return about.subarray(0, 0);
  return about.subarray(offsets[message], offsets[message + 1]);
}

/** Runs through the rows of dyads between two persons. */
export function* socialDyads(rows: OrderedInteractions): Iterable<readonly [from: number, to: number]> {
  for (let dyad = 0; dyad < rows.dyads; dyad++) {
    if (rows.social[dyad]) yield [rows.offsets[dyad]!, rows.offsets[dyad + 1]!];
  }
}
