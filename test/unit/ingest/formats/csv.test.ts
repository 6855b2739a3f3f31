import { describe, expect, it } from '@jest/globals';
import { detectDelimiter } from '../../../../src/ingest/formats/csv.js';
import type { MappingGuess } from '../../../../src/ingest/guess-mapping.js';
import { codesOf, readAll, recordsOf } from '../context.js';

const HEADER = 'from_id,to_id,kind,occurred_at,id';
const row = (id: string) => `x:a,x:b,like,2026-10-01T10:00:00Z,${id}`;

/** Rows that must be refused by themselves, between two good ones. */
const BAD_ROWS: readonly (readonly [claim: string, bytes: string | Buffer, code: string])[] = [
  ['too few cells', 'x:a,x:b,like', 'MALFORMED'],
  ['too many cells', `${row('9')},more`, 'MALFORMED'],
  ['a quote inside an unquoted cell', 'x:a,x"b,like,2026-10-01T10:00:00Z,9', 'MALFORMED'],
  ['text after a closing quote', '"x:a"b,x:b,like,2026-10-01T10:00:00Z,9', 'MALFORMED'],
  ['a quote that never closes', '"x:a,x:b,like,2026-10-01T10:00:00Z,9', 'MALFORMED'],
  ['a quote that never closes in the last cell', 'x:a,x:b,like,2026-10-01T10:00:00Z,"9', 'MALFORMED'],
  ['Latin-1', Buffer.from('x:\xe9,x:b,like,2026-10-01T10:00:00Z,9', 'latin1'), 'MALFORMED'],
  ['a million columns', ','.repeat(1_000_000), 'RECORD_TOO_LARGE'],
  ['an empty actor', ',x:b,like,2026-10-01T10:00:00Z,9', 'FIELD_MISSING'],
  ['an empty target', 'x:a,,like,2026-10-01T10:00:00Z,9', 'TARGET_MISSING'],
  ['an unknown kind', 'x:a,x:b,poke,2026-10-01T10:00:00Z,9', 'KIND_UNKNOWN'],
  ['a time without offset', 'x:a,x:b,like,2026-10-01 10:00:00,9', 'TIME_WITHOUT_OFFSET'],
  ['a number as time', 'x:a,x:b,like,1700000000,9', 'TIME_UNIT_MISSING'],
  ['no platform', 'a,x:b,like,2026-10-01T10:00:00Z,9', 'PLATFORM_MISSING'],
  ['NUL in an id', 'x:a,x:b,like,2026-10-01T10:00:00Z,"9\u00009"', 'ID_MALFORMED'],
];

describe('CSV', () => {
  it.each(BAD_ROWS)('refuses a row of %s and nothing else', async (_claim, bytes, code) => {
    const file = Buffer.concat([
      Buffer.from(`${HEADER}\n${row('1')}\n`),
      Buffer.from(bytes),
      Buffer.from(`\n${row('2')}\n`),
    ]);
    const items = await readAll(file);
    expect(codesOf(items)).toEqual(['ok', code, 'ok']);
    expect(items[1]).toMatchObject({ index: 1, reject: { index: 1, line: 3 } });
  });

  it('isolates a quote that never closes among quoted rows, near and far', async () => {
    const quoted = (id: number) => `"x:a","x:b",like,2026-10-01T10:00:00Z,"${id}"`;
    for (const count of [3, 2_000]) {
      const rows = Array.from({ length: count }, (_, i) =>
        i === 1 ? '"x:a,x:b,like,2026-10-01T10:00:00Z,1' : quoted(i),
      );
      const codes = codesOf(await readAll([HEADER, ...rows].join('\n')));
      expect(codes.filter((code) => code !== 'ok')).toEqual(['MALFORMED']);
      expect(codes).toHaveLength(count);
    }
  });

  it('reads quoted commas, doubled quotes, newlines, a byte order mark and CRLF', async () => {
    const items = await readAll(
      `\ufeff${HEADER}\r\n"x:a, ""the"" b","x:b",like,2026-10-01T10:00:00Z,1\r\n${row('2')},\r\n`,
    );
    expect(recordsOf(items)).toMatchObject([{ from: 'x:a, "the" b' }, { id: '2' }]);
    const broken = await readAll(`${HEADER},note\n${row('1')},"two\nlines, and ""more""\n"\n${row('2')},\nbad\n`);
    expect(codesOf(broken)).toEqual(['ok', 'ok', 'MALFORMED']);
    expect(broken[2]).toMatchObject({ reject: { line: 6 } });
  });

  it('leaves out rows without content, and reads nothing from nothing', async () => {
    expect(codesOf(await readAll(`${HEADER}\n,,,,\n\n${row('1')}\n , ,,,\n`))).toEqual(['ok']);
    for (const empty of ['', '\n\n', HEADER, `${HEADER}\n`])
      expect(await readAll(empty, { format: 'csv' })).toEqual([]);
  });

  it.each([[','], [';'], ['\t']])('detects %j as delimiter', async (delimiter) => {
    const table = [HEADER, row('1')].join('\n').replaceAll(',', delimiter);
    expect(recordsOf(await readAll(table, { format: 'csv' }))).toMatchObject([{ id: '1', to: 'x:b' }]);
  });

  it('does not count delimiters inside quoted headers', () => {
    expect(detectDelimiter(Buffer.from('"a,b,c,d";e;f\n'))).toBe(';');
    expect(detectDelimiter(Buffer.from('one\n'))).toBe(',');
  });

  it('gives every interaction of an aimed-at-several row an id of its own and one message', async () => {
    const mapping = {
      version: 1,
      from: { column: 'who' },
      to: { column: 'whom', split: ';' },
      at: { column: 'when' },
      id: { column: 'key' },
      kind: 'reply',
    } as const;
    const table = 'who,whom,when,key\na,b; c;;d,2026-10-01T10:00:00Z,7\na,b,2026-10-01T10:00:00Z,8\n';
    expect(recordsOf(await readAll(table, { mapping, platform: 'p' }))).toMatchObject([
      { id: 'p:7#1', to: 'p:b', message: 'p:7' },
      { id: 'p:7#2', to: 'p:c', message: 'p:7' },
      { id: 'p:7#3', to: 'p:d', message: 'p:7' },
      { id: 'p:8', to: 'p:b', message: 'p:8' },
    ]);
  });

  it('reads messages and persons where a type column says so', async () => {
    const table = [
      'type,id,author,to_id,kind,occurred_at,name,handle,roles',
      'message,m1,x:a,,,2026-10-01T10:00:00Z,,,',
      'Person,x:a,,,person,,Ana,@ana,"founder,editor"',
      ',i1,x:a,x:b,like,2026-10-01T10:00:00Z,,,',
      'event,i2,x:a,x:b,like,2026-10-01T10:00:00Z,,,',
    ];
    const mapped = await readAll(table.slice(0, 4).join('\n'));
    expect(recordsOf(mapped)).toMatchObject([
      { type: 'message', id: 'm1', author: 'x:a' },
      { type: 'person', id: 'x:a', handle: 'ana', roles: ['founder', 'editor'] },
      { type: 'interaction', id: 'i1' },
    ]);
  });

  it('counts a weighted row that often, each with its own id, and refuses weights that are no counts', async () => {
    const table = 'Source,Target,Weight\na,b,3\na,c,1.0\na,d,0\na,e,2.5\na,f,10001\na,g,\n';
    const items = await readAll(table, { platform: 'p' });
    expect(codesOf(items)).toEqual(['ok', 'ok', 'ok', 'ok', 'FIELD_INVALID', 'FIELD_INVALID', 'FIELD_INVALID', 'ok']);
    expect(new Set(recordsOf(items).map(({ id }) => id)).size).toBe(5);
    expect(recordsOf(items)[0]).toMatchObject({ kind: 'mention', atQuality: 'unknown', at: 0 });
  });

  it('refuses a file whose header it cannot read', async () => {
    await expect(readAll(`"${HEADER}\n${row('1')}`)).rejects.toMatchObject({ code: 'FORMAT_INVALID' });
  });

  it('refuses a header in UTF-16 that begins with no ASCII, and shows none of its zeros', async () => {
    await expect(readAll(Buffer.from('от,to_id,kind,at\n', 'utf16le'), { format: 'csv' })).rejects.toMatchObject({
      code: 'FORMAT_INVALID',
      message: expect.stringMatching(/^[^\0]*UTF-16[^\0]*UTF-8$/),
    });
  });

  it('refuses a column that is there twice and would be read, by name', async () => {
    const line = 'x:a,x:b,like,2026-10-01T10:00:00Z,x:c';
    const twice = readAll(`from,to,kind,at,from\n${line}\n`);
    await expect(twice).rejects.toMatchObject({
      code: 'FORMAT_INVALID',
      message: 'the table has 2 columns "from", and it is not told which of them to read; give them different names',
    });
    const mapping = { version: 1, from: { column: 'who' }, to: { column: 'to' }, at: { column: 'at' } } as const;
    await expect(readAll(`Who,to,kind,at,WHO\n${line}\n`, { mapping })).rejects.toMatchObject({
      code: 'FORMAT_INVALID',
      message: expect.stringContaining('2 columns "Who" and "WHO"'),
    });
  });

  it('reads a table in which a column is there twice that is not read', async () => {
    const guesses: MappingGuess[] = [];
    const line = 'x:a,x:b,like,2026-10-01T10:00:00Z,1,2,,';
    const items = await readAll(`from,to,kind,at,note,note,,\n${line}\n`, {
      onMapping: (found) => guesses.push(found),
    });
    expect(codesOf(items)).toEqual(['ok']);
    expect(guesses[0]?.unused).toEqual(['note', 'note', '', '']);
    const named = await readAll(`From,to,kind,at,FROM\nx:a,x:b,like,2026-10-01T10:00:00Z,x:c\n`, {
      mapping: { version: 1, from: { column: 'FROM' }, to: { column: 'to' }, at: { column: 'at' }, kind: 'like' },
    });
    expect(recordsOf(named)).toMatchObject([{ from: 'x:c' }]);
  });

  it.each([
    ['a column of its own', 'type,id,from_id,author,occurred_at', 'message,m1,,x:ann,2026-10-01T10:00:00Z'],
    ['the column of who acts', 'type,id,from_id,occurred_at', 'message,m1,x:ann,2026-10-01T10:00:00Z'],
    ['the only column of that name', 'type,id,author,occurred_at', 'message,m1,x:ann,2026-10-01T10:00:00Z'],
    ['who acts where its own is empty', 'type,id,from_id,author,occurred_at', 'message,m1,x:ann,,2026-10-01T10:00:00Z'],
  ])('takes the author of a message from %s', async (_, header, line) => {
    expect(recordsOf(await readAll(`${header}\n${line}\n`))).toMatchObject([{ type: 'message', author: 'x:ann' }]);
  });

  it('makes one message of a row with several targets, whoever said the kind', async () => {
    const mapping = {
      version: 1,
      from: { column: 'a' },
      to: { column: 'b', split: ';' },
      at: { column: 't' },
      id: { column: 'i' },
    } as const;
    const file = 'i,a,b,t\np1,x:a,x:b;x:c,2026-10-01T10:00:00Z\n';
    const said = recordsOf(await readAll(file, { mapping: { ...mapping, kind: 'reply' } }));
    const asked = recordsOf(await readAll(file, { mapping, kind: 'reply', format: 'csv' }));
    expect(asked).toEqual(said);
    expect(asked).toMatchObject([{ message: 'p1' }, { message: 'p1' }]);
  });
});
