import { describe, expect, it } from '@jest/globals';
import type { InteractionRecord, MessageRecord } from '../../../src/domain/records.js';
import { fingerprintInteraction, fingerprintMessage } from '../../../src/ingest/fingerprint.js';

const interaction: InteractionRecord = {
  type: 'interaction',
  id: 'i1',
  from: 'x:a',
  to: 'x:b',
  kind: 'reply',
  at: 1_700_000_000_000,
  atQuality: 'exact',
  message: 'm1',
  inReplyTo: 'm0',
  conversation: 'c',
  visibility: 'public',
  platform: 'x',
  tags: ['s', 't'],
  meta: '{"a":1}',
};
const message: MessageRecord = {
  type: 'message',
  id: 'm1',
  author: 'x:a',
  at: 1_700_000_000_000,
  inReplyTo: 'm0',
  conversation: 'c',
  visibility: 'public',
  platform: 'x',
  tags: ['s'],
};
const others = {
  from: 'x:z',
  to: null,
  kind: 'like',
  at: 1,
  atQuality: 'estimated',
  message: null,
  inReplyTo: 'c',
  conversation: 'm0',
  visibility: 'group',
  platform: 'z',
  tags: ['s'],
};
const otherMessages = {
  author: null,
  at: 1,
  inReplyTo: null,
  conversation: null,
  visibility: 'direct',
  platform: null,
  tags: [],
};

describe('a fingerprint', () => {
  // Computed by another program from the documented form.
  it('is pinned: a change of form would make a conflict of every record stored before', () => {
    expect(fingerprintInteraction(interaction)).toBe(12_328_809_420);
    expect(fingerprintMessage(message)).toBe(28_491_513_903);
  });

  it.each(Object.entries(others))('of an interaction changes with %s', (field, value) => {
    expect(fingerprintInteraction({ ...interaction, [field]: value })).not.toBe(fingerprintInteraction(interaction));
  });

  it.each(Object.entries(otherMessages))('of a message changes with %s', (field, value) => {
    expect(fingerprintMessage({ ...message, [field]: value })).not.toBe(fingerprintMessage(message));
  });

  it('does not change with id, meta, the order of tags or the order of fields', () => {
    const shuffled = Object.fromEntries(Object.entries(interaction).reverse()) as unknown as InteractionRecord;
    expect(fingerprintInteraction({ ...shuffled, id: 'other', meta: null, tags: ['t', 's'] })).toBe(
      fingerprintInteraction(interaction),
    );
  });

  it('tells apart which of two neighbouring fields is absent', () => {
    const first = { ...interaction, message: 'm', inReplyTo: null };
    expect(fingerprintInteraction(first)).not.toBe(
      fingerprintInteraction({ ...interaction, message: null, inReplyTo: 'm' }),
    );
  });

  it('is a whole number of at most 35 bits, and of so many', () => {
    const values = Array.from({ length: 1_000 }, (_, at) => fingerprintInteraction({ ...interaction, at }));
    expect(values.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
    expect(Math.floor(Math.log2(Math.max(...values)))).toBe(34);
    expect(new Set(values).size).toBe(1_000);
  });
});
