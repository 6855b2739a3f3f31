import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Episode } from '../../../src/domain/dialogue.js';
import { findEpisodes, isDialogue } from '../../../src/scoring/dialogue-episodes.js';
import { act, anyActs, DAY, HOUR, MINUTE, row, shifted, swapped, WINDOW } from './dialogue-acts.js';

const episodesOf = (...parts: Parameters<typeof findEpisodes>) => findEpisodes(...parts).episodes;
const only = (acts: Parameters<typeof findEpisodes>[0]): Episode => {
  const episodes = episodesOf(acts, WINDOW);
  expect(episodes).toHaveLength(1);
  return episodes[0]!;
};

describe('findEpisodes', () => {
  it('gives three alternating turns depth 3 and a monologue of three depth 1', () => {
    expect(only(row('aba', HOUR))).toMatchObject({ turns: 3, switches: 2, opensForward: true, closesForward: true });
    expect(only(row('aaa', HOUR))).toMatchObject({ turns: 1, switches: 0, forwardActs: 3, balance: 0 });
  });

  it('counts runs of one side, not acts, and tells opener, closer and duration', () => {
    expect(only(row('bbaab', HOUR, DAY))).toMatchObject({
      turns: 3,
      forwardActs: 2,
      opensForward: false,
      closesForward: false,
      firstAt: DAY,
      lastAt: DAY + 4 * HOUR,
      revival: false,
    });
  });

  it('balances by the entropy of the shares of acts', () => {
    expect(only(row('abab', HOUR)).balance).toBe(1);
    expect(only(row('aaab', HOUR)).balance).toBeCloseTo(0.25 * 2 + 0.75 * Math.log2(4 / 3), 12);
  });

  it('takes four median gaps for the threshold, within 1 hour and 30 days', () => {
    const gapped = (...gaps: number[]) =>
      findEpisodes(
        [0, ...gaps].map((_, i) =>
          act(
            'a',
            gaps.slice(0, i).reduce((sum, gap) => sum + gap, 0),
          ),
        ),
        WINDOW,
      ).gapThreshold;
    expect(gapped(HOUR, 2 * HOUR, 3 * HOUR, 400 * DAY)).toBe(10 * HOUR);
    expect(gapped(MINUTE, MINUTE, MINUTE, MINUTE)).toBe(HOUR);
    expect(gapped(20 * DAY, 20 * DAY, 20 * DAY, 20 * DAY, 20 * DAY)).toBe(30 * DAY);
  });

  it('takes the answer window for the threshold below 4 gaps', () => {
    expect(findEpisodes(row('abab', MINUTE), WINDOW).gapThreshold).toBe(WINDOW);
    expect(findEpisodes([], WINDOW)).toEqual({ gapThreshold: WINDOW, episodes: [] });
    expect(episodesOf([act('a', 0), act('b', WINDOW)], WINDOW)).toHaveLength(1);
    expect(episodesOf([act('a', 0), act('b', WINDOW + 1)], WINDOW)).toHaveLength(2);
  });

  it('keeps a silence of exactly the threshold inside an episode, and no longer one', () => {
    const start = row('abab', 10 * MINUTE);
    const last = start.at(-1)!.at;
    const episodes = episodesOf([...start, act('a', last + HOUR), act('b', last + 2 * HOUR + 1)], WINDOW);
    expect(episodes.map(({ acts }) => acts.length)).toEqual([5, 1]);
  });

  it('calls a dialogue after an earlier one a revival, and no monologue', () => {
    const acts = [
      ...row('aa', HOUR),
      ...row('ab', HOUR, 10 * DAY),
      ...row('aaa', HOUR, 20 * DAY),
      ...row('ba', HOUR, 30 * DAY),
    ];
    const episodes = episodesOf(acts, WINDOW);
    expect(episodes.map(isDialogue)).toEqual([false, true, false, true]);
    expect(episodes.map(({ revival }) => revival)).toEqual([false, false, false, true]);
  });

  it('follows the channels from a public comment to private, without repetitions', () => {
    const acts = [
      act('a', 0, { kind: 'comment' }),
      act('b', 1, { kind: 'comment' }),
      act('a', 2, { kind: 'comment', platform: 'u' }),
      act('b', 3, { kind: 'dm', direct: true, platform: 'u' }),
      act('a', 4, { kind: 'dm', direct: true, platform: 'v' }),
      act('b', 5, { kind: 'comment' }),
    ];
    expect(only(acts).channels).toEqual([
      { kind: 'comment', direct: false, platform: 't' },
      { kind: 'comment', direct: false, platform: 'u' },
      { kind: 'dm', direct: true, platform: null },
      { kind: 'comment', direct: false, platform: 't' },
    ]);
  });

  it('puts every act into exactly one episode, cut exactly at the silences above the threshold', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const { gapThreshold, episodes } = findEpisodes(acts, WINDOW);
        expect(episodes.flatMap((episode) => episode.acts)).toEqual(acts);
        const cuts = episodes.slice(1).map(({ firstAt }, i) => firstAt - episodes[i]!.lastAt);
        expect(cuts.every((gap) => gap > gapThreshold)).toBe(true);
        const inside = episodes.flatMap(({ acts: own }) => own.slice(1).map(({ at }, i) => at - own[i]!.at));
        expect(inside.every((gap) => gap <= gapThreshold)).toBe(true);
      }),
    );
  });

  it('adds up: turns, switches, sides, balance', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        for (const { acts: own, turns, switches, forwardActs, balance, opensForward, closesForward } of episodesOf(
          acts,
          WINDOW,
        )) {
          expect(turns).toBe(switches + 1);
          expect(turns).toBeLessThanOrEqual(own.length);
          expect(opensForward === closesForward).toBe(turns % 2 === 1);
          expect(balance > 0).toBe(forwardActs > 0 && forwardActs < own.length);
          expect(balance).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('changes only the labels when a and b are swapped', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const mirrored = episodesOf(acts, WINDOW).map((episode) => ({
          ...episode,
          acts: swapped(episode.acts),
          opensForward: !episode.opensForward,
          closesForward: !episode.closesForward,
          forwardActs: episode.acts.length - episode.forwardActs,
        }));
        expect(episodesOf(swapped(acts), WINDOW)).toEqual(mirrored);
      }),
    );
  });

  it('only moves when all times move', () => {
    fc.assert(
      fc.property(anyActs, fc.integer({ min: -30_000, max: 30_000 }), (acts, days) => {
        const moved = findEpisodes(shifted(acts, days * DAY), WINDOW);
        const { gapThreshold, episodes } = findEpisodes(acts, WINDOW);
        expect(moved.gapThreshold).toBe(gapThreshold);
        expect(moved.episodes).toEqual(
          episodes.map((episode) => ({
            ...episode,
            acts: shifted(episode.acts, days * DAY),
            firstAt: episode.firstAt + days * DAY,
            lastAt: episode.lastAt + days * DAY,
          })),
        );
      }),
    );
  });
});
