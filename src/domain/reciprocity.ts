/** Interactions of a dyad i, j, and how far they match; every number ≥ 0 and whole. */
export interface DyadReciprocity {
  /** w_ij. */
  readonly given: number;
  /** w_ji. */
  readonly received: number;
  /** min(w_ij, w_ji). */
  readonly mutual: number;
  /** What i gave beyond it; at most one of forward and backward is positive. */
  readonly forward: number;
  /** What j gave beyond it. */
  readonly backward: number;
}

/** Interactions of one person with all other persons, and how far they match, dyad by dyad. */
export interface PersonReciprocity {
  readonly given: number;
  readonly received: number;
  /** Σ min(w_ij, w_ji). */
  readonly mutual: number;
  /** q = 2 mutual / (given + received), [0, 1]; null when there is neither. */
  readonly balance: number | null;
  /** mutual / given: how much of what this person gives comes back, [0, 1]; null when nothing is given. */
  readonly returnedTo: number | null;
  /** mutual / received: how much of what this person gets is returned, [0, 1]; null when nothing is received. */
  readonly returnedBy: number | null;
}

/** Reciprocity of the network of persons as it was recorded; weights are interactions. */
export interface ObservedReciprocity {
  /** Persons with a tie to another person. */
  readonly persons: number;
  /** Interactions between persons. */
  readonly interactions: number;
  /** Ordered pairs of persons with at least one interaction. */
  readonly ties: number;
  /** Unordered pairs with interactions both ways. */
  readonly mutualTies: number;
  /** Share of ties that are returned, [0, 1]; null without ties. */
  readonly binary: number | null;
  /** Garlaschelli-Loffredo ρ, (-∞, 1]; null without ties or in a complete network. */
  readonly corrected: number | null;
  /** Σ min(w_ij, w_ji) / Σ w_ij, [0, 1]; null without interactions. */
  readonly weighted: number | null;
}

/** What the graph holds now. */
export interface NetworkState {
  /** Ledger sequence this was read at. */
  readonly sequence: number;
  /** Accounts: persons, organisations and bots. */
  readonly people: number;
  /** Messages that were recorded; those only referred to are left out. */
  readonly messages: number;
  /** All interactions, those whose target is not known yet included. */
  readonly interactions: number;
  /** Interactions whose target person is not known yet. */
  readonly unresolved: number;
  /** Newest time of an interaction between accounts, milliseconds since the epoch; null without any. */
  readonly lastAt: number | null;
  readonly reciprocity: ObservedReciprocity;
}
