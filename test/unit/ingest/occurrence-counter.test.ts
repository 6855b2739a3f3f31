import { describe, expect, it } from '@jest/globals';
import { OccurrenceCounter } from '../../../src/ingest/occurrence-counter.js';

describe('OccurrenceCounter', () => {
  it('counts as a plain map does, through growth and crowded slots', () => {
    const counter = new OccurrenceCounter();
    const plain = new Map<string, number>();
    for (let i = 0; i < 20_000; i++) {
      const [high, low] = [((i * 7_919) % 97) - 48, (((i * 104_729) % 911) - 455) << 12];
      const key = `${high},${low}`;
      plain.set(key, (plain.get(key) ?? 0) + 1);
      expect(counter.next(high, low)).toBe(plain.get(key));
    }
    expect(plain.size).toBeGreaterThan(5_000);
  });

  it('takes all-zero and extreme digests for digests', () => {
    const counter = new OccurrenceCounter();
    for (const half of [0, -1, 2 ** 31 - 1, -(2 ** 31)])
      expect([counter.next(half, half), counter.next(half, half)]).toEqual([1, 2]);
  });
});
