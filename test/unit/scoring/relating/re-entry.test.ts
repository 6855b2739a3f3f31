import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MessageColumns, NO_MESSAGE } from '../../../../src/domain/score-input.js';
import { countReEntries } from '../../../../src/scoring/relating/re-entry.js';
import { orderThreads } from '../../../../src/scoring/relating/thread-order.js';

const PERSONS = 4;
interface Written {
  readonly author: number;
  readonly at: number;
}

/** One thread: the first message is its root, the others answer it. */
function counted(thread: readonly Written[]) {
  const messages: MessageColumns = {
    length: thread.length,
    parent: Int32Array.from(thread, (_, place) => (place === 0 ? NO_MESSAGE : 0)),
    author: Int32Array.from(thread, ({ author }) => author),
    at: Float64Array.from(thread, ({ at }) => at),
  };
  const { threads, returned } = countReEntries(messages, orderThreads(messages), PERSONS);
  return Array.from({ length: PERSONS }, (_, person) => [threads[person], returned[person]]);
}

/** By the definition, over all triples. */
function defined(thread: readonly Written[]) {
  const timed = thread.filter(({ at }) => !Number.isNaN(at));
  return Array.from({ length: PERSONS }, (_, person) => {
    const own = timed.filter(({ author }) => author === person).map(({ at }) => at);
    const others = timed.filter(({ author }) => author !== person).map(({ at }) => at);
    const returned = own.some((a) => own.some((b) => others.some((c) => a < c && c < b)));
    return timed.length < 2 ? [0, 0] : [Number(own.length > 0), Number(returned)];
  });
}

describe('re-entry', () => {
  it('sees a return behind an own message at the instant of the other', () => {
    const [d, o, b] = [0, 1, 2];
    const thread = [
      { author: o, at: 1 },
      { author: d, at: 1 },
      { author: b, at: 4 },
      { author: d, at: 4 },
      { author: d, at: 6 },
    ];
    expect(counted(thread)[d]).toEqual([1, 1]);
  });

  it('is what its definition says, with equal instants, unknown times and deleted authors', () => {
    const written = fc.record({
      author: fc.integer({ min: -1, max: PERSONS - 1 }),
      at: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.constant(Number.NaN)),
    });
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 9 }), (thread) => {
        expect(counted(thread)).toEqual(defined(thread));
      }),
      { numRuns: 2_000 },
    );
  });
});
