import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { EgoNetwork as Ego, IntroductionPath as Path, SubgraphLimit } from '../domain/subgraph.js';
import { Person, toPerson } from './person.type.js';

export const LimitReason: Record<SubgraphLimit, SubgraphLimit> = { NODES: 'NODES', EDGES: 'EDGES' };
registerEnumType(LimitReason, {
  name: 'LimitReason',
  description: 'Which limit cut a subgraph.',
  valuesConfig: {
    NODES: { description: 'There are more people than `first`.' },
    EDGES: { description: 'There are more than 1,000 ties among the people shown.' },
  },
});

@ObjectType({ description: 'Somebody in an ego network.', simpleResolvers: true })
export class EgoNode {
  @Field(() => Person, { description: 'The person.' })
  person!: Person;

  @Field(() => Int, { description: 'Mutual ties between them and the person in the middle. 0 to 3.' })
  distance!: number;
}

@ObjectType({ description: 'A mutual tie between two people.', simpleResolvers: true })
export class MutualTie {
  @Field(() => Person, { description: 'One end.' })
  a!: Person;

  @Field(() => Person, { description: 'The other end.' })
  b!: Person;

  @Field(() => Float, { description: 'Strength: harmonic mean of the capped effort both ways. (0, 4).' })
  strength!: number;
}

@ObjectType({
  description: 'Somebody and those around them along mutual ties, as of the published run.',
  simpleResolvers: true,
})
export class EgoNetwork {
  @Field(() => [EgoNode], { description: 'The people, nearest first, the one in the middle before all.' })
  nodes!: readonly EgoNode[];

  @Extensions({ items: 20 })
  @Field(() => [MutualTie], { description: 'Mutual ties among them, strongest first; at most 1,000.' })
  edges!: readonly MutualTie[];

  @Field(() => Boolean, { description: 'Whether anything was left out.' })
  truncated!: boolean;

  @Field(() => Int, {
    description: 'People seen next to those shown but left out. What lies beyond them was not counted. ≥ 0.',
  })
  droppedNodes!: number;

  @Field(() => Int, { description: 'Ties among the people shown that were left out. ≥ 0.' })
  droppedEdges!: number;

  @Field(() => LimitReason, {
    nullable: true,
    description: 'Which limit left something out first; null when nothing was.',
  })
  limitReason!: SubgraphLimit | null;
}

@ObjectType({
  description: 'A chain of mutual ties by which one person could be introduced to another.',
  simpleResolvers: true,
})
export class IntroductionPath {
  @Extensions({ items: 7 })
  @Field(() => [Person], { description: 'The people from one to the other, both included. 2 to 7.' })
  people!: readonly Person[];

  @Field(() => [Float], { description: 'Strength of the tie between each of them and the next. (0, 4).' })
  strengths!: readonly number[];
}

export function toEgoNetwork(ego: Ego): EgoNetwork {
  const people = new Map(ego.nodes.map(({ person }) => [person.idx, toPerson(person)]));
  return {
    nodes: ego.nodes.map(({ person, distance }) => ({ person: people.get(person.idx)!, distance })),
    edges: ego.edges.map(({ a, b, strength }) => ({ a: people.get(a.idx)!, b: people.get(b.idx)!, strength })),
    truncated: ego.limitReason !== null,
    droppedNodes: ego.droppedNodes,
    droppedEdges: ego.droppedEdges,
    limitReason: ego.limitReason,
  };
}

export function toIntroductionPath(path: Path | null): IntroductionPath | null {
  return path === null ? null : { people: path.people.map(toPerson), strengths: path.strengths };
}
