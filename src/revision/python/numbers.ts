/** Python's numeric literals. */
import { PythonSyntaxError } from './syntax-error.ts';

const DIGITS = String.raw`[0-9](?:_?[0-9])*`;
const EXPONENT = `(?:[eE][+-]?${DIGITS})?`;
const NUMBER = new RegExp(
  [
    '0[xX](?:_?[0-9a-fA-F])+',
    '0[oO](?:_?[0-7])+',
    '0[bB](?:_?[01])+',
    String.raw`(?:${DIGITS}\.(?:${DIGITS})?|\.${DIGITS}|${DIGITS})${EXPONENT}[jJ]?`,
  ].join('|'),
  'y',
);
const LEADING_ZERO = /^0[0_]*[1-9][0-9_]*$/;
/** Words that may follow a number without a space (deprecated, still legal): `1if x else 2`. */
const KEYWORD_AFTER = /(?:and|else|for|if|in|is|not|or)/y;
const WORD = /[\p{L}\p{N}_]/uy;

/** Where the number that starts at `from` ends; throws PythonSyntaxError. */
export function scanNumber(text: string, from: number): number {
  NUMBER.lastIndex = from;
  const literal = NUMBER.exec(text)?.[0] ?? '';
  const to = from + literal.length;
  if (literal === '') throw new PythonSyntaxError('invalid number', from);
  if (LEADING_ZERO.test(literal)) {
    throw new PythonSyntaxError('leading zeros in decimal integer literals are not permitted', from);
  }
  WORD.lastIndex = to;
  KEYWORD_AFTER.lastIndex = to;
  if (WORD.test(text) && !KEYWORD_AFTER.test(text)) throw new PythonSyntaxError('invalid number', from);
  return to;
}
