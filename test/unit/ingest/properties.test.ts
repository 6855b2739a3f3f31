import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AT_QUALITIES, VISIBILITIES } from '../../../src/domain/records.js';
import { REJECT_CODES } from '../../../src/domain/verdict.js';
import { parseRecord } from '../../../src/ingest/record.js';
import { toJsonRecord } from '../../../src/ingest/record-json.js';
import { contextWith, kinds, NOW, readAll, recordsOf } from './context.js';

const id = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() !== '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const time = fc.date({ min: new Date(0), max: new Date(NOW), noInvalidDate: true }).map((date) => date.toISOString());
const shared = {
  platform: maybe(fc.constantFrom('x', 'mail')),
  inReplyTo: maybe(id),
  conversation: maybe(id),
  tags: maybe(fc.array(id, { maxLength: 3 })),
  visibility: maybe(fc.constantFrom(...VISIBILITIES)),
};
const person = id.map((name) => `p:${name}`);
const interaction = fc.record({
  ...shared,
  id: maybe(id),
  from: person,
  to: maybe(person),
  kind: fc.constantFrom(...kinds.names),
  at: time,
  message: maybe(id),
  atQuality: maybe(fc.constantFrom(...AT_QUALITIES)),
  meta: maybe(fc.dictionary(id, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })),
});
const message = fc.record({ ...shared, type: fc.constant('message'), id, author: maybe(person), at: time });
const somebody = fc.record({
  type: fc.constant('person'),
  id: person,
  platform: shared.platform,
  name: maybe(id),
  handle: maybe(fc.tuple(fc.constantFrom('', '@', '@@'), id).map((parts) => parts.join(''))),
  kind: maybe(fc.constantFrom('person', 'bot')),
  roles: maybe(fc.array(id, { maxLength: 3 })),
  aliases: maybe(fc.array(person, { maxLength: 3 })),
});
const retraction = fc.record({
  op: fc.constant('retract'),
  id,
  type: maybe(fc.constant('message')),
  platform: shared.platform,
});
const fields = [
  'type',
  'op',
  'id',
  'from',
  'to',
  'kind',
  'at',
  'atQuality',
  'message',
  'inReplyTo',
  'visibility',
  'platform',
  'tags',
  'meta',
  'author',
  'name',
  'roles',
  '__proto__',
];
const nearly = fc
  .oneof(interaction, message, somebody, retraction)
  .chain((raw) =>
    fc
      .dictionary(fc.constantFrom(...fields), fc.oneof(fc.jsonValue(), fc.anything(), id))
      .map((noise) => ({ ...raw, ...noise })),
  );
const runs = { numRuns: 1_000 };

describe('parseRecord', () => {
  it('gives anything exactly one typed verdict and never throws', () => {
    const context = contextWith({ timeUnit: 'ms' });
    const property = fc.property(fc.oneof(fc.anything(), fc.jsonValue(), nearly), (raw) => {
      const result = parseRecord(raw, context);
      if (result.ok) expect(result.record.id).not.toBe('');
      else expect(REJECT_CODES).toContain(result.code);
    });
    fc.assert(property, { numRuns: 3_000 });
  });

  it('reads what it wrote: a canonical record survives JSON', () => {
    let accepted = 0;
    const property = fc.property(fc.oneof(interaction, message, somebody, retraction), (raw) => {
      const first = parseRecord(raw, contextWith());
      if (!first.ok) return;
      accepted++;
      const again = parseRecord(JSON.parse(JSON.stringify(toJsonRecord(first.record))), contextWith());
      expect(again).toEqual(first);
    });
    fc.assert(property, runs);
    expect(accepted).toBeGreaterThan(300);
  });

  it('gives identical interactions without id distinct ids, and the same ones in a second import', () => {
    const rows = fc.array(
      fc.record({
        from: fc.constantFrom('p:a', 'p:b'),
        to: fc.constantFrom('p:a', 'p:c'),
        at: fc.constantFrom(1, 2),
        kind: fc.constantFrom('dm', 'like'),
      }),
    );
    const property = fc.property(rows, (raws) => {
      const imports = [contextWith({ timeUnit: 's' }), contextWith({ timeUnit: 's' })];
      const [first, second] = imports.map((context) => raws.map((raw) => parseRecord(raw, context)));
      expect(second).toEqual(first);
      const ids = first!.map((result) => (result.ok ? result.record.id : null));
      expect(new Set(ids).size).toBe(raws.length);
    });
    fc.assert(property, runs);
  });
});

describe('a file', () => {
  const line = fc.oneof(
    interaction.map((raw) => JSON.stringify(raw)),
    fc.string({ maxLength: 30, unit: 'binary' }),
    fc.constant(''),
    fc.constant('x'.repeat(33_000)),
  );
  const cell = fc.oneof(
    id,
    fc.constantFrom(
      '',
      'p:a',
      '"p:a"',
      '"p ""q"" r"',
      '"two\nlines"',
      '"',
      'a"b',
      '2026-10-01T10:00:00Z',
      'like',
      ' p:b ',
    ),
  );
  const row = fc.oneof(
    { weight: 9, arbitrary: fc.array(cell, { minLength: 4, maxLength: 5 }).map((cells) => cells.join(',')) },
    { weight: 1, arbitrary: fc.constant(`"${'y'.repeat(33_000)}`) },
  );
  const table = fc.array(row, { maxLength: 12 }).map((rows) => ['from_id,to_id,kind,occurred_at', ...rows].join('\n'));
  const chunkSize = fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 9, arbitrary: fc.integer({ min: 20, max: 20_000 }) },
  );
  const cut = async (text: string, size: number, format: 'ndjson' | 'csv') => {
    const bytes = Buffer.from(text);
    expect(await readAll(bytes, { format }, size)).toEqual(await readAll(bytes, { format }, bytes.length + 1));
  };

  it('of lines gives the same records however its bytes are chunked', async () => {
    const file = fc.tuple(
      fc.constantFrom('', '\ufeff'),
      fc.array(line, { maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
    );
    const property = fc.asyncProperty(file, chunkSize, ([mark, lines, end], size) =>
      cut(mark + lines.join(end), size, 'ndjson'),
    );
    await fc.assert(property, { numRuns: 150 });
  });

  it('of rows gives the same records however its bytes are chunked', async () => {
    await fc.assert(
      fc.asyncProperty(table, chunkSize, (text, size) => cut(text, size, 'csv')),
      { numRuns: 150 },
    );
  });

  it('of arbitrary bytes never fails in an untyped way, and every record has one verdict', async () => {
    const property = fc.asyncProperty(
      fc.uint8Array({ maxLength: 500 }),
      fc.constantFrom('ndjson', 'csv', undefined),
      async (bytes, format) => {
        const items = await readAll(bytes, { format }).catch((error: { code?: string }) => {
          expect(['FORMAT_INVALID', 'CONFIG_INVALID']).toContain(error.code);
          return [];
        });
        expect(items.map(({ index }) => index)).toEqual(items.map((_, i) => i));
        expect(recordsOf(items).length).toBeLessThanOrEqual(items.length);
      },
    );
    await fc.assert(property, runs);
  });
});
