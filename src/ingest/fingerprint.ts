import { hash } from 'node:crypto';
import type { InteractionRecord, MessageRecord } from '../domain/records.js';

/*
 * Form that is hashed (UTF-8): `interaction` or `message`, then the fields in the order below, joined by U+001F, absent ones empty, times as
 * decimal milliseconds; tags sorted by code unit and joined by U+001E. No field holds a control character. Of its SHA-256 the first eight
 * bytes, big-endian, two's complement. `meta` is left out: it is never interpreted, so it can never make a conflict; `tags` are in,
 * whatever their order.
 */

/** Content of an interaction in 64 bits, as a signed integer for Neo4j; the id itself is not part of it. */
export function fingerprintInteraction(record: InteractionRecord): bigint {
  const { from, to, kind, at, atQuality, message, inReplyTo, conversation, visibility, platform, tags } = record;
  const fields = [from, to, kind, at, atQuality, message, inReplyTo, conversation, visibility, platform];
  return fingerprint('interaction', fields, tags);
}

/** Content of a message in 64 bits, as a signed integer for Neo4j; the id itself is not part of it. */
export function fingerprintMessage(record: Omit<MessageRecord, 'type' | 'id'>): bigint {
  const { author, at, inReplyTo, conversation, visibility, platform, tags } = record;
  return fingerprint('message', [author, at, inReplyTo, conversation, visibility, platform], tags);
}

function fingerprint(type: string, fields: readonly (string | number | null)[], tags: readonly string[]): bigint {
  const sorted = tags.length > 1 ? [...tags].sort() : tags;
  const text = `${type}\u001f${fields.join('\u001f')}\u001f${sorted.join('\u001e')}`;
  return hash('sha256', text, 'buffer').readBigInt64BE(0);
}
