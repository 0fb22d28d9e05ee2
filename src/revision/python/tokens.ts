/**
 * Python's tokens, as CPython's own tokenizer cuts them (Parser/tokenizer.c, 3.12 and later: f-strings are tokens of
 * their own). The first mistake ends the list with an `error` token, so that whoever comes first, tokenizer or parser,
 * reports it.
 */
import { isKeyword } from './keywords.ts';
import { Layout, isNewline } from './layout.ts';
import { scanNumber } from './numbers.ts';
import { NestingLimit, PythonSyntaxError } from './syntax-error.ts';
import type { Token } from './token.ts';

/** Tokens of a decoded source text (no BOM, any line endings); the last one is `end` or `error`. */
export function tokenize(text: string): readonly Token[] {
  return new Tokenizer(text).run();
}

/** The same, with where the comments are. */
export function tokenizeWithComments(text: string): {
  readonly tokens: readonly Token[];
  readonly comments: readonly { readonly from: number; readonly to: number }[];
} {
  const tokenizer = new Tokenizer(text);
  return { tokens: tokenizer.run(), comments: tokenizer.comments };
}

const PREFIXES = new Set(['r', 'u', 'b', 'br', 'rb', 'f', 'fr', 'rf', 't', 'tr', 'rt']);
const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** CPython's MAXLEVEL. */
const MAX_BRACKETS = 200;

/** Operators by the code of their first character, longest first. */
const OPERATORS: string[][] = [];
for (const operator of (
  '... **= //= <<= >>= -> := == != <= >= += -= *= /= %= &= |= ^= @= ** // << >> ' +
  '( ) [ ] { } , : . ; @ = + - * / % & | ^ ~ < > !'
).split(' ')) {
  (OPERATORS[operator.charCodeAt(0)] ??= []).push(operator);
}

class Tokenizer extends Layout {
  private readonly open: { readonly bracket: string; readonly at: number }[] = [];

  run(): readonly Token[] {
    try {
      this.startLine();
      while (this.at < this.text.length) this.next();
      const unclosed = this.open.at(-1);
      if (unclosed) throw new PythonSyntaxError(`'${unclosed.bracket}' was never closed`, unclosed.at);
      this.finishLayout();
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      this.tokens.push({ kind: 'error', text: error.message, from: error.at, to: error.at });
    }
    return this.tokens;
  }

  private next(): void {
    const c = this.text.charCodeAt(this.at);
    if (c === 32 || c === 9 || c === 12) {
      this.at++;
    } else if (isDigit(c) || (c === 46 && isDigit(this.text.charCodeAt(this.at + 1)))) {
      const from = this.at;
      this.at = scanNumber(this.text, from);
      this.push('number', '', from);
    } else if (isWordCharacter(c)) {
      this.word();
    } else if (c === 10 || c === 13) {
      this.endLine();
    } else if (c === 34 || c === 39) {
      this.string(this.at, '');
    } else if (c === 35) {
      this.skipComment();
    } else if (c === 92) {
      this.continueLine();
    } else {
      this.operator();
    }
  }

  private endLine(): void {
    const from = this.at;
    this.skipNewline();
    if (this.open.length > 0) return;
    this.push('newline', '', from);
    this.startLine();
  }

  private operator(): void {
    const from = this.at;
    const operator = this.operatorHere();
    if (operator === undefined || operator === '!') {
      throw new PythonSyntaxError(`invalid character '${this.text.charAt(from)}'`, from);
    }
    this.at += operator.length;
    if (operator === '(' || operator === '[' || operator === '{') {
      if (this.open.length >= MAX_BRACKETS) throw new NestingLimit(from);
      this.open.push({ bracket: operator, at: from });
    } else if (operator === ')' || operator === ']' || operator === '}') {
      this.close(operator, from);
    }
    this.push('operator', operator, from);
  }

  private operatorHere(): string | undefined {
    const candidates = OPERATORS[this.text.charCodeAt(this.at)] ?? [];
    for (const one of candidates) if (one.length === 1 || this.text.startsWith(one, this.at)) return one;
    return undefined;
  }

  private close(closer: string, at: number): void {
    const opened = this.open.pop();
    if (!opened) throw new PythonSyntaxError(`unmatched '${closer}'`, at);
    if (CLOSER[opened.bracket] === closer) return;
    throw new PythonSyntaxError(`closing '${closer}' does not match opening '${opened.bracket}'`, at);
  }

  private word(): void {
    const from = this.at;
    let ascii = true;
    for (; ; this.at++) {
      const c = this.text.charCodeAt(this.at);
      if (!isWordCharacter(c)) break;
      ascii &&= c < 128;
    }
    const word = this.text.slice(from, this.at);
    const quote = this.text.charCodeAt(this.at);
    if ((quote === 34 || quote === 39) && PREFIXES.has(word.toLowerCase())) {
      this.string(from, word.toLowerCase());
    } else if (ascii) {
      this.push(isKeyword(word) ? 'keyword' : 'name', word, from);
    } else if (IDENTIFIER.test(word)) {
      this.push('name', word.normalize('NFKC'), from);
    } else {
      throw new PythonSyntaxError(`invalid character in '${word}'`, from);
    }
  }

  private string(from: number, prefix: string): void {
    const one = this.text.charAt(this.at);
    const quote = this.text.startsWith(one.repeat(3), this.at) ? one.repeat(3) : one;
    this.at += quote.length;
    if (prefix.includes('f') || prefix.includes('t')) {
      this.push('template-start', '', from);
      this.templateText(quote, !prefix.includes('r'), false, from);
      const end = this.at;
      this.at += quote.length;
      this.push('template-end', '', end);
      return;
    }
    const first = quote.charCodeAt(0);
    while (this.text.charCodeAt(this.at) !== first || !this.text.startsWith(quote, this.at)) {
      this.stringCharacter(quote, from);
    }
    this.at += quote.length;
    this.push('string', '', from);
  }

  /** Steps over one character, or over a backslash and what it hides. */
  private stringCharacter(quote: string, from: number): void {
    if (this.text.charCodeAt(this.at) === 92) {
      this.at++;
      if (this.skipNewline()) return;
    } else if (quote.length === 1 && isNewline(this.text.charCodeAt(this.at))) {
      throw new PythonSyntaxError('unterminated string literal', from);
    }
    if (this.at >= this.text.length) {
      throw new PythonSyntaxError(
        quote.length === 3 ? 'unterminated triple-quoted string literal' : 'unterminated string literal',
        from,
      );
    }
    this.at++;
  }

  /** The text of an f-string up to its closing quote, or of a format specification up to its closing brace. */
  private templateText(quote: string, escapes: boolean, inFormat: boolean, start: number): void {
    let from = this.at;
    const flush = (): void => {
      if (this.at > from) this.push('template-text', '', from);
    };
    for (;;) {
      if (this.text.startsWith(quote, this.at)) break;
      const c = this.text.charAt(this.at);
      const doubled = !inFormat && this.text.charAt(this.at + 1) === c;
      if ((c === '{' || c === '}') && doubled) {
        this.at += 2;
      } else if (c === '{') {
        flush();
        this.templateField(quote, escapes, start);
        from = this.at;
      } else if (c === '}') {
        if (inFormat) break;
        throw new PythonSyntaxError("f-string: single '}' is not allowed", this.at);
      } else if (escapes && this.text.startsWith('\\N{', this.at)) {
        this.at = Math.max(this.text.indexOf('}', this.at), this.at + 2) + 1;
      } else if (c === '\\' && /[{}]/.test(this.text.charAt(this.at + 1))) {
        this.at++;
      } else {
        this.stringCharacter(quote, start);
      }
    }
    flush();
  }

  /** `{expression!r:format}` of an f-string; the expression's tokens are ordinary ones. */
  private templateField(quote: string, escapes: boolean, start: number): void {
    const depth = this.open.length;
    this.operator();
    while (this.open.length > depth) {
      const c = this.text.charAt(this.at);
      const atField = this.open.length === depth + 1;
      if (this.at >= this.text.length) throw new PythonSyntaxError("f-string: expecting '}'", start);
      if (atField && (c === ':' || (c === '!' && this.text.charAt(this.at + 1) !== '='))) {
        this.at++;
        this.push('operator', c, this.at - 1);
        if (c === ':') this.templateText(quote, escapes, true, start);
      } else {
        this.next();
      }
    }
  }
}

const IDENTIFIER = /^[\p{XIDS}_][\p{XIDC}]*$/u;

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Letters, digits, underscore, and everything beyond ASCII (judged afterwards). */
function isWordCharacter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || isDigit(c) || c === 95 || c >= 128;
}
