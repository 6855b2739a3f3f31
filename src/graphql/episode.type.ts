import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Channel as DomainChannel, Episode as DomainEpisode } from '../domain/dialogue.js';
import { connectionType } from './connection.js';
import { Person } from './person.type.js';

const MILLISECONDS_PER_HOUR = 3_600_000;

export enum EpisodeOrder {
  NEWEST = 'newest',
  OLDEST = 'oldest',
  DEEPEST = 'deepest',
}
registerEnumType(EpisodeOrder, {
  name: 'EpisodeOrder',
  description: 'By what episodes of a dialogue are listed.',
  valuesConfig: {
    NEWEST: { description: 'The one that began last first.' },
    OLDEST: { description: 'The one that began first first.' },
    DEEPEST: { description: 'The one with the most turns first, of several the newest.' },
  },
});

@ObjectType({ description: 'By what kind of interaction, and where, two persons talked.', simpleResolvers: true })
export class Channel implements Pick<DomainChannel, 'kind' | 'platform'> {
  @Field(() => String, { description: 'Name of a registered kind of interaction, such as comment.' })
  kind!: string;

  @Field(() => Boolean, { description: 'Whether it was private.' })
  private!: boolean;

  @Field(() => String, { nullable: true, description: 'Platform; null where it was private or is not recorded.' })
  platform!: string | null;
}

@ObjectType({ description: 'Something counted for each of the two persons.', simpleResolvers: true })
export class SideCounts {
  @Field(() => Int, { description: 'That of the first person, a. ≥ 0.' })
  a!: number;

  @Field(() => Int, { description: 'That of the second person, b. ≥ 0.' })
  b!: number;
}

@ObjectType({
  description:
    'Conversational acts of two persons, over all threads and platforms, without a silence longer than their gap threshold. Private acts count; of them only kind, time and side are used.',
  simpleResolvers: true,
})
export class Episode {
  @Field(() => Person, { description: 'Who acted first.' })
  opener!: Person;

  @Field(() => Person, { description: 'Who acted last.' })
  closer!: Person;

  @Field(() => Date, { description: 'When the first act happened, UTC.' })
  firstAt!: Date;

  @Field(() => Date, { description: 'When the last act happened, UTC.' })
  lastAt!: Date;

  @Field(() => Float, { description: 'From the first to the last act, in hours. ≥ 0.' })
  durationHours!: number;

  @Field(() => Int, {
    description: 'Turns: runs of one side, the depth. ≥ 1; a monologue of three has 1, three that alternate have 3.',
  })
  turns!: number;

  @Field(() => Boolean, { description: 'Whether both spoke: at least 2 turns.' })
  isDialogue!: boolean;

  @Field(() => Int, { description: 'Conversational acts, private ones too. ≥ 1.' })
  acts!: number;

  @Field(() => SideCounts, { description: 'Acts of each side; they add up to acts.' })
  actsOf!: SideCounts;

  @Field(() => Int, { description: 'How many acts were private: counted, never listed. ≥ 0.' })
  privateActs!: number;

  @Field(() => Int, { description: 'Changes of side, turns − 1. ≥ 0.' })
  switches!: number;

  @Field(() => Float, {
    description:
      'Evenness of the two shares of acts, their entropy over log 2. [0, 1]: 0 for a monologue, 1 for halves.',
  })
  balance!: number;

  @Field(() => Boolean, { description: 'Whether it is a dialogue that took up an earlier one after a silence.' })
  revival!: boolean;

  @Extensions({ items: 100 })
  @Field(() => [Channel], { description: 'Channel path: where they talked, in order, repetitions left out.' })
  channels!: Channel[];

  readonly source!: DomainEpisode;
  readonly a!: Person;
  readonly b!: Person;
}

export const EpisodeConnection = connectionType('Episode', () => Episode, 'episodes of a dialogue');

export function toEpisode(episode: DomainEpisode, a: Person, b: Person): Episode {
  const { acts, forwardActs, firstAt, lastAt, turns, switches, balance, revival } = episode;
  return Object.assign(new Episode(), {
    opener: episode.opensForward ? a : b,
    closer: episode.closesForward ? a : b,
    firstAt: new Date(firstAt),
    lastAt: new Date(lastAt),
    durationHours: (lastAt - firstAt) / MILLISECONDS_PER_HOUR,
    turns,
    isDialogue: turns >= 2,
    acts: acts.length,
    actsOf: { a: forwardActs, b: acts.length - forwardActs },
    privateActs: acts.filter((act) => act.direct).length,
    switches,
    balance,
    revival,
    channels: episode.channels.map(({ kind, direct, platform }) => ({ kind, private: direct, platform })),
    source: episode,
    a,
    b,
  });
}
