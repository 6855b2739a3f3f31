import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../errors.js';
import { PageArguments, readPage } from './connection.js';
import type { Context } from './context.js';
import { fromGlobalId } from './global-id.js';
import { Person } from './person.type.js';
import { Tie, TieConnection, toTie, toTieConnection } from './tie.type.js';

@Resolver(() => Person)
export class TieResolver {
  @Query(() => Tie, {
    nullable: true,
    description: 'What two people do towards each other, side by side; null when one of them is not there.',
  })
  async tie(
    @Ctx() context: Context,
    @Arg('a', () => ID, { description: 'Global id of the first.' }) a: string,
    @Arg('b', () => ID, { description: 'Global id of the second; somebody else.' }) b: string,
  ): Promise<Tie | null> {
    if (a === b) throw new BadInputError('b', 'b must be somebody else than a.');
    const tie = await context.ties.between(
      fromGlobalId('Person', a, 'a'),
      fromGlobalId('Person', b, 'b'),
      context.run(),
    );
    return tie === null ? null : toTie(tie);
  }

  @FieldResolver(() => TieConnection, { description: 'Accounts this one acted on, most interactions first.' })
  async engages(
    @Root() { source }: Person,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<TieConnection> {
    const list = `engages ${source.idx}`;
    const place = readPage(list, page);
    return toTieConnection(list, source.idx, await context.tieLoaders.engages.load({ idx: source.idx, ...place }));
  }

  @FieldResolver(() => TieConnection, { description: 'Accounts that acted on this one, most interactions first.' })
  async engagedBy(
    @Root() { source }: Person,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<TieConnection> {
    const list = `engagedBy ${source.idx}`;
    const place = readPage(list, page);
    return toTieConnection(list, source.idx, await context.tieLoaders.engagedBy.load({ idx: source.idx, ...place }));
  }
}
