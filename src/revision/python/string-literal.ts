/** What a Python string literal evaluates to (reference manual, "String and Bytes literals"). */
import { PythonSyntaxError } from './syntax-error.ts';

export interface StringLiteral {
  /** Lower-case prefix: `''`, `r`, `u`, `b`, `rb`, … */
  readonly prefix: string;
  readonly quote: string;
  /** Between the quotes, as written. */
  readonly body: string;
}

/** Cuts the literal that stands between two offsets, as the tokenizer found it. */
export function splitLiteral(text: string, from: number, to: number): StringLiteral {
  let quoteAt = from;
  while (text.charCodeAt(quoteAt) !== 34 && text.charCodeAt(quoteAt) !== 39) quoteAt++;
  const one = text.charAt(quoteAt);
  const tripled = to - quoteAt >= 6 && text.charAt(quoteAt + 1) === one && text.charAt(quoteAt + 2) === one;
  const quote = tripled ? one + one + one : one;
  return {
    prefix: text.slice(from, quoteAt).toLowerCase(),
    quote,
    body: text.slice(quoteAt + quote.length, to - quote.length),
  };
}

/** Escapes of one character; a backslash before a line end hides both. */
const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const OCTAL = /^[0-7]{1,3}/;

/**
 * The value of a literal's body; null where it needs Unicode's table of names (`\N{…}`).
 * Bytes come as one character per byte. `at` is where the body stands, for PythonSyntaxError.
 */
export function unescapeBody(body: string, prefix: string, at: number): string | null {
  const text = body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
  const bytes = prefix.includes('b');

  if (bytes && /[^\x00-\x7f]/.test(text)) {
    throw new PythonSyntaxError('bytes can only contain ASCII literal characters', at);
  }
  if (prefix.includes('r') || !text.includes('\\')) return text;
  let value = '';
  for (let index = 0; index < text.length;) {
    const backslash = text.indexOf('\\', index);
    if (backslash < 0) return value + text.slice(index);
    value += text.slice(index, backslash);
    const escape = text.charAt(backslash + 1);
    if (escape === 'N' && !bytes) return null;
    const read = readEscape(text.slice(backslash + 1, backslash + 10), bytes, at);
    value += read.value;
    index = backslash + 1 + read.length;
  }
  return value;
}

function readEscape(
  rest: string,
  bytes: boolean,
  at: number,
): { readonly value: string; readonly length: number } {
  const letter = rest.charAt(0);
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { value: simple, length: 1 };
  const octal = OCTAL.exec(rest)?.[0];
  if (octal !== undefined) {
    const code = Number.parseInt(octal, 8);
    return { value: String.fromCharCode(bytes ? code & 0xff : code), length: octal.length };
  }
  const width = HEX_DIGITS[letter];
  if (width === undefined || (bytes && letter !== 'x'))
    return { value: `\\${letter}`, length: letter.length };
  const digits = rest.slice(1, 1 + width);
  if (digits.length < width || !/^[0-9a-fA-F]+$/.test(digits)) {
    throw new PythonSyntaxError(`truncated \\${letter} escape in a string literal`, at);
  }
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) throw new PythonSyntaxError('illegal Unicode character in a string literal', at);
  return { value: String.fromCodePoint(code), length: 1 + width };
}
