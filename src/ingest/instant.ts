import { parseInstant, type TimeUnit } from '../domain/time.js';
import { Fault, quoted } from './fault.js';
import { MAX_FUTURE_MS } from './limits.js';
import type { RecordContext } from './record-context.js';

const NUMERIC = /^-?\d+(\.\d*)?$/;
const DECIMALS = { s: -3, ms: 0, us: 3, ns: 6 } as const satisfies Record<TimeUnit, number>;

/** Milliseconds since the epoch of a field that must hold a time. Throws a Fault. */
export function parseTime(value: unknown, path: string, context: RecordContext): number {
  if (value === undefined || value === null || value === '') {
    throw new Fault(
      'FIELD_MISSING',
      path,
      `${path} is missing; give an RFC 3339 time with offset, such as 2026-11-01T10:00:00Z`,
    );
  }
  const at = toMilliseconds(value, path, context.timeUnit);
  if (at < 0) throw new Fault('TIME_TOO_EARLY', path, `${path} ${quoted(value)} is before 1970-01-01T00:00:00Z`);
  if (at > context.now + MAX_FUTURE_MS) {
    throw new Fault('TIME_IN_FUTURE', path, `${path} ${quoted(value)} is more than 24 hours ahead of the clock here`);
  }
  return at;
}

function toMilliseconds(value: unknown, path: string, unit: TimeUnit | null): number {
  if (typeof value === 'number' || (typeof value === 'string' && NUMERIC.test(value))) return scale(value, path, unit);
  if (typeof value !== 'string')
    throw new Fault('TIME_INVALID', path, `${path} must be a time as text, not ${quoted(value)}`);
  const at = parseInstant(value);
  if (typeof at === 'number') return at;
  const fix =
    at === 'TIME_INVALID'
      ? 'is not a valid RFC 3339 time, such as 2026-11-01T10:00:00Z'
      : 'has no offset; add Z or +02:00';
  throw new Fault(at, path, `${path} ${quoted(value)} ${fix}`);
}

function scale(value: number | string, path: string, unit: TimeUnit | null): number {
  if (unit === null) {
    const message = `${path} is a number without a unit; declare the time unit (s, ms, us or ns) or send RFC 3339`;
    throw new Fault('TIME_UNIT_MISSING', path, message);
  }
  const text = String(value);
  if (!NUMERIC.test(text))
    throw new Fault('TIME_INVALID', path, `${path} ${quoted(value)} is no number of seconds or parts of them`);
  if (text.startsWith('-')) return -1;
  return shiftDecimals(text, DECIMALS[unit]);
}

// On digits and not by division: 1700000000.001 * 1000 is ...000.9999 in binary.
function shiftDecimals(text: string, by: number): number {
  const [whole = '', fraction = ''] = text.split('.');
  if (by <= 0) return Number(whole + fraction.padEnd(-by, '0').slice(0, -by || 0));
  return Number(whole.slice(0, -by) || '0');
}
