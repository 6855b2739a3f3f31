import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Page } from '../domain/page.js';
import type { Neighbour } from '../domain/tie.js';
import type { RelationalCentrality as Centrality } from '../store/centrality-store.js';
import { type ConnectionOf, PageInfo, toConnection } from './connection.js';
import { Person, toPerson } from './person.type.js';

@ObjectType({
  description: 'Somebody’s place in the network of mutual ties. One-sided attention makes no tie here.',
  simpleResolvers: true,
})
export class RelationalCentrality implements Centrality {
  @Field(() => Float, { description: 'Sum of the strengths of all mutual ties. ≥ 0.' })
  strength!: number;

  @Field(() => Int, { description: 'Mutual ties. ≥ 0.' })
  degree!: number;

  @Field(() => Float, {
    description:
      'Effective number of mutual ties, exp(−Σ p ln p) over shares p of strength: degree when all are equally strong. 0 for nobody, else [1, degree].',
  })
  effective!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Random walk with restart, as in the scores; 1 is the average of those who have a mutual tie. ≥ 0; null before the first run.',
  })
  walk!: number | null;
}

@ObjectType({ description: 'A mutual tie in somebody’s list, with its place.', simpleResolvers: true })
export class NeighbourEdge {
  @Field(() => String, { description: 'Opaque place in the list; give it as `after`.' })
  cursor!: string;

  @Field(() => Person, { description: 'The person at the other end.' })
  node!: Person;

  @Field(() => Float, { description: 'Strength of the mutual tie. (0, 4).' })
  strength!: number;
}

@ObjectType({ description: 'A page of somebody’s mutual ties, strongest first.', simpleResolvers: true })
export class NeighbourConnection {
  @Field(() => [NeighbourEdge], { description: 'The ties with the people at their other ends.' })
  edges!: NeighbourEdge[];

  @Field(() => [Person], { description: 'The people alone.' })
  nodes!: Person[];

  @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Mutual ties in the whole list. ≥ 0.' })
  totalCount!: number;
}

export function toNeighbourConnection(list: string, page: Page<Neighbour>): NeighbourConnection {
  const plain: ConnectionOf<Neighbour> = toConnection(list, page, (entry) => entry);
  const edges = plain.edges.map(({ cursor, node: { person, strength } }) => ({
    cursor,
    node: toPerson(person),
    strength,
  }));
  return { ...plain, edges, nodes: edges.map((edge) => edge.node) };
}
