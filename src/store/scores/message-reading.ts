import { type MessageColumns, NO_MESSAGE } from '../../domain/score-input.js';
import { NO_TIME } from '../../domain/time.js';
import { GrowingColumn } from './growing-column.js';

const UNKNOWN_AUTHOR = -1;

/** Numbers messages by id as they are first named, and collects what is known of them, in any order. */
export class MessageReading {
  readonly #numbers = new Map<string, number>();
  readonly #parent = new GrowingColumn((size) => new Int32Array(size));
  readonly #author = new GrowingColumn((size) => new Int32Array(size));
  readonly #at = new GrowingColumn((size) => new Float64Array(size));

  /** Number of the message of this id; NO_MESSAGE for the empty id. */
  numberOf(id: string): number {
    if (id === '') return NO_MESSAGE;
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(id, number);
      this.#parent.push(NO_MESSAGE);
      this.#author.push(UNKNOWN_AUTHOR);
      this.#at.push(Number.NaN);
    }
    return number;
  }

  /** Takes in one message, at NO_TIME where nobody knows when; `author` is the author's number in the graph. */
  add(id: string, parent: string, at: number, author = UNKNOWN_AUTHOR): void {
    const number = this.numberOf(id);
    this.#parent.set(number, this.numberOf(parent));
    this.#author.set(number, author);
    this.#at.set(number, at === NO_TIME ? Number.NaN : at);
  }

  /** Positions of people are by their number in the graph. */
  finish(positions: Int32Array): MessageColumns {
    return {
      length: this.#numbers.size,
      parent: this.#parent.values,
      author: this.#author.values.map((author) =>
        author === UNKNOWN_AUTHOR ? author : (positions[author] ?? UNKNOWN_AUTHOR),
      ),
      at: this.#at.values,
    };
  }
}
