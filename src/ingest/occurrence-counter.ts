const FIRST_SLOTS = 1 << 10;

/** Counts how often a 64-bit digest was seen. Open addressing in typed arrays: about 20 bytes a distinct digest, no upper limit on them. */
export class OccurrenceCounter {
  #high = new Int32Array(FIRST_SLOTS);
  #low = new Int32Array(FIRST_SLOTS);
  #count = new Uint32Array(FIRST_SLOTS);
  #distinct = 0;

  /** Number of times this digest has now been seen, from 1. Both halves are signed 32-bit integers. */
  next(high: number, low: number): number {
    if (this.#distinct * 4 > this.#count.length * 3) this.#grow();
    const slot = this.#slotOf(high, low);
    if (this.#count[slot] === 0) this.#claim(slot, high, low);
    this.#count[slot]!++;
    return this.#count[slot]!;
  }

  #slotOf(high: number, low: number): number {
    const mask = this.#count.length - 1;
    let slot = low & mask;
    while (this.#count[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) & mask;
    return slot;
  }

  #claim(slot: number, high: number, low: number): void {
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#distinct++;
  }

  #grow(): void {
    const [high, low, count] = [this.#high, this.#low, this.#count];
    this.#high = new Int32Array(count.length * 2);
    this.#low = new Int32Array(count.length * 2);
    this.#count = new Uint32Array(count.length * 2);
    this.#distinct = 0;
    for (let i = 0; i < count.length; i++) {
      if (count[i] === 0) continue;
      const slot = this.#slotOf(high[i]!, low[i]!);
      this.#claim(slot, high[i]!, low[i]!);
      this.#count[slot] = count[i]!;
    }
  }
}
