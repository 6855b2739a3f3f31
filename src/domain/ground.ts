export const GROUNDS = ['OWN', 'THEIRS', 'THIRD', 'PRIVATE', 'UNKNOWN'] as const;
/** Where an interaction happened, seen from the actor: in a thread they started, the other started, somebody else started, in private, or in no known thread. */
export type Ground = (typeof GROUNDS)[number];

/** Starter of a thread whose starter will never be known. */
export const NO_STARTER = -1;

/** `starter` is the person number of who started the thread; null when the thread is not known (yet). */
export function groundOf(direct: boolean, starter: number | null, actor: number, target: number): Ground {
  if (direct) return 'PRIVATE';
  if (starter === null || starter === NO_STARTER) return 'UNKNOWN';
  if (starter === actor) return 'OWN';
  return starter === target ? 'THEIRS' : 'THIRD';
}
