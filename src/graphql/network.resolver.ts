import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from './context.js';
import { Network, toNetwork } from './network.type.js';

@Resolver()
export class NetworkResolver {
  @Query(() => Network, {
    description: 'The community as a whole: how much there is, how far it is reciprocal, how new it is.',
  })
  async network(@Ctx() context: Context): Promise<Network> {
    const [state, run] = await Promise.all([context.reciprocity.network(), context.run()]);
    return toNetwork(state, run);
  }
}
