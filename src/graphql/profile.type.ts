import { Extensions, Field, Float, InputType, ObjectType } from 'type-graphql';
import type { RelationalComponent } from '../domain/network-scores.js';
import type { RelatingProfile as Profile, RelatingSpoke as Spoke, WeightProfile } from '../domain/relating-profile.js';
import { Component } from './explanation.type.js';

const WEIGHT = (name: string) => `Weight of ${name}, 0 to 1,000; 0 leaves it out; absent keeps the model's.`;

@InputType({ description: 'A weight profile for the relational components; the weights are brought to sum to 1.' })
export class RelationalWeights implements WeightProfile {
  @Field(() => Float, { nullable: true, description: WEIGHT('initiative') })
  initiative?: number | null;

  @Field(() => Float, { nullable: true, description: WEIGHT('responsiveness') })
  responsiveness?: number | null;

  @Field(() => Float, { nullable: true, description: WEIGHT('resonance') })
  resonance?: number | null;

  @Field(() => Float, { nullable: true, description: WEIGHT('reciprocity') })
  reciprocity?: number | null;

  @Field(() => Float, { nullable: true, description: WEIGHT('dialogue') })
  dialogue?: number | null;

  @Field(() => Float, { nullable: true, description: WEIGHT('breadth') })
  breadth?: number | null;

  @Field(() => Float, { nullable: true, description: WEIGHT('centrality') })
  centrality?: number | null;

  @Field(() => Float, { nullable: true, description: WEIGHT('listening') })
  listening?: number | null;
}

@ObjectType({ description: 'One of the eight components under a weight profile.', simpleResolvers: true })
export class RelatingSpoke {
  @Field(() => Component, { description: 'Which one.' })
  name!: RelationalComponent;

  @Field(() => Float, {
    nullable: true,
    description:
      'How far it is developed, on the scale of the calibration; null where the sources do not record it. [0, 1).',
  })
  level!: number | null;

  @Field(() => Float, { description: 'Its weight in this profile. [0, 1]; all eight sum to 1.' })
  weight!: number;

  @Field(() => Float, { description: 'What it contributes to the score. ≥ 0; all eight sum to it.' })
  contribution!: number;
}

@ObjectType({
  description:
    'The eight-spoke profile of somebody’s relating, before any single number. The people behind a spoke: explain.',
  simpleResolvers: true,
})
export class RelatingProfile {
  @Field(() => Float, {
    description: 'Relational score under these weights; equal to scores.relational with none given. [0, 100).',
  })
  relational!: number;

  @Extensions({ items: 8 })
  @Field(() => [RelatingSpoke], { description: 'All eight components, in the order of the model.' })
  spokes!: readonly RelatingSpoke[];
}

export function toProfile({ relational, spokes }: Profile): RelatingProfile {
  return { relational, spokes: spokes.map((spoke: Spoke) => ({ ...spoke })) };
}
