import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { optionsAt, ScoredLog } from './interaction-log.js';
import {
  AFTERWARDS,
  anyLog,
  anySeeds,
  beside,
  crowdedLog,
  logOfDistinctInstants,
  PEOPLE,
  renamed,
} from './random-log.js';

const RUNS = { numRuns: 150 };

type Columns = Record<string, ArrayLike<number>>;

function columnsOf({ people }: ScoredLog): Columns {
  const { components, parts, ...rest } = people;
  return { ...rest, ...components, ...parts };
}

/** All numbers of a person, exactly. */
function numbersOf(scored: ScoredLog, id: string): Record<string, number> {
  return Object.fromEntries(Object.entries(columnsOf(scored)).map(([name, column]) => [name, scored.of(id, column)]));
}

/** All ties by names, exactly. */
function tiesOf({ scores, input }: ScoredLog): unknown[] {
  const { ties } = scores;
  return Array.from({ length: ties.length }, (_, i) => [
    input.ids[ties.from[i]!],
    input.ids[ties.to[i]!],
    ties.strength[i],
    ...[ties.statistics, ties.landmarked].flatMap((columns) => Object.values(columns).map((column) => column[i])),
  ]);
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  const distances = Array.from(expected, (value, i) => Math.abs(actual[i]! - value));
  expect(Math.max(...distances)).toBeLessThan(1e-9);
}

describe('invariants 2 to 4 and 7: names and order carry no meaning', () => {
  it('2. any order of rows and any numbering of persons gives the same bits', () => {
    const shuffledTwin = fc.oneof(anyLog, crowdedLog).chain((log) =>
      fc.record({
        log: fc.constant(log),
        acts: fc.shuffledSubarray([...log.acts], { minLength: log.acts.length }),
        shares: fc.shuffledSubarray([...log.shares!], { minLength: log.shares!.length }),
        ids: fc.shuffledSubarray([...PEOPLE], { minLength: PEOPLE.length }),
      }),
    );
    const check = fc.property(shuffledTwin, anySeeds, ({ log, ...twin }, seeds) => {
      const one = new ScoredLog(log, optionsAt(AFTERWARDS, { seeds }));
      const other = new ScoredLog(twin, optionsAt(AFTERWARDS, { seeds }));
      expect(PEOPLE.map((id) => numbersOf(other, id))).toEqual(PEOPLE.map((id) => numbersOf(one, id)));
      expect(tiesOf(other)).toEqual(tiesOf(one));
    });
    fc.assert(check, RUNS);
  });

  it('3. relabelling persons permutes the scores', () => {
    const relabelling = fc.shuffledSubarray([...PEOPLE], { minLength: PEOPLE.length });
    const check = fc.property(logOfDistinctInstants, relabelling, anySeeds, (log, labels, seeds) => {
      const rename = (id: string): string => labels[PEOPLE.indexOf(id as (typeof PEOPLE)[number])]!;
      const one = new ScoredLog(log, optionsAt(AFTERWARDS, { seeds }));
      const other = new ScoredLog(renamed(log, rename), optionsAt(AFTERWARDS, { seeds: seeds?.map(rename) ?? null }));
      for (const id of PEOPLE) {
        expectClose(Object.values(numbersOf(other, rename(id))), Object.values(numbersOf(one, id)));
      }
    });
    fc.assert(check, RUNS);
  });

  it('4. reversing every act swaps given and received exactly and leaves the symmetric components alone', () => {
    const check = fc.property(logOfDistinctInstants, (log) => {
      const acts = log.acts.map((act) => ({ ...act, from: act.to, to: act.from }));
      const one = new ScoredLog(log, optionsAt(AFTERWARDS)).people;
      const other = new ScoredLog({ ...log, acts }, optionsAt(AFTERWARDS)).people;
      expect(other.given).toEqual(one.received);
      expect(other.received).toEqual(one.given);
      for (const name of ['reciprocity', 'dialogue', 'breadth', 'centrality'] as const) {
        expectClose(other.components[name], one.components[name]);
      }
    });
    fc.assert(check, RUNS);
  });

  it('7. a disjoint copy, isolated persons and disjoint strangers change nobody, with and without seeds', () => {
    const check = fc.property(anyLog, anyLog, anySeeds, (log, others, seeds) => {
      const alone = new ScoredLog(log, optionsAt(AFTERWARDS, { seeds }));
      const copy = (id: string): string => `copy:${id}`;
      const copied = new ScoredLog(
        beside(renamed(log, copy), log),
        optionsAt(AFTERWARDS, { seeds: seeds && [...seeds, ...seeds.map(copy)] }),
      );
      const strangers = new ScoredLog(beside(renamed(others, copy), log), optionsAt(AFTERWARDS, { seeds }));
      const isolated = new ScoredLog({ ...log, ids: ['a:0', ...PEOPLE, 'z:9'] }, optionsAt(AFTERWARDS, { seeds }));
      for (const id of PEOPLE) {
        expect(isolated.relational(id)).toBe(alone.relational(id));
        expect(Math.abs(copied.relational(id) - alone.relational(id))).toBeLessThan(1e-8);
        expect(Math.abs(strangers.relational(id) - alone.relational(id))).toBeLessThan(1e-8);
      }
    });
    fc.assert(check, RUNS);
  });
});
