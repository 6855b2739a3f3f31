import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Cadence as OfDays, TieWeather as Weather } from '../domain/cadence.js';
import type { Moment } from '../domain/moment.js';

const MILLISECONDS_PER_DAY = 86_400_000;
const AS_OF = 'The instant all this is seen from, UTC: that of the published run, else now. Later acts do not count.';

@ObjectType({
  description:
    'How regularly somebody acts on persons, or two persons on each other, in whole UTC days. Every kind of interaction counts, private ones too; those of unknown time do not.',
  simpleResolvers: true,
})
export class Cadence {
  @Field(() => Int, { description: 'Distinct days with an act. ≥ 0: ten acts of one hour are 1.' })
  activeDays!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Mean over mean plus standard deviation of the gaps between active days. (0, 1], 1 for a clockwork, about ½ for chance; null below 3 active days.',
  })
  regularity!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Most days between two active days, or since the last one. ≥ 0; null without acts.',
  })
  longestSilenceDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Days since the last active one. ≥ 0; null without acts.' })
  silenceDays!: number | null;

  @Field(() => Date, { nullable: true, description: 'First active day, its midnight UTC; null without acts.' })
  firstDay!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Last active day, its midnight UTC; null without acts.' })
  lastDay!: Date | null;

  @Field(() => Date, { description: AS_OF })
  asOf!: Date;
}

export enum TieWeatherState {
  WARMING = 'WARMING',
  STEADY = 'STEADY',
  COOLING = 'COOLING',
  SILENT = 'SILENT',
  REVIVED = 'REVIVED',
}
registerEnumType(TieWeatherState, {
  name: 'TieWeatherState',
  description: 'Where a tie is going, by its own rhythm. The first of SILENT, REVIVED, COOLING, WARMING that holds.',
  valuesConfig: {
    WARMING: { description: 'The last half of the gaps has at most half the median of the first half.' },
    STEADY: { description: 'None of the others.' },
    COOLING: {
      description: 'Silent for more than 3 rhythms, or the last gaps have at least twice the median of the first.',
    },
    SILENT: { description: 'Silent for more than 6 rhythms and more than the answer window.' },
    REVIVED: {
      description: 'Such a silence ended within the last 2 rhythms, or 2 answer windows where those are longer.',
    },
  },
});

@ObjectType({
  description: 'Where a tie is going, measured by its own rhythm, with the numbers that decided.',
  simpleResolvers: true,
})
export class TieWeather {
  @Field(() => TieWeatherState, { description: 'Where it is going.' })
  state!: TieWeatherState;

  @Field(() => Float, { description: 'Median gap between active days, in days. ≥ 1.' })
  rhythmDays!: number;

  @Field(() => Float, { description: 'Half-life of the tie by its own rhythm: twice the rhythm, in days. ≥ 2.' })
  halfLifeDays!: number;

  @Field(() => Int, { description: 'Days since the last active one. ≥ 0.' })
  silenceDays!: number;

  @Field(() => Float, { description: 'Above this many days of silence it is SILENT: 6 rhythms, or the answer window.' })
  silentAfterDays!: number;

  @Field(() => Float, { description: 'Median of the first half of the gaps, in days. ≥ 1.' })
  earlierGapDays!: number;

  @Field(() => Float, { description: 'Median of the last half of the gaps, in days. ≥ 1.' })
  recentGapDays!: number;

  @Field(() => Date, {
    nullable: true,
    description:
      'Day on which the last silence above silentAfterDays ended, its midnight UTC; null when there was none.',
  })
  revivedOn!: Date | null;

  @Field(() => Date, { description: AS_OF })
  asOf!: Date;
}

export function toCadence(cadence: OfDays, { asOf }: Moment): Cadence {
  return {
    activeDays: cadence.activeDays,
    regularity: cadence.regularity,
    longestSilenceDays: cadence.longestSilence,
    silenceDays: cadence.silence,
    firstDay: midnight(cadence.firstDay),
    lastDay: midnight(cadence.lastDay),
    asOf: new Date(asOf),
  };
}

export function toWeather(weather: Weather, { asOf }: Moment): TieWeather {
  return {
    state: weather.state as TieWeatherState,
    rhythmDays: weather.rhythm,
    halfLifeDays: weather.halfLife,
    silenceDays: weather.silence,
    silentAfterDays: weather.silentAfter,
    earlierGapDays: weather.earlierGap,
    recentGapDays: weather.recentGap,
    revivedOn: midnight(weather.revivedOn),
    asOf: new Date(asOf),
  };
}

function midnight(day: number | null): Date | null {
  return day === null ? null : new Date(day * MILLISECONDS_PER_DAY);
}
