import { hash } from 'node:crypto';
import type { InteractionRecord } from '../domain/records.js';
import type { OccurrenceCounter } from './occurrence-counter.js';

type Content = Pick<InteractionRecord, 'platform' | 'from' | 'to' | 'kind' | 'at' | 'inReplyTo'>;

/**
 * Id of an interaction that brought none: `sha256-` and the base64url digest of its content, then `#n` for the n-th identical row of the
 * import or request (n ≥ 2). So identical rows all count once each, and importing the same file again changes nothing.
 */
export function contentId(content: Content, occurrences: OccurrenceCounter): string {
  const { platform, from, to, kind, at, inReplyTo } = content;
  // Ids hold no control characters and are never empty, so this form is unambiguous.
  const digest = hash('sha256', `${platform}\n${from}\n${to ?? ''}\n${kind}\n${at}\n${inReplyTo ?? ''}`, 'buffer');
  const nth = occurrences.next(digest.readInt32BE(0), digest.readInt32BE(4));
  const id = `sha256-${digest.toString('base64url')}`;
  return nth === 1 ? id : `${id}#${nth}`;
}
