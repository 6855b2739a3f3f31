import { Arg, Ctx, Extensions, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { momentOf } from '../domain/moment.js';
import { readPage } from './connection.js';
import type { Context } from './context.js';
import { Mirror, toMirror } from './mirror.type.js';
import { Person } from './person.type.js';

@Resolver(() => Person)
export class PersonMirrorResolver {
  @Extensions({ cost: 100 })
  @FieldResolver(() => Mirror, {
    nullable: true,
    description:
      'What this person’s own page says, as of the published run; null before the first run that saw them, and for organisations and bots.',
  })
  async mirror(
    @Root() { source }: Person,
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many people each sentence names, 1 to 100.' })
    first: number,
  ): Promise<Mirror | null> {
    readPage('mirror', { first });
    const run = await context.run();
    const relating = source.scores?.relating ?? null;
    if (run === null || relating === null) return null;
    return toMirror(await context.readMirror.read(source, relating, momentOf(run, run.asOf), first));
  }
}
