import { INTERACTION_KINDS } from '../domain/interaction-kind.js';
import type { InteractionRecord, MessageRecord, PersonRecord } from '../domain/records.js';

/** Platform of everybody but those who live elsewhere on purpose. */
export const HOME = 'society';

const MAKES = new Map(INTERACTION_KINDS.map(({ name, makesMessage }) => [name, makesMessage]));

/** A post that names nobody. */
export function post(id: string, author: string, at: number, tags: readonly string[] = []): MessageRecord {
  return {
    type: 'message',
    id,
    author,
    at,
    inReplyTo: null,
    conversation: null,
    visibility: 'public',
    platform: platformOf(author),
    tags,
  };
}

/** What an act may say besides who did what to whom and when. */
export interface ActDetails {
  readonly inReplyTo?: string;
  /** Message it makes; where its kind always makes one, its own id when absent. */
  readonly message?: string;
  readonly meta?: string;
}

/** Somebody acts on somebody; dm is direct, all else public. */
export function act(
  id: string,
  kind: string,
  from: string,
  to: string,
  at: number,
  { inReplyTo, message, meta }: ActDetails = {},
): InteractionRecord {
  const makes = MAKES.get(kind);
  return {
    type: 'interaction',
    id,
    from,
    to,
    kind,
    at,
    atQuality: 'exact',
    message: makes === 'never' ? null : (message ?? (makes === 'always' ? id : null)),
    inReplyTo: inReplyTo ?? null,
    conversation: null,
    visibility: kind === 'dm' ? 'direct' : 'public',
    platform: platformOf(from),
    tags: [],
    meta: meta ?? null,
  };
}

export function person(
  id: string,
  name: string,
  facts: Pick<PersonRecord, 'kind' | 'roles' | 'organisation'> = {},
): PersonRecord {
  return { type: 'person', id, platform: platformOf(id), name, ...facts };
}

function platformOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}
