/** How one kind of interaction behaves everywhere: in ingest, in scoring and in the API. */
export interface InteractionKind {
  /** Lower-case name, unique. */
  readonly name: string;
  /** Effort put into one act, in (0, 1]; the weight c of the scoring model. */
  readonly effort: number;
  /** Can ask for an answer and can be one. */
  readonly conversational: boolean;
  /** Counts as a first move even though it is not conversational. */
  readonly initiating: boolean;
  /** Attention paid to somebody (listening). */
  readonly attention: boolean;
  /** Whether its effort counts in tie effort; reads are shown and listened to, never effort. */
  readonly exertion: boolean;
  /** Whether the act makes a message of its own: always, only where one is named, or never. */
  readonly makesMessage: 'always' | 'named' | 'never';
  /** Whether the message it makes continues the thread of the message it refers to; otherwise it starts its own. */
  readonly continuesThread: boolean;
  /** Whether it spreads the message it refers to (amplification). */
  readonly amplifies: boolean;
  /** Whether it can talk about somebody rather than to them. */
  readonly refers: boolean;
}

const plain = {
  conversational: false,
  initiating: false,
  attention: false,
  exertion: true,
  amplifies: false,
  refers: false,
} as const;
const talk = { ...plain, conversational: true } as const;

/** The built-in kinds, in ascending effort. Efforts are priors of the scoring model, not findings. */
export const INTERACTION_KINDS: readonly InteractionKind[] = [
  {
    ...plain,
    name: 'read',
    effort: 0.05,
    attention: true,
    exertion: false,
    makesMessage: 'never',
    continuesThread: false,
  },
  {
    ...plain,
    name: 'like',
    effort: 0.2,
    initiating: true,
    attention: true,
    makesMessage: 'never',
    continuesThread: false,
  },
  { ...talk, refers: true, name: 'mention', effort: 0.5, makesMessage: 'named', continuesThread: true },
  {
    ...plain,
    name: 'share',
    effort: 0.6,
    initiating: true,
    makesMessage: 'always',
    continuesThread: false,
    amplifies: true,
  },
  { ...talk, refers: true, name: 'quote', effort: 0.8, makesMessage: 'always', continuesThread: false },
  { ...talk, name: 'comment', effort: 0.8, makesMessage: 'always', continuesThread: true },
  { ...talk, name: 'reply', effort: 1, makesMessage: 'always', continuesThread: true },
  { ...talk, name: 'dm', effort: 1, makesMessage: 'always', continuesThread: true },
];

/** The kinds a deployment knows, by name and by a small code used in columns of numbers. */
export class KindRegistry {
  readonly kinds: readonly InteractionKind[];
  readonly #codes: ReadonlyMap<string, number>;

  /** Throws RangeError for a repeated name or more than 255 kinds. */
  constructor(kinds: readonly InteractionKind[] = INTERACTION_KINDS) {
    this.kinds = [...kinds].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#codes = new Map(this.kinds.map((kind, code) => [kind.name, code]));
    if (this.#codes.size !== kinds.length) throw new RangeError('interaction kinds must have distinct names');
    if (kinds.length > 255) throw new RangeError('at most 255 interaction kinds can be registered');
  }

  /** Code of a kind (0 … n-1, in name order, so that comparing codes compares names), or undefined. */
  codeOf(name: string): number | undefined {
    return this.#codes.get(name);
  }

  find(name: string): InteractionKind | undefined {
    const code = this.#codes.get(name);
    return code === undefined ? undefined : this.kinds[code];
  }

  get names(): string[] {
    return this.kinds.map((kind) => kind.name);
  }
}
