import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../graphql/context.js';
import { checkCost, MAX_COST } from '../graphql/cost.js';
import { createErrorFormatter } from '../graphql/errors.js';
import type { Logger } from '../log.js';

const MAX_TOKENS = 5_000;

export interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly log: Logger;
}

/** What answers documents, over HTTP and in process alike, with the same limits and codes. */
export function createApollo(
  { schema, introspection, log }: ApolloParts,
  plugins: readonly ApolloServerPlugin[] = [],
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    formatError: createErrorFormatter(log),
    parseOptions: { maxTokens: MAX_TOKENS },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      limitCost(schema),
      ...plugins,
    ],
    logger: {
      debug() {},
      info() {},
      warn: (message) => log.warn(String(message)),
      error: (message) => log.error(String(message)),
    },
  });
}

/** Refuses what costs too much, and says in the answer to every query that ran what it cost. */
function limitCost(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      let requested: number | null = null;
      return {
        didResolveOperation: async ({ document, operation, request }) => {
          if (operation) requested = checkCost(schema, document, operation, request.variables ?? {});
        },
        willSendResponse: async ({ response: { body } }) => {
          if (requested === null || body.kind !== 'single') return;
          const { singleResult } = body;
          singleResult.extensions = { ...singleResult.extensions, cost: { requested, limit: MAX_COST } };
        },
      };
    },
  };
}
