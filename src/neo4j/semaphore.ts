/** Lets so many pieces of work run at once; the others wait in the order in which they came. */
export class Semaphore {
  #free: number;
  readonly #waiting = new Set<{ readonly begin: () => void; readonly fail: (error: unknown) => void }>();

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((begin, fail) => this.#waiting.add({ begin, fail }));
    try {
      return await work();
    } finally {
      this.#pass();
    }
  }

  /** Whoever waits fails with this. */
  rejectWaiting(error: unknown): void {
    for (const { fail } of this.#waiting) fail(error);
    this.#waiting.clear();
  }

  #pass(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free++;
      return;
    }
    this.#waiting.delete(next);
    next.begin();
  }
}
