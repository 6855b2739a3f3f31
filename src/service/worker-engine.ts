import { Worker } from 'node:worker_threads';
import type { InteractionKind, KindRegistry } from '../domain/interaction-kind.js';
import type { InteractionColumns } from '../domain/score-input.js';
import { BadInputError } from '../errors.js';
import type { ScoredNetwork, ScoreEngine, ScoringTask } from './refresh-scores.js';

/** What the worker is sent. */
export interface ScoringRequest {
  readonly task: ScoringTask;
  readonly kinds: readonly InteractionKind[];
}

/** Scores in a worker thread of its own, so that the event loop stays free for queries. `entry` is the compiled scoring-worker. */
export class WorkerScoreEngine implements ScoreEngine {
  readonly #entry: URL;
  readonly #kinds: KindRegistry;

  constructor(entry: URL, kinds: KindRegistry) {
    this.#entry = entry;
    this.#kinds = kinds;
  }

  /** Takes over the columns of the task. Throws BadInputError for impossible options, and the reason of the signal. */
  score(task: ScoringTask, signal: AbortSignal): Promise<ScoredNetwork> {
    const { length, actor, target, kind, at, object, message, ground } = task.input.interactions;
    const columns = { actor, target, kind, at, object, message, ground };
    const interactions = { length, ...columns } as InteractionColumns;
    const request: ScoringRequest = {
      task: { ...task, input: { ...task.input, interactions } },
      kinds: this.#kinds.kinds,
    };
    const { parent, author, at: written } = task.input.messages;
    const sent = [...Object.values(columns), parent, author, written];
    const transferList = sent.map((column) => column.buffer as ArrayBuffer);
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.#entry, { workerData: request, transferList });
      const stop = (): void => {
        reject(signal.reason);
        void worker.terminate();
      };
      signal.addEventListener('abort', stop, { once: true });
      worker.once('message', resolve);
      worker.once('error', (error) =>
        reject(error.name === 'RangeError' ? new BadInputError('options', error.message) : error),
      );
      worker.once('exit', (code) => {
        signal.removeEventListener('abort', stop);
        reject(new Error(`the scoring worker ended with ${code}`));
      });
    });
  }
}
