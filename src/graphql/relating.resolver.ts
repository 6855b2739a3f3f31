import { Arg, Args, Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { NO_PAGE } from '../domain/page.js';
import type { StoredRelating } from '../domain/person.js';
import type { InvitationState as State } from '../domain/relating.js';
import { type ConnectionOf, PageArguments, readPage, toConnection } from './connection.js';
import type { Context } from './context.js';
import {
  type Invitation,
  InvitationConnection,
  InvitationLedger,
  InvitationOrder,
  InvitationState,
  toInvitation,
  toLedger,
} from './invitation.type.js';
import {
  type CommentedPerson,
  CommentedPersonConnection,
  Landing,
  toCommentedPerson,
  toLanding,
} from './landing.type.js';
import { Person } from './person.type.js';
import { Stance, type Talker, TalkerConnection, toStance, toTalker } from './stance.type.js';

@ObjectType({ description: 'Coming back to threads after somebody else spoke.', simpleResolvers: true })
export class ReEntry {
  @Field(() => Int, { description: 'Threads of at least two messages in which this person wrote. ≥ 0.' })
  threads!: number;

  @Field(() => Int, { description: 'Those in which they wrote again after somebody else had. ≥ 0.' })
  returned!: number;

  @Field(() => Float, { nullable: true, description: 'returned / threads. [0, 1]; null without threads.' })
  share!: number | null;
}

const WITHOUT = 'null before the first run that saw this account, and for organisations and bots.';

@Resolver(() => Person)
export class PersonRelatingResolver {
  @FieldResolver(() => Stance, {
    description: 'Broadcast, relational and talked-about side by side, and the quadrant.',
  })
  async stance(@Root() { source }: Person, @Ctx() context: Context): Promise<Stance> {
    return toStance(source, await context.run(), context.minInteractions);
  }

  @FieldResolver(() => TalkerConnection, {
    description:
      'Persons who mention or quote this one at known times in threads this one did not start; most acts first.',
  })
  async talkedAboutBy(
    @Root() { source: { idx } }: Person,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionOf<Talker>> {
    const list = `talkers ${idx}`;
    return toConnection(list, await context.relating.talkers.load({ idx, ...readPage(list, page) }), toTalker);
  }

  @FieldResolver(() => InvitationLedger, {
    nullable: true,
    description: `What became of every invitation received; ${WITHOUT}`,
  })
  async invitationLedger(@Root() person: Person, @Ctx() context: Context): Promise<InvitationLedger | null> {
    const relating = await measured(person, context);
    return relating && toLedger(relating);
  }

  @FieldResolver(() => InvitationConnection, {
    description: 'Invitations received, as the published run saw them; empty before the first.',
  })
  async invitations(
    @Root() { source: { idx } }: Person,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('state', () => InvitationState, { nullable: true, description: 'Only those in this state; absent for all.' })
    state?: State | null,
    @Arg('order', () => InvitationOrder, { defaultValue: InvitationOrder.LATEST, description: 'Which come first.' })
    order: InvitationOrder = InvitationOrder.LATEST,
  ): Promise<ConnectionOf<Invitation>> {
    return invitationPage(context, idx, page, state ?? null, order);
  }

  @FieldResolver(() => InvitationConnection, {
    description:
      'The care list: who waits for an answer from this person, the longest waiting first. Empty before the first run.',
  })
  async openInvitations(
    @Root() { source: { idx } }: Person,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionOf<Invitation>> {
    return invitationPage(context, idx, page, 'OPEN', InvitationOrder.LONGEST_WAITING);
  }

  @FieldResolver(() => Landing, {
    nullable: true,
    description: `Whether their comments on others’ ground land; ${WITHOUT}`,
  })
  async landing(@Root() person: Person, @Ctx() context: Context): Promise<Landing | null> {
    const relating = await measured(person, context);
    return relating && toLanding(person.source.idx, relating);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: `Largest h such that h persons exchanged at least h turn switches with this one, over all time up to the run. ≥ 0; ${WITHOUT} The people: neighbours.`,
  })
  async dialogueHIndex(@Root() person: Person, @Ctx() context: Context): Promise<number | null> {
    return (await measured(person, context))?.dialogueHIndex ?? null;
  }

  @FieldResolver(() => ReEntry, {
    nullable: true,
    description: `Coming back to threads; ${WITHOUT} The threads: conversations.`,
  })
  async reEntry(@Root() person: Person, @Ctx() context: Context): Promise<ReEntry | null> {
    const counts = (await measured(person, context))?.reEntry ?? null;
    return counts && { ...counts, share: counts.threads === 0 ? null : counts.returned / counts.threads };
  }
}

@Resolver(() => Landing)
export class LandingResolver {
  @FieldResolver(() => CommentedPersonConnection, {
    description: 'The people upon whose content the comments were, and with whom they landed; most comments first.',
  })
  async people(
    @Root() { owner: idx }: Landing,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionOf<CommentedPerson>> {
    const list = `commented ${idx}`;
    return toConnection(
      list,
      await context.relating.commented.load({ idx, ...readPage(list, page) }),
      toCommentedPerson,
    );
  }
}

async function measured({ source }: Person, context: Context): Promise<StoredRelating | null> {
  return (await context.run()) === null ? null : (source.scores?.relating ?? null);
}

async function invitationPage(
  context: Context,
  idx: number,
  page: PageArguments,
  state: State | null,
  order: InvitationOrder,
): Promise<ConnectionOf<Invitation>> {
  const list = `invitations ${idx} ${state} ${order}`;
  const oldestFirst = order === InvitationOrder.LONGEST_WAITING;
  const wish = { idx, state, oldestFirst, ...readPage(list, page) };
  const [run, found] = await Promise.all([context.run(), context.relating.invitations.load(wish)]);
  return toConnection(list, run === null ? NO_PAGE : found, toInvitation);
}
