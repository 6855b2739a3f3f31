import type { MessageRecord } from '../domain/records.js';
import { Fault } from './fault.js';
import { optionalId, parsePersonId, parsePlatform, platformOf } from './identity.js';
import { parseTime } from './instant.js';
import type { RawObject } from './raw-item.js';
import type { RecordContext } from './record-context.js';
import { parseTags, parseVisibility, refuseSelfReply } from './shared-fields.js';

/** A message from its raw fields. Throws a Fault. Without author (deleted accounts) it still defines the message. */
export function parseMessage(raw: RawObject, context: RecordContext): MessageRecord {
  const platform = parsePlatform(raw['platform'], context.platform);
  const id = optionalId(raw['id'], 'id', platform);
  if (id === null) throw new Fault('FIELD_MISSING', 'id', 'id is missing; a message is known by its id');
  const author =
    raw['author'] === undefined || raw['author'] === null ? null : parsePersonId(raw['author'], 'author', platform);
  const inReplyTo = optionalId(raw['inReplyTo'], 'inReplyTo', platform);
  refuseSelfReply(id, inReplyTo);
  return {
    type: 'message',
    id,
    author,
    at: parseTime(raw['at'], 'at', context),
    inReplyTo,
    conversation: optionalId(raw['conversation'], 'conversation', platform),
    visibility: parseVisibility(raw['visibility'], 'public'),
    platform: platform ?? (author === null ? null : platformOf(author)),
    tags: parseTags(raw['tags']),
  };
}
