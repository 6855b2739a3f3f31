import type { InteractionKind } from '../domain/interaction-kind.js';
import { AT_QUALITIES, type AtQuality, type InteractionRecord } from '../domain/records.js';
import { contentId } from './content-id.js';
import { Fault, quoted } from './fault.js';
import { optionalId, parsePersonId, parsePlatform, platformOf } from './identity.js';
import { parseTime } from './instant.js';
import { parseMeta } from './meta.js';
import type { RawObject } from './raw-item.js';
import type { RecordContext } from './record-context.js';
import { parseTags, parseVisibility, refuseSelfReply } from './shared-fields.js';

/** An interaction from its raw fields. Throws a Fault. Somebody acting on themselves is a valid record here. */
export function parseInteraction(raw: RawObject, context: RecordContext): InteractionRecord {
  const platform = parsePlatform(raw['platform'], context.platform);
  const from = parsePersonId(raw['from'], 'from', platform);
  const to = raw['to'] === undefined || raw['to'] === null ? null : parsePersonId(raw['to'], 'to', platform);
  const kind = parseKind(raw['kind'], context);
  const inReplyTo = optionalId(raw['inReplyTo'], 'inReplyTo', platform);
  if (to === null && inReplyTo === null) refuseTargetless();
  const atQuality = parseQuality(raw['atQuality']);
  const at = parseAt(raw['at'], atQuality, context);
  const named = optionalId(raw['message'], 'message', platform);
  const conversation = optionalId(raw['conversation'], 'conversation', platform);
  const visibility = parseVisibility(raw['visibility'], kind.name === 'dm' ? 'direct' : 'public');
  const tags = parseTags(raw['tags']);
  const meta = parseMeta(raw['meta']);
  const content = { platform: platformOf(from), from, to, kind: kind.name, at, inReplyTo };
  const id = optionalId(raw['id'], 'id', platform) ?? contentId(content, context.occurrences);
  const message = messageOf(kind, named, id);
  refuseSelfReply(message, inReplyTo);
  return { type: 'interaction', id, ...content, atQuality, message, conversation, visibility, tags, meta };
}

function refuseTargetless(): never {
  const message = 'the record names nobody acted upon; give to (a person) or inReplyTo (a message)';
  throw new Fault('TARGET_MISSING', 'to', message);
}

function parseKind(value: unknown, context: RecordContext): InteractionKind {
  const name = value ?? context.kind;
  if (name === null)
    throw new Fault('FIELD_MISSING', 'kind', `kind is missing; it is one of ${context.kinds.names.join(', ')}`);
  const kind =
    typeof name === 'string' ? (context.kinds.find(name) ?? context.kinds.find(name.toLowerCase())) : undefined;
  if (kind !== undefined) return kind;
  throw new Fault('KIND_UNKNOWN', 'kind', `kind ${quoted(name)} is not one of ${context.kinds.names.join(', ')}`);
}

function parseQuality(value: unknown): AtQuality {
  if (value === undefined || value === null) return 'exact';
  if (AT_QUALITIES.includes(value as AtQuality)) return value as AtQuality;
  throw new Fault('FIELD_INVALID', 'atQuality', `atQuality ${quoted(value)} is not one of ${AT_QUALITIES.join(', ')}`);
}

/** Where the time is declared unknown it may be left out and is 0, the epoch: such interactions are stored and shown, never scored. */
function parseAt(value: unknown, quality: AtQuality, context: RecordContext): number {
  const absent = value === undefined || value === null;
  return absent && quality === 'unknown' ? 0 : parseTime(value, 'at', context);
}

function messageOf(kind: InteractionKind, named: string | null, id: string): string | null {
  if (kind.makesMessage === 'never') return null;
  return kind.makesMessage === 'always' ? (named ?? id) : named;
}
