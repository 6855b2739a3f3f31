/** Stable codes of everything a caller would handle differently. Documented in docs/errors.md. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'DATABASE_UNAVAILABLE'
  | 'DATABASE_UNAUTHORISED'
  | 'QUERY_TIMEOUT'
  | 'QUERY_CONTRACT'
  | 'MIGRATION_ALTERED'
  | 'MIGRATION_FAILED'
  | 'COST_LIMIT_EXCEEDED'
  | 'RUN_IN_PROGRESS'
  | 'STOPPING'
  | 'SCORES_NOT_COMPUTED'
  | 'CONFIG_INVALID'
  | 'FORMAT_INVALID'
  | 'PORT_TAKEN'
  | 'NO_DATABASE'
  | 'INTERNAL';

/** Base of every failure Rapport raises on purpose: a stable code, then a sentence with the fix. */
export class RapportError extends Error {
  readonly code: ErrorCode;
  /** Machine-readable facts: field, limit, cost… Never secrets, never message content. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/** An argument or setting outside its limits; the message names it, the limit and the fix. */
export class BadInputError extends RapportError {
  constructor(field: string, message: string, details: Record<string, unknown> = {}) {
    super('BAD_USER_INPUT', message, { field, ...details });
  }
}

/** The database cannot be reached in time. */
export class DatabaseUnavailableError extends RapportError {
  constructor(message: string, options?: ErrorOptions) {
    super('DATABASE_UNAVAILABLE', message, {}, options);
  }
}
