// Interleaved rounds, medians, ratios.

/** Median of numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs every candidate once per round, in turn, and returns the milliseconds of each. */
export async function interleave(rounds, candidates) {
  const times = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(candidates)) times[name].push(await run(round));
  }
  return times;
}

/** Milliseconds of one call. */
export async function time(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Prints a ratio of medians beside its limit. */
export function printRatio(what, above, below, limit) {
  const ratio = median(above) / median(below);
  const kept =
    limit === undefined
      ? ''
      : `   limit ${limit.max === undefined ? `≥ ${limit.min}` : `≤ ${limit.max}`}: ${(limit.max === undefined ? ratio >= limit.min : ratio <= limit.max) ? 'kept' : 'MISSED'}`;
  console.log(`  ${what.padEnd(64)} ${ratio.toFixed(2).padStart(8)}${kept}`);
  return ratio;
}
