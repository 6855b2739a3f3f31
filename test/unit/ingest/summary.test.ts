import { describe, expect, it } from '@jest/globals';
import { readRecords } from '../../../src/ingest/read-records.js';
import { summariseRecords } from '../../../src/ingest/summary.js';
import { inChunks, kinds, NOW } from './context.js';

const summaryOf = (...records: object[]) => {
  const file = Buffer.from(records.map((record) => JSON.stringify(record)).join('\n'));
  return summariseRecords(
    readRecords(inChunks(file), { kinds, now: NOW, platform: 'p', format: 'ndjson', chunkSize: 3 }),
  );
};
const at = (minute: number) => new Date(Date.UTC(2026, 9, 1, 10, minute)).toISOString();
const likes = (count: number, minute: (i: number) => number) =>
  Array.from({ length: count }, (_, i) => ({ id: `${i}`, from: 'a', to: 'b', kind: 'like', at: at(minute(i)) }));

describe('summariseRecords', () => {
  it('counts types, kinds, rejects, times and what the file leaves unresolved', async () => {
    const summary = await summaryOf(
      { type: 'person', id: 'a' },
      { type: 'message', id: 'm1', author: 'a', at: at(1) },
      { id: 'r1', from: 'b', kind: 'reply', at: at(2), inReplyTo: 'm1' },
      { id: 'r2', from: 'a', kind: 'reply', at: at(3), inReplyTo: 'r3' },
      { id: 'r3', from: 'a', kind: 'reply', at: at(4), inReplyTo: 'elsewhere' },
      { id: 'l1', from: 'a', to: 'b', kind: 'like', at: at(5), inReplyTo: 'elsewhere' },
      { id: 'l2', from: 'a', to: 'b', kind: 'like', atQuality: 'unknown' },
      { kind: 'like' },
      { id: 'r1', op: 'retract' },
      { id: 'x', from: 'a', to: 'b', kind: 'poke', at: at(9) },
    );
    expect(summary).toMatchObject({
      received: 10,
      types: { interaction: 5, message: 1, person: 1, retraction: 1 },
      kinds: { reply: 3, like: 2 },
      times: { first: Date.parse(at(1)), last: Date.parse(at(5)) },
      unresolved: 1,
      unresolvedShare: 0.2,
      rejected: 2,
      rejects: { FIELD_MISSING: 1, KIND_UNKNOWN: 1 },
      firstRejects: [
        { index: 7, line: 8, code: 'FIELD_MISSING', path: 'from' },
        { index: 9, line: 10, code: 'KIND_UNKNOWN', path: 'kind' },
      ],
      warnings: [],
    });
    expect(summary.samples.map(({ id }) => id)).toEqual(['p:a', 'p:m1', 'p:r1', 'p:r2', 'p:r3']);
  });

  it('of nothing is all zero', async () => {
    expect(await summaryOf()).toMatchObject({
      received: 0,
      times: null,
      unresolvedShare: 0,
      samples: [],
      warnings: [],
    });
  });

  it('warns when half of at least 20 times are one instant', async () => {
    expect((await summaryOf(...likes(20, (i) => (i < 10 ? 0 : i)))).warnings).toEqual([
      expect.stringContaining('50 % of the times'),
    ]);
    expect((await summaryOf(...likes(20, (i) => (i < 9 ? 0 : i)))).warnings).toEqual([]);
    expect((await summaryOf(...likes(19, () => 0))).warnings).toEqual([]);
  });
});
