import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { KindRegistry } from '../../../src/domain/interaction-kind.js';
import type { CanonicalRecord } from '../../../src/domain/records.js';
import type { Verdict } from '../../../src/domain/verdict.js';
import { RecordInteractions } from '../../../src/service/record-interactions.js';
import type { BatchItem, InteractionStore } from '../../../src/store/interaction-store.js';
import { inChunks } from '../ingest/context.js';

/** Keeps what it was given, a moment later, as a database would. */
class SlowStore implements InteractionStore {
  readonly stored: CanonicalRecord[] = [];

  async record(batch: readonly BatchItem[]) {
    await new Promise((done) => setTimeout(done, 20));
    this.stored.push(...batch.map(({ record }) => record));
    return { stored: batch.length, duplicate: 0, ignored: 0, unresolved: 0, mismatched: 0, rejects: [] };
  }
}

const CSV = `id,from,to,kind,at\n${lines((i) => `i${i},x:a,x:b,reply,2026-01-01T00:00:00Z`)}`;
const NDJSON = lines((i) => `{"id":"i${i}","from":"x:a","to":"x:b","kind":"reply","at":"2026-01-01T00:00:00Z"}`);

function lines(line: (i: number) => string, count = 2_500): string {
  return Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');
}

async function* failing(bytes: Uint8Array, size?: number): AsyncGenerator<Uint8Array> {
  yield* inChunks(bytes, size);
  throw Object.assign(new Error('the disk is gone'), { code: 'EIO' });
}

describe('a source that fails', () => {
  it.each([
    ['ndjson', NDJSON, 2_500],
    ['csv', CSV, 2_500],
    ['csv', CSV.slice(0, 1_000), 23],
    ['ndjson', NDJSON.slice(0, 1_000), 12],
  ])('has what came before stored, and its error told: %s', async (format, text, least) => {
    const store = new SlowStore();
    let last: Verdict | null = null;
    const request = { format, onProgress: (verdict: Verdict) => (last = verdict) };
    const recorded = new RecordInteractions(store, new KindRegistry()).record(failing(Buffer.from(text)), request);
    await expect(recorded).rejects.toThrow('the disk is gone');
    expect(store.stored.length).toBeGreaterThanOrEqual(least);
    expect(last).toMatchObject({ stored: store.stored.length });
  });

  it.each([
    ['ndjson', NDJSON],
    ['csv', CSV],
  ])('is a gzip cut short as well: %s', async (_, text) => {
    const store = new SlowStore();
    const packed = gzipSync(text);
    const source = inChunks(packed.subarray(0, Math.floor(packed.length * 0.9)));
    await expect(new RecordInteractions(store, new KindRegistry()).record(source, {})).rejects.toMatchObject({
      code: 'FORMAT_INVALID',
    });
    expect(store.stored.length).toBeGreaterThan(2_000);
  });

  it.each(['ndjson', 'csv'])('tells its error where nothing came before: %s', async (format) => {
    const store = new SlowStore();
    const recorded = new RecordInteractions(store, new KindRegistry()).record(failing(Buffer.alloc(0)), { format });
    await expect(recorded).rejects.toThrow('the disk is gone');
    expect(store.stored).toEqual([]);
  });
});

describe('progress', () => {
  it('is told of batches of which nothing is stored as well', async () => {
    const store = new SlowStore();
    const told: Verdict[] = [];
    const bad = lines((i) => `{"id":"b${i}","kind":"repl"}`, 5_000);
    const verdict = await new RecordInteractions(store, new KindRegistry()).record(inChunks(Buffer.from(bad)), {
      format: 'ndjson',
      onProgress: (sofar) => told.push(sofar),
    });
    expect(told.map(({ rejected }) => rejected)).toEqual([4_000, 5_000, 5_000]);
    expect([verdict.received, verdict.rejected, store.stored]).toEqual([5_000, 5_000, []]);
  });
});
