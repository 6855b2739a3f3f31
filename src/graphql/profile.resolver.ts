import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ScoreStatus, scoreStatus } from '../domain/score-status.js';
import type { Context } from './context.js';
import { Person } from './person.type.js';
import { RelatingProfile, RelationalWeights, toProfile } from './profile.type.js';

@Resolver(() => Person)
export class PersonProfileResolver {
  @FieldResolver(() => RelatingProfile, {
    nullable: true,
    description:
      'The eight components of relating, under the model’s weights or others; null where scores.status says why.',
  })
  async relatingProfile(
    @Root() { source }: Person,
    @Ctx() context: Context,
    @Arg('weights', () => RelationalWeights, { nullable: true, description: 'Weights to use instead of the model’s.' })
    weights?: RelationalWeights | null,
  ): Promise<RelatingProfile | null> {
    const run = await context.run();
    if (run === null || scoreStatus(source, run, context.minInteractions) !== ScoreStatus.OK) return null;
    return toProfile(context.profileRelating(source.scores!, run, weights ?? {}));
  }
}
