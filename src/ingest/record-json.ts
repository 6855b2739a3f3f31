import type { CanonicalRecord, InteractionRecord, MessageRecord, PersonRecord } from '../domain/records.js';
import { formatInstant } from '../domain/time.js';

/**
 * A canonical record in the JSON form of an import file: parsing it without a default platform gives the same record again. Ids are
 * already namespaced, so `platform` is left out wherever an id tells it.
 */
export function toJsonRecord(record: CanonicalRecord): Record<string, unknown> {
  if (record.type === 'retraction') return { id: record.id, op: 'retract' };
  if (record.type === 'interaction') return fromInteraction(record);
  return record.type === 'message' ? fromMessage(record) : fromPerson(record);
}

function fromInteraction({ platform: _, meta, ...record }: InteractionRecord): Record<string, unknown> {
  return compact({ ...record, at: formatInstant(record.at), meta: meta === null ? null : JSON.parse(meta) });
}

function fromMessage({ platform, ...record }: MessageRecord): Record<string, unknown> {
  const json = { ...record, at: formatInstant(record.at) };
  if (record.author !== null || platform === null) return compact(json);
  const bare = (id: string | null) => id?.slice(platform.length + 1) ?? null;
  const ids = { id: bare(record.id), inReplyTo: bare(record.inReplyTo), conversation: bare(record.conversation) };
  return compact({ ...json, ...ids, platform });
}

function fromPerson({ platform: _, ...record }: PersonRecord): Record<string, unknown> {
  // A leading @ is taken off on the way in, so a handle that begins with one needs another.
  return compact({ ...record, handle: record.handle?.startsWith('@') ? `@${record.handle}` : record.handle });
}

function compact(json: Record<string, unknown>): Record<string, unknown> {
  const says = ([key, value]: [string, unknown]) => value !== null && value !== undefined && !isDefault(key, value);
  return Object.fromEntries(Object.entries(json).filter(says));
}

function isDefault(key: string, value: unknown): boolean {
  return (key === 'atQuality' && value === 'exact') || (key === 'tags' && Array.isArray(value) && value.length === 0);
}
