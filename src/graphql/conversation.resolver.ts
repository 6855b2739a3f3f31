import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../errors.js';
import { type ConnectionOf, PageArguments, readPage, toConnection } from './connection.js';
import type { Context } from './context.js';
import { Conversation, ConversationConnection, ConversationOrder, toConversation } from './conversation.type.js';
import { LONG_CHAIN } from './cost.js';
import { fromGlobalId } from './global-id.js';
import { Message, MessageConnection, toMessage } from './message.type.js';
import { Person } from './person.type.js';

const ORDER = { description: 'What comes first.' };

@Resolver(() => Conversation)
export class ConversationResolver {
  @Query(() => Conversation, {
    nullable: true,
    description:
      'One conversation, by its global id or by the namespaced id of any message in it; null when there is none, when its root is not known yet or private, and for a private message.',
  })
  async conversation(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true, description: 'Global id.' }) id?: string,
    @Arg('messageId', () => String, { nullable: true, description: 'Namespaced id of a message in it, `platform:id`.' })
    messageId?: string,
  ): Promise<Conversation | null> {
    const key = id ? fromGlobalId('Conversation', id, 'id') : messageId;
    if (!key) throw new BadInputError('id', 'conversation needs one of id or messageId.');
    const found = await context.threads.conversation.load(key);
    return found === null ? null : toConversation(found);
  }

  @Query(() => ConversationConnection, {
    description:
      'Conversations of the community, or those in which one person wrote openly, as the last score run saw them.',
  })
  async conversations(
    @Ctx() context: Context,
    @Arg('orderBy', () => ConversationOrder, { defaultValue: ConversationOrder.RECENCY, ...ORDER })
    order: ConversationOrder,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('participant', () => ID, {
      nullable: true,
      description: 'Global id of a person; absent for all conversations. For somebody unknown the list is empty.',
    })
    participant?: string | null,
  ): Promise<ConnectionOf<Conversation>> {
    if (typeof participant === 'string')
      return listOf(context, fromGlobalId('Person', participant, 'participant'), order, page);
    const list = `conversations ${order}`;
    return toConnection(list, await context.conversations.list(order, readPage(list, page)), toConversation);
  }

  @FieldResolver(() => MessageConnection, {
    description: 'Its messages in time order, unknown times last; private ones are left out, also of totalCount.',
  })
  async messages(
    @Root() thread: Conversation,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionOf<Message>> {
    const root = thread.root.messageId;
    const list = `messages ${root}`;
    return toConnection(list, await context.threads.messages.load({ root, ...readPage(list, page) }), toMessage);
  }

  @Extensions({ items: LONG_CHAIN })
  @FieldResolver(() => [Message], {
    description:
      'From the root down to its deepest message, of several the one whose messageId sorts first; at most the last 1,000 messages, private ones left out.',
  })
  async longestChain(@Root() thread: Conversation, @Ctx() context: Context): Promise<Message[]> {
    return (await context.threads.longestChain.load(thread.root.messageId)).map(toMessage);
  }
}

@Resolver(() => Person)
export class PersonConversationsResolver {
  @FieldResolver(() => ConversationConnection, {
    description: 'Conversations in which they wrote openly, as the last score run saw them.',
  })
  async conversations(
    @Root() person: Person,
    @Ctx() context: Context,
    @Arg('orderBy', () => ConversationOrder, { defaultValue: ConversationOrder.RECENCY, ...ORDER })
    order: ConversationOrder,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionOf<Conversation>> {
    return listOf(context, person.personId, order, page);
  }
}

async function listOf(
  context: Context,
  person: string,
  order: ConversationOrder,
  page: PageArguments,
): Promise<ConnectionOf<Conversation>> {
  const list = `conversations ${order} ${person}`;
  return toConnection(
    list,
    await context.threads.byParticipant.load({ person, order, ...readPage(list, page) }),
    toConversation,
  );
}
