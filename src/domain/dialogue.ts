/** One conversational act between two persons a and b. */
export interface DialogueAct {
  /** Null for a private act, as are message, object and platform. */
  readonly id: string | null;
  /** Name of a registered kind. */
  readonly kind: string;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  /** Whether a acted on b. */
  readonly forward: boolean;
  /** Whether it was private. */
  readonly direct: boolean;
  readonly platform: string | null;
  readonly message: string | null;
  readonly object: string | null;
}

/** Conversational acts of two persons in the order of time, actor id, kind and id. */
export interface DialogueActs {
  readonly acts: readonly DialogueAct[];
  /** How many there are; above `acts.length` only the newest were read. */
  readonly total: number;
}

/** Where two persons talked: by what kind, privately or on which platform. */
export interface Channel {
  readonly kind: string;
  readonly direct: boolean;
  /** Null where it was private, and where no platform is recorded. */
  readonly platform: string | null;
}

/** Acts of two persons without a longer silence between them than their gap threshold. */
export interface Episode {
  readonly acts: readonly DialogueAct[];
  /** Whether a acted first, and last. */
  readonly opensForward: boolean;
  readonly closesForward: boolean;
  /** Milliseconds since the epoch, UTC. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Runs of one side, ≥ 1: the depth. */
  readonly turns: number;
  /** Changes of side, turns − 1. */
  readonly switches: number;
  /** Acts of a; the others are of b. */
  readonly forwardActs: number;
  /** Entropy of the two shares of acts over log 2, [0, 1]. */
  readonly balance: number;
  /** A dialogue (depth 2 or more) after an earlier one. */
  readonly revival: boolean;
  /** Distinct consecutive channels. */
  readonly channels: readonly Channel[];
}

/** Everything two persons said to each other, cut where they fell silent. */
export interface Episodes {
  /** Longest silence inside an episode, milliseconds. */
  readonly gapThreshold: number;
  /** In order of time. */
  readonly episodes: readonly Episode[];
}

/** By what episodes can be listed. */
export const EPISODE_ORDERS = ['newest', 'oldest', 'deepest'] as const;
export type EpisodeOrder = (typeof EPISODE_ORDERS)[number];
