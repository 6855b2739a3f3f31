import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { parseRecord } from '../../src/ingest/record.js';
import { createRecordContext } from '../../src/ingest/record-context.js';
import { Database } from '../../src/neo4j/database.js';
import { type AnyQuery, encodeParameters } from '../../src/neo4j/query.js';
import { ConversationStore } from '../../src/store/conversation-store.js';
import { allQueries } from '../support/all-queries.js';
import { Community } from '../support/community.js';
import { testConnection } from '../support/database.js';

interface Plan {
  readonly operatorType: string;
  readonly identifiers: readonly string[];
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly Plan[];
}

/** A value of any parameter that no encoder refuses: EXPLAIN runs nothing. */
function anyValues(query: AnyQuery): Record<string, unknown> {
  return Object.fromEntries(Object.keys(query.parameters).map((name) => [name, null]));
}

function operators(plan: Plan): string[] {
  return [plan.operatorType.replace(/@.*/, ''), ...plan.children.flatMap(operators)];
}

/** One record of everything, scored, so that every property that the statements name has been written by the product itself. */
async function recordEverything(): Promise<void> {
  const community = await Community.open();
  const context = createRecordContext({ kinds: community.kinds, now: Date.now() });
  const at = '1970-02-01T00:00:00Z';
  const full = { at, platform: 'x', tags: ['a'], meta: { b: 1 }, atQuality: 'estimated', visibility: 'group' };
  const raw = [
    {
      type: 'person',
      id: 'x:1',
      name: 'A',
      handle: 'a',
      kind: 'person',
      roles: ['r'],
      organisation: 'o',
      aliases: ['x:9'],
    },
    { type: 'message', id: 'm', author: '1', at, platform: 'x', tags: ['a'], visibility: 'group' },
    { type: 'message', id: 't', author: '2', at, platform: 'x', conversation: 'm' },
    { type: 'message', id: 'n', at, platform: 'x' },
    { type: 'message', id: 'w', author: '2', at, platform: 'x', inReplyTo: 'n' },
    { ...full, id: 'r1', from: '2', kind: 'reply', inReplyTo: 'm' },
    { ...full, id: 'r2', from: '1', kind: 'reply', inReplyTo: 'r1' },
    { ...full, id: 'd1', from: '2', to: '1', kind: 'dm', visibility: 'direct' },
    { ...full, id: 'l1', from: '2', kind: 'like', inReplyTo: 'nobody-yet' },
    { ...full, id: 's1', from: '1', kind: 'comment', inReplyTo: 'm' },
    { ...full, id: 'e1', from: '1', to: '2', kind: 'mention', message: 'm', at: '1970-01-31T00:00:00Z' },
    { id: 'gone', op: 'retract', platform: 'x' },
  ];
  const records = raw.map((record) => parseRecord(record, context));
  await community.record(records.map((result) => (result as { record: CanonicalRecord }).record));
  await community.score();
  await new ConversationStore(community.database).summarise();
  await community[Symbol.asyncDispose]();
}

describe('every statement, explained by the server', () => {
  const database = new Database(testConnection());
  let queries: readonly AnyQuery[];

  beforeAll(async () => {
    await recordEverything();
    queries = await allQueries();
  });

  afterAll(() => database[Symbol.asyncDispose]());

  async function explain(query: AnyQuery) {
    return database.administer(query.mode, async (session) => {
      const result = await session.run(`EXPLAIN ${query.statement}`, anyValues(query));
      return { keys: result.records[0]?.keys, summary: result.summary };
    });
  }

  it('returns the declared columns in the declared mode, without a notification and without a scan of all nodes, or of a label where a batch is written', async () => {
    const wrong: string[] = [];
    for (const query of queries) {
      const { summary } = await explain(query);
      const plan = summary.plan as unknown as Plan;
      const columns = String(plan.arguments['Details'] ?? '').split(', ');
      const declared = Object.keys(query.columns);
      if (declared.length > 0 && columns.join() !== declared.join())
        wrong.push(`${query.name} returns ${columns.join()}, declared ${declared.join()}`);
      if (query.mode === 'READ' && !['r', 's'].includes(summary.queryType))
        wrong.push(`${query.name} is read but of type ${summary.queryType}`);
      if (query.mode === 'WRITE' && summary.queryType === 'r') wrong.push(`${query.name} is written but only reads`);
      const notes = summary.gqlStatusObjects
        .map(({ gqlStatus }) => gqlStatus)
        .filter((status) => !['00000', '00001', '02000'].includes(status));
      if (notes.length > 0)
        wrong.push(
          `${query.name}: ${notes.join()} ${summary.gqlStatusObjects.map(({ statusDescription }) => statusDescription).join(' | ')}`,
        );
      if (operators(plan).includes('AllNodesScan')) wrong.push(`${query.name} scans all nodes`);
      if (query.name.startsWith('ingest/') && operators(plan).includes('NodeByLabelScan'))
        wrong.push(`${query.name} scans a label`);
    }
    expect(wrong).toEqual([]);
    expect(queries.length).toBeGreaterThan(40);
  }, 180_000);

  it('encodes parameters by name', () => {
    const query = queries.find(({ name }) => name === 'person/by-id')!;
    expect(encodeParameters(query, { ids: ['a:1'] } as never)).toEqual({ ids: ['a:1'] });
  });

  it('refuses a write in a reading session', async () => {
    const write = database.administer('READ', (session) => session.run('CREATE (:WriteTest)'));
    await expect(write).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});
