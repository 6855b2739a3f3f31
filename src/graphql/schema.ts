import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { DateTimeResolver } from 'graphql-scalars';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { PersonCadenceResolver, TieCadenceResolver, TieEdgeCadenceResolver } from './cadence.resolver.js';
import { CentralityResolver } from './centrality.resolver.js';
import { ConversationResolver, PersonConversationsResolver } from './conversation.resolver.js';
import { DialogueResolver } from './dialogue.resolver.js';
import { DialogueEpisodesResolver, EpisodeResolver } from './episode.resolver.js';
import { ExplanationResolver } from './explanation.resolver.js';
import { GroundResolver, ObservedInteractionResolver, PersonGroundResolver } from './ground.resolver.js';
import { InitiationResolver, PersonInitiationResolver, TieInitiationResolver } from './initiation.resolver.js';
import { MessageResolver } from './message.resolver.js';
import { PersonMirrorResolver } from './mirror.resolver.js';
import { NetworkResolver } from './network.resolver.js';
import { PersonResolver } from './person.resolver.js';
import { PersonProfileResolver } from './profile.resolver.js';
import { RankingResolver } from './ranking.resolver.js';
import { PersonReciprocityResolver, TieEdgeResolver } from './reciprocity.resolver.js';
import { RecordResolver } from './record.resolver.js';
import { RefreshScoresResolver } from './refresh-scores.resolver.js';
import { LandingResolver, PersonRelatingResolver } from './relating.resolver.js';
import { SubgraphResolver } from './subgraph.resolver.js';
import { TieResolver } from './tie.resolver.js';
import { HeldRungResolver, TieEvidenceResolver } from './trust-ladder.resolver.js';

const RESOLVERS: NonEmptyArray<new () => object> = [
  PersonResolver,
  RankingResolver,
  RecordResolver,
  RefreshScoresResolver,
  ConversationResolver,
  PersonRelatingResolver,
  LandingResolver,
  PersonMirrorResolver,
  PersonProfileResolver,
  PersonConversationsResolver,
  MessageResolver,
  DialogueResolver,
  CentralityResolver,
  ExplanationResolver,
  NetworkResolver,
  PersonReciprocityResolver,
  TieEdgeResolver,
  SubgraphResolver,
  TieResolver,
  GroundResolver,
  PersonGroundResolver,
  ObservedInteractionResolver,
  PersonInitiationResolver,
  InitiationResolver,
  TieInitiationResolver,
  DialogueEpisodesResolver,
  EpisodeResolver,
  PersonCadenceResolver,
  TieCadenceResolver,
  TieEdgeCadenceResolver,
  TieEvidenceResolver,
  HeldRungResolver,
];

/** Builds the executable schema from the decorated classes. */
export function createSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: RESOLVERS,
    validate: false,
    scalarsMap: [{ type: Date, scalar: DateTimeResolver }],
  });
}

/** The schema as it is committed in schema/schema.graphql. */
export function printSchemaFile(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
