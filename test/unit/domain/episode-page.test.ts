import { describe, expect, it } from '@jest/globals';
import { EPISODE_ORDERS, type Episode, type EpisodeOrder } from '../../../src/domain/dialogue.js';
import { pageOfEpisodes } from '../../../src/domain/episode-page.js';

/** Only what decides the place: when it began, and how deep it was. */
const EPISODES = [
  { firstAt: -5, turns: 2 },
  { firstAt: 10, turns: 4 },
  { firstAt: 20, turns: 1 },
  { firstAt: 30, turns: 2 },
] as Episode[];

function walk(order: EpisodeOrder, first: number): number[] {
  const seen: number[] = [];
  for (let after: string | null = null; ; ) {
    const page = pageOfEpisodes(EPISODES, order, { first, after });
    expect(page.totalCount).toBe(EPISODES.length);
    seen.push(...page.items.map(({ node }) => node.firstAt));
    if (!page.hasNextPage) return seen;
    after = page.items.at(-1)!.key;
  }
}

describe('pageOfEpisodes', () => {
  it('lists the newest, the oldest or the deepest first, of equally deep ones the newest', () => {
    expect(EPISODE_ORDERS.map((order) => walk(order, 10))).toEqual([
      [30, 20, 10, -5],
      [-5, 10, 20, 30],
      [10, 30, -5, 20],
    ]);
  });

  it('lists the same by pages of any size', () => {
    for (const order of EPISODE_ORDERS)
      for (const first of [1, 2, 3]) expect(walk(order, first)).toEqual(walk(order, 10));
  });
});
