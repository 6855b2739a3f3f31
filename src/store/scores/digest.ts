/** 53-bit digest of numbers by their exact bits; equal numbers in equal order give equal digests, 0 is never given. */
export class Digest {
  #low = 0x811c9dc5;
  #high = 0x01000193;
  readonly #double = new Float64Array(1);
  readonly #words = new Uint32Array(this.#double.buffer);

  add(value: number): void {
    this.#double[0] = value;
    this.#mix(this.#words[0]!);
    this.#mix(this.#words[1]!);
  }

  get value(): number {
    return (this.#high >>> 11) * 2 ** 32 + (this.#low >>> 0) || 1;
  }

  #mix(word: number): void {
    this.#low = Math.imul(this.#low ^ word, 0x85ebca6b);
    this.#low ^= this.#low >>> 13;
    this.#high = Math.imul(this.#high ^ this.#low ^ word, 0xc2b2ae35);
    this.#high ^= this.#high >>> 16;
  }
}
