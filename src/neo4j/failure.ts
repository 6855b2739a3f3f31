import { Neo4jError } from 'neo4j-driver';
import { DatabaseUnavailableError, RapportError } from '../errors.js';

const UNAVAILABLE = new Set([
  'ServiceUnavailable',
  'SessionExpired',
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
]);

function isNeo4jError(error: unknown): error is Neo4jError {
  return error instanceof Neo4jError;
}

/** The server is not reachable at all, as opposed to refusing this statement. */
export function isUnavailable(error: unknown): boolean {
  if (!isNeo4jError(error)) return false;
  return UNAVAILABLE.has(error.code) || (error.code === 'N/A' && /acquisition|connection|pool/i.test(error.message));
}

/** Somebody answers there, in another protocol or in a version of Bolt that the driver does not know. */
function isNoBolt(error: Neo4jError): boolean {
  return error.code === 'N/A' && /Server responded HTTP|Unknown Bolt protocol version/.test(error.message);
}

/** Worth running again as it stands: lost connection, deadlock, lock client stopped. */
export function isTransient(error: unknown): boolean {
  return isUnavailable(error) || (isNeo4jError(error) && error.retriable);
}

/** Something that must be unique is there already. */
export function isTaken(error: unknown): boolean {
  const cause = error instanceof RapportError ? error.cause : error;
  return isNeo4jError(cause) && cause.code === 'Neo.ClientError.Schema.ConstraintValidationFailed';
}

/** One typed failure for everything the driver can throw; the address is named, secrets and parameters never. */
export function toRapportError(error: unknown, address: string, query?: string): Error {
  if (error instanceof RapportError || !isNeo4jError(error)) return error as Error;
  if (isUnavailable(error)) {
    if (error.code === 'Neo.ClientError.Database.DatabaseNotFound')
      return new DatabaseUnavailableError(
        `Neo4j at ${address} has no database of the name that NEO4J_DATABASE says, or not yet.`,
        { cause: error },
      );
    return new DatabaseUnavailableError(
      `Neo4j at ${address} does not answer. Start it (rapport database start, or docker compose up) or set NEO4J_URI.`,
      { cause: error },
    );
  }
  if (isNoBolt(error)) {
    return new DatabaseUnavailableError(
      `What listens at ${address} does not speak Bolt, or no version of it that is known here. Set NEO4J_URI to the Bolt port of a Neo4j 5.26 or later: usually 7687; 7474 is for HTTP.`,
      { cause: error },
    );
  }
  if (error.code.startsWith('Neo.ClientError.Security')) {
    return new RapportError(
      'DATABASE_UNAUTHORISED',
      `Neo4j at ${address} refused the user. Set NEO4J_PASSWORD or NEO4J_PASSWORD_FILE.`,
      {},
      { cause: error },
    );
  }
  if (/TransactionTimedOut|MemoryPoolOutOfMemory|TransactionOutOfMemory/.test(error.code)) {
    return new RapportError(
      'QUERY_TIMEOUT',
      `The query${query ? ` ${query}` : ''} was cut by its time or memory limit. Ask for less: a smaller first, depth or window.`,
      query ? { query } : {},
      { cause: error },
    );
  }
  return new RapportError(
    'INTERNAL',
    `Neo4j refused ${query ?? 'a statement'}: ${error.code}`,
    query ? { query } : {},
    { cause: error },
  );
}
