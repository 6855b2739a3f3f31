import { GROUNDS, type Ground } from './ground.js';
import type { Person } from './person.js';

/** Which way an interaction went, seen from one person: theirs, others’ on them, or theirs whose target is not known yet. */
export const GROUND_DIRECTIONS = ['GIVEN', 'RECEIVED', 'WAITING'] as const;
export type GroundDirection = (typeof GROUND_DIRECTIONS)[number];

/** What to keep of somebody's interactions; null keeps all. */
export interface GroundFilter {
  /** From the person's own view. */
  readonly ground: Ground | null;
  /** Name of a registered kind. */
  readonly kind: string | null;
  readonly platform: string | null;
}

/** Interactions of one person that agree in everything that is counted. */
export interface GroundSlice {
  readonly direction: GroundDirection;
  /** From the person's own view: OWN is a thread that they started, whoever acted. */
  readonly ground: Ground;
  readonly kind: string;
  readonly platform: string;
  /** 1 or more. */
  readonly count: number;
}

/** Everything observed of one person; the counts of the slices add up to `observed`. */
export interface PersonGround {
  readonly observed: number;
  /** Most first. */
  readonly slices: readonly GroundSlice[];
  /** Interactions that the broadcast score can explain: what persons did to them, reads left out, at a known time. */
  readonly broadcast: number;
  /** Interactions that the relational score can explain: between persons, both ways, at a known time. */
  readonly relational: number;
}

/** How many, and which share of everything observed that is, [0, 1]; null when nothing was observed. */
export interface Share {
  readonly count: number;
  readonly share: number | null;
}

/** One direction of a person's ground, filtered. */
export interface GroundSide extends Share {
  readonly slices: readonly (GroundSlice & { readonly share: number })[];
  /** Every ground, in the order of GROUNDS. */
  readonly byGround: readonly (Share & { readonly ground: Ground })[];
}

/** One interaction of somebody, seen from them. */
export interface ObservedInteraction {
  readonly id: string;
  readonly direction: GroundDirection;
  /** The person at the other end; null while the target is not known. */
  readonly counterpart: Person | null;
  readonly kind: string;
  /** Milliseconds since the epoch, UTC; null when the time is not known. */
  readonly at: number | null;
  /** From the person's own view. */
  readonly ground: Ground;
  /** From the view of whoever acted, as it is stored. */
  readonly actorGround: Ground;
  readonly platform: string;
  readonly private: boolean;
  /** Id of the message it made or happened in; null when there is none. */
  readonly message: string | null;
  /** Id of the message acted upon; null when there is none. */
  readonly object: string | null;
}

/** The same ground from the other side: whose thread it is changes hands between the two, the rest stays. */
export function mirrorGround(ground: Ground): Ground {
  return ground === 'OWN' ? 'THEIRS' : ground === 'THEIRS' ? 'OWN' : ground;
}

/** A count beside its share of everything observed. */
export function shareOf(count: number, observed: number): Share {
  return { count, share: observed > 0 ? count / observed : null };
}

/** What a filter keeps of one direction. Shares are of everything observed of the person, whatever the filter. */
export function groundSide(of: PersonGround, direction: GroundDirection, filter: GroundFilter): GroundSide {
  const slices = of.slices
    .filter((slice) => slice.direction === direction && passes(slice, filter))
    .map((slice) => ({ ...slice, share: slice.count / of.observed }));
  const total = (part: readonly GroundSlice[]) => part.reduce((sum, { count }) => sum + count, 0);
  return {
    ...shareOf(total(slices), of.observed),
    slices,
    byGround: GROUNDS.map((ground) => ({
      ground,
      ...shareOf(total(slices.filter((slice) => slice.ground === ground)), of.observed),
    })),
  };
}

function passes(slice: GroundSlice, { ground, kind, platform }: GroundFilter): boolean {
  return (
    (ground === null || slice.ground === ground) &&
    (kind === null || slice.kind === kind) &&
    (platform === null || slice.platform === platform)
  );
}
