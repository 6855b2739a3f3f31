import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { decompress } from '../../../src/ingest/decompress.js';
import { readRecords } from '../../../src/ingest/read-records.js';
import { codesOf, inChunks, kinds, NOW, readAll } from './context.js';

const lines = Array.from({ length: 3_000 }, (_, i) =>
  JSON.stringify({
    id: `i${i}-${(i * 7_919) % 1_013}`,
    from: `x:${i}`,
    to: 'x:b',
    kind: 'like',
    at: '2026-10-01T10:00:00Z',
  }),
);
const plain = Buffer.from(lines.join('\n'));

async function collect(source: AsyncIterable<Uint8Array>): Promise<{ bytes: Buffer; error: unknown }> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of source) chunks.push(chunk);
  } catch (error) {
    return { bytes: Buffer.concat(chunks), error };
  }
  return { bytes: Buffer.concat(chunks), error: null };
}

describe('decompress', () => {
  it.each([1_000, 4_096, 1 << 20])('reads gzip and plain bytes alike in chunks of %i', async (size) => {
    for (const file of [plain, gzipSync(plain)]) {
      const { bytes, error } = await collect(decompress(inChunks(file, size)));
      expect([bytes.equals(plain), error]).toEqual([true, null]);
    }
  });

  it('reads gzip that arrives byte by byte', async () => {
    const { bytes } = await collect(decompress(inChunks(gzipSync(plain.subarray(0, 3_000)), 1)));
    expect(bytes.equals(plain.subarray(0, 3_000))).toBe(true);
  });

  it('reads files of several gzip members', async () => {
    const joined = Buffer.concat([gzipSync(plain.subarray(0, 999)), gzipSync(plain.subarray(999))]);
    expect((await collect(decompress(inChunks(joined)))).bytes.equals(plain)).toBe(true);
  });

  it('delivers what a truncated file still holds, then says that it is truncated', async () => {
    const whole = gzipSync(plain);
    const { bytes, error } = await collect(decompress(inChunks(whole.subarray(0, whole.length - 200), 1_000)));
    expect(error).toMatchObject({ code: 'FORMAT_INVALID', message: expect.stringContaining('truncated') });
    expect(bytes.length).toBeGreaterThan(plain.length * 0.7);
    expect(plain.subarray(0, bytes.length).equals(bytes)).toBe(true);
  });

  it('hands the records before a truncation out before it throws', async () => {
    const whole = gzipSync(plain);
    const codes: string[] = [];
    const reading = async () => {
      const source = inChunks(whole.subarray(0, whole.length - 200));
      for await (const chunk of readRecords(source, { kinds, now: NOW, format: 'ndjson' }))
        codes.push(...codesOf(chunk));
    };
    await expect(reading()).rejects.toMatchObject({ code: 'FORMAT_INVALID' });
    expect(codes.length).toBeGreaterThan(2_000);
    expect(new Set(codes)).toEqual(new Set(['ok']));
  });

  it.each([10, 1_000, 100_000])('passes over %i bytes of padding behind the data', async (size) => {
    const padded = Buffer.concat([gzipSync(plain), Buffer.alloc(size)]);
    const { bytes, error } = await collect(decompress(inChunks(padded, 500)));
    expect([bytes.equals(plain), error]).toEqual([true, null]);
  });

  it('refuses damage in the middle', async () => {
    const whole = Buffer.from(gzipSync(plain));
    whole.fill(0xff, 10_000, 10_050);
    expect((await collect(decompress(inChunks(whole, 500)))).error).toMatchObject({ code: 'FORMAT_INVALID' });
  });

  it('stops a bomb by ratio and by size', async () => {
    const bomb = gzipSync(Buffer.alloc(1 << 22));
    const ratio = await collect(decompress(inChunks(bomb, 512), { bytes: 2 ** 40, ratio: 500, graceBytes: 1 << 16 }));
    const size = await collect(decompress(inChunks(bomb, 512), { bytes: 1 << 20, ratio: 5_000, graceBytes: 2 ** 40 }));
    for (const { error } of [ratio, size])
      expect(error).toMatchObject({ code: 'FORMAT_INVALID', message: expect.stringContaining('expands') });
    expect(size.bytes.length).toBeLessThan(1 << 22);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le')],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le').swap16()],
    ['UTF-16', Buffer.from('{"id": 1}', 'utf16le')],
    ['UTF-16', Buffer.from('from,to,kind,at\n', 'utf16le')],
    ['UTF-16', Buffer.from('from,to,kind,at\n', 'utf16le').swap16()],
    ['UTF-16', Buffer.from('von wem: ä,an,kind,at\n', 'utf16le')],
    ['zip', Buffer.from('PK\u0003\u0004rest')],
    ['Zstandard', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0])],
    ['bzip2', Buffer.from('BZh91AY')],
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])],
    ['Parquet', Buffer.from('PAR1....')],
  ])('refuses %s by name', async (name, bytes) => {
    await expect(readAll(bytes)).rejects.toMatchObject({
      code: 'FORMAT_INVALID',
      message: expect.stringContaining(name),
    });
    await expect(readAll(gzipSync(bytes))).rejects.toMatchObject({ code: 'FORMAT_INVALID' });
  });

  it('closes its source when the reader stops early, and passes its errors on', async () => {
    let closed = false;
    async function* source() {
      try {
        for (;;) yield plain;
      } finally {
        closed = true;
      }
    }
    for await (const _ of readRecords(source(), { kinds, now: NOW, chunkSize: 10 })) break;
    expect(closed).toBe(true);
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(lines[0]!);
      throw new Error('disk gone');
    }
    await expect(collect(decompress(failing()))).resolves.toMatchObject({ error: { message: 'disk gone' } });
  });
});
