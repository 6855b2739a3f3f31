import { type ErrorCode, RapportError } from '../errors.js';

/** Exit codes of the command line; part of its contract. */
export const EXIT = { ok: 0, unexpected: 1, usage: 2, database: 3, rejected: 4, nothing: 5, interrupted: 130 } as const;

const BY_CODE: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: EXIT.usage,
  CONFIG_INVALID: EXIT.usage,
  FORMAT_INVALID: EXIT.usage,
  COST_LIMIT_EXCEEDED: EXIT.usage,
  DATABASE_UNAVAILABLE: EXIT.database,
  DATABASE_UNAUTHORISED: EXIT.database,
  NO_DATABASE: EXIT.database,
  PORT_TAKEN: EXIT.database,
  NOT_FOUND: EXIT.nothing,
};

/** Exit code of what a GraphQL document was answered. */
export function exitOfErrors(
  errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] = [],
): number {
  const [first] = errors;
  if (first === undefined) return EXIT.ok;
  const code = String(first.extensions?.['code']);
  return MISTAKES.has(code) ? EXIT.usage : (BY_CODE[code as ErrorCode] ?? EXIT.unexpected);
}

/** Codes of documents that cannot be run. */
const MISTAKES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** Exit code and the sentence for stderr of anything a command threw. */
export function describeFailure(error: unknown): { code: number; sentence: string } {
  if (error instanceof RapportError)
    return { code: BY_CODE[error.code] ?? EXIT.unexpected, sentence: `${error.code}: ${error.message}` };
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
    return { code: EXIT.usage, sentence: `The file cannot be opened: ${message}` };
  if (code === 'ENOSPC') return { code: EXIT.unexpected, sentence: `The disk is full: ${message}` };
  if (code === 'EADDRINUSE')
    return { code: EXIT.usage, sentence: `The port is taken: ${message}. Set RAPPORT_PORT to a free one.` };
  return { code: EXIT.unexpected, sentence: stack ?? String(error) };
}
