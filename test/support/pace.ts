/** Lets somebody else take a number of steps, and waits until they have been taken. */
export class Pace {
  #allowed = 0;
  #taken = 0;
  #ended = false;
  #waiting: (() => void)[] = [];

  /** Every step may be taken at any time. */
  static free(): Pace {
    const pace = new Pace();
    pace.open();
    return pace;
  }

  /** One step of the paced side, as soon as it is let. */
  async step<T>(work: () => Promise<T>): Promise<T> {
    await this.#until(() => this.#taken < this.#allowed);
    try {
      return await work();
    } finally {
      this.#taken++;
      this.#wake();
    }
  }

  /** Resolves when so many more steps have been taken; throws when the paced side ends before. */
  async let(steps: number): Promise<void> {
    const until = this.#taken + steps;
    this.#allowed = until;
    this.#wake();
    await this.#until(() => this.#taken >= until || this.#ended);
    if (this.#taken < until) throw new Error(`the paced side ended after ${this.#taken} steps, not ${until}`);
  }

  /** From now on every step may be taken at any time. */
  open(): void {
    this.#allowed = Number.POSITIVE_INFINITY;
    this.#wake();
  }

  /** The paced side takes no more steps. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
