/** What a number used as a time counts. */
export const TIME_UNITS = ['s', 'ms', 'us', 'ns'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** Stands where nobody said when a message was written, the epoch: any other time takes its place, and none is shown or scored. */
export const NO_TIME = 0;

/** Why a text is not an instant. */
export type InstantFault = 'TIME_INVALID' | 'TIME_WITHOUT_OFFSET';

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)?)?$/;
const MINUTE = 60_000;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Milliseconds since the epoch of an RFC 3339 date-time with offset, or why it is none. Calendar-valid only; fractions are cut to
 * milliseconds; a leap second (23:59:60 UTC at the end of June or December) is the last millisecond of its minute.
 */
export function parseInstant(text: string): number | InstantFault {
  const match = RFC_3339.exec(text);
  if (match === null) return 'TIME_INVALID';
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction, offset] = match;
  const date = startOfDay(Number(year), Number(month), Number(day));
  if (Number.isNaN(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return 'TIME_INVALID';
  if (offset === undefined) return 'TIME_WITHOUT_OFFSET';
  const minutes = Number(hour) * 60 + Number(minute) - offsetMinutes(offset);
  if (Number.isNaN(minutes)) return 'TIME_INVALID';
  const start = date + minutes * MINUTE;
  if (second === '60') return isLeapMinute(start) ? start + MINUTE - 1 : 'TIME_INVALID';
  return start + Number(second) * 1000 + milliseconds(fraction);
}

/** Midnight UTC of a calendar day, or NaN when there is no such day. Year 0 to 9999, month and day from 1. */
export function startOfDay(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return Number.NaN;
  return year > 99 ? Date.UTC(year, month - 1, day) : new Date(0).setUTCFullYear(year, month - 1, day);
}

/** An instant as RFC 3339 in UTC with milliseconds. */
export function formatInstant(at: number): string {
  return new Date(at).toISOString();
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS[month - 1]!;
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4));
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes);
}

function milliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(1, 4).padEnd(3, '0'));
}

function isLeapMinute(start: number): boolean {
  const next = new Date(start + MINUTE);
  const halfYear = next.getUTCMonth() % 6 === 0 && next.getUTCDate() === 1;
  return halfYear && next.getUTCHours() === 0 && next.getUTCMinutes() === 0;
}
