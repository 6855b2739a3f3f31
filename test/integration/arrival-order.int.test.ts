import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KindRegistry } from '../../src/domain/interaction-kind.js';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { fingerprintInteraction, fingerprintMessage } from '../../src/ingest/fingerprint.js';
import { Database } from '../../src/neo4j/database.js';
import { migrate } from '../../src/neo4j/migrate.js';
import { type BatchItem, Neo4jInteractionStore } from '../../src/store/interaction-store.js';
import { testConnection } from '../support/database.js';
import { graphFacts } from '../support/graph-facts.js';
import { consistentRecords } from '../support/random-records.js';
import { referenceGraph } from '../support/reference-graph.js';

function toItem(record: CanonicalRecord, index: number): BatchItem {
  const fingerprint =
    record.type === 'interaction'
      ? fingerprintInteraction(record)
      : record.type === 'message'
        ? fingerprintMessage(record)
        : 0n;
  return { index, record, fingerprint };
}

describe('the graph of a set of records', () => {
  const database = new Database(testConnection());
  const store = new Neo4jInteractionStore(database, new KindRegistry());
  let run = 0;

  beforeAll(async () => {
    await migrate(database);
  });

  afterAll(() => database[Symbol.asyncDispose]());

  it('is the one of the definitions, whatever the order, the batches and the repeats', async () => {
    const order = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
    const property = fc.asyncProperty(
      consistentRecords,
      order,
      fc.integer({ min: 1, max: 9 }),
      async (make, random, size) => {
        const prefix = `o${run++}`;
        const records = make(prefix);
        const draw = () => random.next().value as number;
        const shuffled = [...records, ...records.filter(() => draw() < 0.2)]
          .map((record) => ({ record, key: draw() }))
          .sort((a, b) => a.key - b.key);
        const sum = { stored: 0, duplicate: 0, ignored: 0 };
        for (let from = 0; from < shuffled.length; from += size) {
          const verdict = await store.record(
            shuffled.slice(from, from + size).map(({ record }, i) => toItem(record, from + i)),
          );
          expect(verdict.rejects).toEqual([]);
          for (const key of ['stored', 'duplicate', 'ignored'] as const) sum[key] += verdict[key];
        }
        expect(sum.stored + sum.duplicate + sum.ignored).toBe(shuffled.length);
        expect(await graphFacts(database, prefix)).toEqual(referenceGraph(records));
      },
    );
    await fc.assert(property, { numRuns: Number(process.env['RAPPORT_ORDER_RUNS'] ?? 60), endOnFailure: false });
  }, 300_000);
});
