import { describe, expect, it } from '@jest/globals';
import type { InteractionRecord } from '../../../src/domain/records.js';
import { parseRecord } from '../../../src/ingest/record.js';
import { contextWith } from './context.js';

const good = { id: 'i1', from: 'x:a', to: 'x:b', kind: 'reply', at: '2026-10-01T10:00:00Z' };

function parsed(fields: object, options = {}): InteractionRecord {
  const result = parseRecord({ ...good, ...fields }, contextWith(options));
  if (!result.ok || result.record.type !== 'interaction') throw new Error(JSON.stringify(result));
  return result.record;
}

describe('an interaction', () => {
  it('is filled up with defaults and keeps nothing else', () => {
    expect(parsed({ text: 'hello', content: 'hello', extra: { a: 1 } })).toEqual({
      type: 'interaction',
      id: 'i1',
      from: 'x:a',
      to: 'x:b',
      kind: 'reply',
      at: Date.UTC(2026, 9, 1, 10),
      atQuality: 'exact',
      message: 'i1',
      inReplyTo: null,
      conversation: null,
      visibility: 'public',
      platform: 'x',
      tags: [],
      meta: null,
    });
  });

  it('splits a person id at the first colon and leaves other ids as they stand without a platform', () => {
    expect(parsed({ from: 'x:y:z', id: 'no-colon', inReplyTo: 'm:1' })).toMatchObject({
      from: 'x:y:z',
      platform: 'x',
      id: 'no-colon',
      inReplyTo: 'm:1',
    });
  });

  it('namespaces every id with the platform it gives, even one that looks namespaced', () => {
    const record = parsed({ platform: 'p', from: 'x:a', message: 'm', inReplyTo: 'n', conversation: 'c' });
    expect(record).toMatchObject({
      platform: 'p',
      from: 'p:x:a',
      to: 'p:x:b',
      id: 'p:i1',
      message: 'p:m',
      inReplyTo: 'p:n',
      conversation: 'p:c',
    });
  });

  it('takes the default platform where it gives none, and its own where it does', () => {
    expect(parsed({ from: 'a' }, { platform: 'd' }).from).toBe('d:a');
    expect(parsed({ from: 'a', platform: 'p' }, { platform: 'd' }).from).toBe('p:a');
  });

  it.each(['REPLY', 'Reply', 'reply'])('reads kind %s', (kind) => {
    expect(parsed({ kind }).kind).toBe('reply');
  });

  it('takes the default kind where it gives none', () => {
    expect(parsed({ kind: null }, { kind: 'DM' })).toMatchObject({ kind: 'dm', visibility: 'direct' });
  });

  it.each([
    ['comment', 'i1'],
    ['reply', 'i1'],
    ['quote', 'i1'],
    ['share', 'i1'],
    ['dm', 'i1'],
    ['mention', null],
    ['like', null],
    ['read', null],
  ])('of kind %s without message makes %s', (kind, message) => {
    expect(parsed({ kind }).message).toBe(message);
  });

  it.each([
    ['comment', 'm'],
    ['reply', 'm'],
    ['quote', 'm'],
    ['share', 'm'],
    ['dm', 'm'],
    ['mention', 'm'],
    ['like', null],
    ['read', null],
  ])('of kind %s with message m makes %s', (kind, message) => {
    expect(parsed({ kind, message: 'm' }).message).toBe(message);
  });

  it('may lack a target where it names a message', () => {
    expect(parsed({ to: undefined, inReplyTo: 'm' })).toMatchObject({ to: null, inReplyTo: 'm' });
  });

  it('may be of somebody with themselves: the store decides about those', () => {
    expect(parsed({ to: 'x:a' })).toMatchObject({ from: 'x:a', to: 'x:a' });
  });

  it.each([
    ['zero-width', 'x:a\u200bb'],
    ['bidi override', 'x:\u202eab'],
    ['full-width', 'x:ａ'],
    ['dotless i', 'x:ı'],
    ['emoji', 'x:😀'],
    ['__proto__', 'x:__proto__'],
    ['spaces around', 'x: a '],
    ['decomposed', 'x:e\u0301'],
  ])('keeps %s ids exactly', (_name, from) => {
    expect(parsed({ from }).from).toBe(from);
  });

  it('tells composed and decomposed ids apart', () => {
    expect(parsed({ from: 'x:é' }).from).not.toBe(parsed({ from: 'x:e\u0301' }).from);
  });

  it('of unknown time may lack one and then holds the epoch', () => {
    expect(parsed({ at: undefined, atQuality: 'unknown' })).toMatchObject({ at: 0, atQuality: 'unknown' });
    expect(parsed({ atQuality: 'unknown' })).toMatchObject({ at: Date.UTC(2026, 9, 1, 10), atQuality: 'unknown' });
  });

  it('keeps meta as JSON text up to 4,096 bytes, hostile keys and all', () => {
    const meta = JSON.parse('{"__proto__":{"polluted":1},"constructor":2}');
    expect(parsed({ meta }).meta).toBe('{"__proto__":{"polluted":1},"constructor":2}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(parsed({ meta: { a: 'x'.repeat(4_088) } }).meta).toHaveLength(4_096);
  });

  it('keeps 50 tags and an id of 255 characters', () => {
    const tags = Array.from({ length: 50 }, (_, i) => `t${i}`);
    expect(parsed({ tags, id: 'i'.repeat(255) })).toMatchObject({ tags, id: 'i'.repeat(255) });
  });

  it('ignores a __proto__ key that would give it fields', () => {
    const raw = JSON.parse('{"__proto__":{"from":"x:evil"},"to":"x:b","kind":"dm","at":"2026-10-01T10:00:00Z"}');
    expect(parseRecord(raw, contextWith())).toMatchObject({ ok: false, code: 'FIELD_MISSING', path: 'from' });
  });
});
