import type { RejectCode } from '../domain/verdict.js';

/**
 * What is wrong with one record. Thrown inside the parser and turned into a reject at its edge; not an Error, because a stack per bad
 * row costs more than the row.
 */
export class Fault {
  constructor(
    readonly code: RejectCode,
    /** Field at fault, dotted; empty when the whole record is. */
    readonly path: string,
    readonly message: string,
  ) {}
}

/** Runs `parse` and hands back its fault instead of throwing it. Real errors pass through. */
export function faultOf<T>(parse: () => T): T | Fault {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** A value as it may be shown in a message: quoted, escaped and cut to 40 characters. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : describe(value);
  return typeof value === 'string' && value.length > 40 ? `${text}…` : text;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${String(value).slice(0, 40)}`;
}
