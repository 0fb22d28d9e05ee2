/** Python's `%` formatting of strings and whole numbers, as `file_template` and templates use it. */
import { Refused } from '../refused.ts';
import { repr, str, type PyValue } from './value.ts';

const DIRECTIVE = /%(?:\(([^)]*)\))?([-+ 0#]*)(\d*)(?:\.(\d*))?[hlL]?([^]?)/g;

/**
 * `template % values`: by name where `values` is a function, else by position.
 * Throws Refused for a name that is not given, a directive that is not for strings and integers, a wrong count.
 */
export function formatPercent(
  template: string,
  values: readonly PyValue[] | ((name: string) => PyValue),
): string {
  const queue = typeof values === 'function' ? [] : [...values];
  const pick = (name: string | undefined): PyValue | undefined =>
    typeof values !== 'function' ? queue.shift() : name === undefined ? undefined : values(name);
  const text = template.replace(
    DIRECTIVE,
    (
      written,
      name: string | undefined,
      flags: string,
      width: string,
      precision: string | undefined,
      type: string,
    ) => {
      if (written === '%%') return '%';
      const value = pick(name);
      if (value === undefined) throw new Refused(`\`${written}\` has no value to format`);
      const body = convert(value, type, flags, precision === undefined ? null : Number(precision), written);
      return fill(body, flags, Number(width), typeof value === 'number' && type !== 's' && type !== 'r');
    },
  );
  if (queue.length > 0) throw new Refused(`\`${template}\` is given more values than it formats`);
  return text;
}

function convert(
  value: PyValue,
  type: string,
  flags: string,
  precision: number | null,
  written: string,
): string {
  if (type === 's' || type === 'r') {
    const characters = Array.from(type === 's' ? str(value) : repr(value));
    return characters.slice(0, precision ?? characters.length).join('');
  }
  const radix = { d: 10, i: 10, u: 10, x: 16, X: 16, o: 8 }[type];
  if (radix === undefined || flags.includes('#'))
    throw new Refused(`the format \`${written}\` is not understood`);
  if (typeof value !== 'number') throw new Refused(`\`${written}\` formats a text as a number`);
  const digits = Math.abs(value)
    .toString(radix)
    .padStart(precision ?? 0, '0');
  const sign = value < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  return sign + (type === 'X' ? digits.toUpperCase() : digits);
}

/** Width counts code points; zeros go between sign and digits, and only before numbers. */
function fill(body: string, flags: string, width: number, number: boolean): string {
  const missing = Math.max(0, width - Array.from(body).length);
  if (flags.includes('-')) return body + ' '.repeat(missing);
  if (!number || !flags.includes('0')) return ' '.repeat(missing) + body;
  return body.replace(/^[-+ ]?/, (sign) => sign + '0'.repeat(missing));
}
