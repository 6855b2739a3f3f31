import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { toJsonRecord } from '../../src/ingest/record-json.js';
import { Database } from '../../src/neo4j/database.js';
import { rapport, start } from '../support/command-line.js';
import { testConnection } from '../support/database.js';
import { emptyDatabase } from '../support/empty-database.js';
import { graphFacts } from '../support/graph-facts.js';
import { consistentRecords } from '../support/random-records.js';
import { referenceGraph } from '../support/reference-graph.js';

const KILLS = 6;

/** Records with the retraction of every eighth of them, long before it, long after it, or beside it. */
function withRetractions(records: readonly CanonicalRecord[]): CanonicalRecord[] {
  const all = [...records];
  for (const [place, { type, id }] of records.entries()) {
    if (place % 8 !== 3 || type === 'person') continue;
    all.splice((place * 7_919) % all.length, 0, { type: 'retraction', id });
  }
  return all;
}

describe('a graph of many records', () => {
  const database = new Database(testConnection());
  const folder = mkdtempSync(join(tmpdir(), 'rapport-trip-'));
  const file = join(folder, 'records.ndjson');
  let facts: readonly string[];

  beforeAll(async () => {
    const records = withRetractions(
      fc.sample(consistentRecords, { numRuns: 400, seed: 7 }).flatMap((make, i) => make(`t${i}`)),
    );
    writeFileSync(file, records.map((record) => JSON.stringify(toJsonRecord(record))).join('\n'));
    await emptyDatabase();
    const { stdout } = await rapport(['import', file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ received: records.length, rejected: 0 });
    facts = await graphFacts(database, 't');
    expect(facts.filter((fact) => !fact.startsWith('person'))).toEqual(
      referenceGraph(records).filter((fact) => !fact.startsWith('person')),
    );
  }, 120_000);

  afterAll(async () => {
    await database[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is the same after its export is imported into an empty database', async () => {
    const { stdout } = await rapport(['export', 'interactions']);
    await emptyDatabase();
    const { code, stdout: verdict } = await rapport(['import', '-', '--format', 'ndjson', '--json'], stdout);
    expect([code, JSON.parse(verdict).rejected]).toEqual([0, 0]);
    expect(await graphFacts(database, 't')).toEqual(facts);
  });

  it('lets nothing in that was retracted when the first file is imported beside its export', async () => {
    const { stdout } = await rapport(['import', file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ stored: 0, rejected: 0 });
    expect(await graphFacts(database, 't')).toEqual(facts);
  });

  it('takes its own export as known already', async () => {
    const { stdout } = await rapport(['export', 'interactions']);
    const { stdout: verdict } = await rapport(['import', '-', '--format', 'ndjson', '--json'], stdout);
    expect(JSON.parse(verdict)).toMatchObject({ stored: 0, rejected: 0 });
  });

  it(`is the same after imports killed at ${KILLS} moments and one that ended`, async () => {
    await emptyDatabase();
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start(['import', file, '--quiet']);
      const ended = new Promise((done) => child.on('close', done));
      setTimeout(() => child.kill('SIGKILL'), 700 + 350 * kill);
      await ended;
    }
    expect(await rapport(['import', file])).toMatchObject({ code: 0 });
    expect(await graphFacts(database, 't')).toEqual(facts);
  }, 120_000);
});
