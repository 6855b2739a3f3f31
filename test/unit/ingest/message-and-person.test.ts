import { describe, expect, it } from '@jest/globals';
import { parseRecord } from '../../../src/ingest/record.js';
import { contextWith } from './context.js';

const recordOf = (raw: object, options = {}) => {
  const result = parseRecord(raw, contextWith(options));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.record;
};

describe('a message', () => {
  const message = { type: 'message', id: 'm1', at: '2026-10-01T10:00:00Z' };

  it('without author, as of a deleted account, has no platform unless one is given', () => {
    expect(recordOf(message)).toEqual({
      type: 'message',
      id: 'm1',
      author: null,
      at: Date.UTC(2026, 9, 1, 10),
      inReplyTo: null,
      conversation: null,
      visibility: 'public',
      platform: null,
      tags: [],
    });
    expect(recordOf({ ...message, platform: 'p' })).toMatchObject({ id: 'p:m1', author: null, platform: 'p' });
  });

  it('has the platform of its author', () => {
    expect(recordOf({ ...message, author: 'x:a', inReplyTo: 'm0' })).toMatchObject({
      id: 'm1',
      author: 'x:a',
      inReplyTo: 'm0',
      platform: 'x',
    });
  });

  it('takes the default platform for all its ids', () => {
    const raw = { ...message, author: 'a', inReplyTo: 'm0', conversation: 'c' };
    expect(recordOf(raw, { platform: 'd' })).toMatchObject({
      id: 'd:m1',
      author: 'd:a',
      inReplyTo: 'd:m0',
      conversation: 'd:c',
    });
  });
});

describe('a person', () => {
  it('holds only what the record says', () => {
    expect(recordOf({ type: 'person', id: 'x:a', name: null, handle: '' })).toEqual({
      type: 'person',
      id: 'x:a',
      platform: 'x',
    });
  });

  it('is read with every fact, its handle without a leading @', () => {
    const raw = {
      type: 'person',
      platform: 'x',
      id: 'a',
      name: 'Ana',
      handle: '@ana@social.example',
      kind: 'Organisation',
      roles: ['founder'],
      organisation: 'Desk',
      aliases: ['b'],
      email: 'no@where',
    };
    expect(recordOf(raw)).toEqual({
      type: 'person',
      id: 'x:a',
      platform: 'x',
      name: 'Ana',
      handle: 'ana@social.example',
      kind: 'organisation',
      roles: ['founder'],
      organisation: 'Desk',
      aliases: ['x:b'],
    });
  });

  it('keeps markup, formulas and bidi characters in names as data', () => {
    const name = '=1+1 <img onerror=x> \u202e';
    expect(recordOf({ type: 'person', id: 'x:a', name })).toMatchObject({ name });
  });

  it('without handle beyond the @ has none', () => {
    expect(recordOf({ type: 'person', id: 'x:a', handle: '@' })).not.toHaveProperty('handle');
  });
});
