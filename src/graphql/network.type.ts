import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { NetworkState } from '../domain/reciprocity.js';
import type { ScoreRun as Run } from '../domain/score-run.js';
import { ScoreRun, toScoreRun } from './scores.type.js';
import { toDate } from './to-date.js';

@ObjectType({
  description:
    'Reciprocity of the whole network of persons. Observed numbers count everything recorded, undecayed; those of the shuffled null are the published run’s.',
  simpleResolvers: true,
})
export class NetworkReciprocity {
  @Field(() => Int, { description: 'Persons with a tie to another person. ≥ 0.' })
  persons!: number;

  @Field(() => Int, { description: 'Interactions between persons: the weight of all ties. ≥ 0.' })
  interactions!: number;

  @Field(() => Float, { nullable: true, description: 'Share of ties that are returned. [0, 1]; null without ties.' })
  binary!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Garlaschelli–Loffredo: binary beyond what the density of ties gives by chance, 0 for chance. (−∞, 1]; null without ties or in a complete network.',
  })
  corrected!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of interactions that are matched within their pair. [0, 1]; null without interactions.',
  })
  weighted!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Mean of weighted over networks in which everybody acts as often but on whom is shuffled. [0, 1]; null before the first run.',
  })
  nullMean!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Standard deviation of the same. ≥ 0; null before the first run.',
  })
  nullDeviation!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Weighted of the run beyond that mean: 0 is chance, below 0 is a broadcast. (−∞, 1]; null before the first run.',
  })
  excess!: number | null;
}

@ObjectType({ description: 'How new the graph and its scores are.', simpleResolvers: true })
export class Freshness {
  @Field(() => Date, {
    nullable: true,
    description: 'Time of the newest interaction between accounts; null without any.',
  })
  lastInteractionAt!: Date | null;

  @Field(() => Int, { description: 'Writes recorded so far. ≥ 0.' })
  sequence!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Writes the published run has seen. ≥ 0; null before the first run.',
  })
  scoredSequence!: number | null;

  @Field(() => Boolean, { description: 'Whether something was recorded that no published run has seen.' })
  stale!: boolean;
}

@ObjectType({
  description:
    'Interactions whose target person is not known yet, because the message they name has not been recorded.',
  simpleResolvers: true,
})
export class Unresolved {
  @Field(() => Int, { description: 'How many. ≥ 0.' })
  count!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Their share of all interactions. [0, 1]; null without interactions.',
  })
  share!: number | null;
}

@ObjectType({ description: 'The community as a whole.', simpleResolvers: true })
export class Network {
  @Field(() => Int, { description: 'Accounts: persons, organisations and bots. ≥ 0.' })
  people!: number;

  @Field(() => Int, { description: 'Messages recorded; those only referred to are left out. ≥ 0.' })
  messages!: number;

  @Field(() => Int, { description: 'Interactions recorded, unresolved ones included. ≥ 0.' })
  interactions!: number;

  @Field(() => Int, { description: 'Ordered pairs of persons with at least one interaction. ≥ 0.' })
  ties!: number;

  @Field(() => Int, { description: 'Pairs of persons with interactions both ways. ≥ 0.' })
  mutualTies!: number;

  @Field(() => NetworkReciprocity, { description: 'How far ties are returned.' })
  reciprocity!: NetworkReciprocity;

  @Field(() => Freshness, { description: 'How new all this is.' })
  freshness!: Freshness;

  @Field(() => Unresolved, { description: 'What waits for a message to be recorded.' })
  unresolved!: Unresolved;

  @Field(() => ScoreRun, { nullable: true, description: 'The published run; null before the first.' })
  run!: ScoreRun | null;
}

export function toNetwork(state: NetworkState, run: Run | null): Network {
  const { people, messages, interactions, unresolved, sequence } = state;
  const { ties, mutualTies, ...observed } = state.reciprocity;
  return {
    people,
    messages,
    interactions,
    ties,
    mutualTies,
    reciprocity: { ...observed, ...(run?.reciprocity ?? { nullMean: null, nullDeviation: null, excess: null }) },
    freshness: {
      lastInteractionAt: toDate(state.lastAt),
      sequence,
      scoredSequence: run?.sequence ?? null,
      stale: sequence > (run?.sequence ?? 0),
    },
    unresolved: { count: unresolved, share: interactions === 0 ? null : unresolved / interactions },
    run: run === null ? null : toScoreRun(run),
  };
}
