import type { DialogueAct } from './dialogue.js';

export const TRUST_RUNGS = ['RECIPROCATED', 'REPEATED', 'OVER_TIME', 'PRIVATE', 'VOUCHED', 'OFFLINE'] as const;
/** A sign of trust between two persons, from the cheapest to the dearest. None implies another. */
export type TrustRung = (typeof TRUST_RUNGS)[number];

/** One rung with its own proof. */
export interface RungHeld {
  readonly rung: TrustRung;
  readonly held: boolean;
  /** What was found and what is asked for, as a sentence about a and b. */
  readonly why: string;
  /** The first acts that prove it, in order of time; empty when it is not held. */
  readonly evidence: readonly DialogueAct[];
}

/** All six rungs of a tie, in their order. */
export interface TrustLadder {
  readonly rungs: readonly RungHeld[];
  /** The highest that is held; null when none is. */
  readonly highest: TrustRung | null;
}
