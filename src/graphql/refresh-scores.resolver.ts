import { Arg, Ctx, Field, Float, InputType, Mutation, Resolver } from 'type-graphql';
import type { RunOptions } from '../domain/score-run.js';
import { BadInputError } from '../errors.js';
import type { Context } from './context.js';
import { ScoreRun, toScoreRun } from './scores.type.js';

@InputType({ description: 'How to score; what is absent stays as it was in the last run.' })
export class ScoreOptionsInput {
  @Field(() => Date, {
    nullable: true,
    description:
      'Instant of evaluation; interactions after it do not count. Absent: that of the last run if it was asked for, else now. Null: now, in later runs too.',
  })
  asOf?: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Days after which an interaction counts half, above 0 to 36,525.',
  })
  halfLifeDays?: number;

  @Field(() => Float, { nullable: true, description: 'Days within which an answer is an answer, above 0 to 36,525.' })
  answerWindowDays?: number;
}

@Resolver()
export class RefreshScoresResolver {
  @Mutation(() => ScoreRun, {
    description:
      'Computes and publishes the scores of everybody; without news nothing is written. RUN_IN_PROGRESS while another run is under way.',
  })
  async refreshScores(
    @Ctx() context: Context,
    @Arg('options', () => ScoreOptionsInput, { nullable: true, description: 'How to score.' })
    options?: ScoreOptionsInput,
  ): Promise<ScoreRun> {
    const asked = options ?? {};
    return toScoreRun(
      await context.refreshScores({
        ...readDays('halfLifeDays', asked),
        ...readDays('answerWindowDays', asked),
        ...readInstant(asked.asOf),
      }),
    );
  }
}

function readDays(field: 'halfLifeDays' | 'answerWindowDays', options: ScoreOptionsInput): Partial<RunOptions> {
  const days = options[field];
  if (days === undefined || days === null) return {};
  if (!(days > 0 && days <= 36_525))
    throw new BadInputError(
      `options.${field}`,
      `options.${field} must be above 0 and at most 36525 days, not ${days}.`,
    );
  return { [field]: days };
}

function readInstant(asOf: Date | null | undefined): Partial<RunOptions> {
  if (asOf === undefined) return {};
  if (asOf === null) return { asOf: Date.now(), fixedAsOf: false };
  if (asOf.getTime() < 0) throw new BadInputError('options.asOf', 'options.asOf must be an instant since 1970.');
  return { asOf: asOf.getTime(), fixedAsOf: true };
}
