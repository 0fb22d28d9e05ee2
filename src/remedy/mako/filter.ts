/** Mako's filters, the part after `|` in an expression (mako/filters.py). */
import { str, isObject, type PyValue } from '../python/value.ts';
import { Refused } from '../refused.ts';
import type { Scope } from './evaluate.ts';

/** Python's `str.strip`: not quite JavaScript's idea of white space. */
const STRIP = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g;

const XML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '>': '&gt;',
  '<': '&lt;',
  '"': '&#34;',
  "'": '&#39;',
};

const escapeXml = (value: PyValue): string =>
  str(value).replace(/[&<"'>]/g, (character) => XML[character] ?? character);

const FILTERS: ReadonlyMap<string, (value: PyValue) => PyValue> = new Map([
  ['str', str],
  ['unicode', str],
  ['x', escapeXml],
  ['h', escapeXml],
  ['trim', (value: PyValue) => str(value).replace(STRIP, '')],
  ['u', (value: PyValue) => quotePlus(str(value))],
]);

/**
 * What an expression writes: `str` first unless `n` is among the filters, then each filter in turn; a name that is no
 * filter is a function of the template's scope, such as `comma`. Throws Refused for what is neither.
 */
export function applyFilters(value: PyValue, filters: string, scope: Scope): string {
  const names = filters === '' ? [] : filters.split(',').map((name) => name.trim());
  const applied = names.includes('n') ? names.filter((name) => name !== 'n') : ['str', ...names];
  const result = applied.reduce((current, name) => findFilter(name, scope)(current), value);
  if (typeof result !== 'string') throw new Refused('writes something that is no text');
  return result;
}

function findFilter(name: string, scope: Scope): (value: PyValue) => PyValue {
  const stock = FILTERS.get(name);
  if (stock !== undefined) return stock;
  const own = scope.get(name);
  if (own !== undefined && isObject(own) && own.kind === 'function') return (value) => own.call([value]);
  throw new Refused(`the filter \`${name}\` is not supported`);
}

/** `urllib.parse.quote_plus`. */
function quotePlus(text: string): string {
  const quoted = encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return quoted.replaceAll('%20', '+');
}
