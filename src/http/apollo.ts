import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../graphql/context.js';
import { checkCost } from '../graphql/cost.js';
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

function limitCost(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request }) => {
        if (operation) checkCost(schema, document, operation, request.variables ?? {});
      },
    }),
  };
}
