/** The few kinds of Python value that a revision template handles, and their text as Python would write it. */
import { Refused } from '../refused.ts';
import { dateTimeText, type DateTime } from './datetime.ts';

export type PyValue =
  | string
  | number
  | boolean
  | null
  | DateTime
  | { readonly kind: 'tuple' | 'list'; readonly items: readonly PyValue[] }
  /** Mako's `UNDEFINED`: false when asked, an error when printed. */
  | { readonly kind: 'undefined'; readonly name: string }
  | PyFunction
  /** A module or object of which single attributes can be used. */
  | { readonly kind: 'object'; readonly name: string; readonly attributes: ReadonlyMap<string, PyValue> };

export interface PyFunction {
  readonly kind: 'function';
  readonly name: string;
  call(args: readonly PyValue[]): PyValue;
}

export function tuple(items: readonly PyValue[]): PyValue {
  return { kind: 'tuple', items };
}

/** `bool(value)`. */
export function truthy(value: PyValue): boolean {
  if (value === null || typeof value !== 'object') return Boolean(value);
  switch (value.kind) {
    case 'tuple':
    case 'list':
      return value.items.length > 0;
    case 'undefined':
      return false;
    case 'datetime':
    case 'function':
    case 'object':
      return true;
  }
}

/** `str(value)`. Throws Refused for what has no text that we know. */
export function str(value: PyValue): string {
  if (typeof value === 'string') return value;
  if (isObject(value) && value.kind === 'datetime') return dateTimeText(value);
  if (isObject(value) && value.kind === 'undefined') {
    throw new Refused(`prints \`${value.name}\`, which is not defined for a merge`);
  }
  return repr(value);
}

/** `repr(value)`. Throws Refused for what has no text that we know. */
export function repr(value: PyValue): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return reprString(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  switch (value.kind) {
    case 'tuple':
      return value.items.length === 1
        ? `(${value.items.map(repr).join('')},)`
        : `(${value.items.map(repr).join(', ')})`;
    case 'list':
      return `[${value.items.map(repr).join(', ')}]`;
    case 'datetime':
    case 'function':
    case 'object':
    case 'undefined':
      throw new Refused(`asks for the \`repr\` of a ${value.kind}`);
  }
}

export function isObject(value: PyValue): value is Exclude<PyValue, string | number | boolean | null> {
  return typeof value === 'object' && value !== null;
}

const NAMED_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** `str.isprintable` for one character: only the ASCII space is a printable separator. */
const UNPRINTABLE = /^[\p{C}\p{Z}]$/u;

/** CPython, Objects/unicodeobject.c, unicode_repr: single quotes unless that would need escaping and double would not. */
function reprString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + Array.from(text, (character) => reprCharacter(character, quote)).join('') + quote;
}

function reprCharacter(character: string, quote: string): string {
  const named = NAMED_ESCAPES.get(character);
  if (named !== undefined) return named;
  if (character === quote) return `\\${character}`;
  if (character === ' ' || !UNPRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = (digits: number): string => code.toString(16).padStart(digits, '0');
  if (code < 0x100) return `\\x${hex(2)}`;
  return code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}
