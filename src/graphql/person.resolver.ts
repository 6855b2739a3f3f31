import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../errors.js';
import { type ConnectionOf, PageArguments, readPage, toConnection } from './connection.js';
import type { Context } from './context.js';
import { fromGlobalId } from './global-id.js';
import { Person, PersonConnection, toPerson } from './person.type.js';
import { Scores, toScores } from './scores.type.js';

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description: 'One person, by global id, by namespaced id, or by platform and handle; null when there is nobody.',
  })
  async person(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true, description: 'Global id.' }) id?: string,
    @Arg('personId', () => String, { nullable: true, description: 'Namespaced id, `platform:id`.' }) personId?: string,
    @Arg('platform', () => String, { nullable: true, description: 'Platform, together with handle.' })
    platform?: string,
    @Arg('handle', () => String, {
      nullable: true,
      description: 'Handle, together with platform; a leading @ is left out.',
    })
    handle?: string,
  ): Promise<Person | null> {
    if (platform && handle) return orNull(await context.people.findByHandle(platform, handle));
    const key = id ? fromGlobalId('Person', id, 'id') : personId;
    if (!key) throw new BadInputError('id', 'person needs one of id, personId, or platform together with handle.');
    return orNull((await context.people.findByIds([key])).get(key) ?? null);
  }

  @Query(() => PersonConnection, {
    description:
      'People whose name, handle or id has every word of the search, best match first. Only the 10,000 best matches are counted and listed.',
  })
  async people(
    @Ctx() context: Context,
    @Arg('search', () => String, { description: 'Words, 1 to 200 characters; the last one may be a beginning.' })
    search: string,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionOf<Person>> {
    if (search.length < 1 || search.length > 200)
      throw new BadInputError('search', 'search must have 1 to 200 characters.');
    const list = `people ${search}`;
    const { first, after } = readPage(list, page);
    return toConnection(list, await context.people.search(search, first, after), toPerson);
  }

  @FieldResolver(() => Scores, { description: 'Broadcast and relational score, side by side.' })
  async scores(@Root() person: Person, @Ctx() context: Context): Promise<Scores> {
    return toScores(person.source, await context.run(), context.minInteractions);
  }
}

function orNull(person: Parameters<typeof toPerson>[0] | null): Person | null {
  return person === null ? null : toPerson(person);
}
