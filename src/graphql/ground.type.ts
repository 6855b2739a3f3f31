import { ArgsType, Extensions, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Ground as DomainGround, GROUNDS } from '../domain/ground.js';
import {
  GROUND_DIRECTIONS,
  type GroundDirection,
  type ObservedInteraction as Observed,
  type PersonGround as OfPerson,
  shareOf,
} from '../domain/person-ground.js';
import { connectionType } from './connection.js';
import { Person, toPerson } from './person.type.js';
import { toDate } from './to-date.js';

const enumOf = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [K in T]: K };

export const Ground = enumOf<DomainGround>(GROUNDS);
registerEnumType(Ground, {
  name: 'Ground',
  description: 'Where an interaction happened, seen from one of the two: who started the thread.',
  valuesConfig: {
    OWN: { description: 'In a thread that the one from whom it is seen started.' },
    THEIRS: { description: 'In a thread that the other started.' },
    THIRD: { description: 'In a thread that somebody else started.' },
    PRIVATE: { description: 'In private.' },
    UNKNOWN: { description: 'In no thread whose starter is known.' },
  },
});

export const Direction = enumOf<GroundDirection>(GROUND_DIRECTIONS);
registerEnumType(Direction, {
  name: 'InteractionDirection',
  description: 'Which way an interaction went, seen from one person.',
  valuesConfig: {
    GIVEN: { description: 'This person acted upon somebody.' },
    RECEIVED: { description: 'Somebody acted upon this person.' },
    WAITING: { description: 'This person acted upon a message whose author is not known (yet).' },
  },
});

@ArgsType()
export class GroundArguments {
  @Field(() => Ground, { nullable: true, description: 'Only this ground, from the person’s own view; absent for all.' })
  ground?: DomainGround | null;

  @Field(() => String, { nullable: true, description: 'Only this registered kind, such as reply; absent for all.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this platform, 1 to 64 characters; absent for all.' })
  platform?: string | null;
}

const SHARE = 'Share of everything observed of the person, whatever the filter. [0, 1]';

@ObjectType({ description: 'Interactions that agree in ground, kind and platform.', simpleResolvers: true })
export class GroundSlice {
  @Field(() => Ground, { description: 'Where they happened, from the person’s own view.' })
  ground!: DomainGround;

  @Field(() => String, { description: 'Name of the kind, lower case.' })
  kind!: string;

  @Field(() => String, { description: 'Platform on which they happened.' })
  platform!: string;

  @Field(() => Int, { description: 'How many. ≥ 1.' })
  count!: number;

  @Field(() => Float, { description: `${SHARE}.` })
  share!: number;
}

@ObjectType({ description: 'A part of everything observed of a person.', simpleResolvers: true })
export class ObservedShare {
  @Field(() => Int, { description: 'How many interactions. ≥ 0.' })
  count!: number;

  @Field(() => Float, { nullable: true, description: `${SHARE}; null when nothing was observed.` })
  share!: number | null;
}

@ObjectType({ description: 'A part of everything observed of a person, by ground.', simpleResolvers: true })
export class GroundShare extends ObservedShare {
  @Field(() => Ground, { description: 'Where it happened, from the person’s own view.' })
  ground!: DomainGround;
}

@ObjectType({ description: 'One direction of somebody’s interactions: how many, and where.', simpleResolvers: true })
export class GroundSide {
  @Field(() => Int, { description: 'Interactions that pass the filter; the sum of the slices. ≥ 0.' })
  total!: number;

  @Field(() => Float, { nullable: true, description: `${SHARE}; null when nothing was observed.` })
  share!: number | null;

  @Extensions({ items: 20 })
  @Field(() => [GroundSlice], { description: 'By ground, kind and platform, most first. Each interaction is in one.' })
  slices!: readonly GroundSlice[];

  @Extensions({ items: 5 })
  @Field(() => [GroundShare], { description: 'By ground alone: all five, with 0 where there is nothing.' })
  byGround!: readonly GroundShare[];
}

@ObjectType({
  description: 'How much of everything observed of a person the two scores can speak about.',
  simpleResolvers: true,
})
export class ExplainedGround {
  @Field(() => ObservedShare, {
    description: 'By the broadcast score: received from persons at a known time, reads left out. 0 for a bot.',
  })
  broadcast!: ObservedShare;

  @Field(() => ObservedShare, {
    description: 'By the relational score: between persons at a known time, both ways. 0 for organisations and bots.',
  })
  relational!: ObservedShare;
}

@ObjectType({
  description:
    'Everything observed of one account and where it happened: organisations, bots, private interactions and unknown times included. The totals of given, received and waiting add up to observed. Counted over everything recorded, not decayed.',
  simpleResolvers: true,
})
export class PersonGround {
  @Field(() => Int, { description: 'All interactions given, received and waiting. ≥ 0.' })
  observed!: number;

  @Field(() => ExplainedGround, { description: 'How much of it the two scores can speak about.' })
  explained!: ExplainedGround;

  readonly source!: OfPerson;
}

@ObjectType({ description: 'One interaction of a person, seen from that person.', simpleResolvers: true })
export class ObservedInteraction {
  @Field(() => ID, { description: 'Id of the interaction as it was recorded.' })
  interactionId!: string;

  @Field(() => Direction, { description: 'Which way it went.' })
  direction!: GroundDirection;

  @Field(() => Person, { nullable: true, description: 'Who is at the other end; null while nobody knows (WAITING).' })
  counterpart!: Person | null;

  @Field(() => String, { description: 'Name of a registered kind of interaction, such as reply.' })
  kind!: string;

  @Field(() => Date, { nullable: true, description: 'When it happened, UTC; null when the time is not known.' })
  at!: Date | null;

  @Field(() => Ground, { description: 'Where it happened, from the view of the person whose list this is.' })
  ground!: DomainGround;

  @Field(() => Ground, { description: 'The same from the view of whoever acted, as it is stored.' })
  actorGround!: DomainGround;

  @Field(() => String, { description: 'Platform on which it happened.' })
  platform!: string;

  @Field(() => Boolean, { description: 'Whether it was private; then its messages are not told.' })
  private!: boolean;

  readonly messageKey!: string | null;
  readonly objectKey!: string | null;
}

export const ObservedInteractionConnection = connectionType(
  'ObservedInteraction',
  () => ObservedInteraction,
  'somebody’s interactions',
);

export function toPersonGround(source: OfPerson): PersonGround {
  const explained = {
    broadcast: shareOf(source.broadcast, source.observed),
    relational: shareOf(source.relational, source.observed),
  };
  return Object.assign(new PersonGround(), { observed: source.observed, explained, source });
}

export function toObservedInteraction(observed: Observed): ObservedInteraction {
  const { id, counterpart, at, message, object, ...rest } = observed;
  return Object.assign(new ObservedInteraction(), rest, {
    interactionId: id,
    counterpart: counterpart === null ? null : toPerson(counterpart),
    at: toDate(at),
    messageKey: message,
    objectKey: object,
  });
}
