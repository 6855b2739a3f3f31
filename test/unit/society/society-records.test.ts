import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KindRegistry } from '../../../src/domain/interaction-kind.js';
import type { CanonicalRecord } from '../../../src/domain/records.js';
import { readRecords } from '../../../src/ingest/read-records.js';
import { toJsonRecord } from '../../../src/ingest/record-json.js';
import { generateSociety } from '../../../src/society/generate-society.js';
import { SOCIETY_DEFAULTS, type SocietyOptions } from '../../../src/society/society-options.js';
import { DAY, SocietyFacts } from '../../support/society-facts.js';

const SMALL = { ...SOCIETY_DEFAULTS, people: 20 };

const anyOptions: fc.Arbitrary<SocietyOptions> = fc.record({
  people: fc.integer({ min: 20, max: 90 }),
  seed: fc.integer({ min: 0, max: 4_294_967_295 }),
  days: fc.integer({ min: 100, max: 400 }),
  asOf: fc.integer({ min: Date.UTC(1972, 0, 1), max: Date.UTC(2026, 0, 1) }),
});

function bytes(options: SocietyOptions): string {
  return [...generateSociety(options).records()].map((record) => `${JSON.stringify(toJsonRecord(record))}\n`).join('');
}

function digest(options: SocietyOptions): string {
  return createHash('sha256').update(bytes(options)).digest('hex');
}

async function readBack(options: SocietyOptions): Promise<{ records: CanonicalRecord[]; rejects: unknown[] }> {
  const records: CanonicalRecord[] = [];
  const rejects: unknown[] = [];
  const source = (async function* () {
    yield Buffer.from(bytes(options));
  })();
  for await (const chunk of readRecords(source, { kinds: new KindRegistry(), now: options.asOf, format: 'ndjson' }))
    for (const parsed of chunk) 'record' in parsed ? records.push(parsed.record) : rejects.push(parsed.reject);
  return { records, rejects };
}

describe('the records of a society', () => {
  it('are the same bytes for the same options, also of one society read twice', () => {
    expect(digest(SMALL)).toBe(digest({ ...SMALL }));
    const society = generateSociety(SMALL);
    expect([...society.records()]).toEqual([...society.records()]);
  });

  it('stay as they are from version to version', () => {
    expect(digest(SMALL)).toBe('04ac834694a2b7e47e8d600d19129a1af4eeaaecd83bd3f26f808da805ed8e14');
  });

  it.each<Partial<SocietyOptions>>([{ seed: 2 }, { people: 21 }, { days: 121 }, { asOf: SMALL.asOf + 1 }])(
    'differ for %j',
    (change) => {
      expect(digest({ ...SMALL, ...change })).not.toBe(digest(SMALL));
    },
  );

  it('are read back by the import as they are, without a reject', async () => {
    await fc.assert(
      fc.asyncProperty(anyOptions, async (options) => {
        const { records, rejects } = await readBack(options);
        expect(rejects).toEqual([]);
        expect(records).toEqual([...generateSociety(options).records()]);
      }),
      { numRuns: 6 },
    );
  });

  it('happen inside their days, name what exists already, and have ids of their own', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const records = [...generateSociety(options).records()];
        const { acts, posts, messages } = new SocietyFacts(records, options.asOf);
        const people = new Set(records.filter(({ type }) => type === 'person').map(({ id }) => id));
        const authors = new Map(posts.map(({ id, author }) => [id, author]));
        const start = options.asOf - options.days * DAY;
        expect([...acts, ...posts].filter(({ at }) => at < start || at >= options.asOf)).toEqual([]);
        expect(acts.filter(({ from, to }) => !people.has(from) || !people.has(to!) || from === to)).toEqual([]);
        expect(acts.filter(({ from, message }) => (authors.get(message ?? '') ?? from) !== from)).toEqual([]);
        const astray = acts.filter(({ to, at, inReplyTo }) => {
          const object = inReplyTo === null ? { author: to, at } : messages.get(inReplyTo);
          return object === undefined || object.author !== to || object.at > at;
        });
        expect(astray).toEqual([]);
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      }),
      { numRuns: 12 },
    );
  });

  it('keep the planted people from the ordinary, but the personas from the audience', () => {
    const { truth, records } = generateSociety({ ...SMALL, people: 200 });
    const { speaker, neighbour, quietReader, ghostSource, sprayer, desk } = truth.personas;
    const known = [speaker, neighbour, quietReader, ghostSource, sprayer, ...desk.operators].map(
      ({ person }) => person,
    );
    const personas = new Set([...known, desk.organisation]);
    const control = new Set(truth.control);
    const ordinary = (id: string) => /^society:p\d+$/.test(id);
    const acts = [...records()].filter((record) => record.type === 'interaction');
    const crossing = acts.filter(({ from, to }) => ordinary(from) !== ordinary(to!));
    expect(crossing.filter(({ from, to }) => !personas.has(ordinary(from) ? to! : from))).toEqual([]);
    expect(crossing.filter(({ from, to }) => control.has(from) || control.has(to!))).toEqual([]);
    expect(crossing.filter(({ id }) => /^society:p\d+\//.test(id))).toEqual([]);
    const byControl = acts.filter(({ from, to }) => control.has(from) || control.has(to!));
    expect([control.size, byControl.length > 100]).toEqual([20, true]);
    expect(byControl.filter(({ id }) => !/^society:p\d+\//.test(id))).toEqual([]);
  });

  it.each<[Partial<SocietyOptions>, RegExp]>([
    [{ people: 19 }, /people must be a whole number from 20 to 1000000, not 19/],
    [{ people: 20.5 }, /people/],
    [{ seed: -1 }, /seed must be a whole number from 0 to 4294967295/],
    [{ days: 99 }, /days must be a whole number from 100 to 3650/],
    [{ asOf: 100 * DAY }, /asOf/],
  ])('refuse %j', (change, sentence) => {
    expect(() => generateSociety({ ...SMALL, ...change })).toThrow(sentence);
  });
});
