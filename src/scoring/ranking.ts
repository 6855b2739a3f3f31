/**
 * Ranking of scores among those with enough data.
 * Percentile: mid-rank, 100·(below + equal/2)/n, so equal values share one. Cost O(n log n).
 */
export interface Ranking {
  /** 1 for the highest; equal values follow the order of ids. 0 for those left out. */
  readonly position: Int32Array;
  /** (0, 100); NaN for those left out. */
  readonly percentile: Float64Array;
  readonly size: number;
}

/** `order` breaks ties: the lower number first. */
export function rankScores(values: Float64Array, eligible: Uint8Array, order: Int32Array): Ranking {
  const ranked = new Int32Array(eligible.reduce((sum, flag) => sum + flag, 0));
  let size = 0;
  for (let i = 0; i < values.length; i++) if (eligible[i]) ranked[size++] = i;
  ranked.sort((a, b) => values[b]! - values[a]! || order[a]! - order[b]!);
  const position = new Int32Array(values.length);
  const percentile = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && values[ranked[to]!] === values[ranked[from]!]) to++;
    const share = (100 * (size - to + (to - from) / 2)) / size;
    for (let place = from; place < to; place++) {
      position[ranked[place]!] = place + 1;
      percentile[ranked[place]!] = share;
    }
    from = to;
  }
  return { position, percentile, size };
}
