import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { BroadcastPart, RelationalComponent } from '../domain/network-scores.js';
import type { Person } from '../domain/person.js';
import type { ScoreRun as Run } from '../domain/score-run.js';
import { ScoreStatus, shownScores } from '../domain/score-status.js';

registerEnumType(ScoreStatus, {
  name: 'ScoreStatus',
  description: 'Why a score is there or not.',
  valuesConfig: {
    OK: { description: 'Both scores are there.' },
    NOT_ENOUGH_DATA: { description: 'Too few interactions given and received to say anything; every score is null.' },
    NOT_COMPUTED: { description: 'No score run has seen this account yet; run `rapport score` or refreshScores.' },
    ORGANISATION: { description: 'An organisation: people relate, organisations do not. Only broadcast is there.' },
    BOT: { description: 'A bot: it has no scores and counts in nobody else’s.' },
  },
});

@ObjectType({
  description:
    'A score run. What it computed is as of its instant; lists of what was recorded (conversations, interactions, who talks about somebody) are not cut there.',
  simpleResolvers: true,
})
export class ScoreRun {
  @Field(() => Int, { description: 'Number of the run, counting from 1.' })
  number!: number;

  @Field(() => Date, { description: 'Instant of evaluation; later interactions do not count.' })
  asOf!: Date;

  @Field(() => Boolean, {
    description:
      'Whether that instant was asked for; the service keeps it then, so that what happens later never counts.',
  })
  asOfFixed!: boolean;

  @Field(() => Date, { description: 'When the run was computed.' })
  computedAt!: Date;

  @Field(() => Boolean, {
    description:
      'Whether something was recorded since, which the next run will count where it happened up to its instant.',
  })
  stale!: boolean;

  @Field(() => String, { description: 'Version of the published formulas.' })
  modelVersion!: string;

  @Field(() => String, { description: 'Version of the frozen reference points.' })
  calibrationVersion!: string;

  @Field(() => Float, { description: 'Days after which an interaction counts half.' })
  halfLifeDays!: number;

  @Field(() => Float, { description: 'Days within which an answer is an answer.' })
  answerWindowDays!: number;

  @Field(() => String, {
    description:
      '`none`: everybody is trusted alike, so made-up accounts can lift each other; `seeded`: trust flows from confirmed persons.',
  })
  trustMode!: string;

  @Field(() => String, { description: '`count` or `exclude`: whether private interactions count in the scores.' })
  privateInteractions!: string;

  @Field(() => Int, { description: 'Persons with enough data, among whom ranks and percentiles are given.' })
  eligible!: number;

  @Field(() => Boolean, {
    description: 'Whether the sources record reads and likes; otherwise listening is null and left out of the score.',
  })
  attentionTracked!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the sources record shares; otherwise amplification is null and left out of the score.',
  })
  sharesTracked!: boolean;
}

export function toScoreRun(run: Run): ScoreRun {
  return {
    number: run.number,
    asOf: new Date(run.asOf),
    asOfFixed: run.options.fixedAsOf,
    computedAt: new Date(run.computedAt),
    stale: run.ledgerSequence > run.sequence,
    modelVersion: run.modelVersion,
    calibrationVersion: run.options.calibration.version,
    halfLifeDays: run.options.halfLifeDays,
    answerWindowDays: run.options.answerWindowDays,
    trustMode: run.trustMode,
    privateInteractions: run.options.privateInteractions,
    eligible: run.eligible,
    attentionTracked: run.options.attentionTracked,
    sharesTracked: run.options.sharesTracked,
  };
}

@ObjectType({
  description:
    'The eight relational components, unsquashed. Sums over people are weighted by trust; ratios lie in [0, 1).',
  simpleResolvers: true,
})
export class RelationalComponents implements Record<RelationalComponent, number | null> {
  @Field(() => Float, {
    description: 'Initiating with others on their content, credited fully only where it is answered. ≥ 0, unbounded.',
  })
  initiative!: number;

  @Field(() => Float, {
    description: 'Share of others’ invitations answered within the answer window, quick answers counting more. [0, 1).',
  })
  responsiveness!: number;

  @Field(() => Float, { description: 'Share of own invitations that others answered. [0, 1).' })
  resonance!: number;

  @Field(() => Float, { description: 'How far giving and receiving balance, person by person. [0, 1).' })
  reciprocity!: number;

  @Field(() => Float, { description: 'Kept-up exchange of turns, summed over people. ≥ 0, unbounded.' })
  dialogue!: number;

  @Field(() => Float, {
    description: 'Soft count of mutual ties, discounted where they all know each other. ≥ 0, unbounded.',
  })
  breadth!: number;

  @Field(() => Float, {
    description: 'Random walk with restart over mutual ties; 1 is the average of those who have one. ≥ 0, unbounded.',
  })
  centrality!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Attention paid by reading and liking; null where the run says that its sources record none. ≥ 0, unbounded.',
  })
  listening!: number | null;
}

@ObjectType({ description: 'The three parts of the broadcast score, unscaled.', simpleResolvers: true })
export class BroadcastParts implements Record<BroadcastPart, number | null> {
  @Field(() => Float, { description: 'Engagement received, capped per person. ≥ 0, unbounded.' })
  engagement!: number;

  @Field(() => Float, { description: 'Effective number of people who engage. ≥ 0, unbounded.' })
  audience!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Shares of own content and shares of those shares, halved at each step; null where the run says that its sources record none. ≥ 0, unbounded.',
  })
  amplification!: number | null;
}

@ObjectType({
  description: 'Two scores on two axes, never merged. Every number is null where the status says why.',
  simpleResolvers: true,
})
export class Scores {
  @Field(() => ScoreStatus, { description: 'Why the numbers are there or not.' })
  status!: ScoreStatus;

  @Field(() => Float, {
    nullable: true,
    description:
      'How well this person relates: initiating with others, answering, keeping dialogues up, listening. [0, 100).',
  })
  relational!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Response to own output only: what this account receives for what it posts. It says nothing about relating. ≥ 0; 100 is the top of the reference population and may be exceeded.',
  })
  broadcast!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Percentile of relational among persons with enough data, mid-rank. (0, 100).',
  })
  relationalPercentile!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Percentile of broadcast among persons with enough data, mid-rank. (0, 100).',
  })
  broadcastPercentile!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Place in the relational ranking, 1 for the highest; equal scores follow the order of ids.',
  })
  relationalRank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Place in the broadcast ranking, 1 for the highest; equal scores follow the order of ids.',
  })
  broadcastRank!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Effort given to others, decayed, capped per person, weighted by trust. ≥ 0.',
  })
  given!: number | null;

  @Field(() => Float, { nullable: true, description: 'Effort received from others, likewise. ≥ 0.' })
  received!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Trust that flows to this person from the seeds; 1 for everybody without seeds. [0, 1].',
  })
  trust!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How much evidence stands behind the numbers: many interactions with many people. [0, 1).',
  })
  confidence!: number | null;

  @Field(() => Int, { nullable: true, description: 'Interactions given and received that the run counted.' })
  interactions!: number | null;

  @Field(() => Int, { nullable: true, description: 'People with whom there is engagement in both directions.' })
  mutualTies!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Effective number of mutual relationships (Hill number of order 1): equal to mutualTies when all are equally strong. ≥ 0.',
  })
  effectiveRelationships!: number | null;

  @Field(() => RelationalComponents, { nullable: true, description: 'What the relational score is made of.' })
  components!: RelationalComponents | null;

  @Field(() => BroadcastParts, { nullable: true, description: 'What the broadcast score is made of.' })
  parts!: BroadcastParts | null;

  @Field(() => ScoreRun, { nullable: true, description: 'The run that computed these scores.' })
  run!: ScoreRun | null;
}

/** Scores as the API gives them: null wherever the status says why. */
export function toScores(person: Person, run: Run | null, minInteractions: number): Scores {
  const { status, all, broadcast, parts } = shownScores(person, run, minInteractions);
  return {
    status,
    relational: all?.relational ?? null,
    broadcast,
    relationalPercentile: all?.percentileRelational ?? null,
    broadcastPercentile: all?.percentileBroadcast ?? null,
    relationalRank: all?.rankRelational ?? null,
    broadcastRank: all?.rankBroadcast ?? null,
    given: all?.given ?? null,
    received: all?.received ?? null,
    trust: all?.trust ?? null,
    confidence: all?.confidence ?? null,
    interactions: person.scores?.interactions ?? null,
    mutualTies: all?.mutualTies ?? null,
    effectiveRelationships: all?.effectiveRelationships ?? null,
    components: (all?.components ?? null) as RelationalComponents | null,
    parts: parts as BroadcastParts | null,
    run: run === null ? null : toScoreRun(run),
  };
}
