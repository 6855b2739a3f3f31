import DataLoader from 'dataloader';
import type { Conversation, Message } from '../domain/conversation.js';
import type { Page } from '../domain/page.js';
import type { ConversationStore, MessagePageWish, ParticipantPageWish } from '../store/conversation-store.js';

/** Reads of one operation that many parents share: one statement for all threads, messages or people of a page. */
export interface ConversationLoaders {
  /** By namespaced message id. */
  readonly message: DataLoader<string, Message | null>;
  /** By namespaced id of any message in it. */
  readonly conversation: DataLoader<string, Conversation | null>;
  readonly chainToRoot: DataLoader<string, readonly Message[]>;
  /** By namespaced id of the root. */
  readonly longestChain: DataLoader<string, readonly Message[]>;
  readonly messages: DataLoader<MessagePageWish, Page<Message>, string>;
  readonly byParticipant: DataLoader<ParticipantPageWish, Page<Conversation>, string>;
}

export function createConversationLoaders(store: ConversationStore): ConversationLoaders {
  return {
    message: byId((ids) => store.findMessages(ids), null),
    conversation: byId((ids) => store.findByMessages(ids), null),
    chainToRoot: byId((ids) => store.findChainsToRoot(ids), []),
    longestChain: byId((ids) => store.findLongestChains(ids), []),
    messages: byWish((wishes) => store.listMessages(wishes)),
    byParticipant: byWish((wishes) => store.listByParticipant(wishes)),
  };
}

function byId<T>(
  find: (ids: readonly string[]) => Promise<Map<string, T>>,
  none: T | null,
): DataLoader<string, NonNullable<T>> {
  return new DataLoader(async (ids) => {
    const found = await find(ids);
    return ids.map((id) => (found.get(id) ?? none) as NonNullable<T>);
  });
}

function byWish<W, T>(list: (wishes: readonly W[]) => Promise<T[]>): DataLoader<W, T, string> {
  return new DataLoader((wishes) => list(wishes), { cacheKeyFn: (wish) => JSON.stringify(wish) });
}
