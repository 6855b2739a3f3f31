import type { CanonicalRecord } from '../domain/records.js';
import type { RejectCode } from '../domain/verdict.js';
import { Fault, faultOf, quoted } from './fault.js';
import { parseInteraction } from './interaction.js';
import { parseMessage } from './message.js';
import { parsePerson } from './person.js';
import type { RawObject } from './raw-item.js';
import type { RecordContext } from './record-context.js';
import { parseRetraction, refuseRetraction } from './retraction.js';

/** The one verdict on one raw record. */
export type ParseResult =
  | { readonly ok: true; readonly record: CanonicalRecord }
  | { readonly ok: false; readonly code: RejectCode; readonly path: string; readonly message: string };

const RECORD_TYPES = ['interaction', 'message', 'person'] as const;

/**
 * Turns anything into a canonical record or says what is wrong with it; never throws for bad data. Unknown fields are ignored and never
 * kept, so message text cannot get in. Of a JSON key given twice the last counts.
 */
export function parseRecord(raw: unknown, context: RecordContext): ParseResult {
  const record = faultOf(() => parseByType(raw, context));
  if (!(record instanceof Fault)) return { ok: true, record };
  return { ok: false, code: record.code, path: record.path, message: record.message };
}

function parseByType(raw: unknown, context: RecordContext): CanonicalRecord {
  if (!isObject(raw)) throw new Fault('NOT_AN_OBJECT', '', `a record is a JSON object, not ${quoted(raw)}`);
  const retracts = raw['op'] !== undefined && raw['op'] !== null;
  switch (raw['type'] ?? 'interaction') {
    case 'interaction':
      return retracts ? parseRetraction(raw, context) : parseInteraction(raw, context);
    case 'message':
      return retracts ? parseRetraction(raw, context) : parseMessage(raw, context);
    case 'person':
      return retracts ? refuseRetraction() : parsePerson(raw, context);
    default:
      throw new Fault('TYPE_UNKNOWN', 'type', unknownType(raw['type'], context));
  }
}

function isObject(raw: unknown): raw is RawObject {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function unknownType(type: unknown, context: RecordContext): string {
  const isKind = typeof type === 'string' && context.kinds.find(type.toLowerCase()) !== undefined;
  const fix = isKind ? '; the kind of an interaction goes into kind' : '';
  return `type ${quoted(type)} is not one of ${RECORD_TYPES.join(', ')}${fix}`;
}
