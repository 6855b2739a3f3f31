import { describe, expect, it } from '@jest/globals';
import { REJECT_CODES } from '../../../src/domain/verdict.js';
import { parseRecord } from '../../../src/ingest/record.js';
import { BAD_INTERACTIONS } from './bad-interactions.js';
import { BAD_OTHERS } from './bad-others.js';
import { BAD_RETRACTIONS } from './bad-retractions.js';
import { BAD_SECONDS, BAD_TIMES } from './bad-times.js';
import { contextWith } from './context.js';

const verdictOn = (raw: unknown, options = {}) => parseRecord(raw, contextWith(options));

describe('parseRecord refuses', () => {
  it.each([...BAD_INTERACTIONS, ...BAD_OTHERS, ...BAD_RETRACTIONS])('%s', (_claim, raw, code, path) => {
    expect(verdictOn(raw)).toMatchObject({ ok: false, code, path });
  });

  it.each(BAD_TIMES)('as a time: %s', (_claim, at, code) => {
    const raw = { from: 'x:a', to: 'x:b', kind: 'dm', at };
    expect(verdictOn(raw)).toMatchObject({ ok: false, code, path: 'at' });
  });

  it.each(BAD_SECONDS)('as seconds: %s', (_claim, at, code) => {
    const raw = { from: 'x:a', to: 'x:b', kind: 'dm', at };
    expect(verdictOn(raw, { timeUnit: 's' })).toMatchObject({ ok: false, code, path: 'at' });
  });

  it('with a message that names the field and says more than the code', () => {
    const messages = [...BAD_INTERACTIONS, ...BAD_OTHERS, ...BAD_RETRACTIONS].map(
      ([, raw, , path]) => [verdictOn(raw), path] as const,
    );
    for (const [verdict, path] of messages) {
      expect(verdict).toMatchObject({ message: expect.stringContaining(path) });
      expect(verdict).toMatchObject({ message: expect.stringMatching(/.{20}/) });
    }
  });

  it('and never shows more than 40 characters of a bad value', () => {
    const verdict = verdictOn({ from: 'x:a', to: 'x:b', kind: 'k'.repeat(1_000), at: '2026-10-01T10:00:00Z' });
    expect(verdict).toMatchObject({ code: 'KIND_UNKNOWN', message: expect.not.stringContaining('k'.repeat(41)) });
  });

  it('an unknown kind and lists the known ones', () => {
    const verdict = verdictOn({ from: 'x:a', to: 'x:b', kind: 'poke', at: '2026-10-01T10:00:00Z' });
    expect(verdict).toMatchObject({
      message: 'kind "poke" is not one of comment, dm, like, mention, quote, read, reply, share',
    });
  });
});

describe('the corpus', () => {
  it('holds at least one input for every code that a record by itself can earn', () => {
    const elsewhere = ['MALFORMED', 'RECORD_TOO_LARGE', 'ID_CONFLICT'];
    const seen = new Set(
      [...BAD_INTERACTIONS, ...BAD_OTHERS, ...BAD_RETRACTIONS, ...BAD_TIMES, ...BAD_SECONDS].map(([, , code]) => code),
    );
    expect([...seen].sort()).toEqual(REJECT_CODES.filter((code) => !elsewhere.includes(code)).sort());
  });
});
