/** A column of numbers that grows as it is filled. */
export class GrowingColumn<T extends Int32Array | Float64Array | Uint8Array> {
  #values: T;
  #length = 0;
  readonly #create: (size: number) => T;

  constructor(create: (size: number) => T) {
    this.#create = create;
    this.#values = create(1_024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wide = this.#create(this.#length * 2);
      wide.set(this.#values);
      this.#values = wide;
    }
    this.#values[this.#length++] = value;
  }

  set(place: number, value: number): void {
    this.#values[place] = value;
  }

  /** What was pushed. */
  get values(): T {
    return this.#values.slice(0, this.#length) as T;
  }
}
