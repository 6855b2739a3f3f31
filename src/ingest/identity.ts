import { Fault, quoted } from './fault.js';
import { MAX_ID_LENGTH, MAX_PLATFORM_LENGTH } from './limits.js';
import { textDefect } from './text.js';

/*
 * Ids are kept exactly as given: no Unicode normalisation, no case folding, no trimming. Two ids that differ in one code unit are two
 * ids; merging people is the business of `aliases`.
 */

/** The platform a record names, or the default; null when there is neither. Throws a Fault. */
export function parsePlatform(value: unknown, fallback: string | null): string | null {
  if (value === undefined || value === null) return fallback;
  const defect = platformDefect(value);
  if (defect !== null) throw new Fault('FIELD_INVALID', 'platform', `platform ${defect}`);
  return value as string;
}

/** What is wrong with a platform name; null when nothing is. */
export function platformDefect(value: unknown): string | null {
  if (typeof value !== 'string') return `must be a string, not ${quoted(value)}`;
  if (value.trim() === '') return 'is empty; name the source, such as slack, or leave the field out';
  if (value.length > MAX_PLATFORM_LENGTH)
    return `has ${value.length} characters; at most ${MAX_PLATFORM_LENGTH} are allowed`;
  if (value.includes(':')) return 'must not hold a colon; the colon parts platform and id';
  return textDefect(value);
}

/** A person id as it is stored: `platform:id`. Throws a Fault. */
export function parsePersonId(value: unknown, path: string, platform: string | null): string {
  if (value === undefined || value === null)
    throw new Fault('FIELD_MISSING', path, `${path} is missing; it names a person`);
  const id = parseId(value, path, platform);
  if (platform === null) requireNamespace(id, path);
  return id;
}

/** The namespace of a person id. */
export function platformOf(personId: string): string {
  return personId.slice(0, personId.indexOf(':'));
}

/** The id of a message, an interaction or a conversation as it is stored; null when absent. Throws a Fault. */
export function optionalId(value: unknown, path: string, platform: string | null): string | null {
  return value === undefined || value === null ? null : parseId(value, path, platform);
}

function parseId(value: unknown, path: string, platform: string | null): string {
  if (typeof value !== 'string') throw new Fault('FIELD_INVALID', path, wrongType(value, path));
  if (value.trim() === '') throw new Fault('ID_EMPTY', path, `${path} is empty; give an id or leave the field out`);
  const id = platform === null ? value : `${platform}:${value}`;
  if (id.length > MAX_ID_LENGTH) {
    const message = `${path} has ${id.length} characters with its platform; at most ${MAX_ID_LENGTH} are allowed`;
    throw new Fault('ID_TOO_LONG', path, message);
  }
  const defect = textDefect(value);
  if (defect !== null)
    throw new Fault('ID_MALFORMED', path, `${path} ${defect}; ids are text without control characters`);
  return id;
}

function wrongType(value: unknown, path: string): string {
  const fix = typeof value === 'number' ? ' (JSON rounds whole numbers past 2^53): put it in quotes' : '';
  return `${path} must be a string, not ${quoted(value)}${fix}`;
}

function requireNamespace(id: string, path: string): void {
  const colon = id.indexOf(':');
  if (colon < 1 || platformDefect(id.slice(0, colon)) !== null) {
    const message = `${path} ${quoted(id)} names no platform; write it as platform:id, add a platform field, or give a default platform`;
    throw new Fault('PLATFORM_MISSING', path, message);
  }
  if (id.slice(colon + 1).trim() === '') throw new Fault('ID_EMPTY', path, `${path} has nothing after its platform`);
}
