import type { KindRegistry } from '../domain/interaction-kind.js';
import type { PersonKind } from '../domain/person-kind.js';
import { InteractionColumns, type ScoreInput, type ShareRow } from '../domain/score-input.js';
import type { NetworkReciprocity, RunOptions, ScoreRun } from '../domain/score-run.js';
import { instant, integer, nullable, text } from '../neo4j/columns.js';
import type { Database, Runner } from '../neo4j/database.js';
import { asFlag, asInteger, asList, asText, type Encoder } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';
import { leaseRun, readLedger, releaseRun } from './ledger-store.js';
import { publishScores } from './scores/publish-scores.js';
import type { PublishedNumbers } from './scores/published-numbers.js';

const asCodes: Encoder<ReadonlyMap<string, number>> = (codes) =>
  Object.fromEntries([...codes].map(([name, code]) => [name, code]));
const upTo = { sequence: asInteger, asOf: asInteger, private: asFlag };
const raw = { expects: 'a list', decode: (value: unknown) => value as readonly number[] };

const interactionsByPerson = bindQuery(
  'scores/interactions-by-person',
  READ,
  { ...upTo, codes: asCodes },
  {
    idx: integer,
    id: text,
    kind: text,
    scores_digest: integer,
    ties_digest: integer,
    mutual_digest: integer,
    targets: raw,
    kinds: raw,
    times: raw,
  },
);
const sharesQuery = bindQuery(
  'scores/shares',
  READ,
  { ...upTo, kinds: asList(asText) },
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

/** What of a person was written last, as digests; 0 when nothing was. */
export interface WrittenDigests {
  readonly scores: Float64Array;
  readonly ties: Float64Array;
  readonly mutual: Float64Array;
}

/** One reading of the graph for a score run. */
export interface ScoreReading {
  readonly input: ScoreInput;
  /** Number in the graph of each person of the input. */
  readonly idx: Int32Array;
  readonly written: WrittenDigests;
}

export interface ReadingLimits {
  readonly sequence: number;
  readonly asOf: number;
  readonly private: boolean;
}

/** Reads what scoring needs and publishes what it found. */
export interface ScoreStore {
  sequence(): Promise<number>;
  /** True when this owner may score for so long; false while somebody else does. */
  lease(owner: string, milliseconds: number): Promise<boolean>;
  release(owner: string): Promise<void>;
  read(limits: ReadingLimits): Promise<ScoreReading>;
  /** The published run, or null before the first. */
  published(): Promise<ScoreRun | null>;
  /** Writes what differs and publishes the run, in one transaction. Returns how many people, ties and mutual ties were written. */
  publish(numbers: PublishedNumbers): Promise<{ people: number; ties: number; mutual: number }>;
}

/** Scores in Neo4j. */
export class Neo4jScoreStore implements ScoreStore {
  readonly #database: Database;
  readonly #kinds: KindRegistry;

  constructor(database: Database, kinds: KindRegistry) {
    this.#database = database;
    this.#kinds = kinds;
  }

  async sequence(): Promise<number> {
    const [ledger] = await this.#database.run(readLedger, {});
    return ledger!.sequence;
  }

  async lease(owner: string, milliseconds: number): Promise<boolean> {
    const [lease] = await this.#database.write((runner) => runner.run(leaseRun, { owner, milliseconds }));
    return lease!.granted;
  }

  async release(owner: string): Promise<void> {
    await this.#database.write((runner: Runner) => runner.run(releaseRun, { owner }));
  }

  async read(limits: ReadingLimits): Promise<ScoreReading> {
    const reading = new Reading();
    const codes = new Map(this.#kinds.kinds.map((kind, code) => [kind.name, code]));
    await this.#database.stream(interactionsByPerson, { ...limits, codes }, (row) => reading.addPerson(row));
    const kinds = this.#kinds.kinds.filter((kind) => kind.amplifies).map((kind) => kind.name);
    const shares = await this.#database.run(sharesQuery, { ...limits, kinds }, 120_000);
    return reading.finish(shares);
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

  async publish(numbers: PublishedNumbers): Promise<{ people: number; ties: number; mutual: number }> {
    return publishScores(this.#database, numbers);
  }
}

type RawRow = { get(column: string): unknown };

/** Fills columns from adjacency rows as they stream in. */
class Reading {
  readonly #ids: string[] = [];
  readonly #kinds: PersonKind[] = [];
  readonly #idx: number[] = [];
  readonly #scores: number[] = [];
  readonly #ties: number[] = [];
  readonly #mutual: number[] = [];
  readonly #interactions = new InteractionColumns();

  addPerson(row: RawRow): void {
    const actor = this.#ids.push(row.get('id') as string) - 1;
    this.#kinds.push(row.get('kind') as PersonKind);
    this.#idx.push(row.get('idx') as number);
    this.#scores.push(row.get('scores_digest') as number);
    this.#ties.push(row.get('ties_digest') as number);
    this.#mutual.push(row.get('mutual_digest') as number);
    const targets = row.get('targets') as number[];
    const kinds = row.get('kinds') as number[];
    const times = row.get('times') as number[];
    if (targets.length !== kinds.length) throw new Error('an interaction has a kind that is not registered');
    for (let i = 0; i < targets.length; i++) this.#interactions.push(actor, targets[i]!, kinds[i]!, times[i]!);
  }

  /** Turns graph numbers into positions, once every person has been seen. */
  finish(shares: readonly (ShareRow & { readonly actor: number })[]): ScoreReading {
    const idx = Int32Array.from(this.#idx);
    const positions = new Int32Array(idx.reduce((max, value) => Math.max(max, value), -1) + 1);
    for (const [position, value] of idx.entries()) positions[value] = position;
    const { target, length } = this.#interactions;
    for (let row = 0; row < length; row++) target[row] = positions[target[row]!]!;
    return {
      idx,
      input: {
        ids: this.#ids,
        kinds: this.#kinds,
        interactions: this.#interactions,
        shares: shares.map((share) => ({ ...share, actor: positions[share.actor]!, target: positions[share.target]! })),
      },
      written: {
        scores: Float64Array.from(this.#scores),
        ties: Float64Array.from(this.#ties),
        mutual: Float64Array.from(this.#mutual),
      },
    };
  }
}
