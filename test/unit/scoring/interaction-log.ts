import { KindRegistry } from '../../../src/domain/interaction-kind.js';
import type { NetworkScores } from '../../../src/domain/network-scores.js';
import type { PersonKind } from '../../../src/domain/person-kind.js';
import { InteractionColumns, noMessages, type ScoreInput, type ShareRow } from '../../../src/domain/score-input.js';
import { SCORE_DEFAULTS, type ScoreOptions } from '../../../src/domain/score-options.js';
import { UNIT_CALIBRATION } from '../../../src/scoring/calibration.js';
import { scoreNetwork } from '../../../src/scoring/score-network.js';

export const KINDS = new KindRegistry();
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** One interaction of a test: who, on whom, how, when (milliseconds). */
export interface Act {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly at: number;
}

/** One share of a test; persons by id. */
export interface Share {
  readonly message: string;
  readonly object: string | null;
  readonly from: string;
  readonly to: string;
  readonly at: number;
}

export interface Log {
  readonly acts: readonly Act[];
  readonly shares?: readonly Share[];
  /** Ids in the order of the input; those that act or are acted upon are appended. */
  readonly ids?: readonly string[];
  /** Who is not a person. */
  readonly kinds?: Readonly<Record<string, PersonKind>>;
}

/** Lays a log out as the engine reads it. */
export function toInput(log: Log): ScoreInput {
  const { acts, shares = [], kinds = {} } = log;
  const named = [...acts, ...shares].flatMap(({ from, to }) => [from, to]);
  const ids = [...new Set([...(log.ids ?? []), ...named])];
  const positionOf = new Map(ids.map((id, position) => [id, position]));
  const interactions = new InteractionColumns();
  for (const act of acts) {
    interactions.push(positionOf.get(act.from)!, positionOf.get(act.to)!, KINDS.codeOf(act.kind)!, act.at);
  }
  const rows: ShareRow[] = shares.map(({ message, object, from, to, at }) => {
    return { message, object, actor: positionOf.get(from)!, target: positionOf.get(to)!, at };
  });
  return { ids, kinds: ids.map((id) => kinds[id] ?? 'person'), interactions, shares: rows, messages: noMessages() };
}

/** The model's defaults with the conventions of the golden files: unit calibration, trust over every tie. */
export function optionsAt(asOf: number, changes: Partial<ScoreOptions> = {}): ScoreOptions {
  return { ...SCORE_DEFAULTS, calibration: UNIT_CALIBRATION, trustDays: 0, asOf, ...changes };
}

/** Scores of a log with look-ups by id. */
export class ScoredLog {
  readonly input: ScoreInput;
  readonly scores: NetworkScores;

  constructor(log: Log, options: ScoreOptions) {
    this.input = toInput(log);
    this.scores = scoreNetwork(this.input, options, KINDS);
  }

  get people(): NetworkScores['people'] {
    return this.scores.people;
  }

  /** Value of somebody in a column. */
  of(id: string, column: ArrayLike<number>): number {
    return column[this.input.ids.indexOf(id)]!;
  }

  relational(id: string): number {
    return this.of(id, this.people.relational);
  }
}
