/** A place in the token list: what a recursive-descent parser holds in its hand. */
import { NestingLimit, PythonSyntaxError } from './syntax-error.ts';
import type { Token } from './token.ts';

/** Far above any migration, far below what would exhaust the stack. */
const MAX_DEPTH = 400;

const LAYOUT: ReadonlySet<string> = new Set(['newline', 'dedent']);

export class Cursor {
  readonly text: string;
  /** Where in the grammar we are, for what is legal only in some places. */
  scope: Scope = { kind: 'module', loop: false };
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
  }

  get token(): Token {
    return this.peek(0);
  }

  peek(ahead: number): Token {
    const token = this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)];
    if (token === undefined) throw new Error('a token list always ends with `end` or `error`');
    return token;
  }

  /** End of what was last read, line ends and dedents aside. */
  get end(): number {
    let last = this.index - 1;
    while (LAYOUT.has(this.tokens[last]?.kind ?? '')) last--;
    return this.tokens[last]?.to ?? 0;
  }

  advance(): Token {
    const token = this.token;
    this.index++;
    return token;
  }

  /** Whether the next token is this word or operator. */
  is(text: string): boolean {
    return this.token.text === text && this.token.kind !== 'error';
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.index++;
    return true;
  }

  expect(text: string): Token {
    return this.is(text) ? this.advance() : this.fail(`expected '${text}'`);
  }

  acceptKind(kind: Token['kind']): boolean {
    if (this.token.kind !== kind) return false;
    this.index++;
    return true;
  }

  name(): string {
    return this.token.kind === 'name' ? this.advance().text : this.fail('expected a name');
  }

  /** Reports the tokenizer's mistake if that is where we are, else the given one. */
  fail(message = 'invalid syntax', at = this.token.from): never {
    if (this.token.kind === 'error') throw new PythonSyntaxError(this.token.text, this.token.from);
    throw new PythonSyntaxError(message, at);
  }

  /** Runs a rule that may contain itself. */
  nested<T>(rule: () => T): T {
    if (++this.depth > MAX_DEPTH) throw new NestingLimit(this.token.from);
    const result = rule();
    this.depth--;
    return result;
  }

  /** The rule's result, or null with nothing consumed where the text does not follow the rule. */
  attempt<T>(rule: () => T): T | null {
    const { index, depth, scope } = this;
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      this.index = index;
      this.depth = depth;
      this.scope = scope;
      return null;
    }
  }

  /** Runs a rule in another scope. */
  within<T>(scope: Scope, rule: () => T): T {
    const outer = this.scope;
    this.scope = scope;
    const result = rule();
    this.scope = outer;
    return result;
  }
}

export interface Scope {
  readonly kind: 'module' | 'class' | 'function';
  /** Whether `break` and `continue` have a loop to leave. */
  readonly loop: boolean;
}
