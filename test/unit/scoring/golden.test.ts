import { describe, expect, it } from '@jest/globals';
import { PAIR_STATISTICS, RELATIONAL_COMPONENTS } from '../../../src/domain/network-scores.js';
import { UNIT_CALIBRATION } from '../../../src/scoring/calibration.js';
import {
  COMPONENT_WEIGHTS,
  mapComponents,
  relationalContributions,
  squash,
} from '../../../src/scoring/relational-score.js';
import { type Expected, type ExpectedPerson, type Numbers, readExpected, readGoldenLog } from './golden-log.js';
import { optionsAt, ScoredLog } from './interaction-log.js';

const PRECISION = 1e-9;

/** Every number that is not within 1e-9 of its expected value, in words. */
function differences(expected: Numbers, actual: Numbers, where: string): string[] {
  return Object.entries(expected)
    .filter(([name, value]) => !(Math.abs(value - actual[name]!) <= PRECISION))
    .map(([name, value]) => `${where} ${name}: expected ${value}, got ${actual[name]}`);
}

function personNumbers(scored: ScoredLog, id: string): Record<string, Numbers> {
  const { people } = scored;
  const raw = mapComponents((name) => scored.of(id, people.components[name]));
  const squashed = mapComponents((name) => squash(name, raw[name], UNIT_CALIBRATION));
  const { relational, broadcast, trust, given, received, parts } = people;
  const columns = Object.entries({ relational, broadcast, trust, given, received });
  return {
    scores: Object.fromEntries(columns.map(([name, column]) => [name, scored.of(id, column)])),
    raw,
    squashed,
    contribution: relationalContributions(squashed, COMPONENT_WEIGHTS),
    broadcastRaw: Object.fromEntries(Object.entries(parts).map(([name, column]) => [name, scored.of(id, column)])),
  };
}

function comparePerson(scored: ScoredLog, id: string, expected: ExpectedPerson): string[] {
  const actual = personNumbers(scored, id);
  const scalars = Object.entries(expected).map(([name, value]) => [name, value ?? 0]);
  const scores = Object.fromEntries(scalars.filter(([, value]) => typeof value === 'number')) as Numbers;
  const tables = (['raw', 'squashed', 'contribution', 'broadcastRaw'] as const).flatMap((table) =>
    differences(expected[table] ?? {}, actual[table]!, `${id} ${table}`),
  );
  return [...differences(scores, actual.scores!, id), ...tables];
}

function compareTies(scored: ScoredLog, expected: Expected): string[] {
  const { ties } = scored.scores;
  const { ids } = scored.input;
  const known = new Map<string, Numbers>();
  for (let i = 0; i < ties.length; i++) {
    const statistics = PAIR_STATISTICS.map((name) => [name, ties.statistics[name][i]!]);
    known.set(`${ids[ties.from[i]!]} -> ${ids[ties.to[i]!]}`, Object.fromEntries(statistics) as Numbers);
  }
  return Object.entries(expected.ties).flatMap(([name, statistics]) => {
    const acted = Object.entries(statistics).some(([key, value]) => key !== 'obligations' && value !== 0);
    return known.has(name) || acted ? differences(statistics, known.get(name) ?? {}, name) : [];
  });
}

describe.each([
  ['golden-log', 'golden-log'],
  ['golden-log', 'golden-log.seeded'],
  ['golden-edges', 'golden-edges'],
])('scoreNetwork on %s, against %s.expected.json', (log, answer) => {
  const expected = readExpected(answer);
  const scored = new ScoredLog(readGoldenLog(log), optionsAt(Date.parse(expected.asOf), { seeds: expected.seeds }));

  it('gives every number of every person to 1e-9', () => {
    const people = Object.entries(expected.people);
    expect(people.length).toBeGreaterThanOrEqual(5);
    expect(people.flatMap(([id, person]) => comparePerson(scored, id, person))).toEqual([]);
  });

  it('gives the eight statistics of every tie to 1e-9', () => {
    expect(Object.keys(expected.ties).length).toBeGreaterThanOrEqual(6);
    expect(compareTies(scored, expected)).toEqual([]);
  });

  it('names all eight components', () => {
    const person = Object.values(expected.people).find(({ raw }) => raw !== undefined);
    expect(Object.keys(person!.raw!).sort()).toEqual([...RELATIONAL_COMPONENTS].sort());
  });
});
