import { hash } from 'node:crypto';

const SHARDS = 256;

/** A set of ids held as 64-bit digests; in shards, because one Set ends at 2^24 entries. */
export class IdSet {
  readonly #shards = Array.from({ length: SHARDS }, () => new Set<bigint>());

  static digest(id: string): bigint {
    return hash('sha256', id, 'buffer').readBigUInt64BE(0);
  }

  add(id: string): void {
    const digest = IdSet.digest(id);
    this.#shardOf(digest).add(digest);
  }

  has(digest: bigint): boolean {
    return this.#shardOf(digest).has(digest);
  }

  #shardOf(digest: bigint): Set<bigint> {
    return this.#shards[Number(digest % BigInt(SHARDS))]!;
  }
}
