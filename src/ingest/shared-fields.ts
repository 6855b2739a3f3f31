import { VISIBILITIES, type Visibility } from '../domain/records.js';
import { Fault, quoted } from './fault.js';
import { optionalList, requiredText } from './text.js';

const NO_TAGS: readonly string[] = Object.freeze([]);

/** Who could see it. Throws a Fault. */
export function parseVisibility(value: unknown, fallback: Visibility): Visibility {
  if (value === undefined || value === null) return fallback;
  const visibility = VISIBILITIES.find((known) => typeof value === 'string' && known === value.toLowerCase());
  if (visibility !== undefined) return visibility;
  throw new Fault(
    'FIELD_INVALID',
    'visibility',
    `visibility ${quoted(value)} is not one of ${VISIBILITIES.join(', ')}`,
  );
}

/** At most 50 non-empty texts, in the order given. Throws a Fault. */
export function parseTags(value: unknown): readonly string[] {
  return optionalList(value, 'tags', requiredText) ?? NO_TAGS;
}

/** A message that answers itself is the shortest cycle of replies. Throws a Fault. */
export function refuseSelfReply(message: string | null, inReplyTo: string | null): void {
  if (message === null || message !== inReplyTo) return;
  throw new Fault('REPLY_CYCLE', 'inReplyTo', 'inReplyTo names the message itself; give the message it answers');
}
