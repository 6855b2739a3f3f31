import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packThreads } from '../../../../src/store/conversation/summarise-threads.js';

const threads = (...work: number[]) => work.map((amount, i) => ({ id: `t${i}`, work: amount }));

describe('packing threads into transactions', () => {
  it('fills a batch up to its work and begins another one beyond it', () => {
    expect(packThreads(threads(4, 6, 1, 9, 2), 10, 10)).toEqual([['t0', 't1'], ['t2', 't3'], ['t4']]);
  });

  it('gives a thread with more than the work of a batch a batch of its own', () => {
    expect(packThreads(threads(1, 50, 1), 10, 10)).toEqual([['t0'], ['t1'], ['t2']]);
  });

  it('takes at most so many threads however small they are', () => {
    expect(packThreads(threads(0, 0, 0), 2, 10)).toEqual([['t0', 't1'], ['t2']]);
  });

  it('makes no batch of nothing', () => {
    expect(packThreads([], 2, 10)).toEqual([]);
  });

  it('keeps every thread once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), (work) => {
        const all = threads(...work);
        expect(packThreads(all, 3, 20).flat()).toEqual(all.map(({ id }) => id));
      }),
    );
  });
});
