/*
 * Episodes of a dyad: its conversational acts cut where both fell silent for long, by their own rhythm.
 * Definition: gap threshold = 4 × the median gap between consecutive acts, at least 1 hour, at most 30 days; the answer window
 * while there are fewer than 4 gaps. An episode is a maximal sequence of acts with gaps at most that. Its depth is the number of
 * runs of one side; from depth 2 it is a dialogue; a dialogue after an earlier one is a revival.
 * Cost: O(n log n) in the acts of the dyad. Source: sessions cut at a multiple of the usual gap, as for turn taking in timeline.ts.
 */
import type { Channel, DialogueAct, Episode, Episodes } from '../domain/dialogue.js';
import { medianOf } from './median.js';

const HOUR = 3_600_000;
const LEAST_THRESHOLD = HOUR;
const MOST_THRESHOLD = 30 * 24 * HOUR;
const GAPS_FOR_RHYTHM = 4;
const MEDIAN_GAPS = 4;

/** Cuts the acts of a dyad, in canonical order, into episodes; window (the answer window) and threshold in milliseconds. Every act is in exactly one. */
export function findEpisodes(acts: readonly DialogueAct[], window: number): Episodes {
  const gapThreshold = gapThresholdOf(acts, window);
  const episodes: Episode[] = [];
  let seenDialogue = false;
  for (const part of cutAtGaps(acts, gapThreshold)) {
    const episode = describe(part, seenDialogue);
    seenDialogue ||= isDialogue(episode);
    episodes.push(episode);
  }
  return { gapThreshold, episodes };
}

/** Whether both spoke. */
export function isDialogue(episode: Episode): boolean {
  return episode.turns >= 2;
}

function gapThresholdOf(acts: readonly DialogueAct[], window: number): number {
  const gaps = acts.slice(1).map(({ at }, before) => at - acts[before]!.at);
  if (gaps.length < GAPS_FOR_RHYTHM) return window;
  return Math.min(MOST_THRESHOLD, Math.max(LEAST_THRESHOLD, MEDIAN_GAPS * medianOf(gaps)!));
}

function cutAtGaps(acts: readonly DialogueAct[], threshold: number): DialogueAct[][] {
  const parts: DialogueAct[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const act of acts) {
    if (act.at - last <= threshold) parts.at(-1)!.push(act);
    else parts.push([act]);
    last = act.at;
  }
  return parts;
}

function describe(acts: readonly DialogueAct[], afterDialogue: boolean): Episode {
  const first = acts[0]!;
  const last = acts.at(-1)!;
  const switches = acts.filter((act, i) => i > 0 && act.forward !== acts[i - 1]!.forward).length;
  const forwardActs = acts.filter((act) => act.forward).length;
  return {
    acts,
    opensForward: first.forward,
    closesForward: last.forward,
    firstAt: first.at,
    lastAt: last.at,
    turns: switches + 1,
    switches,
    forwardActs,
    balance: evenness(forwardActs, acts.length - forwardActs),
    revival: afterDialogue && switches > 0,
    channels: channelPath(acts),
  };
}

/** Entropy of two shares over log 2, [0, 1]: 1 when both are alike, 0 when one has all. Same either way round. */
function evenness(one: number, other: number): number {
  if (one === 0 || other === 0) return 0;
  if (one === other) return 1;
  const [small, large] = [Math.min(one, other), Math.max(one, other)].map((part) => part / (one + other));
  return -(small! * Math.log2(small!) + large! * Math.log2(large!));
}

function channelPath(acts: readonly DialogueAct[]): Channel[] {
  const path: Channel[] = [];
  for (const { kind, direct, platform } of acts) {
    const last = path.at(-1);
    const place = direct ? null : platform;
    if (last?.kind === kind && last.direct === direct && last.platform === place) continue;
    path.push({ kind, direct, platform: place });
  }
  return path;
}
