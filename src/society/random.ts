/*
 * Seeded random numbers: the same seed and salts give the same sequence everywhere.
 * Definition: Mulberry32 (Tommy Ettinger, public domain, 2017), a 32-bit counter through a mixing function, period 2^32. Streams of one
 * seed are parted by hashing the salts into the start (FNV-1a, then the 32-bit finaliser of MurmurHash3). Not for secrets.
 */

/** One stream of numbers. */
export class Random {
  #state: number;

  /** A stream of its own for every seed and list of salts. */
  constructor(seed: number, ...salts: readonly (string | number)[]) {
    this.#state = mix(fnv1a(`${seed}/${salts.join('/')}`));
  }

  /** In [0, 1), a multiple of 2^-32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** How often in a row something of this chance comes true, at most `most` times. */
  streak(chance: number, most: number): number {
    let count = 0;
    while (count < most && this.next() < chance) count++;
    return count;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
