import type { KindRegistry } from '../domain/interaction-kind.js';
import type { Twin, TwinReport } from '../domain/score-check.js';
import type { ScoreRun } from '../domain/score-run.js';
import { dayOfRun, presentFactor } from '../domain/tie.js';
import { float, integer, list, nullable, record, text } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { asFlag, asFloat, asInteger, asList, asNullable, asText, type Encoder } from '../neo4j/parameters.js';
import { bindQuery, READ } from '../neo4j/query.js';

const asFloatMap: Encoder<Readonly<Record<string, number>>> = (map) => map;
const report = { tolerance: asFloat, named: asInteger };
const findings = {
  checked: integer,
  different: integer,
  differences: list(record({ from: text, to: nullable(text), stored: float, recomputed: float })),
};
const upTo = {
  sequence: asInteger,
  asOf: asInteger,
  private: asFlag,
  today: asInteger,
  halfLife: asFloat,
  efforts: asFloatMap,
};
const tieEffort = bindQuery('twins/tie-effort', READ, { ...report, ...upTo, present: asFloat }, findings);
const mutualTie = bindQuery('twins/mutual-tie', READ, { ...report, present: asFloat }, findings);
const reciprocity = bindQuery('twins/reciprocity', READ, { ...report, present: asFloat }, findings);
const asSeeds = asNullable(asList(asText));
const walkStep = bindQuery('twins/walk-step', READ, { ...report, seeds: asSeeds }, findings);
const walkReach = bindQuery('twins/walk-reach', READ, { seeds: asSeeds }, { stored: float, recomputed: float });

/** Largest difference that is rounding. */
export const TOLERANCE = 1e-9;
const NAMED = 1_000;
/** Milliseconds one twin may take. */
const TIMEOUT = 600_000;

/** Recomputes published numbers by the readable twins. */
export class TwinStore {
  readonly #database: Database;
  readonly #kinds: KindRegistry;

  constructor(database: Database, kinds: KindRegistry) {
    this.#database = database;
    this.#kinds = kinds;
  }

  /** Compares one published number, wherever it stands, with its twin. */
  async check(twin: Twin, run: ScoreRun): Promise<TwinReport> {
    if (twin === 'reach') return this.#checkReach(run);
    const [row] = await this.#find(twin, run);
    const { checked, different, differences } = row!;
    return {
      checked,
      different,
      differences: differences.map(({ from, to, stored, recomputed }) => ({
        what: twin,
        who: to === null ? [from] : [from, to],
        stored,
        recomputed,
      })),
    };
  }

  #find(twin: Exclude<Twin, 'reach'>, run: ScoreRun) {
    const values = { tolerance: TOLERANCE, named: NAMED, present: presentFactor(run) };
    if (twin === 'effort') return this.#database.run(tieEffort, { ...values, ...this.#inputOf(run) }, TIMEOUT);
    if (twin === 'strength') return this.#database.run(mutualTie, values, TIMEOUT);
    if (twin === 'reciprocity') return this.#database.run(reciprocity, values, TIMEOUT);
    return this.#database.run(walkStep, { ...values, seeds: run.options.seeds }, TIMEOUT);
  }

  #inputOf(run: ScoreRun) {
    return {
      sequence: run.sequence,
      asOf: run.asOf,
      private: run.options.privateInteractions === 'count',
      today: dayOfRun(run),
      halfLife: run.options.halfLifeDays,
      efforts: Object.fromEntries(this.#kinds.kinds.map((kind) => [kind.name, kind.exertion ? kind.effort : 0])),
    };
  }

  async #checkReach(run: ScoreRun): Promise<TwinReport> {
    const [row] = await this.#database.run(walkReach, { seeds: run.options.seeds }, TIMEOUT);
    const { stored, recomputed } = row!;
    const differs = Math.abs(stored - recomputed) > TOLERANCE * Math.max(1, recomputed);
    return {
      checked: 1,
      different: Number(differs),
      differences: differs ? [{ what: 'reach', who: [], stored, recomputed }] : [],
    };
  }
}
