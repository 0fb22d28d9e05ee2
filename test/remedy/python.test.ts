import { describe, expect, test } from '@jest/globals';
import { createDate, dateTimeText, parseMoment } from '../../src/remedy/python/datetime.ts';
import { formatPercent } from '../../src/remedy/python/percent.ts';
import { repr, tuple } from '../../src/remedy/python/value.ts';

test.each([
  [null, 'None'],
  ["it's", `"it's"`],
  [`it's "so"`, `'it\\'s "so"'`],
  ['a\\b\n\u0000\u00ad\u2028\u{e0001}é🙂', "'a\\\\b\\n\\x00\\xad\\u2028\\U000e0001é🙂'"],
  [tuple(['a']), "('a',)"],
  [tuple(['a', null]), "('a', None)"],
])('repr(%j) is %s', (value, text) => {
  expect(repr(value)).toBe(text);
});

describe('A date', () => {
  const text = (iso: string, timezone: string | null, local = 'UTC'): string => {
    const moment = parseMoment(iso, local);
    if (moment === null) throw new Error(`${iso} is no date`);
    return dateTimeText(createDate(moment, timezone, local));
  };

  test('is naive local time without a time zone, and carries the offset with one', () => {
    expect(text('2024-05-10T10:00:00.123456Z', null)).toBe('2024-05-10 10:00:00.123456');
    expect(text('2024-05-10T10:00:00Z', 'Europe/Berlin')).toBe('2024-05-10 12:00:00+02:00');
    expect(text('2024-12-10T10:00:00.5Z', 'America/St_Johns')).toBe('2024-12-10 06:30:00.500000-03:30');
  });

  test('given without an offset is read as local time, on both sides of a change of the clocks', () => {
    for (const iso of [
      '2024-03-31 01:59:59',
      '2024-03-31 03:00:00',
      '2024-10-27 01:59:59',
      '2024-10-27 03:00:00.000001',
    ]) {
      expect(text(iso, null, 'Europe/Berlin')).toBe(iso);
    }
  });

  test.each(['', 'yesterday', '2024-13-01 00:00', '2024-05-10'])('is not %j', (iso) => {
    expect(parseMoment(iso, 'UTC')).toBeNull();
  });

  test('in an unknown time zone is refused, and so is an offset in its place', () => {
    for (const zone of ['Nowhere/Land', '+05:30'])
      expect(() => text('2024-05-10T10:00:00Z', zone)).toThrow('time zone');
  });
});

test('Percent formatting follows Python for texts and whole numbers', () => {
  const names = (name: string): string | number => (name === 'n' ? 7 : 'Ünï');
  expect(formatPercent('%(n).2d %(n)02d %(n)-4d| %(n)+d %(n)4s %(n)r %(n)x%%', names)).toBe(
    '07 07 7   | +7    7 7 7%',
  );
  expect(formatPercent('%(t).2s %(t)5s %(t)r', names)).toBe("Ün   Ünï 'Ünï'");
  expect(formatPercent('%s-%s', ['a', null])).toBe('a-None');
});

test.each([
  ['%(n)f', 'not understood'],
  ['%(t)d', 'formats a text as a number'],
  ['%s', 'has no value'],
])('The format %s is refused', (format, reason) => {
  expect(() => formatPercent(format, (name) => (name === 'n' ? 7 : 'x'))).toThrow(reason);
});
