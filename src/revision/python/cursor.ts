/** A place in the token list: what a recursive-descent parser holds in its hand. */
import { NestingLimit, PythonSyntaxError } from './syntax-error.ts';
import type { Token } from './token.ts';

/** Far above any migration, far below what would exhaust the stack. */
const MAX_DEPTH = 400;

export class Cursor {
  readonly text: string;
  /** Where in the grammar we are, for what is legal only in some places. */
  scope: Scope = { kind: 'module', loop: false, async: false };
  /** The next token. */
  token: Token;
  /** End of what was last read, line ends and dedents aside. */
  end = 0;
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;

  /** `tokens` ends with `end` or `error`. */
  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
    const [first] = tokens;
    if (!first) throw new Error('a token list ends with `end` or `error`');
    this.token = first;
  }

  peek(ahead: number): Token {
    return this.tokens[this.index + ahead] ?? this.token;
  }

  advance(): Token {
    const { token } = this;
    if (token.kind !== 'newline' && token.kind !== 'dedent') this.end = token.to;
    this.index++;
    this.token = this.peek(0);
    return token;
  }

  /** Whether the next token is this word or operator. */
  is(text: string): boolean {
    return this.token.text === text && this.token.kind !== 'error';
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.advance();
    return true;
  }

  expect(text: string): Token {
    return this.is(text) ? this.advance() : this.fail(`expected '${text}'`);
  }

  acceptKind(kind: Token['kind']): boolean {
    if (this.token.kind !== kind) return false;
    this.advance();
    return true;
  }

  name(): string {
    return this.token.kind === 'name' ? this.advance().text : this.fail('expected a name');
  }

  /** Reports a bracket that is never closed or, if that is where we are, another mistake of the tokenizer's. */
  fail(message = 'invalid syntax', at = this.token.from): never {
    const last = this.tokens.at(-1) ?? this.token;
    const mistake = last.kind === 'error' && (last === this.token || last.text.endsWith('never closed'));
    throw mistake ? new PythonSyntaxError(last.text, last.from) : new PythonSyntaxError(message, at);
  }

  /** Every rule that may contain itself descends first and ascends last. */
  descend(): void {
    if (++this.depth > MAX_DEPTH) throw new NestingLimit(this.token.from);
  }

  ascend(): void {
    this.depth--;
  }

  /** The rule's result, or null with nothing consumed where the text does not follow the rule. */
  attempt<T>(rule: () => T): T | null {
    const { index, depth, scope, token, end } = this;
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      this.index = index;
      this.token = token;
      this.end = end;
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
  readonly async: boolean;
}
