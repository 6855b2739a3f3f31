import { randomUUID } from 'node:crypto';
import type { NetworkScores } from '../domain/network-scores.js';
import type { ScoreInput } from '../domain/score-input.js';
import { MODEL_VERSION, type NetworkReciprocity, type RunOptions, type ScoreRun } from '../domain/score-run.js';
import { RapportError } from '../errors.js';
import type { Logger } from '../log.js';
import type { Ranking } from '../scoring/ranking.js';
import type { CapacityPercentiles } from '../scoring/relating/capacity.js';
import type { ScoreStore } from '../store/score-store.js';
import type { ScoreReading } from '../store/scores/score-reading.js';

const LEASE_MILLISECONDS = 15_000;

/** Rankings among those with enough data. */
export interface Ranks {
  readonly relational: Ranking;
  readonly broadcast: Ranking;
  readonly talkedAbout: Ranking;
}

/** What one scoring of a network gives besides what is stored of it. */
export interface ScoredNetwork {
  readonly scores: NetworkScores;
  readonly ranks: Ranks;
  readonly capacity: CapacityPercentiles;
  readonly reciprocity: NetworkReciprocity;
}

/** What is to be scored, and how. */
export interface ScoringTask {
  readonly input: ScoreInput;
  readonly options: RunOptions;
  readonly minInteractions: number;
  /** The shuffled null of these same interactions, when an earlier run has it. */
  readonly knownReciprocity: NetworkReciprocity | null;
}

/** Computes scores somewhere: in a worker thread, or right here in tests. */
export interface ScoreEngine {
  /** Rejects with the reason of the signal once that is aborted. */
  score(task: ScoringTask, signal: AbortSignal): Promise<ScoredNetwork>;
}

/** Something kept in the graph that a run brings up to date; without news it does nothing. */
export interface Summaries {
  /** May leave the rest undone once the signal is aborted. */
  summarise(signal: AbortSignal): Promise<void>;
}

export interface RefreshParts {
  readonly store: ScoreStore;
  readonly engine: ScoreEngine;
  readonly threads: Summaries;
  readonly precomputed: Summaries;
  readonly minInteractions: number;
  readonly log: Logger;
}

/** What a score run did. */
export interface RefreshOutcome {
  readonly run: ScoreRun;
  /** Null when nothing had to be written. */
  readonly written: {
    readonly people: number;
    readonly ties: number;
    readonly mutual: number;
    readonly outcomes: number;
  } | null;
  readonly unknownSeeds: readonly string[];
  readonly interactions: number;
  readonly people: number;
  /** Milliseconds of each part. */
  readonly milliseconds: { readonly read: number; readonly compute: number; readonly write: number };
}

/** Where a run is; told to whoever waits for it. */
export type RunStage = 'reading' | 'computing' | 'writing';

/** Scores the community: read up to the ledger's sequence, compute, write what differs, publish. One run at a time. */
export class RefreshScores {
  readonly #parts: RefreshParts;
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(parts: RefreshParts) {
    this.#parts = parts;
  }

  /** Throws RapportError RUN_IN_PROGRESS while another run is under way, BAD_USER_INPUT for impossible options, STOPPING when it is stopped before it publishes. */
  refresh(options: RunOptions, onStage: (stage: RunStage) => void = () => undefined): Promise<RefreshOutcome> {
    const run = this.#leased(options, onStage);
    this.#running = Promise.allSettled([this.#running, run]).then(() => undefined);
    return run;
  }

  /** Ends a run that has not begun to publish, lets one that has finish, and starts no other. Resolves when none is under way. */
  async stop(): Promise<void> {
    const message = 'The service is being stopped; what was asked for was not done. Ask again when it is back.';
    this.#stop.abort(new RapportError('STOPPING', message));
    await this.#running;
  }

  async #leased(options: RunOptions, onStage: (stage: RunStage) => void): Promise<RefreshOutcome> {
    this.#stop.signal.throwIfAborted();
    const { store, log } = this.#parts;
    const owner = randomUUID();
    if (!(await store.lease(owner, LEASE_MILLISECONDS))) {
      throw new RapportError(
        'RUN_IN_PROGRESS',
        'A score run is under way. Ask again when it has ended; its scores will be there then.',
      );
    }
    const renewal = setInterval(
      () =>
        store
          .renew(owner, LEASE_MILLISECONDS)
          .catch((err) => log.warn({ err }, 'the score lease could not be renewed')),
      LEASE_MILLISECONDS / 3,
    );
    try {
      return await this.#run(options, owner, onStage);
    } finally {
      clearInterval(renewal);
      await store
        .release(owner)
        .catch((err) => log.warn({ err }, 'the score lease could not be given back; it runs out by itself'));
    }
  }

  async #run(options: RunOptions, owner: string, onStage: (stage: RunStage) => void): Promise<RefreshOutcome> {
    const { store, engine, threads, minInteractions, log } = this.#parts;
    const started = performance.now();
    onStage('reading');
    const sequence = await store.sequence();
    const before = await store.published();
    const counted = ({ asOf, privateInteractions }: RunOptions) => ({ asOf, private: privateInteractions === 'count' });
    const reading = await store.read({ ...counted(options), sequence }, before && counted(before.options));
    const read = performance.now();
    this.#stop.signal.throwIfAborted();
    onStage('computing');
    const unchanged =
      before !== null &&
      before.sequence === sequence &&
      before.modelVersion === MODEL_VERSION &&
      sameOptions(before.options, options);
    const ahead = this.#precompute();
    try {
      const task = {
        input: reading.input,
        options,
        minInteractions,
        knownReciprocity: unchanged && samePairs(reading.input, before.asOf, options.asOf) ? before.reciprocity : null,
      };
      const scored = await engine.score(task, this.#stop.signal);
      this.#stop.signal.throwIfAborted();
      const computed = performance.now();
      onStage('writing');
      const written = await this.#publish(owner, reading, scored, options, sequence, before, !unchanged);
      await threads.summarise(this.#stop.signal);
      const run = (await store.published())!;
      const milliseconds = { read: read - started, compute: computed - read, write: performance.now() - computed };
      const outcome = {
        run,
        written,
        unknownSeeds: scored.scores.unknownSeeds,
        interactions: reading.input.interactions.length,
        people: reading.input.ids.length,
        milliseconds,
      };
      log.info(
        { run: run.number, people: outcome.people, interactions: outcome.interactions, written, milliseconds },
        'scored',
      );
      return outcome;
    } finally {
      await ahead;
    }
  }

  /** Goes on beside the scoring; that it fails stops nothing. */
  async #precompute(): Promise<void> {
    const { precomputed, log } = this.#parts;
    try {
      await precomputed.summarise(this.#stop.signal);
    } catch (err) {
      log.warn({ err }, 'not everything was precomputed: busy people are computed when asked for');
    }
  }

  async #publish(
    owner: string,
    reading: ScoreReading,
    scored: ScoredNetwork,
    options: RunOptions,
    sequence: number,
    before: ScoreRun | null,
    force: boolean,
  ) {
    const written = await this.#parts.store.publish(
      {
        idx: reading.idx,
        kinds: reading.input.kinds,
        written: reading.written,
        scores: scored.scores,
        interactionIds: reading.interactionIds,
        leftOut: reading.leftOut,
        ranks: scored.ranks,
        capacity: scored.capacity,
        eligible: scored.ranks.relational.size,
        options,
        sequence,
        reciprocity: scored.reciprocity,
        force,
        first: before === null && !reading.torn,
      },
      owner,
    );
    return force || written.people + written.ties + written.mutual + written.outcomes > 0 ? written : null;
  }
}

/** Whether the interactions up to two instants are the same; `input` holds those up to the second. */
function samePairs({ interactions }: ScoreInput, before: number, asOf: number): boolean {
  return asOf >= before && interactions.at.subarray(0, interactions.length).every((at) => at <= before);
}

/** Whether two runs would be computed alike; the instant alone makes no difference when no number does. */
function sameOptions(a: RunOptions, b: RunOptions): boolean {
  const key = ({ asOf: _asOf, ...rest }: RunOptions) =>
    JSON.stringify(Object.entries(rest).sort(([x], [y]) => (x < y ? -1 : 1)));
  return key(a) === key(b);
}
