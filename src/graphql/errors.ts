import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, RapportError } from '../errors.js';
import type { Logger } from '../log.js';

const KEPT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What the execution says, without a code, of an argument that a variable makes null, and of a subscription. */
const CANNOT_RUN = /^(Argument "|Schema is not configured)/;

const AWAY = new Set<ErrorCode>(['DATABASE_UNAVAILABLE', 'DATABASE_UNAUTHORISED', 'NO_DATABASE']);
/** Said to clients in place of what names the database. */
export const DATABASE_AWAY = 'The database does not answer. Try again in a moment; the log of the service says more.';

/** The one place where failures become GraphQL errors: typed ones with code and details, anything else as INTERNAL without its text. */
export function createErrorFormatter(
  log: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = unwrap(error);
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    if (original instanceof RapportError && AWAY.has(original.code)) {
      log.warn({ err: original }, 'the database is away');
      return { message: DATABASE_AWAY, ...place, extensions: { code: original.code } };
    }
    if (original instanceof RapportError && original.code !== 'INTERNAL' && original.code !== 'QUERY_CONTRACT') {
      return { message: original.message, ...place, extensions: { ...original.details, code: original.code } };
    }
    const code = String(formatted.extensions?.['code'] ?? '');
    if (!(original instanceof RapportError) && KEPT.has(code))
      return { message: formatted.message, ...place, extensions: { code } };
    if (original instanceof GraphQLError && CANNOT_RUN.test(original.message))
      return { message: original.message, ...place, extensions: { code: 'BAD_USER_INPUT' } };
    log.error({ err: original }, 'unexpected failure in a resolver');
    return {
      message: 'Something went wrong on the server; its log says what.',
      ...place,
      extensions: { code: 'INTERNAL' },
    };
  };
}

function unwrap(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError && current.originalError) current = current.originalError;
  return current;
}
