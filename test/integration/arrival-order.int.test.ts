import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KindRegistry } from '../../src/domain/interaction-kind.js';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { Database } from '../../src/neo4j/database.js';
import { migrate } from '../../src/neo4j/migrate.js';
import { Neo4jInteractionStore } from '../../src/store/interaction-store.js';
import { batchItem } from '../support/batch-item.js';
import { testConnection } from '../support/database.js';
import { graphFacts } from '../support/graph-facts.js';
import { consistentRecords } from '../support/random-records.js';
import { referenceGraph } from '../support/reference-graph.js';

const RUNS = Number(process.env['RAPPORT_ORDER_RUNS'] ?? 40);

describe('the graph of a set of records', () => {
  const database = new Database(testConnection());
  const store = new Neo4jInteractionStore(database, new KindRegistry());
  let run = 0;

  beforeAll(async () => {
    await migrate(database);
  });

  afterAll(() => database[Symbol.asyncDispose]());

  const shuffle = <T>(items: readonly T[], draw: () => number): T[] =>
    items
      .map((item) => ({ item, key: draw() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);

  /** Stores records in batches; the sums of the verdicts. */
  async function storeAll(records: readonly CanonicalRecord[], size: number) {
    const sum = { stored: 0, duplicate: 0, ignored: 0 };
    for (let from = 0; from < records.length; from += size) {
      const batch = records.slice(from, from + size).map((record, i) => batchItem(record, from + i));
      const verdict = await store.record(batch);
      expect(verdict.rejects).toEqual([]);
      for (const key of ['stored', 'duplicate', 'ignored'] as const) sum[key] += verdict[key];
      expect(sum.stored + sum.duplicate + sum.ignored).toBe(Math.min(from + size, records.length));
    }
    return sum;
  }

  it('is the one of the definitions, whatever the order, the batches and the repeats', async () => {
    const order = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
    const property = fc.asyncProperty(
      consistentRecords,
      order,
      fc.integer({ min: 1, max: 9 }),
      async (make, random, size) => {
        const prefix = `arrival-${run++}-`;
        const records = make(prefix);
        const draw = () => random.next().value as number;
        await storeAll(shuffle([...records, ...records.filter(() => draw() < 0.2)], draw), size);
        expect(await graphFacts(database, prefix)).toEqual(referenceGraph(records));
      },
    );
    await fc.assert(property, { numRuns: RUNS, endOnFailure: false });
  }, 300_000);

  it('is the one of what is not retracted, whatever the order of records and retractions', async () => {
    const order = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
    const share = fc.constantFrom(0.1, 0.3, 0.7);
    const property = fc.asyncProperty(
      consistentRecords,
      order,
      share,
      fc.integer({ min: 1, max: 9 }),
      async (make, random, retracted, size) => {
        const prefix = `retracted-${run++}-`;
        const draw = () => random.next().value as number;
        const said = make(prefix);
        const ids = [...new Set([...said.map(({ id }) => id), `${prefix}:unknown`])].filter(() => draw() < retracted);
        const records = [...said, ...ids.map((id) => ({ type: 'retraction', id }) as const)];
        const repeated = shuffle([...records, ...records.filter(() => draw() < 0.2)], draw);
        const { ignored } = await storeAll(repeated, size);
        expect(ignored).toBeGreaterThanOrEqual(afterRetraction(repeated));
        await expectGraph(prefix, records);
        const again = await storeAll(shuffle(repeated, draw), size);
        expect(again.stored).toBe(0);
        await expectGraph(prefix, records);
      },
    );
    await fc.assert(property, { numRuns: RUNS, endOnFailure: false });
  }, 600_000);

  /** Whoever is left with nothing may stay. */
  async function expectGraph(prefix: string, records: readonly CanonicalRecord[]): Promise<void> {
    const expected = referenceGraph(records);
    const known = new Set(expected);
    const facts = await graphFacts(database, prefix);
    expect(facts.filter((fact) => !fact.startsWith('person ') || known.has(fact))).toEqual(expected);
  }
});

/** How many records come after the retraction of their id. */
function afterRetraction(records: readonly CanonicalRecord[]): number {
  const gone = new Set<string>();
  let count = 0;
  for (const { type, id } of records) {
    if (type === 'retraction') gone.add(id);
    else if (gone.has(id)) count++;
  }
  return count;
}
