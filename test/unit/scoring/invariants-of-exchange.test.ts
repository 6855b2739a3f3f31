import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { responsiveness } from '../../../src/scoring/relational/responsiveness.js';
import { type Act, DAY, type Log, MINUTE, optionsAt, ScoredLog } from './interaction-log.js';
import { AFTERWARDS, anyAct, anyLog, PEOPLE } from './random-log.js';

const CONVERSATIONAL = ['mention', 'quote', 'comment', 'reply', 'dm'] as const;
const TOLERANCE = 1e-9;

const anyPair = fc.constantFrom(
  ...PEOPLE.flatMap((one) => PEOPLE.filter((other) => other !== one).map((other) => [one, other] as const)),
);

/** The log with u acting on v on a new day just before the instant, and v answering a minute later. */
function withFreshExchange(
  log: Log,
  [u, v]: readonly [string, string],
  [first, second]: readonly [string, string],
): Log {
  const at = AFTERWARDS + 60 * MINUTE;
  const exchange: Act[] = [
    { from: u, to: v, kind: first, at },
    { from: v, to: u, kind: second, at: at + MINUTE },
  ];
  return { ...log, acts: [...log.acts, ...exchange] };
}

describe('invariants 10 and 11: answered exchanges', () => {
  it('10. a fresh answered exchange lowers neither R nor dialogue, breadth, initiative and resonance of either', () => {
    const kinds = fc.tuple(fc.constantFrom(...CONVERSATIONAL), fc.constantFrom(...CONVERSATIONAL));
    const check = fc.property(anyLog, anyPair, kinds, (log, pair, answered) => {
      const options = optionsAt(AFTERWARDS + 62 * MINUTE);
      const before = new ScoredLog(log, options);
      const after = new ScoredLog(withFreshExchange(log, pair, answered), options);
      for (const id of pair) {
        expect(after.relational(id)).toBeGreaterThanOrEqual(before.relational(id) - TOLERANCE);
        for (const name of ['dialogue', 'breadth', 'initiative', 'resonance'] as const) {
          const earlier = before.of(id, before.people.components[name]);
          expect(after.of(id, after.people.components[name])).toBeGreaterThanOrEqual(earlier - TOLERANCE);
        }
      }
    });
    fc.assert(check, { numRuns: 500 });
  });

  it('11. one more obligation answered at once never lowers responsiveness, whatever the record', () => {
    const anyRecord = fc
      .tuple(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([obligations, rate]) => ({ obligations, answeredCredit: obligations * rate }));
    const check = fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 6 }), (records) => {
      const [first, ...others] = records;
      const answered = { obligations: first!.obligations + 1, answeredCredit: first!.answeredCredit + 1 };
      expect(ratioOf([answered, ...others])).toBeGreaterThanOrEqual(ratioOf(records) - TOLERANCE);
    });
    fc.assert(check, { numRuns: 1_000 });
  });

  it('11. somebody who answers a stranger at once is no less responsive than before', () => {
    const check = fc.property(
      fc.array(anyAct(), { minLength: 1, maxLength: 80 }),
      fc.constantFrom(...PEOPLE),
      (acts, id) => {
        const at = AFTERWARDS + DAY;
        const question = { from: 'x:stranger', to: id, kind: 'mention', at };
        const answer = { from: id, to: 'x:stranger', kind: 'reply', at };
        const before = new ScoredLog({ acts, ids: PEOPLE }, optionsAt(at + MINUTE));
        const after = new ScoredLog(
          { acts: [...acts, question, { ...answer, at: at + 1 }], ids: PEOPLE },
          optionsAt(at + MINUTE),
        );
        const earlier = before.of(id, before.people.components.responsiveness);
        expect(after.of(id, after.people.components.responsiveness)).toBeGreaterThanOrEqual(earlier - TOLERANCE);
      },
    );
    fc.assert(check, { numRuns: 300 });
  });
});

function ratioOf(records: readonly { obligations: number; answeredCredit: number }[]): number {
  const blank = { given: 0, received: 0, strength: 0, initiated: 0, attention: 0, invitations: 0, answered: 0 };
  const ties = records.map((record) => ({
    ...blank,
    ...record,
    trust: 1,
    switches: 0,
    centrality: 0,
    totalStrength: 0,
  }));
  const sum = (part: (tie: (typeof ties)[number]) => number): number =>
    ties.reduce((total, tie) => total + part(tie), 0);
  return responsiveness.ratio(sum(responsiveness.part), sum(responsiveness.whole));
}
