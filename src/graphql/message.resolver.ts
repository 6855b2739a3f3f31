import { Arg, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from './context.js';
import { LONG_CHAIN } from './cost.js';
import { fromGlobalId } from './global-id.js';
import { Message, toMessage } from './message.type.js';

@Resolver(() => Message)
export class MessageResolver {
  @Query(() => Message, {
    nullable: true,
    description: 'One message; null when there is none, when it is only referred to so far, and when it is private.',
  })
  async message(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
  ): Promise<Message | null> {
    const found = await context.threads.message.load(fromGlobalId('Message', id, 'id'));
    return found === null ? null : toMessage(found);
  }

  @Extensions({ items: LONG_CHAIN })
  @FieldResolver(() => [Message], {
    description:
      'From this message up to the root, this one first; at most 1,000 messages, private ones and those only referred to left out.',
  })
  async chainToRoot(@Root() message: Message, @Ctx() context: Context): Promise<Message[]> {
    return (await context.threads.chainToRoot.load(message.messageId)).map(toMessage);
  }
}
