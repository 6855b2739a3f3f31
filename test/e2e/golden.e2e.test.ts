import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { BROADCAST_PARTS, PAIR_STATISTICS, RELATIONAL_COMPONENTS } from '../../src/domain/network-scores.js';
import { rapport } from '../support/command-line.js';
import { emptyDatabase } from '../support/empty-database.js';

const OPTIONS = ['--as-of', '1970-04-11T00:00:00Z', '--calibration', 'unit', '--trust-days', '0', '--json'];

interface Expected {
  readonly people: Readonly<
    Record<
      string,
      {
        relational: number | null;
        broadcast: number | null;
        trust?: number;
        given?: number;
        received?: number;
        raw?: Record<string, number>;
        squashed?: Record<string, number>;
        broadcastRaw?: Record<string, number>;
      }
    >
  >;
  readonly ties: Readonly<Record<string, Record<string, number>>>;
}

function readExpected(name: string): Expected {
  return JSON.parse(readFileSync(`test/fixtures/golden/${name}.expected.json`, 'utf8')) as Expected;
}

async function table(stream: string, least = 0): Promise<Record<string, string>[]> {
  const env = { RAPPORT_MIN_INTERACTIONS: String(least) };
  const { stdout, code } = await rapport(['export', stream, '--format', 'csv'], undefined, env);
  expect(code).toBe(0);
  return parse(stdout, { columns: true }) as Record<string, string>[];
}

function expectNumbers(
  row: Record<string, string>,
  numbers: Readonly<Record<string, number | null | undefined>>,
): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (value === undefined) continue;
    if (value === null) expect(row[name]).toBe('');
    else expect(Math.abs(Number(row[name]) - value)).toBeLessThan(1e-9);
  }
}

describe.each([
  ['golden-log', 'golden-log', []],
  ['golden-log', 'golden-log.seeded', ['--seeds', 'test/fixtures/golden/seeds.json']],
  ['golden-edges', 'golden-edges', []],
])('%s, imported, scored and exported from the command line (%s)', (log, name, extra) => {
  const expected = readExpected(name);

  beforeAll(async () => {
    await emptyDatabase();
    expect(await rapport(['import', `test/fixtures/golden/${log}.ndjson`])).toMatchObject({ code: 0 });
    expect(await rapport(['score', ...OPTIONS, ...extra])).toMatchObject({ code: 0 });
  }, 120_000);

  it('gives no number of people of whom too little is known', async () => {
    for (const row of await table('people', 1_000)) {
      if (row['kind'] !== 'person') continue;
      expect(row).toMatchObject({ relational: '', broadcast: '', given: '', squashed_dialogue: '', audience: '' });
      expect(row['status']).toBe('NOT_ENOUGH_DATA');
      expect(row['interactions']).toMatch(/^\d+$/);
    }
  });

  it('gives every person the expected numbers to 1e-9', async () => {
    const people = new Map((await table('people')).map((row) => [row['person_id']!, row]));
    expect([...people.keys()].sort()).toEqual(Object.keys(expected.people).sort());
    for (const [id, { relational, broadcast, trust, given, received, raw, squashed, broadcastRaw }] of Object.entries(
      expected.people,
    )) {
      const row = people.get(id)!;
      expectNumbers(row, { relational, broadcast, trust, given, received });
      if (raw)
        expectNumbers(row, Object.fromEntries(RELATIONAL_COMPONENTS.map((component) => [component, raw[component]])));
      if (squashed)
        expectNumbers(
          row,
          Object.fromEntries(RELATIONAL_COMPONENTS.map((component) => [`squashed_${component}`, squashed[component]])),
        );
      if (broadcastRaw)
        expectNumbers(row, Object.fromEntries(BROADCAST_PARTS.map((part) => [part, broadcastRaw[part]])));
    }
  });

  it('gives every tie the expected pair statistics to 1e-9', async () => {
    const ties = new Map((await table('ties')).map((row) => [`${row['from_id']} -> ${row['to_id']}`, row]));
    const acted = Object.entries(expected.ties).filter(([pair]) => ties.has(pair));
    for (const [pair, statistics] of acted)
      expectNumbers(
        ties.get(pair)!,
        Object.fromEntries(PAIR_STATISTICS.map((statistic) => [statistic, statistics[statistic]])),
      );
    expect(acted.length).toBeGreaterThanOrEqual(5);
  });

  it('changes nothing when it is imported and scored again', async () => {
    const again = await rapport(['import', `test/fixtures/golden/${log}.ndjson`, '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ stored: 0, rejected: 0 });
    const { stdout } = await rapport(['score', ...OPTIONS, ...extra]);
    expect(JSON.parse(stdout)).toMatchObject({ run: 1, written: null });
  });

  it('is confirmed by the Cypher twins', async () => {
    const { code, stdout } = await rapport(['verify', '--json']);
    expect([code, JSON.parse(stdout).differences]).toEqual([0, []]);
  });
});
