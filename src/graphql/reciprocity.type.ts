import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { DyadReciprocity as Dyad, PersonReciprocity as OfPerson } from '../domain/reciprocity.js';

@ObjectType({ description: 'How far two people match each other, in interactions of any kind.', simpleResolvers: true })
export class DyadReciprocity implements Dyad {
  @Field(() => Int, { description: 'Interactions of the first towards the second. ≥ 0.' })
  given!: number;

  @Field(() => Int, { description: 'Interactions of the second towards the first. ≥ 0.' })
  received!: number;

  @Field(() => Int, { description: 'The smaller of both: what is matched. ≥ 0.' })
  mutual!: number;

  @Field(() => Int, { description: 'What the first gave beyond it; at most one of forward and backward is above 0.' })
  forward!: number;

  @Field(() => Int, { description: 'What the second gave beyond it. ≥ 0.' })
  backward!: number;
}

@ObjectType({
  description:
    'How far somebody’s interactions with all other persons match, person by person. Counted over everything recorded, not decayed.',
  simpleResolvers: true,
})
export class PersonReciprocity implements OfPerson {
  @Field(() => Int, { description: 'Interactions towards other persons. ≥ 0.' })
  given!: number;

  @Field(() => Int, { description: 'Interactions from other persons. ≥ 0.' })
  received!: number;

  @Field(() => Int, { description: 'Sum over persons of the smaller of given and received. ≥ 0.' })
  mutual!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      '2 · mutual / (given + received): 0 for a pure sender or receiver, 1 when every pair balances. [0, 1]; null when there is neither.',
  })
  balance!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of what this person gives that comes back. [0, 1]; null when nothing is given.',
  })
  returnedTo!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of what this person gets that they return. [0, 1]; null when nothing is received.',
  })
  returnedBy!: number | null;
}
