/*
 * Turn taking in a dyad: runs of acts and the runs that answer them.
 * Definition: consecutive conversational acts of one person, each at most W after the one before, are a run; the next run,
 * if it is the other person's and begins at most W after the run ended, answers it. A run is closed once it is answered or
 * W has passed since its last act; latency runs from the last act of a run to the first act of its answer.
 * Cost: O(E) on ordered interactions. Source: model.md 1.2, 2.2; response times as in Kooti et al., WWW 2015.
 */
import type { OrderedInteractions } from './canonical-order.js';
import type { KindTable } from './kind-table.js';

/** Runs of all dyads in order; runs of dyad d are offsets[d] … offsets[d+1]-1. */
export interface RunColumns {
  readonly offsets: Int32Array;
  /** 0 when the lower-ranked person spoke, 1 when the higher one did. */
  readonly side: Uint8Array;
  readonly firstAt: Float64Array;
  readonly lastAt: Float64Array;
  /** UTC day of the first act. */
  readonly firstDay: Int32Array;
  /** 1 when the run answers the run before it. */
  readonly answers: Uint8Array;
  /** By interaction: 1 when it belongs to an answering run. */
  readonly inAnswer: Uint8Array;
}

/** Finds the runs and answers of every dyad. `window` is W in the unit of the instants; exactly W still counts. */
export function findRuns(rows: OrderedInteractions, kinds: KindTable, window: number): RunColumns {
  const builder = new RunBuilder(rows, window);
  for (let dyad = 0; dyad < rows.dyads; dyad++) {
    builder.startDyad(dyad);
    for (let row = rows.offsets[dyad]!; row < rows.offsets[dyad + 1]!; row++) {
      if (kinds.conversational[rows.kind[row]!]) builder.add(row);
    }
  }
  return builder.finish();
}

/** Whether the next run of the dyad answers this one. */
export function isAnswered(runs: RunColumns, run: number, dyad: number): boolean {
  return run + 1 < runs.offsets[dyad + 1]! && runs.answers[run + 1] === 1;
}

class RunBuilder {
  readonly #rows: OrderedInteractions;
  readonly #window: number;
  readonly #offsets: Int32Array;
  readonly #side: Uint8Array;
  readonly #firstAt: Float64Array;
  readonly #lastAt: Float64Array;
  readonly #firstDay: Int32Array;
  readonly #answers: Uint8Array;
  readonly #inAnswer: Uint8Array;
  #count = 0;
  #dyadStart = 0;

  constructor(rows: OrderedInteractions, window: number) {
    const size = rows.at.length;
    this.#rows = rows;
    this.#window = window;
    this.#offsets = new Int32Array(rows.dyads + 1);
    this.#side = new Uint8Array(size);
    this.#firstAt = new Float64Array(size);
    this.#lastAt = new Float64Array(size);
    this.#firstDay = new Int32Array(size);
    this.#answers = new Uint8Array(size);
    this.#inAnswer = new Uint8Array(size);
  }

  startDyad(dyad: number): void {
    this.#offsets[dyad] = this.#count;
    this.#dyadStart = this.#count;
  }

  add(row: number): void {
    const at = this.#rows.at[row]!;
    const last = this.#count - 1;
    const inTime = this.#count > this.#dyadStart && at - this.#lastAt[last]! <= this.#window;
    const sameSpeaker = inTime && this.#side[last] === this.#rows.side[row];
    if (sameSpeaker) this.#lastAt[last] = at;
    else this.#begin(row, Number(inTime));
    this.#inAnswer[row] = this.#answers[this.#count - 1]!;
  }

  #begin(row: number, answers: number): void {
    const run = this.#count++;
    this.#side[run] = this.#rows.side[row]!;
    this.#firstAt[run] = this.#rows.at[row]!;
    this.#lastAt[run] = this.#rows.at[row]!;
    this.#firstDay[run] = this.#rows.day[row]!;
    this.#answers[run] = answers;
  }

  finish(): RunColumns {
    this.#offsets[this.#rows.dyads] = this.#count;
    return {
      offsets: this.#offsets,
      side: this.#side.subarray(0, this.#count),
      firstAt: this.#firstAt.subarray(0, this.#count),
      lastAt: this.#lastAt.subarray(0, this.#count),
      firstDay: this.#firstDay.subarray(0, this.#count),
      answers: this.#answers.subarray(0, this.#count),
      inAnswer: this.#inAnswer,
    };
  }
}
