import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Person as DomainPerson } from '../domain/person.js';
import {
  HIGH_PERCENTILE,
  type Quadrant as OfPerson,
  QUADRANTS,
  quadrantOf,
  type Talker as Talking,
} from '../domain/relating-people.js';
import type { ScoreRun as Run } from '../domain/score-run.js';
import { ScoreStatus, shownScores } from '../domain/score-status.js';
import { connectionType } from './connection.js';
import { Person, toPerson } from './person.type.js';

export const Quadrant = Object.fromEntries(QUADRANTS.map((name) => [name, name])) as { [K in OfPerson]: K };
registerEnumType(Quadrant, {
  name: 'Quadrant',
  description: `Where somebody stands on the two axes; high means percentile ${HIGH_PERCENTILE} or above. A description, not a grade.`,
  valuesConfig: {
    BROADCASTER: { description: 'High on broadcast only.' },
    RELATER: { description: 'High on relational only.' },
    BOTH: { description: 'High on both.' },
    NEITHER: { description: 'High on neither.' },
  },
});

@ObjectType({ description: 'One axis: a value and where it stands in this community.', simpleResolvers: true })
export class StanceAxis {
  @Field(() => Float, {
    nullable: true,
    description: 'The value, not capped at 100. ≥ 0; null where the status says why.',
  })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Percentile among persons with enough data, mid-rank. (0, 100); null where the status says why.',
  })
  percentile!: number | null;
}

@ObjectType({
  description:
    'Relating compared with that of people who carry a similar load: the 101 persons with enough data who receive about as many invitations, the person included.',
  simpleResolvers: true,
})
export class CapacityAdjusted {
  @Field(() => Int, { description: 'Load: invitations received up to the instant of the run. ≥ 0.' })
  load!: number;

  @Field(() => Float, { nullable: true, description: 'The relational score itself. [0, 100).' })
  relational!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its percentile among those people, mid-rank. (0, 100).' })
  relationalPercentile!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Percentile of the response rate among those of similar load who have one, mid-rank. (0, 100); null without one.',
  })
  responseRatePercentile!: number | null;
}

@ObjectType({
  description:
    'Three numbers side by side, never merged: what comes back, how somebody relates, and how much they are talked about. The people behind them: engagedBy, neighbours and talkedAboutBy of the person.',
  simpleResolvers: true,
})
export class Stance {
  @Field(() => ScoreStatus, { description: 'Why the numbers are there or not.' })
  status!: ScoreStatus;

  @Field(() => Quadrant, {
    nullable: true,
    description: 'Where the two percentiles put this person; null where the status says why.',
  })
  quadrant!: OfPerson | null;

  @Field(() => Float, { description: `Percentile at and above which an axis counts as high: ${HIGH_PERCENTILE}.` })
  threshold!: number;

  @Field(() => StanceAxis, { description: 'Response to own output only; see scores.broadcast. The people: engagedBy.' })
  broadcast!: StanceAxis;

  @Field(() => StanceAxis, { description: 'How somebody relates; see scores.relational. The people: neighbours.' })
  relational!: StanceAxis;

  @Field(() => StanceAxis, {
    description:
      'Conversation about this person that they did not start, on the scale of broadcast engagement: mentions and quotes in threads of others, and what others answer to those. ≥ 0, may exceed 100. The people: talkedAboutBy.',
  })
  talkedAbout!: StanceAxis;

  @Field(() => CapacityAdjusted, {
    nullable: true,
    description: 'Relating among people of similar load, beside the absolute score; null where the status says why.',
  })
  capacityAdjusted!: CapacityAdjusted | null;
}

@ObjectType({ description: 'Somebody who talks about a person.', simpleResolvers: true })
export class Talker {
  @Field(() => Person, { description: 'Who talks.' })
  person!: Person;

  @Field(() => Int, {
    description: 'Their mentions and quotes of that person, in threads that person did not start. ≥ 1.',
  })
  acts!: number;

  @Field(() => Date, { description: 'When the last of them happened, UTC.' })
  lastAt!: Date;
}

export const TalkerConnection = connectionType('Talker', () => Talker, 'people who talk about somebody');

export function toTalker({ person, acts, lastAt }: Talking): Talker {
  return { person: toPerson(person), acts, lastAt: new Date(lastAt) };
}

export function toStance(person: DomainPerson, run: Run | null, minInteractions: number): Stance {
  const { status, broadcast, all: scores } = shownScores(person, run, minInteractions);
  const relating = scores?.relating ?? null;
  const axis = (value: number | null = null, percentile: number | null = null): StanceAxis => ({ value, percentile });
  return {
    status,
    quadrant: scores && quadrantOf(scores.percentileBroadcast, scores.percentileRelational),
    threshold: HIGH_PERCENTILE,
    broadcast: axis(broadcast, scores?.percentileBroadcast),
    relational: axis(scores?.relational, scores?.percentileRelational),
    talkedAbout: axis(relating?.talkedAbout, relating?.percentileTalkedAbout),
    capacityAdjusted: relating && {
      load: Object.values(relating.invitations).reduce((sum, count) => sum + count, 0),
      relational: scores?.relational ?? null,
      relationalPercentile: relating.percentileAmongPeers,
      responseRatePercentile: relating.percentileResponseAmongPeers,
    },
  };
}
