/** SQL text -> statements of tokens, with comments gone and parentheses nested: what every dialect here agrees on. */
import { COMPUTED_PART } from '../../revision/operation.ts';

export type Token =
  /** Bare; `upper` for comparing with keywords. */
  | { readonly kind: 'word'; readonly text: string; readonly upper: string }
  /** A quoted identifier, unquoted. */
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'group'; readonly items: readonly Token[] }
  /** Something, or part of a name, that is computed. */
  | { readonly kind: 'computed' };

const WORD = /[\p{L}_$\ufffc@][\p{L}\p{N}_$\ufffc@]*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const DOLLAR = /\$(?:[A-Za-z_]\w*)?\$/y;

export class Lexer {
  broken = false;
  private readonly sql: string;
  private readonly mysql: boolean;
  private at = 0;

  constructor(sql: string, mysql: boolean) {
    this.sql = sql;
    this.mysql = mysql;
  }

  get position(): number {
    return this.at;
  }

  /** Whether there is another token, white space and comments passed over. */
  more(): boolean {
    while (this.at < this.sql.length) {
      const rest = this.sql.slice(this.at, this.at + 3);
      if (/^\s/.test(rest)) this.at += 1;
      else if (this.startsLineComment(rest)) this.skipLine();
      // The body of MySQL's /*! … */ runs: only its delimiters are passed over.
      else if (rest === '/*!' && this.mysql) this.at += 3 + this.match(/\d*/y, 3).length;
      else if (rest.startsWith('*/') && this.mysql) this.at += 2;
      else if (rest.startsWith('/*')) this.skipTo('*/');
      else return true;
    }
    return false;
  }

  private startsLineComment(rest: string): boolean {
    if (rest.startsWith('#')) return this.mysql;
    return rest.startsWith('--') && (!this.mysql || /^--(?:\s|$)/.test(rest));
  }

  private skipLine(): void {
    const end = this.sql.indexOf('\n', this.at);
    this.at = end < 0 ? this.sql.length : end + 1;
  }

  private skipTo(end: string): void {
    const found = this.sql.indexOf(end, this.at + 2);
    this.broken ||= found < 0;
    this.at = found < 0 ? this.sql.length : found + end.length;
  }

  private match(pattern: RegExp, ahead = 0): string {
    pattern.lastIndex = this.at + ahead;
    return pattern.exec(this.sql)?.[0] ?? '';
  }

  next(): Token | null {
    const character = this.sql.charAt(this.at);
    if (character === '(') return this.group();
    if (character === "'") return this.quoted("'", 'string');
    if (character === '"' || character === '`') return this.quoted(character, 'name');
    const dollar = this.match(DOLLAR);
    if (dollar !== '' && !this.mysql) return this.dollarQuoted(dollar);
    const word = this.match(WORD);
    if (word !== '') {
      this.at += word.length;
      if (word.includes(COMPUTED_PART)) return { kind: 'computed' };
      return { kind: 'word', text: word, upper: word.toUpperCase() };
    }
    const number = this.match(NUMBER);
    this.at += Math.max(1, number.length);
    return number === '' ? { kind: 'symbol', text: character } : { kind: 'number', text: number };
  }

  private group(): Token | null {
    this.at += 1;
    const items: Token[] = [];
    while (this.more()) {
      if (this.sql.charAt(this.at) === ')') {
        this.at += 1;
        return { kind: 'group', items };
      }
      const token = this.next();
      if (token === null) return null;
      items.push(token);
    }
    return null;
  }

  private quoted(quote: string, kind: 'name' | 'string'): Token | null {
    let text = '';
    for (this.at += 1; this.at < this.sql.length; this.at += 1) {
      const character = this.sql.charAt(this.at);
      if (character === '\\' && quote !== '`' && this.mysql) {
        text += this.sql.charAt(++this.at);
      } else if (character !== quote) {
        text += character;
      } else if (this.sql.charAt(this.at + 1) === quote) {
        text += quote;
        this.at += 1;
      } else {
        this.at += 1;
        return kind === 'name' && text.includes(COMPUTED_PART) ? { kind: 'computed' } : { kind, text };
      }
    }
    return null;
  }

  private dollarQuoted(mark: string): Token | null {
    const end = this.sql.indexOf(mark, this.at + mark.length);
    if (end < 0) return null;
    const text = this.sql.slice(this.at + mark.length, end);
    this.at = end + mark.length;
    return { kind: 'string', text };
  }
}
