/** The layout of Python's lines: indentation, blank lines, comments, continuations (CPython, Parser/tokenizer.c). */
import { NestingLimit, PythonSyntaxError } from './syntax-error.ts';
import type { Token, TokenKind } from './token.ts';

/** CPython's MAXINDENT. */
const MAX_INDENTS = 100;
const TAB = 8;

/** An indentation's column with tabs to eight and with tabs as one: Python demands that both agree. */
interface Columns {
  readonly wide: number;
  readonly narrow: number;
}

const NO_INDENTATION: Columns = { wide: 0, narrow: 0 };

/** A position in a text and the tokens before it; knows lines, not what stands on them. */
export class Layout {
  readonly comments: { readonly from: number; readonly to: number }[] = [];
  protected readonly text: string;
  protected readonly tokens: Token[] = [];
  protected at = 0;
  private readonly columns: Columns[] = [NO_INDENTATION];

  constructor(text: string) {
    this.text = text;
  }

  protected push(kind: TokenKind, text: string, from: number): void {
    this.tokens.push({ kind, text, from, to: this.at });
  }

  /** Ends the last line and every block. */
  protected finishLayout(): void {
    const last = this.tokens.at(-1)?.kind ?? 'newline';
    if (last !== 'newline' && last !== 'dedent') this.push('newline', '', this.at);
    for (let depth = this.columns.length; depth > 1; depth--) this.push('dedent', '', this.at);
    this.push('end', '', this.at);
  }

  /** Measures the indentation of the next line that has something on it. */
  protected startLine(): void {
    for (;;) {
      const { wide, narrow } = this.measure();
      const c = this.text.charCodeAt(this.at);
      if (c === 35) this.skipComment();
      if (this.at >= this.text.length) return;
      if (!this.skipNewline()) return this.indent(wide, narrow);
    }
  }

  private measure(): Columns {
    let wide = 0;
    let narrow = 0;
    let before: Columns | null = null;
    for (; ; this.at++) {
      const c = this.text.charCodeAt(this.at);
      if (c === 32) {
        wide++;
        narrow++;
      } else if (c === 9) {
        wide = (Math.floor(wide / TAB) + 1) * TAB;
        narrow++;
      } else if (c === 12) {
        wide = 0;
        narrow = 0;
      } else if (c === 92) {
        // An indentation cannot be split by a backslash: the part on the first line counts.
        if (before === null && wide > 0) before = { wide, narrow };
        this.continueLine();
        this.at--;
        wide = 0;
        narrow = 0;
      } else {
        return before ?? { wide, narrow };
      }
    }
  }

  private indent(wide: number, narrow: number): void {
    const top = this.top();
    const inconsistent = (): never => {
      throw new PythonSyntaxError('inconsistent use of tabs and spaces in indentation', this.at);
    };
    if (wide === top.wide) {
      if (narrow !== top.narrow) inconsistent();
    } else if (wide > top.wide) {
      if (narrow <= top.narrow) inconsistent();
      if (this.columns.length >= MAX_INDENTS) throw new NestingLimit(this.at);
      this.columns.push({ wide, narrow });
      this.push('indent', '', this.at);
    } else {
      while (this.top().wide > wide) {
        this.columns.pop();
        this.push('dedent', '', this.at);
      }
      if (this.top().wide !== wide) {
        throw new PythonSyntaxError('unindent does not match any outer indentation level', this.at);
      }
      if (this.top().narrow !== narrow) inconsistent();
    }
  }

  private top(): Columns {
    return this.columns.at(-1) ?? NO_INDENTATION;
  }

  protected skipNewline(): boolean {
    const c = this.text.charCodeAt(this.at);
    if (c !== 10 && c !== 13) return false;
    this.at += c === 13 && this.text.charCodeAt(this.at + 1) === 10 ? 2 : 1;
    return true;
  }

  protected skipComment(): void {
    const from = this.at;
    while (this.at < this.text.length && !isNewline(this.text.charCodeAt(this.at))) this.at++;
    this.comments.push({ from, to: this.at });
  }

  protected continueLine(): void {
    const from = this.at++;
    if (!this.skipNewline()) {
      throw new PythonSyntaxError('unexpected character after line continuation character', from);
    }
    if (this.at >= this.text.length) {
      throw new PythonSyntaxError('unexpected end of file after a line continuation', from);
    }
  }
}

export function isNewline(c: number): boolean {
  return c === 10 || c === 13;
}
