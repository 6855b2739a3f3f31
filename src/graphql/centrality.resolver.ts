import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { NeighbourConnection, RelationalCentrality, toNeighbourConnection } from './centrality.type.js';
import { PageArguments, readPage } from './connection.js';
import type { Context } from './context.js';
import { Person } from './person.type.js';

@Resolver(() => Person)
export class CentralityResolver {
  @FieldResolver(() => RelationalCentrality, {
    nullable: true,
    description: 'Place in the network of mutual ties; null for organisations and bots.',
  })
  async centrality(@Root() { source }: Person, @Ctx() context: Context): Promise<RelationalCentrality | null> {
    return source.kind === 'person' ? context.tieLoaders.centrality.load(source.idx) : null;
  }

  @FieldResolver(() => NeighbourConnection, {
    description: 'People with whom there is engagement both ways, strongest mutual tie first, as of the published run.',
  })
  async neighbours(
    @Root() { source }: Person,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<NeighbourConnection> {
    const list = `neighbours ${source.idx}`;
    const place = readPage(list, page);
    return toNeighbourConnection(list, await context.tieLoaders.neighbours.load({ idx: source.idx, ...place }));
  }
}
