import { describe, expect, it } from '@jest/globals';
import { Random } from '../../../src/society/random.js';

function draw(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.next());
}

describe('Random', () => {
  it('repeats itself for the same seed and salts, and for no others', () => {
    const first = draw(new Random(1, 'a', 2), 50);
    expect(draw(new Random(1, 'a', 2), 50)).toEqual(first);
    for (const other of [new Random(2, 'a', 2), new Random(1, 'b', 2), new Random(1, 'a', 3), new Random(1, 'a2')])
      expect(draw(other, 50)).not.toEqual(first);
  });

  it('is even: neighbouring streams and one stream alike', () => {
    const streams = Array.from({ length: 20_000 }, (_, i) => new Random(7, 'posts', i).next());
    for (const values of [streams, draw(new Random(7), 20_000)]) {
      const tenths = Array.from({ length: 10 }, (_, i) => values.filter((v) => Math.floor(v * 10) === i).length);
      for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
    }
  });

  it('draws below a limit, streaks up to a limit, and from a list', () => {
    const random = new Random(3);
    const values = Array.from({ length: 500 }, () => random.below(3));
    expect([...new Set(values)].sort()).toEqual([0, 1, 2]);
    expect(Math.max(...Array.from({ length: 500 }, () => random.streak(0.9, 4)))).toBe(4);
    expect(random.streak(0, 4)).toBe(0);
    expect(['x', 'y']).toContain(random.pick(['x', 'y']));
  });
});
