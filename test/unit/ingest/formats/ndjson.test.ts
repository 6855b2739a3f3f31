import { describe, expect, it } from '@jest/globals';
import { codesOf, readAll } from '../context.js';

const line = (id: string) => JSON.stringify({ id, from: 'x:a', to: 'x:b', kind: 'like', at: '2026-10-01T10:00:00Z' });
const deep = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

/** Lines that must be refused by themselves, between two good ones. */
const BAD_LINES: readonly (readonly [claim: string, bytes: string | Buffer, code: string])[] = [
  ['a truncated object', line('x').slice(0, -5), 'MALFORMED'],
  ['two objects', line('x') + line('y'), 'MALFORMED'],
  ['single quotes', "{'id':'x'}", 'MALFORMED'],
  ['a trailing comma', '{"id":"x",}', 'MALFORMED'],
  ['NaN', '{"at":NaN}', 'MALFORMED'],
  ['a comment', '// nothing', 'MALFORMED'],
  ['a CSV row', 'a,b,like', 'MALFORMED'],
  ['a NUL byte', '\u0000', 'MALFORMED'],
  ['a raw control character in a text', '{"id":"a\u0001"}', 'MALFORMED'],
  ['a byte order mark in the middle', '\ufeff{}', 'MALFORMED'],
  ['Latin-1', Buffer.from('{"id":"\xe9"}', 'latin1'), 'MALFORMED'],
  ['an overlong UTF-8 sequence', Buffer.from([0x7b, 0x22, 0xc0, 0x80, 0x22, 0x7d]), 'MALFORMED'],
  ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'MALFORMED'],
  ['UTF-16 without mark', Buffer.from('{}', 'utf16le'), 'MALFORMED'],
  ['nesting of 65 levels', deep(64), 'MALFORMED'],
  ['nesting of 15,000 levels', deep(15_000), 'MALFORMED'],
  ['32,769 bytes', JSON.stringify({ a: 'x'.repeat(32_761) }), 'RECORD_TOO_LARGE'],
  ['a megabyte', JSON.stringify({ a: 'x'.repeat(1_000_000) }), 'RECORD_TOO_LARGE'],
  ['a list', '[]', 'NOT_AN_OBJECT'],
  ['null', 'null', 'NOT_AN_OBJECT'],
  ['a number', '1', 'NOT_AN_OBJECT'],
  ['a lone surrogate by escape', line('x').replace('x:a', 'x:\\ud800'), 'ID_MALFORMED'],
];

describe('NDJSON', () => {
  it.each(BAD_LINES)('refuses a line of %s and nothing else', async (_claim, bytes, code) => {
    const file = Buffer.concat([Buffer.from(`${line('1')}\n`), Buffer.from(bytes), Buffer.from(`\n${line('2')}`)]);
    const items = await readAll(file, { format: 'ndjson' });
    expect(codesOf(items)).toEqual(['ok', code, 'ok']);
    expect(items[1]).toMatchObject({ index: 1, reject: { index: 1, line: 2 } });
  });

  it('isolates one bad line at each place among 50', async () => {
    for (let place = 0; place < 50; place++) {
      const lines = Array.from({ length: 50 }, (_, i) => (i === place ? '{' : line(String(i))));
      const codes = codesOf(await readAll(lines.join('\n')));
      expect(codes.map((code, i) => (code === 'ok' ? -1 : i)).filter((i) => i >= 0)).toEqual([place]);
    }
  });

  it('does not repeat the line in its message', async () => {
    const [item] = await readAll('{"secret": hunter2}', { format: 'ndjson' });
    expect(JSON.stringify(item)).not.toMatch(/secret|hunter2/);
  });

  it('passes over a byte order mark, CRLF and blank lines, and counts lines but not blank records', async () => {
    const items = await readAll(`\ufeff${line('1')}\r\n\r\n  \n${line('2')}\r\n{\r\n`);
    expect(codesOf(items)).toEqual(['ok', 'ok', 'MALFORMED']);
    expect(items[2]).toMatchObject({ reject: { index: 2, line: 5 } });
  });

  it('reads a last line without newline, and nothing from nothing', async () => {
    expect(codesOf(await readAll(line('1')))).toEqual(['ok']);
    for (const empty of ['', '\n\n', '\ufeff', ' ']) expect(await readAll(empty, { format: 'ndjson' })).toEqual([]);
  });

  it('accepts 32,768 bytes and 64 levels', async () => {
    const filler = (size: number) => `${line('1').slice(0, -1)},"x":"${'y'.repeat(size)}"}`;
    const exact = filler(32_768 - filler(0).length);
    expect(exact).toHaveLength(32_768);
    expect(codesOf(await readAll(`${exact}\n${line('1').slice(0, -1)},"x":${deep(62)}}`))).toEqual(['ok', 'ok']);
  });

  it('lets the last of two equal keys count', async () => {
    const items = await readAll(
      '{"id":"1","from":"x:a","from":"x:c","to":"x:b","kind":"like","at":"2026-10-01T10:00:00Z"}',
    );
    expect(items[0]).toMatchObject({ record: { from: 'x:c' } });
  });

  it('holds back no more than a record of a line without end', async () => {
    async function* endless() {
      for (let i = 0; i < 200; i++) yield Buffer.alloc(1 << 20, 0x61);
      yield Buffer.from(`\n${line('1')}\n`);
    }
    const { readNdjson } = await import('../../../../src/ingest/formats/ndjson.js');
    const before = process.memoryUsage().arrayBuffers;
    let items = 0;
    for await (const some of readNdjson(endless())) items += some.length;
    expect(items).toBe(2);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 << 20);
  });
});
