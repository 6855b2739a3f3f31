import { describe, expect, it } from '@jest/globals';
import { countTiesAmongAlters, effectiveSize, efficiencies } from '../../../src/scoring/effective-size.js';
import { mutualNetwork } from './mutual-fixture.js';

function clique(persons: number): [number, number, number][] {
  const everybody = Array.from({ length: persons }, (_, i) => i);
  return everybody.flatMap((one) => everybody.slice(one + 1).map((other): [number, number, number] => [one, other, 1]));
}

describe('effective size', () => {
  it('is 1 in a closed clique of any size and n in a star', () => {
    for (const persons of [2, 3, 5, 12]) {
      const ties = countTiesAmongAlters(mutualNetwork(persons, clique(persons)));
      for (const t of ties) expect(effectiveSize(persons - 1, t)).toBeCloseTo(1, 12);
    }
    expect(effectiveSize(7, 0)).toBe(7);
    expect(effectiveSize(0, 0)).toBe(0);
  });

  it('counts ties among alters: two triangles that share one person', () => {
    const bow = mutualNetwork(6, [
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 1],
      [0, 3, 1],
      [0, 4, 1],
      [3, 4, 1],
    ]);
    expect([...countTiesAmongAlters(bow)]).toEqual([2, 1, 1, 1, 1, 0]);
    expect(efficiencies(bow)[0]).toBeCloseTo((4 - (2 * 2) / 4) / 4, 12);
    expect(efficiencies(bow)[5]).toBe(0);
  });
});
