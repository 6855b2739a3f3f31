import type { Conversation, Message, ThreadSummary } from '../../domain/conversation.js';
import { NO_TIME } from '../../domain/time.js';
import { type Decoder, float, instant, integer, nullable, record, text } from '../../neo4j/columns.js';
import { person } from '../person-columns.js';

const writtenAt: Decoder<number | null> = {
  expects: instant.expects,
  decode(value) {
    const at = instant.decode(value);
    return at === NO_TIME ? null : at;
  },
};
const messageColumns = record({
  id: text,
  at: writtenAt,
  depth: nullable(integer),
  conversation: nullable(text),
  in_reply_to: nullable(text),
  author: nullable(person),
});
const summaryColumns = record({
  thread_messages: integer,
  thread_depth: integer,
  thread_mean_depth: float,
  thread_participants: integer,
  thread_virality: nullable(float),
  thread_balance: nullable(float),
  thread_returns: nullable(integer),
  thread_returned: nullable(integer),
  thread_once: nullable(integer),
  thread_first_at: writtenAt,
  thread_last_at: writtenAt,
});
const threadColumns = record({
  root: record({ id: text, at: writtenAt, thread_depth: nullable(integer) }),
  author: nullable(person),
});

/** Decodes a message given as a map with its author's properties. */
export const message: Decoder<Message> = {
  expects: 'a message',
  decode(value) {
    const { in_reply_to, ...rest } = messageColumns.decode(value);
    return { ...rest, inReplyTo: in_reply_to };
  },
};

/** Decodes a thread given as the properties of its root and of the root's author. */
export const conversation: Decoder<Conversation> = {
  expects: 'a thread',
  decode(value) {
    const { root, author } = threadColumns.decode(value);
    return {
      root: { id: root.id, at: root.at, depth: 0, conversation: root.id, inReplyTo: null, author },
      summary: root.thread_depth === null ? null : decodeSummary((value as { root: unknown }).root),
    };
  },
};

function decodeSummary(value: unknown): ThreadSummary {
  const stored = summaryColumns.decode(value);
  return {
    turns: stored.thread_messages,
    depth: stored.thread_depth,
    meanDepth: stored.thread_mean_depth,
    participants: stored.thread_participants,
    structuralVirality: stored.thread_virality,
    balance: stored.thread_balance,
    returns: stored.thread_returns,
    returned: stored.thread_returned,
    oneTimeAnswers: stored.thread_once,
    startedAt: stored.thread_first_at,
    lastAt: stored.thread_last_at,
  };
}
