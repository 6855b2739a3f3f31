import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GROUNDS } from '../../../../src/domain/ground.js';
import { type Act, HOUR, RelatingLog, type Said } from './relating-log.js';

const PEOPLE = ['a', 'b', 'c', 'd'];
const AS_OF = 100 * 24 * HOUR;
const instant = fc.integer({ min: 1, max: 5 }).map((hours) => hours * HOUR);
const MEASURES = [
  ...(['talkedAbout', 'latency', 'comments', 'landed', 'landedByOwner', 'landedByOthers'] as const),
  ...(['followed', 'expected', 'dialogueHIndex', 'threads', 'returned'] as const),
];

/** Messages that may answer an earlier one, and acts upon messages, with many equal instants. */
const talk = fc
  .array(fc.record({ author: fc.constantFrom(...PEOPLE, null), at: instant, above: fc.nat() }), { maxLength: 12 })
  .map((messages) =>
    messages.map(({ author, at, above }, i): Said => {
      const parent = above % (i + 1);
      return { id: `m${i}`, author, at, ...(parent < i ? { parent: `m${parent}` } : {}) };
    }),
  )
  .chain((said) =>
    fc.record({
      said: fc.constant(said),
      acts: fc.array(
        fc.record({
          ends: fc.shuffledSubarray(PEOPLE, { minLength: 2, maxLength: 2 }),
          kind: fc.constantFrom('comment', 'reply', 'like', 'mention'),
          at: instant,
          object: fc.nat({ max: 12 }),
          ground: fc.constantFrom(...GROUNDS),
        }),
        { maxLength: 12 },
      ),
    }),
  )
  .map(({ said, acts }) => ({
    said,
    acts: acts.map(({ ends, kind, at, object, ground }, i): Act => {
      const made = kind === 'like' ? {} : { message: `by-act-${i}` };
      return { from: ends[0]!, to: ends[1]!, kind, at, ground, object: `m${object}`, ...made };
    }),
  }));

function measuresOf(log: RelatingLog): unknown {
  return PEOPLE.filter((id) => log.input.ids.includes(id)).map((id) => [
    id,
    log.ledger(id),
    ...MEASURES.map((measure) => log.of(measure, id)),
  ]);
}

describe('relating', () => {
  it('does not depend on the order of acts and messages nor on how they are numbered, to the last bit', () => {
    const twins = talk.chain(({ said, acts }) =>
      fc.record({
        said: fc.constant(said),
        acts: fc.constant(acts),
        others: fc.record({
          said: fc.shuffledSubarray(said, { minLength: said.length }),
          acts: fc.shuffledSubarray(acts, { minLength: acts.length }),
        }),
      }),
    );
    const check = fc.property(twins, ({ said, acts, others }) => {
      const one = new RelatingLog(acts, AS_OF, { said });
      const other = new RelatingLog(others.acts, AS_OF, { said: others.said });
      expect(measuresOf(other)).toEqual(measuresOf(one));
    });
    fc.assert(check, { numRuns: 500 });
  });
});
