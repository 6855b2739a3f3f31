import { Extensions, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Ground as DomainGround } from '../domain/ground.js';
import type { TieOpening as Opening, UnservedPerson as Unserved } from '../domain/initiation.js';
import { connectionType } from './connection.js';
import { Ground } from './ground.type.js';
import { Person, toPerson } from './person.type.js';
import { KindCount } from './tie.type.js';

export enum TieOpener {
  ME = 'ME',
  THEM = 'THEM',
}
registerEnumType(TieOpener, {
  name: 'TieOpener',
  description: 'Which of two persons acted first.',
  valuesConfig: {
    ME: { description: 'The person whose list it is.' },
    THEM: { description: 'The other person.' },
  },
});

@ObjectType({ description: 'A tie of somebody, with the act that opened it.', simpleResolvers: true })
export class TieOpening {
  @Field(() => Person, { description: 'The other person.' })
  person!: Person;

  @Field(() => TieOpener, { description: 'Who acted first; at the same instant the one with the smaller id.' })
  openedBy!: TieOpener;

  @Field(() => Date, { description: 'When that act happened, UTC.' })
  openedAt!: Date;

  @Field(() => String, { description: 'Name of the kind of that act, such as reply.' })
  kind!: string;

  @Field(() => Ground, { description: 'Where it happened, from the view of who opened the tie.' })
  ground!: DomainGround;

  @Field(() => ID, { description: 'Id of that act as it was recorded.' })
  interactionId!: string;
}

export const TieOpeningConnection = connectionType('TieOpening', () => TieOpening, 'openings of somebody’s ties');

@ObjectType({
  description:
    'How somebody’s ties with other persons began. A tie is any act between two persons at a known time, private ones included; who acted first opened it. Counted over everything recorded, not decayed.',
  simpleResolvers: true,
})
export class Initiation {
  @Field(() => Int, { description: 'Persons with whom there is a tie. ≥ 0.' })
  ties!: number;

  @Field(() => Int, { description: 'Ties that this person opened. ≥ 0.' })
  opened!: number;

  @Field(() => Float, { nullable: true, description: 'opened / ties. [0, 1]; null without ties.' })
  openedShare!: number | null;

  @Field(() => Int, {
    description: 'Ties that this person opened by an act in a thread that the other had started. 0 to opened.',
  })
  firstMovesOnTheirGround!: number;

  @Field(() => Int, { description: 'Persons upon whom this one acted for the first time at or after `since`. ≥ 0.' })
  reached!: number;

  @Field(() => Date, { description: 'Since when reached persons count, UTC.' })
  since!: Date;

  readonly owner!: number;
}

@ObjectType({
  description: 'Somebody who turned to a person that never acted upon them in any way.',
  simpleResolvers: true,
})
export class UnservedPerson {
  @Field(() => Person, { description: 'Who would benefit from hearing from that person.' })
  person!: Person;

  @Field(() => Date, { description: 'When they last acted upon that person in any way, at a known time, UTC.' })
  lastAt!: Date;

  @Extensions({ items: 8 })
  @Field(() => [KindCount], {
    description: 'What they did, by kind, most first: conversational acts and reads, of unknown time too.',
  })
  acts!: readonly KindCount[];
}

export const UnservedPersonConnection = connectionType(
  'UnservedPerson',
  () => UnservedPerson,
  'people who would benefit from hearing from somebody',
);

export function toTieOpening({ person, mine, id, at, kind, ground }: Opening): TieOpening {
  return {
    person: toPerson(person),
    openedBy: mine ? TieOpener.ME : TieOpener.THEM,
    openedAt: new Date(at),
    kind,
    ground,
    interactionId: id,
  };
}

export function toUnservedPerson({ person, lastAt, acts }: Unserved): UnservedPerson {
  return { person: toPerson(person), lastAt: new Date(lastAt), acts };
}
