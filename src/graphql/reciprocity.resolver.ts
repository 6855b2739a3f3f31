import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from './context.js';
import { Person } from './person.type.js';
import { DyadReciprocity, PersonReciprocity } from './reciprocity.type.js';
import { TieEdge } from './tie.type.js';

@Resolver(() => Person)
export class PersonReciprocityResolver {
  @FieldResolver(() => PersonReciprocity, {
    nullable: true,
    description: 'How far giving and receiving match; null for organisations and bots.',
  })
  async reciprocity(@Root() person: Person, @Ctx() context: Context): Promise<PersonReciprocity | null> {
    return person.source.kind === 'person' ? context.tieLoaders.reciprocity.load(person.source.idx) : null;
  }
}

@Resolver(() => TieEdge)
export class TieEdgeResolver {
  @FieldResolver(() => DyadReciprocity, { description: 'Both directions, seen from the person whose list this is.' })
  async reciprocity(@Root() { owner, node }: TieEdge, @Ctx() context: Context): Promise<DyadReciprocity> {
    return context.tieLoaders.dyad.load({ from: owner, to: node.source.idx });
  }
}
