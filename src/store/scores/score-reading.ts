import { GROUNDS } from '../../domain/ground.js';
import type { PersonKind } from '../../domain/person-kind.js';
import { INVITATION_STATES, LANDINGS } from '../../domain/relating.js';
import { groundCode, InteractionColumns, type ScoreInput, type ShareRow } from '../../domain/score-input.js';
import { GrowingColumn } from './growing-column.js';
import { MessageReading } from './message-reading.js';

/** What was written last: digests by person, 0 when nothing was, and the outcomes of interactions. */
export interface WrittenNumbers {
  readonly scores: Float64Array;
  readonly ties: Float64Array;
  readonly mutual: Float64Array;
  readonly relating: Float64Array;
  /** By interaction, see `outcomeCode`. */
  readonly outcomes: Uint8Array;
}

/** One reading of the graph for a score run. */
export interface ScoreReading {
  readonly input: ScoreInput;
  /** Number in the graph of each person of the input. */
  readonly idx: Int32Array;
  /** Id of each interaction of the input. */
  readonly interactionIds: readonly string[];
  /** Ids of interactions that are not of the input, and whose outcome was written. */
  readonly leftOut: readonly string[];
  readonly written: WrittenNumbers;
  /** A publish in pieces began and did not end: anything may have been written, digests say nothing (they read NaN). */
  readonly torn: boolean;
}

/** One number for both outcomes of an interaction, as ActOutcomes codes them. */
export function outcomeCode(invitation: number, landing: number): number {
  return invitation + landing * LANDING_STEP;
}

const LANDING_STEP = INVITATION_STATES.length + 1;

/** What each stored word adds to the outcome code of its interaction. */
export const OUTCOME_CODES: ReadonlyMap<string, number> = new Map([
  ...INVITATION_STATES.map((state, place) => [state, outcomeCode(place + 1, 0)] as const),
  ...LANDINGS.map((landing, place) => [landing, outcomeCode(0, place + 1)] as const),
]);

/** Code of each ground. */
export const GROUND_CODES: ReadonlyMap<string, number> = new Map(GROUNDS.map((ground) => [ground, groundCode(ground)]));

type RawRow = { get(column: string): unknown };

/** Fills columns from adjacency rows as they stream in, those of people and those of messages in any order. */
export class ReadingBuilder {
  readonly #ids: string[] = [];
  readonly #kinds: PersonKind[] = [];
  readonly #idx = new GrowingColumn((size) => new Int32Array(size));
  readonly #digests = {
    scores: new GrowingColumn((size) => new Float64Array(size)),
    ties: new GrowingColumn((size) => new Float64Array(size)),
    mutual: new GrowingColumn((size) => new Float64Array(size)),
    relating: new GrowingColumn((size) => new Float64Array(size)),
  };
  readonly #interactions = new InteractionColumns();
  readonly #interactionIds: string[] = [];
  readonly #leftOut: string[] = [];
  readonly #outcomes = new GrowingColumn((size) => new Uint8Array(size));
  readonly #messages = new MessageReading();

  addPerson(row: RawRow): void {
    const actor = this.#ids.push(row.get('id') as string) - 1;
    this.#kinds.push(row.get('kind') as PersonKind);
    this.#idx.push(row.get('idx') as number);
    for (const [name, column] of Object.entries(this.#digests)) column.push(row.get(`${name}_digest`) as number);
    const targets = row.get('targets') as number[];
    const kinds = row.get('kinds') as number[];
    const times = row.get('times') as number[];
    const grounds = row.get('grounds') as number[];
    const objects = row.get('objects') as string[];
    const messages = row.get('messages') as string[];
    const ids = row.get('ids') as string[];
    const outcomes = row.get('outcomes') as number[];
    if (targets.length !== kinds.length) throw new Error('an interaction has a kind that is not registered');
    if (targets.length !== grounds.length) throw new Error('an interaction has no ground');
    for (let i = 0; i < targets.length; i++) {
      this.#interactions.push(actor, targets[i]!, kinds[i]!, times[i]!, {
        object: this.#messages.numberOf(objects[i]!),
        message: this.#messages.numberOf(messages[i]!),
        ground: grounds[i]!,
      });
      this.#interactionIds.push(ids[i] || messages[i]!);
      this.#outcomes.push(outcomes[i]!);
    }
  }

  /** Numbers in the graph of those who acted by these kinds, told by code. */
  actorsOf(kinds: ReadonlySet<number>): number[] {
    const { actor, kind, length } = this.#interactions;
    const positions = new Set<number>();
    for (let row = 0; row < length; row++) if (kinds.has(kind[row]!)) positions.add(actor[row]!);
    const idx = this.#idx.values;
    return [...positions].map((position) => idx[position]!);
  }

  addMessages(row: RawRow): void {
    const author = row.get('idx') as number;
    const ids = row.get('ids') as string[];
    const parents = row.get('parents') as string[];
    const times = row.get('times') as number[];
    for (let i = 0; i < ids.length; i++) this.#messages.add(ids[i]!, parents[i]!, times[i]!, author);
  }

  addMessageWithoutAuthor(row: RawRow): void {
    this.#messages.add(row.get('id') as string, row.get('parent') as string, row.get('at') as number);
  }

  addOutcomeLeftOut(row: RawRow): void {
    this.#leftOut.push(row.get('id') as string);
  }

  /** Turns graph numbers into positions, once everything has been seen. */
  finish(shares: readonly ShareRow[], torn: boolean): ScoreReading {
    const positions = positionsByNumber(this.#idx.values);
    const { target, length } = this.#interactions;
    for (let row = 0; row < length; row++) target[row] = positions[target[row]!]!;
    const { scores, ties, mutual, relating } = this.#digests;
    const digests = (column: GrowingColumn<Float64Array>) => (torn ? column.values.fill(Number.NaN) : column.values);
    return {
      torn,
      idx: this.#idx.values,
      interactionIds: this.#interactionIds,
      leftOut: this.#leftOut,
      input: {
        ids: this.#ids,
        kinds: this.#kinds,
        interactions: this.#interactions,
        shares: shares.map((share) => ({ ...share, actor: positions[share.actor]!, target: positions[share.target]! })),
        messages: this.#messages.finish(positions),
      },
      written: {
        scores: digests(scores),
        ties: digests(ties),
        mutual: digests(mutual),
        relating: digests(relating),
        outcomes: this.#outcomes.values,
      },
    };
  }
}

function positionsByNumber(idx: Int32Array): Int32Array {
  const positions = new Int32Array(idx.reduce((max, value) => Math.max(max, value), -1) + 1).fill(-1);
  for (const [position, value] of idx.entries()) positions[value] = position;
  return positions;
}
