import fc from 'fast-check';
import { type Act, DAY, KINDS, type Log, MINUTE, type Share } from './interaction-log.js';

/** Ids that sort differently by code points, by UTF-16 units and by length. */
export const PEOPLE = ['x:a', 'x:B', 'x:c10', 'x:c9', 'x:é', 'x:\uffee', 'x:😀'] as const;

/** Instant after every act of a random log. */
export const AFTERWARDS = 61 * DAY;

/** A time on one of sixty days, dense enough for answers; sometimes equal to another. */
const instant = fc
  .tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 23 }))
  .map(([day, hour]) => day * DAY + hour * 60 * MINUTE);

/** One act between two different persons. */
export function anyAct(people: readonly string[] = PEOPLE): fc.Arbitrary<Act> {
  return fc
    .record({
      from: fc.constantFrom(...people),
      to: fc.constantFrom(...people),
      kind: fc.constantFrom(...KINDS.names, 'reply', 'dm', 'comment'),
      at: instant,
    })
    .filter(({ from, to }) => from !== to);
}

const anyShare: fc.Arbitrary<Share> = fc
  .record({
    message: fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6'),
    object: fc.constantFrom('m1', 's1', 's2', 's3', null),
    from: fc.constantFrom(...PEOPLE),
    to: fc.constantFrom(...PEOPLE),
    at: instant,
  })
  .filter(({ from, to }) => from !== to);

/** A community that talks: up to 120 acts and 12 shares; several shares may make one message, or a cycle. */
export const anyLog: fc.Arbitrary<Log> = fc.record({
  acts: fc.array(anyAct(), { minLength: 1, maxLength: 120 }),
  shares: fc.array(anyShare, { maxLength: 12 }),
  ids: fc.constant(PEOPLE),
});

/** Three persons at six instants: acts that agree in everything but the kind. */
export const crowdedLog: fc.Arbitrary<Log> = fc.record({
  acts: fc.array(
    fc
      .tuple(anyAct(PEOPLE.slice(0, 3)), fc.integer({ min: 0, max: 5 }))
      .map(([act, slot]) => ({ ...act, at: 50 * DAY + slot * 12 * 60 * MINUTE })),
    { minLength: 20, maxLength: 80 },
  ),
  shares: fc.constant([]),
  ids: fc.constant(PEOPLE),
});

/** A community without two acts at the same instant. */
export const logOfDistinctInstants: fc.Arbitrary<Log> = fc
  .uniqueArray(anyAct(), { minLength: 1, maxLength: 120, selector: ({ at }) => at })
  .map((acts) => ({ acts, ids: PEOPLE }));

/** A set of trusted persons, or none configured. */
export const anySeeds: fc.Arbitrary<readonly string[] | null> = fc.option(
  fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 3 }),
);

/** The same names with something in front, for disjoint copies. */
export function renamed(log: Log, rename: (id: string) => string): Log {
  const people = <T extends { readonly from: string; readonly to: string }>(row: T): T => {
    return { ...row, from: rename(row.from), to: rename(row.to) };
  };
  return {
    acts: log.acts.map(people),
    shares: (log.shares ?? []).map((share) => {
      const { message, object } = share;
      return { ...people(share), message: rename(message), object: object && rename(object) };
    }),
    ids: (log.ids ?? []).map(rename),
  };
}

/** One log beside another. */
export function beside(one: Log, other: Log): Log {
  return {
    acts: [...one.acts, ...other.acts],
    shares: [...(one.shares ?? []), ...(other.shares ?? [])],
    ids: [...(one.ids ?? []), ...(other.ids ?? [])],
  };
}
