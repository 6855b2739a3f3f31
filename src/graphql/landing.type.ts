import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { StoredRelating } from '../domain/person.js';
import type { CommentedPerson as Commented } from '../domain/relating-people.js';
import { connectionType } from './connection.js';
import { Person, toPerson } from './person.type.js';

@ObjectType({
  description:
    'How much conversation followed under somebody’s comments, against what the same owners’ content usually gets.',
  simpleResolvers: true,
})
export class Spark {
  @Field(() => Float, { description: 'Messages of other persons below these comments, at any depth. ≥ 0.' })
  followed!: number;

  @Field(() => Float, {
    description:
      'What comments of others on the same owners’ content usually get, drawn towards the community’s mean by 5 comments. ≥ 0.',
  })
  expected!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'followed / expected. ≥ 0, 1 is usual; null when nothing was to be expected.',
  })
  ratio!: number | null;
}

@ObjectType({ description: 'Somebody upon whose content a person commented.', simpleResolvers: true })
export class CommentedPerson {
  @Field(() => Person, { description: 'The owner of the content.' })
  person!: Person;

  @Field(() => Int, { description: 'Comments on it, in threads that others started. ≥ 1.' })
  comments!: number;

  @Field(() => Int, { description: 'Those to which the owner reacted or answered. ≥ 0.' })
  landedByOwner!: number;

  @Field(() => Int, { description: 'Those to which anybody but the commenter reacted or answered. ≥ 0.' })
  landed!: number;
}

export const CommentedPersonConnection = connectionType(
  'CommentedPerson',
  () => CommentedPerson,
  'people upon whose content somebody commented',
);

@ObjectType({
  description:
    'Whether what somebody said in threads of others got a response: conversational acts whose message is known, up to the instant of the run, not decayed.',
  simpleResolvers: true,
})
export class Landing {
  @Field(() => Int, { description: 'Comments given in threads that others started. ≥ 0.' })
  comments!: number;

  @Field(() => Int, { description: 'Those to which the person acted upon reacted or answered. ≥ 0.' })
  landedByOwner!: number;

  @Field(() => Int, { description: 'Those to which other persons reacted or answered. ≥ 0.' })
  landedByOthers!: number;

  @Field(() => Int, { description: 'Those to which either did. ≥ 0.' })
  landed!: number;

  @Field(() => Float, { nullable: true, description: 'landed / comments. [0, 1]; null without comments.' })
  rate!: number | null;

  @Field(() => Float, { nullable: true, description: 'landedByOwner / comments. [0, 1]; null without comments.' })
  rateByOwner!: number | null;

  @Field(() => Spark, { description: 'The conversation that followed.' })
  spark!: Spark;

  readonly owner!: number;
}

export function toLanding(owner: number, { landing, spark }: StoredRelating): Landing {
  const { comments, byOwner, byOthers, landed } = landing;
  const share = (count: number): number | null => (comments === 0 ? null : count / comments);
  const { followed, expected } = spark;
  return Object.assign(new Landing(), {
    ...{ comments, landedByOwner: byOwner, landedByOthers: byOthers, landed, owner },
    ...{ rate: share(landed), rateByOwner: share(byOwner) },
    spark: { followed, expected, ratio: expected === 0 ? null : followed / expected },
  });
}

export function toCommentedPerson({ person, comments, landedByOwner, landed }: Commented): CommentedPerson {
  return { person: toPerson(person), comments, landedByOwner, landed };
}
