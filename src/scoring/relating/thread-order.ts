import { type MessageColumns, NO_MESSAGE } from '../../domain/score-input.js';

/** Messages in depth-first order: what lies below message m is order[first[m] + 1] … order[last[m] - 1]. A message in or below a ring of parents has first = -1. */
export interface ThreadOrder {
  readonly order: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Messages that answer none, in order. */
  readonly roots: Int32Array;
}

/** Orders messages by thread. O(M), without recursion. */
export function orderThreads({ length, parent }: MessageColumns): ThreadOrder {
  const { offsets, children } = groupChildren(length, parent);
  const order = new Int32Array(length);
  const first = new Int32Array(length).fill(-1);
  const last = new Int32Array(length).fill(-1);
  const roots = Int32Array.from(parent.keys()).filter((message) => parent[message] === NO_MESSAGE);
  const next = offsets.slice(0, length);
  let place = 0;
  for (const root of roots) {
    let message = root;
    first[root] = place;
    order[place++] = root;
    while (message !== NO_MESSAGE) {
      if (next[message]! < offsets[message + 1]!) {
        message = children[next[message]!++]!;
        first[message] = place;
        order[place++] = message;
      } else {
        last[message] = place;
        message = parent[message]!;
      }
    }
  }
  return { order: order.subarray(0, place), first, last, roots };
}

function groupChildren(length: number, parent: Int32Array) {
  const offsets = new Int32Array(length + 1);
  for (const above of parent) if (above !== NO_MESSAGE) offsets[above + 1]!++;
  for (let message = 0; message < length; message++) offsets[message + 1]! += offsets[message]!;
  const children = new Int32Array(offsets[length]!);
  const next = offsets.slice();
  for (let message = 0; message < length; message++) {
    if (parent[message] !== NO_MESSAGE) children[next[parent[message]!]!++] = message;
  }
  return { offsets, children };
}
