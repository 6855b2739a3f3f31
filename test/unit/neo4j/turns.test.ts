import { describe, expect, it } from '@jest/globals';
import { Turns } from '../../../src/neo4j/turns.js';

/** Work that is under way until it is told to end. */
function pieces(turns: Turns, count: number) {
  const begun: number[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const outcomes = Array.from({ length: count }, (_, piece) =>
    turns
      .take(() => {
        begun.push(piece);
        return new Promise<string>((done, fail) => {
          ends[piece] = (error) => (error ? fail(error) : done(`done ${piece}`));
        });
      })
      .catch((error: Error) => error.message),
  );
  return { begun, ends, outcomes };
}

const settle = () => new Promise((done) => setImmediate(done));

describe('turns', () => {
  it('are taken by so many at once, and passed on in the order of coming, also by work that fails', async () => {
    const { begun, ends, outcomes } = pieces(new Turns(2), 5);
    await settle();
    expect(begun).toEqual([0, 1]);
    ends[1]!(new Error('broken'));
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    ends[0]!();
    ends[2]!();
    await settle();
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    ends[3]!();
    ends[4]!();
    expect(await Promise.all(outcomes)).toEqual(['done 0', 'broken', 'done 2', 'done 3', 'done 4']);
  });

  it('are free again after all have ended', async () => {
    const turns = new Turns(1);
    for (let round = 0; round < 3; round++) expect(await turns.take(async () => round)).toBe(round);
  });

  it('end for whoever waits, and only for them, when told so', async () => {
    const turns = new Turns(1);
    const { begun, ends, outcomes } = pieces(turns, 3);
    await settle();
    turns.fail(new Error('away'));
    ends[0]!();
    expect(await Promise.all(outcomes)).toEqual(['done 0', 'away', 'away']);
    expect(begun).toEqual([0]);
    expect(await turns.take(async () => 'next')).toBe('next');
  });
});
