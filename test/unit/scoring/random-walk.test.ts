import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MutualNetwork } from '../../../src/scoring/mutual-network.js';
import { walkWithRestart } from '../../../src/scoring/random-walk.js';
import { mutualNetwork } from './mutual-fixture.js';

describe('walkWithRestart', () => {
  it('gives 5/9 and 4/9 on one tie with the restart at one end', () => {
    const [home, away] = walkWithRestart(mutualNetwork(2, [[0, 1, 3]]), Float64Array.of(1, 0));
    expect(home).toBeCloseTo(5 / 9, 12);
    expect(away).toBeCloseTo(4 / 9, 12);
  });

  it('gives the hub of a star of three 13/27 and each leaf 14/81 with a uniform restart over four', () => {
    const star = mutualNetwork(4, [
      [0, 1, 1],
      [0, 2, 1],
      [0, 3, 1],
    ]);
    const [hub, ...leaves] = walkWithRestart(star, new Float64Array(4).fill(0.25));
    const expected = (0.05 + 0.8 * 1) / 1.8;
    expect(hub).toBeCloseTo(expected, 12);
    for (const leaf of leaves) expect(leaf).toBeCloseTo((1 - expected) / 3, 12);
  });

  it('sends the mass of somebody without a tie back to the restart', () => {
    const visits = walkWithRestart(mutualNetwork(3, [[0, 1, 1]]), Float64Array.of(0.5, 0, 0.5));
    expect([...visits].reduce((sum, visit) => sum + visit)).toBeCloseTo(1, 12);
    const slow = slowWalk(mutualNetwork(3, [[0, 1, 1]]), Float64Array.of(0.5, 0, 0.5));
    visits.forEach((visit, person) => {
      expect(visit).toBeCloseTo(slow[person]!, 12);
    });
  });

  it('never reaches a component without restart', () => {
    const visits = walkWithRestart(
      mutualNetwork(4, [
        [0, 1, 1],
        [2, 3, 9],
      ]),
      Float64Array.of(1, 0, 0, 0),
    );
    expect([visits[2], visits[3]]).toEqual([0, 0]);
  });

  it('agrees with four hundred plain steps of the walk on random networks', () => {
    const tie = fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.double({ min: 0.01, max: 4, noNaN: true }),
    );
    const ties = fc
      .uniqueArray(tie, {
        maxLength: 25,
        selector: ([one, other]) => `${Math.min(one, other)} ${Math.max(one, other)}`,
      })
      .map((rows) => rows.filter(([one, other]) => one !== other));
    const seeds = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 10 });
    const check = fc.property(ties, seeds, (rows, restartAt) => {
      const network = mutualNetwork(10, rows);
      const restart = new Float64Array(10).map((_, person) => (restartAt.includes(person) ? 1 / restartAt.length : 0));
      const slow = slowWalk(network, restart);
      const fast = walkWithRestart(network, restart);
      expect(Math.max(...fast.map((visit, person) => Math.abs(visit - slow[person]!)))).toBeLessThan(1e-12);
    });
    fc.assert(check, { numRuns: 200 });
  });
});

function slowWalk({ persons, offsets, alters, strengths, totals }: MutualNetwork, restart: Float64Array): Float64Array {
  let visits = restart;
  for (let step = 0; step < 400; step++) {
    const next = restart.map((probability) => 0.2 * probability);
    for (let from = 0; from < persons; from++) {
      const dangling = totals[from] === 0 ? visits[from]! : 0;
      for (let to = 0; to < persons; to++) next[to]! += 0.8 * dangling * restart[to]!;
      for (let tie = offsets[from]!; tie < offsets[from + 1]!; tie++) {
        next[alters[tie]!]! += (0.8 * visits[from]! * strengths[tie]!) / totals[from]!;
      }
    }
    visits = next;
  }
  return visits;
}
