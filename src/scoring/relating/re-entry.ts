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
  const people = new Map<number, Spoken>();
  /** Messages up to each instant of the thread. */
  const upTo: number[] = [];
  for (const [place, message] of written.entries()) {
    if (place === 0 || at[message] !== at[written[place - 1]!]) upTo.push(place);
    const instant = upTo.length - 1;
    upTo[instant] = place + 1;
    const person = author[message]!;
    if (person >= 0) speak(people, person, instant);
  }
  for (const [person, { first, last, atFirst, atLast, messages }] of people) {
    counts.threads[person]!++;
    const own = messages - atFirst - atLast;
    if (last > first && upTo[last - 1]! - upTo[first]! > own) counts.returned[person]!++;
  }
}

/** First and last instant at which somebody wrote, how many messages at each, and in all. */
interface Spoken {
  readonly first: number;
  last: number;
  atFirst: number;
  atLast: number;
  messages: number;
}

function speak(people: Map<number, Spoken>, person: number, instant: number): void {
  const spoken = people.get(person);
  if (spoken === undefined) {
    people.set(person, { first: instant, last: instant, atFirst: 1, atLast: 1, messages: 1 });
    return;
  }
  if (spoken.last !== instant) Object.assign(spoken, { last: instant, atLast: 0 });
  spoken.messages++;
  spoken.atLast++;
  if (spoken.first === instant) spoken.atFirst++;
}
