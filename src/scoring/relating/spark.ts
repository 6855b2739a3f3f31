/*
 * Spark: how much conversation followed under somebody's comments, against what the same owners' content usually gets.
 * Definition: d = messages by other persons below a comment, at any depth and at a known time; expected of owner o, leaving the commenter out, is
 * (Σ d over the others' comments on o + 5μ) / (their number + 5), μ the mean d over all comments. Spark = Σ d / Σ expected.
 * Cost: O(M log M). Shrinkage towards the community's mean: model.md 1.10.
 */
import type { MessageColumns } from '../../domain/score-input.js';
import type { ActIndex } from './act-index.js';
import type { ThreadOrder } from './thread-order.js';

const PRIOR_COMMENTS = 5;

/** Followers of comments and what was to be expected, by commenter; persons are ranks. */
export interface SparkSums {
  readonly followed: Float64Array;
  readonly expected: Float64Array;
}

/** Sums what followed under comments, which `landing` marks; `below` is by message. */
export function sumSparks(acts: ActIndex, landing: Uint8Array, below: Int32Array): SparkSums {
  const { rows, target, message } = acts;
  const slots = { followed: new Float64Array(rows.dyads * 2), comments: new Int32Array(rows.dyads * 2) };
  const owners = { followed: new Float64Array(rows.persons), comments: new Int32Array(rows.persons) };
  let followed = 0;
  let comments = 0;
  for (let dyad = 0; dyad < rows.dyads; dyad++) {
    for (let row = rows.offsets[dyad]!; row < rows.offsets[dyad + 1]!; row++) {
      if (!landing[row]) continue;
      const d = below[message[row]!] ?? 0;
      const slot = dyad * 2 + rows.side[row]!;
      slots.followed[slot]! += d;
      slots.comments[slot]!++;
      owners.followed[target[row]!]! += d;
      owners.comments[target[row]!]!++;
      followed += d;
      comments++;
    }
  }
  const mean = comments === 0 ? 0 : followed / comments;
  const sums = { followed: new Float64Array(rows.persons), expected: new Float64Array(rows.persons) };
  for (let slot = 0; slot < slots.comments.length; slot++) {
    if (slots.comments[slot] === 0) continue;
    const [person, owner] = endsOf(rows, slot);
    const others = owners.comments[owner]! - slots.comments[slot]!;
    const usual = (owners.followed[owner]! - slots.followed[slot]! + PRIOR_COMMENTS * mean) / (others + PRIOR_COMMENTS);
    sums.followed[person]! += slots.followed[slot]!;
    sums.expected[person]! += slots.comments[slot]! * usual;
  }
  return sums;
}

function endsOf({ low, high }: ActIndex['rows'], slot: number): readonly [from: number, to: number] {
  const dyad = slot >> 1;
  return slot & 1 ? [high[dyad]!, low[dyad]!] : [low[dyad]!, high[dyad]!];
}

/** By message: how many messages below it, at any depth, are by persons other than its author, unknown times left out. `isPerson` is by position in the people list. */
export function countBelow(messages: MessageColumns, threads: ThreadOrder, isPerson: Uint8Array): Int32Array {
  const { order, first, last } = threads;
  const spoken = (place: number): number => {
    const message = order[place]!;
    const author = messages.author[message]!;
    return author >= 0 && isPerson[author] && !Number.isNaN(messages.at[message]!) ? author : -1;
  };
  const before = new Int32Array(order.length + 1);
  for (let place = 0; place < order.length; place++) before[place + 1] = before[place]! + Number(spoken(place) >= 0);
  const own = placesByAuthor(order.length, isPerson.length, spoken);
  const below = new Int32Array(messages.length);
  for (let message = 0; message < messages.length; message++) {
    if (first[message]! < 0) continue;
    const from = first[message]! + 1;
    const to = last[message]!;
    if (to <= from) continue;
    const author = messages.author[message]!;
    const said = author >= 0 && isPerson[author] ? own.countBetween(author, from, to) : 0;
    below[message] = before[to]! - before[from]! - said;
  }
  return below;
}

function placesByAuthor(length: number, authors: number, authorAt: (place: number) => number) {
  const offsets = new Int32Array(authors + 1);
  for (let place = 0; place < length; place++) if (authorAt(place) >= 0) offsets[authorAt(place) + 1]!++;
  for (let author = 0; author < authors; author++) offsets[author + 1]! += offsets[author]!;
  const places = new Int32Array(offsets[authors]!);
  const next = offsets.slice();
  for (let place = 0; place < length; place++) {
    const author = authorAt(place);
    if (author >= 0) places[next[author]!++] = place;
  }
  const firstAtLeast = (author: number, place: number): number => {
    let low = offsets[author]!;
    let high = offsets[author + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    countBetween: (author: number, from: number, to: number): number =>
      firstAtLeast(author, to) - firstAtLeast(author, from),
  };
}
