import { hash } from 'node:crypto';
import type { InteractionRecord, MessageRecord } from '../domain/records.js';

/*
 * Form that is hashed (UTF-8): `interaction` or `message`, then the fields in the order below, joined by U+001F, absent ones empty, times as
 * decimal milliseconds; tags sorted by code unit and joined by U+001E. No field holds a control character. Of its SHA-256 the first eight
 * bytes, big-endian, and of those the last 35 bits, which Neo4j keeps in half the room of more; other content has the same ones once in
 * 34 billion times. `meta` is left out: it is never interpreted, so it can never make a conflict; `tags` are in,
 * whatever their order.
 */

/** Content of an interaction, 0 to 2^35 - 1; the id itself is not part of it. */
export function fingerprintInteraction(record: InteractionRecord): number {
  const { from, to, kind, at, atQuality, message, inReplyTo, conversation, visibility, platform, tags } = record;
  const fields = [from, to, kind, at, atQuality, message, inReplyTo, conversation, visibility, platform];
  return fingerprint('interaction', fields, tags);
}

/** Content of a message, 0 to 2^35 - 1; the id itself is not part of it. */
export function fingerprintMessage(record: Omit<MessageRecord, 'type' | 'id'>): number {
  const { author, at, inReplyTo, conversation, visibility, platform, tags } = record;
  return fingerprint('message', [author, at, inReplyTo, conversation, visibility, platform], tags);
}

function fingerprint(type: string, fields: readonly (string | number | null)[], tags: readonly string[]): number {
  const sorted = tags.length > 1 ? [...tags].sort() : tags;
  const text = `${type}\u001f${fields.join('\u001f')}\u001f${sorted.join('\u001e')}`;
  return hash('sha256', text, 'buffer').readUIntBE(3, 5) % 2 ** 35;
}
