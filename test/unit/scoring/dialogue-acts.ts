import fc from 'fast-check';
import type { DialogueAct } from '../../../src/domain/dialogue.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** The default answer window. */
export const WINDOW = 7 * DAY;

/** One open reply on a platform `t`; `forward` is said by the side, 'a' or 'b'. */
export function act(side: string, at: number, more: Partial<DialogueAct> = {}): DialogueAct {
  const id = `${side}${at}`;
  return {
    id,
    kind: 'reply',
    at,
    forward: side === 'a',
    direct: false,
    platform: 't',
    message: id,
    object: null,
    ...more,
  };
}

/** Acts of these sides, a fixed time apart. */
export function row(sides: string, apart: number, start = 0): DialogueAct[] {
  return [...sides].map((side, i) => act(side, start + i * apart));
}

/** The same acts with a and b swapped. */
export function swapped(acts: readonly DialogueAct[]): DialogueAct[] {
  return acts.map((one) => ({ ...one, forward: !one.forward }));
}

export function shifted(acts: readonly DialogueAct[], by: number): DialogueAct[] {
  return acts.map((one) => ({ ...one, at: one.at + by }));
}

const GAPS = [0, 1, MINUTE, HOUR, HOUR + 1, DAY, WINDOW, 30 * DAY, 200 * DAY];

/** Any acts of a dyad in order, with gaps of every size. */
export const anyActs: fc.Arbitrary<DialogueAct[]> = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.constantFrom(...GAPS), fc.nat(3 * DAY)),
      side: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom('reply', 'comment', 'dm'),
      direct: fc.boolean(),
      platform: fc.constantFrom('t', 'u'),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    let at = 0;
    return steps.map(({ gap, side, ...more }, i) => {
      at += gap;
      return act(side, at, { ...more, id: `x${i}` });
    });
  });
