import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../errors.js';
import { PageArguments, readPage } from './connection.js';
import type { Context } from './context.js';
import { Conversation, toConversation } from './conversation.type.js';
import { Dialogue, DialogueInteraction, toDialogue } from './dialogue.type.js';
import { fromGlobalId } from './global-id.js';
import { Message, toMessage } from './message.type.js';

@Resolver(() => DialogueInteraction)
export class DialogueResolver {
  @Extensions({ items: 1 })
  @Query(() => Dialogue, {
    nullable: true,
    description:
      'What two persons did to each other, over all threads, newest first; null when one of them is unknown.',
  })
  async dialogue(
    @Ctx() context: Context,
    @Arg('a', () => ID, { description: 'Global id of one person.' }) a: string,
    @Arg('b', () => ID, { description: 'Global id of another person.' }) b: string,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Dialogue | null> {
    const [one, other] = [fromGlobalId('Person', a, 'a'), fromGlobalId('Person', b, 'b')];
    if (one === other) throw new BadInputError('b', 'b must be another person than a; give the ids of two persons.');
    return findDialogue(context, one, other, page);
  }

  @FieldResolver(() => Message, {
    nullable: true,
    description: 'The message it made or happened in; null when there is none, or a private one.',
  })
  async message(@Root() interaction: DialogueInteraction, @Ctx() context: Context): Promise<Message | null> {
    return messageOf(context, interaction.messageKey);
  }

  @FieldResolver(() => Message, {
    nullable: true,
    description: 'The message acted upon; null when there is none, or a private one.',
  })
  async object(@Root() interaction: DialogueInteraction, @Ctx() context: Context): Promise<Message | null> {
    return messageOf(context, interaction.objectKey);
  }

  @FieldResolver(() => Conversation, {
    nullable: true,
    description: 'The conversation in which it happened; null when that is not known, or private.',
  })
  async conversation(@Root() interaction: DialogueInteraction, @Ctx() context: Context): Promise<Conversation | null> {
    const key = interaction.messageKey ?? interaction.objectKey;
    const found = key === null ? null : await context.threads.conversation.load(key);
    return found === null ? null : toConversation(found);
  }
}

/** The dialogue of two people by namespaced id; null when one of them is unknown. Throws BadInputError. */
export async function findDialogue(
  context: Context,
  one: string,
  other: string,
  page: PageArguments,
): Promise<Dialogue | null> {
  const list = `dialogue ${one} ${other}`;
  const stored = await context.conversations.findDialogue(one, other, readPage(list, page));
  return stored === null ? null : toDialogue(list, stored);
}

async function messageOf(context: Context, id: string | null): Promise<Message | null> {
  const found = id === null ? null : await context.threads.message.load(id);
  return found === null ? null : toMessage(found);
}
