import type { RetractionRecord } from '../domain/records.js';
import { Fault, quoted } from './fault.js';
import { optionalId, parsePlatform } from './identity.js';
import type { RawObject } from './raw-item.js';
import type { RecordContext } from './record-context.js';

/** A record with `op`, of which only `id` and `platform` count. Throws a Fault; the only operation is `retract`. */
export function parseRetraction(raw: RawObject, context: RecordContext): RetractionRecord {
  const { op } = raw;
  if (op !== 'retract')
    throw new Fault('FIELD_INVALID', 'op', `op ${quoted(op)} is not known; the only operation is retract`);
  const id = optionalId(raw['id'], 'id', parsePlatform(raw['platform'], context.platform));
  if (id === null) throw new Fault('FIELD_MISSING', 'id', 'id is missing; it names what is retracted');
  return { type: 'retraction', id };
}

/** Facts about people are upserts and stand until others replace them. Throws a Fault. */
export function refuseRetraction(): never {
  const message =
    'op is for interactions and messages; facts about a person cannot be retracted, send new ones without op';
  throw new Fault('FIELD_INVALID', 'op', message);
}
