import { Arg, Ctx, Float, ID, Int, Query, Resolver } from 'type-graphql';
import { type Context, requireRun } from './context.js';
import { fromGlobalId } from './global-id.js';
import { EgoNetwork, IntroductionPath, toEgoNetwork, toIntroductionPath } from './subgraph.type.js';

@Resolver()
export class SubgraphResolver {
  @Query(() => EgoNetwork, {
    nullable: true,
    description:
      'Somebody and those around them along mutual ties. The same graph gives the same answer; NOT_FOUND for an unknown id, SCORES_NOT_COMPUTED before the first run.',
  })
  async egoNetwork(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Global id of the person in the middle.' }) id: string,
    @Arg('depth', () => Int, { defaultValue: 1, description: 'Mutual ties away from the middle, 1 to 3.' })
    depth: number,
    @Arg('first', () => Int, {
      defaultValue: 50,
      description:
        'People in all, the one in the middle included, 1 to 300. Nearest rings first, strongest ties first.',
    })
    first: number,
    @Arg('minStrength', () => Float, {
      defaultValue: 0,
      description: 'Weakest mutual tie that counts, from 0 to below 4.',
    })
    minStrength: number,
  ): Promise<EgoNetwork> {
    const key = fromGlobalId('Person', id, 'id');
    const network = context.subgraphs.egoNetwork(key, { depth, first, minStrength });
    const [found] = await Promise.all([network, requireRun(context)]);
    return toEgoNetwork(found);
  }

  @Query(() => IntroductionPath, {
    nullable: true,
    description:
      'A shortest chain of mutual ties from one person to another; null when none of at most 6 ties exists, NOT_FOUND for an unknown id, SCORES_NOT_COMPUTED before the first run.',
  })
  async introductionPath(
    @Ctx() context: Context,
    @Arg('from', () => ID, { description: 'Global id of the person who wants to be introduced.' }) from: string,
    @Arg('to', () => ID, { description: 'Global id of the person to reach; somebody else.' }) to: string,
  ): Promise<IntroductionPath | null> {
    const ends = [fromGlobalId('Person', from, 'from'), fromGlobalId('Person', to, 'to')] as const;
    const [path] = await Promise.all([context.subgraphs.introductionPath(...ends), requireRun(context)]);
    return toIntroductionPath(path);
  }
}
