import { Extensions, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Page } from '../domain/page.js';
import type { DirectedTie as Directed, Tie as DomainTie, TieEntry } from '../domain/tie.js';
import { type ConnectionOf, PageInfo, toConnection } from './connection.js';
import { Person, toPerson } from './person.type.js';
import { DyadReciprocity } from './reciprocity.type.js';
import { toDate } from './to-date.js';

@ObjectType({ description: 'Interactions of one kind.', simpleResolvers: true })
export class KindCount {
  @Field(() => String, { description: 'Name of the kind, lower case.' })
  kind!: string;

  @Field(() => Int, { description: 'How many. ≥ 1.' })
  count!: number;
}

@ObjectType({
  description:
    'The eight decayed sums the scores are made of, from one person towards another, at the run’s instant. Each ≥ 0, unbounded.',
  simpleResolvers: true,
})
export class PairStatistics {
  @Field(() => Float, { description: 'Effort of all acts, capped per day, in replies. ≥ 0.' })
  effort!: number;

  @Field(() => Float, { description: 'Effort of first moves alone, likewise. ≥ 0.' })
  initiated!: number;

  @Field(() => Float, { description: 'Attention by reading and liking, likewise. ≥ 0.' })
  attention!: number;

  @Field(() => Float, { description: 'Closed invitations of the other to this one, in runs. ≥ 0.' })
  obligations!: number;

  @Field(() => Float, { description: 'Those that were answered, quick answers counting more, in runs. ≥ 0.' })
  answeredCredit!: number;

  @Field(() => Float, { description: 'Closed invitations of this one to the other, in runs. ≥ 0.' })
  invitations!: number;

  @Field(() => Float, { description: 'Those that the other answered, in runs. ≥ 0.' })
  answered!: number;

  @Field(() => Float, { description: 'Turn switches between both, capped per day; the same either way. ≥ 0.' })
  switches!: number;
}

@ObjectType({ description: 'What one person did towards another. ≥ 0.', simpleResolvers: true })
export class DirectedTie {
  @Field(() => Int, { description: 'Interactions of all kinds. ≥ 1.' })
  interactions!: number;

  @Field(() => Int, { description: 'How many of them were private. ≥ 0.' })
  privateInteractions!: number;

  @Extensions({ items: 8 })
  @Field(() => [KindCount], { description: 'Interactions by kind, most first.' })
  countsByKind!: readonly KindCount[];

  @Field(() => Date, {
    nullable: true,
    description: 'When the first of them happened; null while every time is unknown.',
  })
  firstAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the last of them happened; null while every time is unknown.',
  })
  lastAt!: Date | null;

  @Field(() => PairStatistics, {
    nullable: true,
    description: 'What the scores are made of; null when no run has seen this tie.',
  })
  statistics!: PairStatistics | null;
}

@ObjectType({ description: 'Two people side by side: what each does towards the other.', simpleResolvers: true })
export class Tie {
  @Field(() => Person, { description: 'The first.' })
  a!: Person;

  @Field(() => Person, { description: 'The second.' })
  b!: Person;

  @Field(() => DirectedTie, {
    nullable: true,
    description: 'From the first to the second; null when there is nothing.',
  })
  outgoing!: DirectedTie | null;

  @Field(() => DirectedTie, {
    nullable: true,
    description: 'From the second to the first; null when there is nothing.',
  })
  incoming!: DirectedTie | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Strength of the mutual tie: harmonic mean of the capped effort both ways. (0, 4); null when one-sided, and before the first run.',
  })
  strength!: number | null;

  @Field(() => DyadReciprocity, { description: 'How far both match, in interactions.' })
  reciprocity!: DyadReciprocity;
}

@ObjectType({ description: 'A tie in somebody’s list, with its place.', simpleResolvers: true })
export class TieEdge extends DirectedTie {
  @Field(() => String, { description: 'Opaque place in the list; give it as `after`.' })
  cursor!: string;

  @Field(() => Person, { description: 'The person at the other end.' })
  node!: Person;

  @Field(() => Float, {
    nullable: true,
    description: 'Strength of the mutual tie. (0, 4); null when one-sided, and before the first run.',
  })
  strength!: number | null;

  readonly owner!: number;
}

@ObjectType({ description: 'A page of somebody’s ties, most interactions first.', simpleResolvers: true })
export class TieConnection {
  @Field(() => [TieEdge], { description: 'The ties with the people at their other ends.' })
  edges!: TieEdge[];

  @Field(() => [Person], { description: 'The people alone.' })
  nodes!: Person[];

  @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Ties in the whole list. ≥ 0.' })
  totalCount!: number;
}

export function toTie(tie: DomainTie): Tie {
  const direction = (directed: Directed | null) => (directed === null ? null : toDirectedTie(directed));
  return {
    ...tie,
    a: toPerson(tie.a),
    b: toPerson(tie.b),
    outgoing: direction(tie.outgoing),
    incoming: direction(tie.incoming),
  };
}

/** Ties of one person (by number) as a connection. */
export function toTieConnection(list: string, owner: number, page: Page<TieEntry>): TieConnection {
  const plain: ConnectionOf<TieEntry> = toConnection(list, page, (entry) => entry);
  const edges = plain.edges.map(({ cursor, node: { person, tie, strength } }) =>
    Object.assign(new TieEdge(), toDirectedTie(tie), { cursor, node: toPerson(person), strength, owner }),
  );
  return { ...plain, edges, nodes: edges.map((edge) => edge.node) };
}

function toDirectedTie(tie: Directed): DirectedTie {
  const { answered_credit, ...statistics } = tie.statistics ?? { answered_credit: 0 };
  return {
    interactions: tie.interactions,
    privateInteractions: tie.private,
    countsByKind: tie.countsByKind,
    firstAt: toDate(tie.firstAt),
    lastAt: toDate(tie.lastAt),
    statistics: tie.statistics === null ? null : ({ ...statistics, answeredCredit: answered_credit } as PairStatistics),
  };
}
