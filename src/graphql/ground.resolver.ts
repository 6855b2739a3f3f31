import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type GroundDirection, type GroundFilter, groundSide } from '../domain/person-ground.js';
import { BadInputError } from '../errors.js';
import { type ConnectionOf, PageArguments, readPage, toConnection } from './connection.js';
import type { Context } from './context.js';
import {
  Direction,
  GroundArguments,
  GroundSide,
  ObservedInteraction,
  ObservedInteractionConnection,
  PersonGround,
  toObservedInteraction,
  toPersonGround,
} from './ground.type.js';
import { Message, toMessage } from './message.type.js';
import { Person } from './person.type.js';

const MAX_PLATFORM = 64;

@Resolver(() => Person)
export class GroundResolver {
  @FieldResolver(() => PersonGround, { description: 'Everything observed of this account and where it happened.' })
  async ground(@Root() { source }: Person, @Ctx() context: Context): Promise<PersonGround> {
    return toPersonGround(await context.groundLoaders.ground.load(source.idx));
  }

  @FieldResolver(() => ObservedInteractionConnection, {
    description:
      'The interactions behind its ground, newest first, those of unknown time last; as many as the slices with the same filter count.',
  })
  async interactions(
    @Root() { source: { idx } }: Person,
    @Ctx() context: Context,
    @Arg('direction', () => Direction, { nullable: true, description: 'Only this direction; absent for all.' })
    direction: GroundDirection | undefined,
    @Args(() => GroundArguments) filter: GroundArguments,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionOf<ObservedInteraction>> {
    const wish = { idx, direction: direction ?? null, ...readFilter(filter, context) };
    const list = `interactions ${JSON.stringify(wish)}`;
    const found = await context.groundLoaders.interactions.load({ ...wish, ...readPage(list, page) });
    return toConnection(list, found, toObservedInteraction);
  }
}

@Resolver(() => PersonGround)
export class PersonGroundResolver {
  @FieldResolver(() => GroundSide, { description: 'What this account did to others.' })
  given(@Root() of: PersonGround, @Ctx() context: Context, @Args(() => GroundArguments) filter: GroundArguments) {
    return sideOf(of, 'GIVEN', filter, context);
  }

  @FieldResolver(() => GroundSide, {
    description: 'What others did to this account. OWN is what happened in threads that this account started.',
  })
  received(@Root() of: PersonGround, @Ctx() context: Context, @Args(() => GroundArguments) filter: GroundArguments) {
    return sideOf(of, 'RECEIVED', filter, context);
  }

  @FieldResolver(() => GroundSide, {
    description:
      'What this account did to messages whose author is not known (yet). Its ground is PRIVATE or UNKNOWN, since nobody knows the other.',
  })
  waiting(@Root() of: PersonGround, @Ctx() context: Context, @Args(() => GroundArguments) filter: GroundArguments) {
    return sideOf(of, 'WAITING', filter, context);
  }
}

@Resolver(() => ObservedInteraction)
export class ObservedInteractionResolver {
  @FieldResolver(() => Message, {
    nullable: true,
    description: 'The message it made or happened in; null when there is none, when it is not known, or private.',
  })
  message(@Root() { messageKey }: ObservedInteraction, @Ctx() context: Context): Promise<Message | null> {
    return messageOf(context, messageKey);
  }

  @FieldResolver(() => Message, {
    nullable: true,
    description: 'The message acted upon; null when there is none, when it is not known, or private.',
  })
  object(@Root() { objectKey }: ObservedInteraction, @Ctx() context: Context): Promise<Message | null> {
    return messageOf(context, objectKey);
  }
}

function sideOf({ source }: PersonGround, direction: GroundDirection, filter: GroundArguments, context: Context) {
  const { count, ...side } = groundSide(source, direction, readFilter(filter, context));
  return { ...side, total: count };
}

/** Checks the filter of a ground. Throws BadInputError. */
function readFilter({ ground, kind, platform }: GroundArguments, { kinds }: Context): GroundFilter {
  if (kind !== undefined && kind !== null && kinds.find(kind) === undefined)
    throw new BadInputError('kind', `kind must be one of ${kinds.names.join(', ')}.`);
  if (platform !== undefined && platform !== null && (platform.length < 1 || platform.length > MAX_PLATFORM))
    throw new BadInputError(
      'platform',
      `platform must have 1 to ${MAX_PLATFORM} characters, such as mastodon; leave it out for all.`,
      { limit: MAX_PLATFORM },
    );
  return { ground: ground ?? null, kind: kind ?? null, platform: platform ?? null };
}

async function messageOf(context: Context, id: string | null): Promise<Message | null> {
  const found = id === null ? null : await context.threads.message.load(id);
  return found === null ? null : toMessage(found);
}
