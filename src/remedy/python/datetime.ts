/** Python's `datetime` as Alembic makes it for `create_date`: microseconds, and an offset where a time zone is set. */
import { Refused } from '../refused.ts';

/** A point in time in whole microseconds since 1970 (exact until the year 2255). */
export interface Moment {
  readonly epochMicroseconds: number;
}

export interface DateTime {
  readonly kind: 'datetime';
  readonly moment: Moment;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** Seconds east of UTC; null for a naive local time. */
  readonly offset: number | null;
}

const SECOND = 1_000_000;

/**
 * `datetime.now()` at that moment (alembic/script/base.py, `_generate_create_date`): in the ini's `timezone` with its
 * offset, else naive in the local zone. Throws Refused for a zone that is not in the time zone database.
 */
export function createDate(moment: Moment, timezone: string | null, localTimeZone: string): DateTime {
  const offset = offsetAt(moment, timezone ?? localTimeZone);
  const wall = new Date((Math.floor(moment.epochMicroseconds / SECOND) + offset) * 1000);
  return {
    kind: 'datetime',
    moment,
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    microsecond: fraction(moment),
    offset: timezone === null ? null : offset,
  };
}

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,6}))?(Z|[+-]\d{2}:?\d{2})?$/;

/** Reads `2024-05-10 10:00:00.123456` (with `T`, an offset or `Z` if wanted; without, local time); null if it is none. */
export function parseMoment(text: string, localTimeZone: string): Moment | null {
  const match = ISO.exec(text.trim());
  if (match === null) return null;
  const [, date = '', time = '', digits = '', zone] = match;
  const parsed = Date.parse(`${date}T${time}${zone ?? 'Z'}`);
  if (Number.isNaN(parsed)) return null;
  const given = { epochMicroseconds: parsed * 1000 + Number(digits.padEnd(6, '0')) };
  if (zone !== undefined) return given;
  // The offset depends on the moment that is looked for: the second look is right on both sides of a change.
  const guess = { epochMicroseconds: given.epochMicroseconds - offsetAt(given, localTimeZone) * SECOND };
  return { epochMicroseconds: given.epochMicroseconds - offsetAt(guess, localTimeZone) * SECOND };
}

/** `str(datetime)`: no fraction where the microseconds are 0. */
export function dateTimeText(date: DateTime): string {
  const micro = date.microsecond === 0 ? '' : `.${pad(date.microsecond, 6)}`;
  return `${strftime(date, '%Y-%m-%d %H:%M:%S')}${micro}${date.offset === null ? '' : offsetText(date.offset, ':')}`;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `datetime.strftime` in Python's default locale. Throws Refused for a directive that differs between platforms. */
export function strftime(date: DateTime, format: string): string {
  const midnight = Date.UTC(date.year, date.month - 1, date.day);
  const weekday = DAYS[new Date(midnight).getUTCDay()] ?? '';
  const month = MONTHS[date.month - 1] ?? '';
  const directives: Readonly<Record<string, string>> = {
    Y: pad(date.year, 4),
    y: pad(date.year % 100, 2),
    m: pad(date.month, 2),
    d: pad(date.day, 2),
    H: pad(date.hour, 2),
    I: pad(((date.hour + 11) % 12) + 1, 2),
    p: date.hour < 12 ? 'AM' : 'PM',
    M: pad(date.minute, 2),
    S: pad(date.second, 2),
    f: pad(date.microsecond, 6),
    j: pad((midnight - Date.UTC(date.year, 0, 1)) / 86_400_000 + 1, 3),
    A: weekday,
    a: weekday.slice(0, 3),
    B: month,
    b: month.slice(0, 3),
    z: date.offset === null ? '' : offsetText(date.offset, ''),
    '%': '%',
  };
  return format.replace(/%([^]?)/g, (written, letter: string) => {
    const text = directives[letter];
    if (text === undefined) throw new Refused(`formats a date with \`${written}\``);
    return text;
  });
}

function offsetText(offset: number, separator: string): string {
  const size = Math.abs(offset);
  const parts = [
    Math.floor(size / 3600),
    Math.floor(size / 60) % 60,
    ...(size % 60 === 0 ? [] : [size % 60]),
  ];
  return (offset < 0 ? '-' : '+') + parts.map((part) => pad(part, 2)).join(separator);
}

/** Seconds east of UTC. Alembic looks a zone up as written, then in capitals; Intl knows names in any case. */
function offsetAt(moment: Moment, timezone: string): number {
  const seconds = Math.floor(moment.epochMicroseconds / SECOND);
  const parts = new Map(
    zoneFormat(timezone)
      .formatToParts(seconds * 1000)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall / 1000 - seconds;
}

function zoneFormat(timezone: string): Intl.DateTimeFormat {
  try {
    // Intl takes `+05:30` for a zone as well, Python does not.
    if (/^[+-]/.test(timezone)) throw new RangeError(timezone);
    return new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new Refused(`the time zone ${JSON.stringify(timezone)} is not in the time zone database`);
  }
}

function fraction(moment: Moment): number {
  return ((moment.epochMicroseconds % SECOND) + SECOND) % SECOND;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
