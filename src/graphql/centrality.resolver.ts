import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { NO_PAGE } from '../domain/page.js';
import { NeighbourConnection, RelationalCentrality, toNeighbourConnection } from './centrality.type.js';
import { PageArguments, readPage } from './connection.js';
import type { Context } from './context.js';
import { Person } from './person.type.js';

@Resolver(() => Person)
export class CentralityResolver {
  @FieldResolver(() => RelationalCentrality, {
    nullable: true,
    description: 'Place in the network of mutual ties; null before the first run, and for organisations and bots.',
  })
  async centrality(@Root() { source }: Person, @Ctx() context: Context): Promise<RelationalCentrality | null> {
    if (source.kind !== 'person') return null;
    const [run, place] = await Promise.all([context.run(), context.tieLoaders.centrality.load(source.idx)]);
    return run && place;
  }

  @FieldResolver(() => NeighbourConnection, {
    description:
      'People with whom there is engagement both ways, strongest mutual tie first, as of the published run; empty before the first.',
  })
  async neighbours(
    @Root() { source }: Person,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<NeighbourConnection> {
    const list = `neighbours ${source.idx}`;
    const place = readPage(list, page);
    const neighbours = context.tieLoaders.neighbours.load({ idx: source.idx, ...place });
    const [run, found] = await Promise.all([context.run(), neighbours]);
    return toNeighbourConnection(list, run === null ? NO_PAGE : found);
  }
}
