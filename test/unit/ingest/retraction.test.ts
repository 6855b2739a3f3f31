import { describe, expect, it } from '@jest/globals';
import { parseRecord } from '../../../src/ingest/record.js';
import { toJsonRecord } from '../../../src/ingest/record-json.js';
import { codesOf, contextWith, readAll, recordsOf } from './context.js';

const parsed = (raw: object, options = {}) => parseRecord(raw, contextWith(options));
const retraction = (id: string) => ({ ok: true, record: { type: 'retraction', id } });

describe('a retraction', () => {
  it.each([
    ['of an interaction', {}],
    ['of an interaction that says so', { type: 'interaction' }],
    ['of a message', { type: 'message' }],
    ['of any type that is null', { type: null }],
    ['that repeats its record', { from: 'x:a', to: 'x:b', kind: 'reply', at: '2026-10-01T10:00:00Z' }],
    ['whose other fields nobody could read', { from: 7, kind: 'poke', at: 'then', meta: [], tags: 'x', author: {} }],
    ['that would answer itself', { message: 'm', inReplyTo: 'm' }],
    ['of an id that answers itself', { type: 'message', inReplyTo: 'i1' }],
  ])('%s is its id and nothing else', (_, fields) => {
    expect(parsed({ id: 'i1', op: 'retract', ...fields })).toEqual(retraction('i1'));
  });

  it('names its id as a record does: as it stands, or with a platform', () => {
    expect(parsed({ id: 'x:i1', op: 'retract' })).toEqual(retraction('x:i1'));
    expect(parsed({ id: 'i1', op: 'retract', platform: 'p' })).toEqual(retraction('p:i1'));
    expect(parsed({ id: 'i1', op: 'retract' }, { platform: 'd' })).toEqual(retraction('d:i1'));
    expect(parsed({ id: 'i1', op: 'retract', platform: 'p' }, { platform: 'd' })).toEqual(retraction('p:i1'));
    expect(parsed({ id: 'i'.repeat(255), op: 'retract' })).toEqual(retraction('i'.repeat(255)));
  });

  it('is none without an operation', () => {
    const raw = { id: 'i1', from: 'x:a', to: 'x:b', kind: 'like', at: '2026-10-01T10:00:00Z' };
    for (const op of [undefined, null])
      expect(parsed({ ...raw, op })).toMatchObject({ record: { type: 'interaction' } });
  });

  it('survives JSON', () => {
    const record = { type: 'retraction', id: 'p:i1' } as const;
    expect(toJsonRecord(record)).toEqual({ id: 'p:i1', op: 'retract' });
    expect(parsed(toJsonRecord(record))).toEqual({ ok: true, record });
  });

  it('of a person is refused, and told what to do instead', () => {
    expect(parsed({ type: 'person', id: 'x:a', op: 'retract' })).toMatchObject({
      message: expect.stringMatching(/facts about a person cannot be retracted, send new ones/),
    });
  });
});

describe('a table with a column op', () => {
  const HEADER = 'from_id,to_id,kind,occurred_at,id,op';
  const row = (id: string, op = '') => `x:a,x:b,like,2026-10-01T10:00:00Z,${id},${op}`;

  it('holds retractions beside records', async () => {
    const items = await readAll([HEADER, row('1'), row('1', 'retract'), ',,,,2,Retract', row('3')].join('\n'));
    expect(recordsOf(items)).toMatchObject([
      { type: 'interaction', id: '1' },
      { type: 'retraction', id: '1' },
      { type: 'retraction', id: '2' },
      { type: 'interaction', id: '3' },
    ]);
  });

  it('may hold nothing but ids', async () => {
    const items = await readAll('id,op\n1,retract\n,retract\n2,retract\n', { platform: 'p' });
    expect(codesOf(items)).toEqual(['ok', 'FIELD_MISSING', 'ok']);
    expect(recordsOf(items)).toEqual([
      { type: 'retraction', id: 'p:1' },
      { type: 'retraction', id: 'p:2' },
    ]);
  });

  it('needs the columns of records where one row is a record', async () => {
    await expect(readAll('id,op\n1,retract\n2,\n')).rejects.toMatchObject({ code: 'FORMAT_INVALID' });
    await expect(readAll('id,op\n')).rejects.toMatchObject({ code: 'FORMAT_INVALID' });
  });

  it('that holds something else is a column like any other', async () => {
    const notes: (readonly string[])[] = [];
    const items = await readAll([HEADER, row('1', 'yes'), row('2', 'retract')].join('\n'), {
      onMapping: ({ unused }) => notes.push(unused),
    });
    expect(recordsOf(items)).toMatchObject([{ type: 'interaction' }, { type: 'interaction' }]);
    expect(notes).toEqual([['op']]);
  });

  it('that was mapped is read whatever it holds', async () => {
    const mapping = { version: 1, id: { column: 'key' }, op: { column: 'done', map: { DELETE: 'retract' } } } as const;
    const items = await readAll('key,done\n1,DELETE\n2,INSERT\n', { format: 'csv', mapping, platform: 'p' });
    expect(codesOf(items)).toEqual(['ok', 'FIELD_INVALID']);
  });

  it('retracts as many records as the same row without it makes', async () => {
    const mapping = {
      version: 1,
      from: { column: 'who' },
      to: { column: 'whom', split: ';' },
      at: { column: 'when' },
      id: { column: 'key' },
      weight: { column: 'times' },
      kind: 'reply',
      op: { column: 'op' },
    } as const;
    const rows = ['a,b;c,2026-10-01T10:00:00Z,7,2', 'a,b,2026-10-01T10:00:00Z,8,'];
    const table = (op: string) => ['who,whom,when,key,times,op', ...rows.map((each) => `${each},${op}`)].join('\n');
    const ids = async (op: string) =>
      recordsOf(await readAll(table(op), { format: 'csv', mapping, platform: 'p' })).map(({ id }) => id);
    expect(await ids('retract')).toEqual(['p:7#1', 'p:7#2', 'p:7#3', 'p:7#4', 'p:8']);
    expect(await ids('retract')).toEqual(await ids(''));
  });

  it('takes messages back and leaves people alone', async () => {
    const table = ['type,id,author,occurred_at,op', 'message,m1,x:a,,retract', 'Person,x:a,,,retract'].join('\n');
    const items = await readAll(table);
    expect(codesOf(items)).toEqual(['ok', 'FIELD_INVALID']);
    expect(recordsOf(items)).toEqual([{ type: 'retraction', id: 'm1' }]);
  });
});
