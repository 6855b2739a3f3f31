/*
 * Re-entry: of the threads somebody wrote in, those they came back to after somebody else had spoken.
 * Definition: somebody returned to a thread when they wrote there at two instants and somebody else at one between; only threads of at
 * least two messages count, and only messages of known time. Cost: O(M log M). Source: Backstrom, Kleinberg, Lee, Danescu-Niculescu-Mizil, WSDM 2013.
 */
import type { MessageColumns } from '../../domain/score-input.js';
import type { ThreadOrder } from './thread-order.js';

/** Threads by participant, by position in the people list. */
export interface ReEntryCounts {
  readonly threads: Int32Array;
  readonly returned: Int32Array;
}

/** Counts threads and returns. `persons` is the length of the people list. */
export function countReEntries(messages: MessageColumns, threads: ThreadOrder, persons: number): ReEntryCounts {
  const counts = { threads: new Int32Array(persons), returned: new Int32Array(persons) };
  for (const root of threads.roots) {
    const from = threads.first[root]!;
    const to = threads.last[root]!;
    const written = threads.order.slice(from, to).filter((message) => !Number.isNaN(messages.at[message]!));
    if (written.length > 1) countThread(written, messages, counts);
  }
  return counts;
}

function countThread(written: Int32Array, { author, at }: MessageColumns, counts: ReEntryCounts): void {
  written.sort((a, b) => at[a]! - at[b]!);
  const lastInstant = new Map<number, number>();
  const returned = new Set<number>();
  let instant = 0;
  for (const [place, message] of written.entries()) {
    if (place > 0 && at[message] !== at[written[place - 1]!]) instant++;
    const person = author[message]!;
    if (person < 0) continue;
    const before = lastInstant.get(person);
    if (before === undefined) counts.threads[person]!++;
    else if (before < instant - 1 && !returned.has(person)) {
      returned.add(person);
      counts.returned[person]!++;
    }
    lastInstant.set(person, instant);
  }
}
