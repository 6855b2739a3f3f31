import { Arg, Ctx, Extensions, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Context, requireRun } from './context.js';
import { AlterShare, Explanation, toExplanation } from './explanation.type.js';
import { fromGlobalId } from './global-id.js';
import { Person, toPerson } from './person.type.js';

@Resolver(() => AlterShare)
export class ExplanationResolver {
  @Extensions({ items: 1 })
  @Query(() => Explanation, {
    nullable: true,
    description:
      'What and who makes up somebody’s scores. NOT_FOUND for an unknown id, SCORES_NOT_COMPUTED before the first run.',
  })
  async explain(
    @Ctx() context: Context,
    @Arg('person', () => ID, { description: 'Global id of the account.' }) person: string,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many people to name behind each number, 1 to 20.' })
    first: number,
  ): Promise<Explanation> {
    const run = await requireRun(context);
    return toExplanation(
      await context.explainScore.explain(fromGlobalId('Person', person, 'person'), run, first),
      run,
      context.minInteractions,
    );
  }

  @FieldResolver(() => Person, { description: 'The person.' })
  async person(@Root() { idx }: AlterShare, @Ctx() context: Context): Promise<Person> {
    return toPerson((await context.tieLoaders.person.load(idx))!);
  }
}
