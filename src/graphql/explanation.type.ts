import { Extensions, Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { Explanation as Explained, NamedShare, ScorePart, ShareBreakdown } from '../domain/explanation.js';
import {
  BROADCAST_PARTS,
  type BroadcastPart,
  RELATIONAL_COMPONENTS,
  type RelationalComponent,
} from '../domain/network-scores.js';
import type { ScoreRun as Run } from '../domain/score-run.js';
import { ScoreStatus, scoreStatus } from '../domain/score-status.js';
import { Person, toPerson } from './person.type.js';
import { ScoreRun, toScoreRun } from './scores.type.js';

const enumOf = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name.toUpperCase(), name])) as Record<string, T>;
const described = (names: readonly string[], type: string) =>
  Object.fromEntries(
    names.map((name) => [
      name.toUpperCase(),
      { description: `See the field ${name} of ${type} for its definition and range.` },
    ]),
  );

export const Component = enumOf<RelationalComponent>(RELATIONAL_COMPONENTS);
registerEnumType(Component, {
  name: 'RelationalComponent',
  description: 'One of the eight components of the relational score.',
  valuesConfig: described(RELATIONAL_COMPONENTS, 'RelationalComponents'),
});
export const Part = enumOf<BroadcastPart>(BROADCAST_PARTS);
registerEnumType(Part, {
  name: 'BroadcastPart',
  description: 'One of the three parts of the broadcast score.',
  valuesConfig: described(BROADCAST_PARTS, 'BroadcastParts'),
});

@ObjectType({ description: 'How much of a number is with one person.', simpleResolvers: true })
export class AlterShare {
  @Field(() => Float, { description: 'Share of the number. [0, 1].' })
  share!: number;

  @Field(() => Float, { description: 'The same in the unit of the raw number. ≥ 0.' })
  amount!: number;

  readonly idx!: number;
}

@ObjectType({
  description:
    'Who is behind a number. Shares of those named, of others and of hidden ones add up to 1, less what the walk restarts with in centrality.',
  simpleResolvers: true,
})
export class AlterShares {
  @Extensions({ items: 5 })
  @Field(() => [AlterShare], { description: 'The people with the largest shares.' })
  alters!: readonly AlterShare[];

  @Field(() => Float, { description: 'Share of everybody else who could be named. [0, 1].' })
  otherShare!: number;

  @Field(() => Float, {
    description:
      'Share of people with whom there are private interactions that the run counted; they are not named, since what is behind it may be private. [0, 1].',
  })
  hiddenShare!: number;
}

@ObjectType({ description: 'One component of a relational score.', simpleResolvers: true })
export class ComponentExplanation {
  @Field(() => Component, { description: 'Which one.' })
  name!: RelationalComponent;

  @Field(() => Float, { description: 'Weight in the score; 0 when the sources do not record it. [0, 1], together 1.' })
  weight!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The component itself; null when the sources do not record it. Unit and range stand at the field of that name in RelationalComponents.',
  })
  raw!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'After squashing against the calibration; null when the sources do not record it. [0, 1).',
  })
  squashed!: number | null;

  @Field(() => Float, { description: 'Points it contributes; those of all components add up to the score. [0, 100).' })
  contribution!: number;

  @Field(() => AlterShares, { description: 'Who is behind it.' })
  people!: AlterShares;
}

@ObjectType({ description: 'One part of a broadcast score.', simpleResolvers: true })
export class PartExplanation {
  @Field(() => Part, { description: 'Which one.' })
  name!: BroadcastPart;

  @Field(() => Float, { description: 'Weight in the score; 0 when the sources do not record it. [0, 1], together 1.' })
  weight!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The part itself; null when the sources do not record it. Unit and range stand at the field of that name in BroadcastParts.',
  })
  raw!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'After scaling against the calibration; 1 is the top of the reference population, null when the sources do not record it. ≥ 0.',
  })
  squashed!: number | null;

  @Field(() => Float, { description: 'Points it contributes; those of all parts add up to the score. ≥ 0.' })
  contribution!: number;
}

@ObjectType({ description: 'What and who makes up an account’s two scores.', simpleResolvers: true })
export class Explanation {
  @Field(() => Person, { description: 'Whose scores.' })
  person!: Person;

  @Field(() => ScoreStatus, { description: 'Why there is something to explain or not.' })
  status!: ScoreStatus;

  @Field(() => Float, {
    nullable: true,
    description: 'The relational score that the components add up to. [0, 100); null where the status says why.',
  })
  relational!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The broadcast score that the parts add up to. ≥ 0; null where the status says why.',
  })
  broadcast!: number | null;

  @Extensions({ items: 8 })
  @Field(() => [ComponentExplanation], {
    nullable: true,
    description: 'The eight components; null where there is no relational score.',
  })
  components!: readonly ComponentExplanation[] | null;

  @Extensions({ items: 3 })
  @Field(() => [PartExplanation], {
    nullable: true,
    description: 'The three parts; null where there is no broadcast score.',
  })
  parts!: readonly PartExplanation[] | null;

  @Field(() => AlterShares, {
    nullable: true,
    description: 'Whose engagement the broadcast score rests on; null where there is none.',
  })
  engagers!: AlterShares | null;

  @Field(() => ScoreRun, { description: 'The run that computed the scores.' })
  run!: ScoreRun;
}

/** An explanation as the API gives it: nothing is explained that `scores` would not show. */
export function toExplanation(
  { person, relational, broadcast }: Explained,
  run: Run,
  minInteractions: number,
): Explanation {
  const status = scoreStatus(person, run, minInteractions);
  const shownRelational = status === ScoreStatus.OK ? relational : null;
  const shownBroadcast = status === ScoreStatus.OK || status === ScoreStatus.ORGANISATION ? broadcast : null;
  return {
    person: toPerson(person),
    status,
    relational: shownRelational?.score ?? null,
    broadcast: shownBroadcast?.score ?? null,
    components:
      shownRelational?.components.map((component) => ({ ...plain(component), people: toShares(component) })) ?? null,
    parts: shownBroadcast?.parts ?? null,
    engagers: shownBroadcast === null ? null : toShares(shownBroadcast.engagers),
    run: toScoreRun(run),
  };
}

function plain<Name>({ name, weight, raw, squashed, contribution }: ScorePart<Name>): ScorePart<Name> {
  return { name, weight, raw, squashed, contribution };
}

function toShares({ alters, otherShare, hiddenShare }: ShareBreakdown): AlterShares {
  return { alters: alters.map((alter: NamedShare) => Object.assign(new AlterShare(), alter)), otherShare, hiddenShare };
}
