import type { Episode, EpisodeOrder } from './dialogue.js';
import { type Page, pageOf } from './page.js';

/** A page of episodes (given in order of time) after the one whose key is `after`. */
export function pageOfEpisodes(
  episodes: readonly Episode[],
  order: EpisodeOrder,
  { first, after }: { first: number; after: string | null },
): Page<Episode> {
  const sorted = episodes.toSorted((x, y) => compare(placeOf(x, order), placeOf(y, order)));
  const rest = after === null ? sorted : sorted.filter((one) => compare(placeOf(one, order), readPlace(after)) > 0);
  return pageOf(rest.slice(0, first + 1), first, episodes.length, (one) => placeOf(one, order).join(' '));
}

type Place = readonly [rank: number, at: number];

/** Ascending place in the list; no two episodes begin at once. */
function placeOf({ firstAt, turns }: Episode, order: EpisodeOrder): Place {
  return [order === 'deepest' ? -turns : 0, order === 'oldest' ? firstAt : -firstAt];
}

function readPlace(key: string): Place {
  const [rank, at] = key.split(' ').map(Number) as [number, number];
  return [rank, at];
}

function compare(x: Place, y: Place): number {
  return x[0] - y[0] || x[1] - y[1];
}
