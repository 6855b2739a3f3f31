import { describe, expect, it } from '@jest/globals';
import { guessFormat } from '../../../src/ingest/guess-format.js';
import { readRecords } from '../../../src/ingest/read-records.js';
import { codesOf, inChunks, kinds, NOW, readAll, recordsOf } from './context.js';

const row = { from: 'a', to: 'b', kind: 'dm', at: '2026-10-01T10:00:00Z' };
const file = (...rows: object[]) => rows.map((each) => JSON.stringify(each)).join('\n');

describe('readRecords', () => {
  it('cuts the records into chunks of the size asked for, numbered through', async () => {
    const sizes: number[] = [];
    const indexes: number[] = [];
    const source = inChunks(Buffer.from(file(...Array.from({ length: 7 }, () => row), { kind: 1 })));
    for await (const chunk of readRecords(source, { kinds, now: NOW, platform: 'p', chunkSize: 3 })) {
      sizes.push(chunk.length);
      indexes.push(...chunk.map(({ index }) => index));
    }
    expect(sizes).toEqual([3, 3, 2]);
    expect(indexes).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('numbers identical rows without id, so that all count and a second import changes nothing', async () => {
    const other = { ...row, to: 'c' };
    const first = recordsOf(await readAll(file(row, row, other, row), { platform: 'p' }));
    expect(first.map(({ id }) => id.slice(50))).toEqual(['', '#2', '', '#3']);
    expect(first[0]?.id).toMatch(/^sha256-[\w-]{43}$/);
    expect(first[0]).toMatchObject({ message: first[0]?.id });
    expect(recordsOf(await readAll(file(row, row, other, row), { platform: 'p' }))).toEqual(first);
  });

  it('derives the same id however the platform and the kind were given', async () => {
    const explicit = { ...row, from: 'p:a', to: 'p:b', kind: 'DM', at: '2026-10-01T12:00:00.0004+02:00' };
    const ids = [...(await readAll(file(row), { platform: 'p' })), ...(await readAll(file(explicit)))];
    expect(new Set(recordsOf(ids).map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    ['kind', { kind: 'poke' }],
    ['platform', { platform: 'a:b' }],
    ['platform', { platform: '' }],
  ])('refuses an impossible %s', async (field, options) => {
    await expect(readAll('', options)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field } });
  });
});

describe('guessFormat', () => {
  it.each([
    ['a.ndjson', '', 'ndjson'],
    ['a.JSONL.gz', '', 'ndjson'],
    ['a.csv.gz', '{', 'csv'],
    ['a.tsv', '', 'csv'],
    ['a.json', ' \n{"a":1}', 'ndjson'],
    [undefined, '\ufeff{', 'ndjson'],
    ['-', 'from,to', 'csv'],
    ['dump', '', 'csv'],
  ] as const)('of %s that begins with %j is %s', (name, head, format) => {
    expect(guessFormat(name, Buffer.from(head))).toBe(format);
  });

  it('refuses one JSON list', async () => {
    await expect(readAll('[{}]')).rejects.toMatchObject({ code: 'FORMAT_INVALID' });
    expect(codesOf(await readAll('[{}]', { format: 'ndjson' }))).toEqual(['NOT_AN_OBJECT']);
  });
});
