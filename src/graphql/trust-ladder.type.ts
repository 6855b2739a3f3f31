import { Extensions, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { DialogueAct } from '../domain/dialogue.js';
import type { TrustLadder as Ladder } from '../domain/trust-ladder.js';
import type { Person } from './person.type.js';

export enum TrustRung {
  RECIPROCATED = 'RECIPROCATED',
  REPEATED = 'REPEATED',
  OVER_TIME = 'OVER_TIME',
  PRIVATE = 'PRIVATE',
  VOUCHED = 'VOUCHED',
  OFFLINE = 'OFFLINE',
}
registerEnumType(TrustRung, {
  name: 'TrustRung',
  description: 'A sign of trust between two persons, each with its own evidence; none implies another.',
  valuesConfig: {
    RECIPROCATED: { description: 'Both acted on each other.' },
    REPEATED: { description: 'Each acted on the other on at least 3 days.' },
    OVER_TIME: { description: 'They answered each other on at least 3 days that span at least 30.' },
    PRIVATE: { description: 'Each wrote to the other in private.' },
    VOUCHED: { description: 'One vouched for the other; no source of evidence is recorded yet, so never held.' },
    OFFLINE: { description: 'They met; no source of evidence is recorded yet, so never held.' },
  },
});

@ObjectType({ description: 'One rung of the trust ladder and what proves it.', simpleResolvers: true })
export class HeldRung {
  @Field(() => TrustRung, { description: 'Which sign of trust.' })
  rung!: TrustRung;

  @Field(() => Boolean, { description: 'Whether it is proven.' })
  held!: boolean;

  @Field(() => String, { description: 'What was found and what is asked for; a and b are those of the tie.' })
  why!: string;

  @Field(() => Int, { description: 'Private acts among those that prove it: counted, never listed. ≥ 0.' })
  privateEvidence!: number;

  readonly acts!: readonly DialogueAct[];
  readonly a!: Person;
  readonly b!: Person;
}

@ObjectType({
  description:
    'Signs of trust between two persons from their conversational acts up to the instant of the published run, else now; of more than 20,000 the newest.',
  simpleResolvers: true,
})
export class TrustLadder {
  @Extensions({ items: 6 })
  @Field(() => [HeldRung], { description: 'All six rungs, the cheapest first.' })
  rungs!: HeldRung[];

  @Field(() => TrustRung, { nullable: true, description: 'The highest rung that is held; null when none is.' })
  highest!: TrustRung | null;
}

export function toTrustLadder({ rungs, highest }: Ladder, a: Person, b: Person): TrustLadder {
  return {
    rungs: rungs.map(({ rung, held, why, evidence: acts }) =>
      Object.assign(new HeldRung(), {
        rung,
        held,
        why,
        privateEvidence: acts.filter(({ direct }) => direct).length,
        acts,
        a,
        b,
      }),
    ),
    highest: highest as TrustRung | null,
  };
}
