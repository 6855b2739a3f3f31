import type { Person } from './person.js';
import type { InvitationState } from './relating.js';

/** An invitation that somebody received, and what became of it. */
export interface ReceivedInvitation {
  /** Who invited. */
  readonly person: Person;
  /** Id of the interaction. */
  readonly id: string;
  readonly kind: string;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly state: InvitationState;
  /** Id of the message that invited; null when unknown. */
  readonly message: string | null;
  readonly platform: string;
  readonly private: boolean;
}

/** People whose invitations are in one state. */
export interface Inviters {
  readonly total: number;
  /** The first of them, the last to write first. */
  readonly people: readonly Person[];
}

/** How many people invited, and those whom somebody answered, in public or in private, acknowledged, let lapse or has not answered yet; missing where there are none. */
export interface InvitersByOutcome {
  readonly everybody: number;
  readonly by: Readonly<Partial<Record<Exclude<InvitationState, 'ANSWERED_PRIVATELY'>, Inviters>>>;
}

/** Somebody upon whose content a person commented in threads of others. */
export interface CommentedPerson {
  readonly person: Person;
  readonly comments: number;
  readonly landedByOwner: number;
  readonly landed: number;
}

/** Somebody who talks about a person. */
export interface Talker {
  readonly person: Person;
  readonly acts: number;
  readonly lastAt: number;
}

/** Percentile at and above which somebody is high on an axis: the upper quarter. */
export const HIGH_PERCENTILE = 75;

export const QUADRANTS = ['BROADCASTER', 'RELATER', 'BOTH', 'NEITHER'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Quadrant of two percentiles among persons with enough data; null when either is undefined. */
export function quadrantOf(broadcast: number | null, relational: number | null): Quadrant | null {
  if (broadcast === null || relational === null) return null;
  if (broadcast >= HIGH_PERCENTILE) return relational >= HIGH_PERCENTILE ? 'BOTH' : 'BROADCASTER';
  return relational >= HIGH_PERCENTILE ? 'RELATER' : 'NEITHER';
}
