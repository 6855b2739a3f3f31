import type { Ground } from '../../../../src/domain/ground.js';
import type { PersonKind } from '../../../../src/domain/person-kind.js';
import { INVITATION_STATES, type InvitationState, LANDINGS, type Landing } from '../../../../src/domain/relating.js';
import { groundCode, InteractionColumns, NO_MESSAGE, type ScoreInput } from '../../../../src/domain/score-input.js';
import type { ScoreOptions } from '../../../../src/domain/score-options.js';
import { scoreNetwork } from '../../../../src/scoring/score-network.js';
import { KINDS, optionsAt } from '../interaction-log.js';

/** One interaction of a test with what it was about; times in milliseconds. */
export interface Act {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly at: number;
  readonly message?: string;
  readonly object?: string;
  readonly ground?: Ground;
}

/** A message that no act of the test makes. */
export interface Said {
  readonly id: string;
  readonly author: string | null;
  readonly at: number;
  readonly parent?: string;
}

export const HOUR = 3_600_000;

/** Lays acts out as the engine reads them; an act with a message makes it, below its object. */
export function relatingInput(
  acts: readonly Act[],
  said: readonly Said[] = [],
  kinds: Readonly<Record<string, PersonKind>> = {},
): ScoreInput {
  const authors = said.flatMap(({ author }) => author ?? []);
  const ids = [...new Set([...acts.flatMap(({ from, to }) => [from, to]), ...authors])];
  const numbers = new Map<string, number>();
  const numberOf = (id: string | undefined): number => {
    if (id === undefined) return NO_MESSAGE;
    if (!numbers.has(id)) numbers.set(id, numbers.size);
    return numbers.get(id)!;
  };
  const interactions = new InteractionColumns();
  const made: Said[] = [...said];
  for (const { from, to, kind, at, message, object, ground = 'UNKNOWN' } of acts) {
    interactions.push(ids.indexOf(from), ids.indexOf(to), KINDS.codeOf(kind)!, at, {
      object: numberOf(object),
      message: numberOf(message),
      ground: groundCode(ground),
    });
    if (message !== undefined)
      made.push({ id: message, author: from, at, ...(object !== message && object ? { parent: object } : {}) });
  }
  for (const { id, parent } of made) [id, parent].map(numberOf);
  const parent = new Int32Array(numbers.size).fill(NO_MESSAGE);
  const author = new Int32Array(numbers.size).fill(-1);
  const at = new Float64Array(numbers.size).fill(Number.NaN);
  for (const message of made) {
    const number = numberOf(message.id);
    parent[number] = numberOf(message.parent);
    author[number] = message.author === null ? -1 : ids.indexOf(message.author);
    at[number] = message.at;
  }
  return {
    ids,
    kinds: ids.map((id) => kinds[id] ?? 'person'),
    interactions,
    shares: [],
    messages: { length: numbers.size, parent, author, at },
  };
}

/** Relating measures of a log, with look-ups by id. */
export class RelatingLog {
  readonly input: ScoreInput;
  readonly measured: ReturnType<typeof scoreNetwork>['relating'];

  constructor(
    acts: readonly Act[],
    asOf: number,
    {
      said = [],
      kinds = {},
      options = {},
    }: { said?: readonly Said[]; kinds?: Record<string, PersonKind>; options?: Partial<ScoreOptions> } = {},
  ) {
    this.input = relatingInput(acts, said, kinds);
    this.measured = scoreNetwork(this.input, optionsAt(asOf, options), KINDS).relating;
  }

  /** States of the invitations, act by act; null for what is none. */
  get states(): (InvitationState | null)[] {
    return Array.from(this.measured.outcomes.invitation, (code) => INVITATION_STATES[code - 1] ?? null);
  }

  get landings(): (Landing | null)[] {
    return Array.from(this.measured.outcomes.landing, (code) => LANDINGS[code - 1] ?? null);
  }

  /** Invitations of a person by state, those without any left out. */
  ledger(id: string): Partial<Record<InvitationState, number>> {
    const person = this.input.ids.indexOf(id);
    const counts = INVITATION_STATES.map((state, place) => [state, this.measured.people.invitations[place]![person]!]);
    return Object.fromEntries(counts.filter(([, count]) => count !== 0)) as Partial<Record<InvitationState, number>>;
  }

  of<
    N extends
      | 'talkedAbout'
      | 'latency'
      | 'comments'
      | 'landed'
      | 'landedByOwner'
      | 'landedByOthers'
      | 'followed'
      | 'expected'
      | 'dialogueHIndex'
      | 'threads'
      | 'returned',
  >(name: N, id: string): number {
    return this.measured.people[name][this.input.ids.indexOf(id)]!;
  }
}
