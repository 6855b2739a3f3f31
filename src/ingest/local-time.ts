import { startOfDay } from '../domain/time.js';

/** A local date and time read from text: milliseconds as if it were UTC, and the offset where the text has one. */
interface LocalTime {
  readonly local: number;
  readonly offsetMs: number | null;
}

/** An instant and whether the text told it without doubt; clocks show one hour twice when summer time ends. */
export interface ZonedInstant {
  readonly at: number;
  readonly ambiguous: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TOKENS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MMM: `(?<name>${MONTHS.join('|')})[a-z]*\\.?`,
  MM: '(?<month>\\d\\d)',
  M: '(?<month>\\d\\d?)',
  dd: '(?<day>\\d\\d)',
  d: '(?<day>\\d\\d?)',
  HH: '(?<hour>\\d\\d)',
  H: '(?<hour>\\d\\d?)',
  hh: '(?<hour>\\d\\d)',
  h: '(?<hour>\\d\\d?)',
  mm: '(?<minute>\\d\\d)',
  ss: '(?<second>\\d\\d)',
  SSS: '(?<fraction>\\d{3})',
  a: '(?<half>[ap])\\.?m\\.?',
  XXX: '(?<offset>z|[+-]\\d\\d:\\d\\d)',
};
const ISO_8601 =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d+))?)?)?(?<offset>z|[+-]\d\d:\d\d)?$/i;
const PIECE = /'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+/g;
const WALL_FIELDS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;
const DAY_MS = 86_400_000;

/** A function from text to instant. `pattern` uses yyyy MM dd HH mm ss SSS MMM a XXX and quoted literals; without it ISO 8601 is read. */
export function localTimeParser(
  pattern: string | undefined,
  timezone: string | undefined,
): (text: string) => ZonedInstant | null {
  const expression = pattern === undefined ? ISO_8601 : compile(pattern);
  const offsetAt = timezone === undefined ? () => 0 : zoneOffset(timezone);
  return (text) => {
    const time = read(expression.exec(text)?.groups);
    if (time === null) return null;
    return time.offsetMs === null ? zoned(time.local, offsetAt) : { at: time.local - time.offsetMs, ambiguous: false };
  };
}

/** What is wrong with a pattern; null when nothing is. */
export function formatDefect(pattern: string): string | null {
  const unknown = (pattern.match(PIECE) ?? []).find((piece) => /^[A-Za-z]/.test(piece) && TOKENS[piece] === undefined);
  if (unknown !== undefined)
    return `${unknown} is not one of ${Object.keys(TOKENS).join(', ')}; put plain letters in single quotes`;
  try {
    compile(pattern);
  } catch {
    return 'the pattern names a part twice';
  }
  return /yyyy/.test(pattern) && /M/.test(pattern) && /d/.test(pattern)
    ? null
    : 'the pattern needs year, month and day (yyyy, MM, dd)';
}

/** What is wrong with a time zone; null when nothing is. */
export function zoneDefect(timezone: string): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
    return null;
  } catch {
    return `${timezone} is not a time zone, such as Europe/London`;
  }
}

function compile(pattern: string): RegExp {
  const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const source = pattern.replace(PIECE, (piece, literal?: string) => TOKENS[piece] ?? literally(literal ?? piece));
  return new RegExp(`^${source}$`, 'i');
}

function read(parts: Record<string, string | undefined> | undefined): LocalTime | null {
  if (parts === undefined) return null;
  const month = parts['name'] === undefined ? Number(parts['month']) : MONTHS.indexOf(parts['name'].toLowerCase()) + 1;
  const hour = hourOf(Number(parts['hour'] ?? 0), parts['half']?.toLowerCase());
  const [minute, second] = [Number(parts['minute'] ?? 0), Number(parts['second'] ?? 0)];
  const fraction = Number((parts['fraction'] ?? '').slice(0, 3).padEnd(3, '0'));
  const date = startOfDay(Number(parts['year']), month, Number(parts['day']));
  if (Number.isNaN(date) || !(hour < 24) || minute > 59 || second > 59) return null;
  return { local: date + ((hour * 60 + minute) * 60 + second) * 1000 + fraction, offsetMs: offsetOf(parts['offset']) };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return hour < 1 || hour > 12 ? Number.NaN : (hour % 12) + (half === 'p' ? 12 : 0);
}

function offsetOf(offset: string | undefined): number | null {
  if (offset === undefined) return null;
  if (offset.toLowerCase() === 'z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Null in the gap when summer time begins; the earlier instant, marked, in the hour shown twice when it ends. */
function zoned(local: number, offsetAt: (at: number) => number): ZonedInstant | null {
  const offsets = new Set([offsetAt(local - DAY_MS), offsetAt(local + DAY_MS)]);
  const instants = [...offsets].map((offset) => local - offset).filter((at) => at + offsetAt(at) === local);
  return instants.length === 0 ? null : { at: Math.min(...instants), ambiguous: instants.length > 1 };
}

function zoneOffset(timezone: string): (at: number) => number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hourCycle: 'h23', ...WALL_FIELDS });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / 900_000);
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = wallTime(clock, quarter * 900_000) - quarter * 900_000;
      if (known.size > 100_000) known.clear();
      known.set(quarter, offset);
    }
    return offset;
  };
}

function wallTime(clock: Intl.DateTimeFormat, at: number): number {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(
    parts['year']!,
    parts['month']! - 1,
    parts['day']!,
    parts['hour']!,
    parts['minute']!,
    parts['second']!,
  );
}
