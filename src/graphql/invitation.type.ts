import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { responseRate } from '../domain/invitation-rates.js';
import type { StoredRelating } from '../domain/person.js';
import { INVITATION_STATES, type InvitationState as State } from '../domain/relating.js';
import type { ReceivedInvitation } from '../domain/relating-people.js';
import { connectionType } from './connection.js';
import { Person, toPerson } from './person.type.js';

export const InvitationState = Object.fromEntries(INVITATION_STATES.map((name) => [name, name])) as { [K in State]: K };
registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'What became of an invitation. Every invitation is in exactly one state.',
  valuesConfig: {
    ANSWERED: { description: 'Answered where it was made: in public, or in private when it was private.' },
    ACKNOWLEDGED: { description: 'Not answered, but liked or shared.' },
    ANSWERED_PRIVATELY: { description: 'Made in public and answered in private.' },
    LAPSED: { description: 'Neither, and the answer window is over.' },
    OPEN: { description: 'Neither yet, and the answer window is not over.' },
  },
});

export enum InvitationOrder {
  LONGEST_WAITING = 'LONGEST_WAITING',
  LATEST = 'LATEST',
}
registerEnumType(InvitationOrder, {
  name: 'InvitationOrder',
  description: 'Order of invitations.',
  valuesConfig: {
    LONGEST_WAITING: { description: 'The oldest first.' },
    LATEST: { description: 'The newest first.' },
  },
});

@ObjectType({
  description: 'A conversational act of another person towards this one, and what became of it.',
  simpleResolvers: true,
})
export class Invitation {
  @Field(() => Person, { description: 'Who invited.' })
  from!: Person;

  @Field(() => ID, { description: 'Id of the interaction as it was recorded, also where it was private.' })
  interactionId!: string;

  @Field(() => String, { description: 'Name of the kind, such as comment.' })
  kind!: string;

  @Field(() => Date, { description: 'When it was made, UTC; since then it has been waiting.' })
  waitingSince!: Date;

  @Field(() => InvitationState, { description: 'What became of it by the instant of the published run.' })
  state!: State;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the message that invites, as it was recorded; null when unknown or private.',
  })
  messageId!: string | null;

  @Field(() => String, { description: 'Platform on which it was made.' })
  platform!: string;

  @Field(() => Boolean, { description: 'Whether it was made in private.' })
  private!: boolean;
}

export const InvitationConnection = connectionType('Invitation', () => Invitation, 'invitations somebody received');

@ObjectType({
  description:
    'The invitation ledger: every conversational act received from other persons, by what became of it up to the instant of the run. An answer says what it answers, where that is recorded; elsewhere it is the next act back within the answer window.',
  simpleResolvers: true,
})
export class InvitationLedger {
  @Field(() => Int, { description: 'Invitations received, in all states; the load. ≥ 0.' })
  total!: number;

  @Field(() => Int, { description: 'Answered where they were made. ≥ 0.' })
  answered!: number;

  @Field(() => Int, { description: 'Not answered, but liked or shared. ≥ 0.' })
  acknowledged!: number;

  @Field(() => Int, { description: 'Made in public and answered in private. ≥ 0.' })
  answeredPrivately!: number;

  @Field(() => Int, { description: 'Neither, and the answer window is over. ≥ 0.' })
  lapsed!: number;

  @Field(() => Int, { description: 'Neither yet, and the answer window is not over. ≥ 0.' })
  open!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Answered, in public or in private, of all that are not open. [0, 1]; null when none is closed.',
  })
  responseRate!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Acknowledged of all that are not open. [0, 1]; null when none is closed.',
  })
  acknowledgedRate!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Median time to an answer in days (Kaplan-Meier: what is still open or lapsed counts as watched, not as answered). ≥ 0; null when fewer than half would be answered.',
  })
  medianLatencyDays!: number | null;
}

export function toInvitation({
  person,
  id,
  kind,
  at,
  state,
  message,
  platform,
  ...rest
}: ReceivedInvitation): Invitation {
  const from = toPerson(person);
  return {
    from,
    interactionId: id,
    kind,
    waitingSince: new Date(at),
    state,
    messageId: message,
    platform,
    private: rest.private,
  };
}

export function toLedger({ invitations, answerLatency }: StoredRelating): InvitationLedger {
  const counts = INVITATION_STATES.map((state) => invitations[state]);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const closed = total - invitations.OPEN;
  return {
    total,
    answered: invitations.ANSWERED,
    acknowledged: invitations.ACKNOWLEDGED,
    answeredPrivately: invitations.ANSWERED_PRIVATELY,
    lapsed: invitations.LAPSED,
    open: invitations.OPEN,
    responseRate: responseRate(invitations),
    acknowledgedRate: closed === 0 ? null : invitations.ACKNOWLEDGED / closed,
    medianLatencyDays: answerLatency,
  };
}
