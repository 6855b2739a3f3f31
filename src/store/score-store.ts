import type { KindRegistry } from '../domain/interaction-kind.js';
import type { ShareRow } from '../domain/score-input.js';
import type { NetworkReciprocity, RunOptions, ScoreRun } from '../domain/score-run.js';
import { instant, integer, nullable, text } from '../neo4j/columns.js';
import type { Database, Runner } from '../neo4j/database.js';
import { asFlag, asInteger, asList, asText, type Encoder } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { leaseRun, readLedger, releaseRun, renewRun } from './ledger-store.js';
import { PUBLISH_LIMITS, type PublishedCounts, type PublishLimits, publishScores } from './scores/publish-scores.js';
import type { PublishedNumbers } from './scores/published-numbers.js';
import { GROUND_CODES, OUTCOME_CODES, ReadingBuilder, type ScoreReading } from './scores/score-reading.js';

const asCodes: Encoder<ReadonlyMap<string, number>> = (codes) =>
  Object.fromEntries([...codes].map(([name, code]) => [name, code]));
const upTo = { sequence: asInteger, asOf: asInteger, private: asFlag };
const raw = { expects: 'a list', decode: (value: unknown) => value as readonly unknown[] };

const interactionsByPerson = bindQuery(
  'scores/interactions-by-person',
  READ,
  { ...upTo, codes: asCodes, grounds: asCodes, outcomes: asCodes },
  {
    ...{ idx: integer, id: text, kind: text },
    ...{ scores_digest: integer, ties_digest: integer, mutual_digest: integer, relating_digest: integer },
    ...{ targets: raw, kinds: raw, times: raw, grounds: raw, objects: raw, messages: raw, ids: raw, outcomes: raw },
  },
);
const messagesByPerson = bindQuery('scores/messages-by-person', READ, upTo, {
  ...{ idx: integer, ids: raw, parents: raw, times: raw },
});
const messagesWithoutAuthor = bindQuery('scores/messages-without-author', READ, upTo, {
  ...{ id: text, parent: text, at: instant },
});
const sharesQuery = bindQuery(
  'scores/shares',
  READ,
  { ...upTo, kinds: asList(asText), actors: asList(asInteger) },
  { message: text, object: nullable(text), actor: integer, target: integer, at: instant },
);
const publishedRun = bindQuery(
  'scores/published-run',
  READ,
  {},
  {
    number: integer,
    computed_at: instant,
    as_of: instant,
    sequence: integer,
    options: text,
    eligible: integer,
    trust_mode: text,
    landmark: integer,
    network: text,
    model_version: text,
    ledger_sequence: integer,
  },
);

const lastOptions = bindQuery('scores/last-options', READ, {}, { options: text });
const outcomesLeftOut = bindQuery('scores/outcomes-left-out', READ, { asOf: asInteger, private: asFlag }, { id: text });

/** Which interactions a run counts, as far as its options say. */
export interface Counted {
  readonly asOf: number;
  readonly private: boolean;
}

/** Which interactions count. */
export interface ReadingLimits extends Counted {
  readonly sequence: number;
}

/** Reads what scoring needs and publishes what it found. */
export interface ScoreStore {
  sequence(): Promise<number>;
  /** True when this owner may score for so long; false while somebody else does. */
  lease(owner: string, milliseconds: number): Promise<boolean>;
  /** Makes the lease last so long from now, unless somebody else has taken it since: then `publish` will say so. */
  renew(owner: string, milliseconds: number): Promise<void>;
  release(owner: string): Promise<void>;
  /** `before` is what the last run counted; null when there was none. */
  read(limits: ReadingLimits, before?: Counted | null): Promise<ScoreReading>;
  /** The published run, or null before the first and while one is written in pieces. */
  published(): Promise<ScoreRun | null>;
  /** Options of the last run that was published, or null before the first. */
  lastOptions(): Promise<RunOptions | null>;
  /** Writes what differs and publishes the run of who has the lease. Returns how many of each were written. Throws RUN_IN_PROGRESS when the lease is lost. */
  publish(numbers: PublishedNumbers, owner: string): Promise<PublishedCounts>;
}

/** Scores in Neo4j. */
export class Neo4jScoreStore implements ScoreStore {
  readonly #database: Database;
  readonly #kinds: KindRegistry;
  readonly #limits: PublishLimits;

  constructor(database: Database, kinds: KindRegistry, limits: PublishLimits = PUBLISH_LIMITS) {
    this.#database = database;
    this.#kinds = kinds;
    this.#limits = limits;
  }

  async sequence(): Promise<number> {
    const [ledger] = await this.#database.run(readLedger, {});
    return ledger!.sequence;
  }

  async lease(owner: string, milliseconds: number): Promise<boolean> {
    const [lease] = await this.#database.write((runner) => runner.run(leaseRun, { owner, milliseconds }));
    return lease!.granted;
  }

  async renew(owner: string, milliseconds: number): Promise<void> {
    await this.#database.write((runner: Runner) => runner.run(renewRun, { owner, milliseconds }));
  }

  async release(owner: string): Promise<void> {
    await this.#database.write((runner: Runner) => runner.run(releaseRun, { owner }));
  }

  async read(limits: ReadingLimits, before: Counted | null = null): Promise<ScoreReading> {
    const [ledger] = await this.#database.run(readLedger, {});
    const reading = new ReadingBuilder();
    const [shares] = await Promise.all([this.#readActs(reading, limits), this.#readMessages(reading, limits)]);
    if (ledger!.rewriting || (before !== null && countsLess(limits, before))) {
      const { asOf, private: counted } = limits;
      await this.#database.stream(outcomesLeftOut, { asOf, private: counted }, (row) => reading.addOutcomeLeftOut(row));
    }
    return reading.finish(shares, ledger!.rewriting);
  }

  async #readActs(reading: ReadingBuilder, limits: ReadingLimits): Promise<readonly ShareRow[]> {
    const codes = new Map(this.#kinds.kinds.map((kind, code) => [kind.name, code]));
    const coding = { codes, grounds: GROUND_CODES, outcomes: OUTCOME_CODES };
    await this.#database.stream(interactionsByPerson, { ...limits, ...coding }, (row) => reading.addPerson(row));
    const kinds = this.#kinds.kinds.filter((kind) => kind.amplifies).map((kind) => kind.name);
    const actors = reading.actorsOf(new Set(kinds.map((kind) => codes.get(kind)!)));
    return actors.length === 0 ? [] : this.#database.run(sharesQuery, { ...limits, kinds, actors }, 120_000);
  }

  async #readMessages(reading: ReadingBuilder, limits: ReadingLimits): Promise<void> {
    await this.#database.stream(messagesByPerson, limits, (row) => reading.addMessages(row));
    await this.#database.stream(messagesWithoutAuthor, limits, (row) => reading.addMessageWithoutAuthor(row));
  }

  async published(): Promise<ScoreRun | null> {
    const [run] = await this.#database.run(publishedRun, {});
    if (run === undefined) return null;
    return {
      number: run.number,
      computedAt: run.computed_at,
      asOf: run.as_of,
      sequence: run.sequence,
      ledgerSequence: run.ledger_sequence,
      options: JSON.parse(run.options) as RunOptions,
      modelVersion: run.model_version,
      trustMode: run.trust_mode as ScoreRun['trustMode'],
      eligible: run.eligible,
      landmark: run.landmark,
      reciprocity: JSON.parse(run.network) as NetworkReciprocity,
    };
  }

  async lastOptions(): Promise<RunOptions | null> {
    const [run] = await this.#database.run(lastOptions, {});
    return run === undefined ? null : (JSON.parse(run.options) as RunOptions);
  }

  async publish(numbers: PublishedNumbers, owner: string): Promise<PublishedCounts> {
    return publishScores(this.#database, numbers, owner, this.#limits);
  }
}

/** Whether interactions that one run counted are left out by the next. */
function countsLess(limits: Counted, before: Counted): boolean {
  return limits.asOf < before.asOf || (before.private && !limits.private);
}
