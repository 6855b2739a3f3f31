import { Fault, quoted } from './fault.js';
import { isDeeperThan } from './json-depth.js';
import { MAX_JSON_DEPTH, MAX_META_BYTES } from './limits.js';

/** The `meta` object as JSON text, null when absent. Throws a Fault. */
export function parseMeta(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new Fault('FIELD_INVALID', 'meta', `meta must be an object, not ${quoted(value)}`);
  }
  if (isDeeperThan(value, MAX_JSON_DEPTH)) {
    throw new Fault('FIELD_INVALID', 'meta', `meta is nested deeper than ${MAX_JSON_DEPTH} levels; flatten it`);
  }
  const json = JSON.stringify(value);
  const bytes = Buffer.byteLength(json);
  if (bytes <= MAX_META_BYTES) return json;
  throw new Fault('META_TOO_LARGE', 'meta', `meta has ${bytes} bytes as JSON; at most ${MAX_META_BYTES} are kept`);
}
