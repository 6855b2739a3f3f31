import type { Person } from './person.js';

/** A post, comment or reply. Its text is not stored. Private messages are never given out. */
export interface Message {
  readonly id: string;
  /** Milliseconds since the epoch, UTC; null when the time is not known. */
  readonly at: number | null;
  /** Distance to the root, 0 at the root; null while the root is not known. */
  readonly depth: number | null;
  /** Id of the root; null while it is not known. */
  readonly conversation: string | null;
  /** Id of the message it answers; null at a root, and where that message is private. */
  readonly inReplyTo: string | null;
  /** Null for a deleted account. */
  readonly author: Person | null;
}

/** Numbers of a whole thread, private messages counted too. */
export interface ThreadSummary {
  /** All messages with the root, 1 or more. */
  readonly turns: number;
  /** Largest distance to the root, 0 or more. */
  readonly depth: number;
  /** Mean distance to the root over all messages, the root with 0. */
  readonly meanDepth: number;
  /** Distinct authors, 0 or more; deleted accounts are not counted. */
  readonly participants: number;
  /** Mean distance of two messages, 1 or more; null below two messages, and where the depths of all messages sum to more than 2 million. */
  readonly structuralVirality: number | null;
  /** Evenness of the authors' shares of the messages, 0 to 1; null below two authors. */
  readonly balance: number | null;
  /** Messages of somebody who wrote in the thread before, others since, unknown times left out; null in a summary made before they were counted. */
  readonly returns: number | null;
  /** Authors who returned at least once. */
  readonly returned: number | null;
  /** Answers to the root by authors of nothing else in the thread. */
  readonly oneTimeAnswers: number | null;
  /** Earliest and latest message, milliseconds since the epoch, UTC; null when no time is known. */
  readonly startedAt: number | null;
  readonly lastAt: number | null;
}

export const THREAD_SHAPES = ['BROADCAST_LIKE', 'DIALOGUE_LIKE', 'MIXED'] as const;
/** Whether a thread is many answers to one, or people coming back to each other. */
export type ThreadShape = (typeof THREAD_SHAPES)[number];

/**
 * Dialogue-like when at least half of the messages after the root are returns, broadcast-like when at least half answer the root and are all that their
 * authors wrote; mixed otherwise; null below three messages. After Backstrom, Kleinberg, Lee, Danescu-Niculescu-Mizil, WSDM 2013.
 */
export function shapeOf({ turns, returns, oneTimeAnswers }: ThreadSummary): ThreadShape | null {
  if (turns < 3 || returns === null || oneTimeAnswers === null) return null;
  if (2 * returns >= turns - 1) return 'DIALOGUE_LIKE';
  return 2 * oneTimeAnswers >= turns - 1 ? 'BROADCAST_LIKE' : 'MIXED';
}

/** A thread whose root is known and not private. */
export interface Conversation {
  readonly root: Message;
  /** Null until the first score run that saw it. */
  readonly summary: ThreadSummary | null;
}

/** By what threads can be listed, highest first. */
export const CONVERSATION_ORDERS = ['depth', 'turns', 'recency'] as const;
export type ConversationOrder = (typeof CONVERSATION_ORDERS)[number];

/** One open interaction between two persons. */
export interface DialogueInteraction {
  readonly id: string;
  /** Name of a registered kind. */
  readonly kind: string;
  /** Milliseconds since the epoch, UTC; null when the time is not known. */
  readonly at: number | null;
  /** Whether the first of the two persons acted on the second. */
  readonly forward: boolean;
  /** Id of the message it made or happened in; null when there is none. */
  readonly message: string | null;
  /** Id of the message acted upon; null when there is none. */
  readonly object: string | null;
}
