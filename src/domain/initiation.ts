import type { Ground } from './ground.js';
import type { Person } from './person.js';

const DAY = 86_400_000;
const REACHED_WITHIN_DAYS = 90;

/** How somebody's ties with other persons began. A tie is any act between two persons at a known time; who acted first opened it. */
export interface Initiation {
  /** Persons with whom there is a tie, 0 or more. */
  readonly ties: number;
  /** Those that this person opened. */
  readonly opened: number;
  /** opened / ties, [0, 1]; null without ties. */
  readonly openedShare: number | null;
  /** Ties that this person opened by an act in a thread that the other started. */
  readonly firstMovesOnTheirGround: number;
  /** Persons they acted upon for the first time at or after an instant. */
  readonly reached: number;
}

/** The first act of a tie. */
export interface TieOpening {
  /** The other person. */
  readonly person: Person;
  /** Whether the person whose list it is opened the tie, and not the other. */
  readonly mine: boolean;
  /** Id of the act. */
  readonly id: string;
  readonly kind: string;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  /** From the view of who opened it. */
  readonly ground: Ground;
}

/** Somebody who turned to a person who never acted upon them. */
export interface UnservedPerson {
  readonly person: Person;
  /** When they last acted upon them in any way at a known time, milliseconds since the epoch, UTC. */
  readonly lastAt: number;
  /** What they asked, mentioned or read, at any time: most first, then by name of the kind. */
  readonly acts: readonly { readonly kind: string; readonly count: number }[];
}

/** How many ties the person opened, or the others did; null for all. */
export function tiesOpened({ ties, opened }: Initiation, mine: boolean | null): number {
  return mine === null ? ties : mine ? opened : ties - opened;
}

/** Since when reached persons are counted when nothing is said: 90 days before an instant. Milliseconds. */
export function reachedSince(asOf: number): number {
  return asOf - REACHED_WITHIN_DAYS * DAY;
}

/** One side of a tie: whose it is and when they first acted, milliseconds; null when they never did at a known time. */
export interface TieSide {
  readonly id: string;
  readonly firstAt: number | null;
}

/** Who of two acted first, and when; at the same instant the id that is smaller by code points. Null when neither did. */
export function openingOf<S extends TieSide>(a: S, b: S): { opener: S; at: number } | null {
  if (a.firstAt === null) return b.firstAt === null ? null : { opener: b, at: b.firstAt };
  if (b.firstAt === null || a.firstAt < b.firstAt) return { opener: a, at: a.firstAt };
  if (b.firstAt < a.firstAt) return { opener: b, at: b.firstAt };
  return { opener: Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)) < 0 ? a : b, at: a.firstAt };
}
