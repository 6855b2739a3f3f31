/** Fields a table column can be guessed for, with the names it goes by; earlier ones win. Compared by `columnKey`. */
export const COLUMN_ALIASES = {
  from: ['from_id', 'from', 'source', 'src', 'actor', 'author', 'sender', 'user', 'user_id', 'distinct_id', 'speaker'],
  author: ['author'],
  to: ['to_id', 'to', 'target', 'dst', 'recipient', 'mentioned', 'in_reply_to_user_id'],
  at: ['occurred_at', 'at', 'timestamp', 'ts', 'time', 'date', 'created_at', 'created_utc', 'published'],
  kind: ['kind', 'interaction', 'event', 'action', 'relationship', 'type'],
  inReplyTo: ['in_reply_to', 'reply_to', 'parent_id', 'parent'],
  conversation: ['conversation_id', 'conversation', 'thread', 'thread_ts', 'root', 'topic_id', 'link_id'],
  id: ['id'],
  op: ['op'],
  message: ['message_id'],
  visibility: ['visibility'],
  platform: ['platform'],
  atQuality: ['at_quality'],
  tags: ['tags'],
  meta: ['meta'],
  weight: ['weight'],
  name: ['name'],
  handle: ['handle'],
  roles: ['roles'],
  organisation: ['organisation'],
  aliases: ['aliases'],
} as const satisfies Record<string, readonly string[]>;

export type GuessedField = keyof typeof COLUMN_ALIASES;

/** A column name without case, spaces, hyphens and underscores. */
export function columnKey(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}
