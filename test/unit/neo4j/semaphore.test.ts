import { describe, expect, it } from '@jest/globals';
import { Semaphore } from '../../../src/neo4j/semaphore.js';

/** Work that is under way until it is told to end. */
function pieces(semaphore: Semaphore, count: number) {
  const begun: number[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const outcomes = Array.from({ length: count }, (_, piece) =>
    semaphore
      .run(() => {
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

describe('a semaphore', () => {
  it('lets so many run at once, and the next in the order of coming, also after work that failed', async () => {
    const { begun, ends, outcomes } = pieces(new Semaphore(2), 5);
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

  it('is free again after all have ended', async () => {
    const semaphore = new Semaphore(1);
    for (let round = 0; round < 3; round++) expect(await semaphore.run(async () => round)).toBe(round);
  });

  it('rejects whoever waits, and only them, when told so', async () => {
    const semaphore = new Semaphore(1);
    const { begun, ends, outcomes } = pieces(semaphore, 3);
    await settle();
    semaphore.rejectWaiting(new Error('away'));
    ends[0]!();
    expect(await Promise.all(outcomes)).toEqual(['done 0', 'away', 'away']);
    expect(begun).toEqual([0]);
    expect(await semaphore.run(async () => 'next')).toBe('next');
  });
});
