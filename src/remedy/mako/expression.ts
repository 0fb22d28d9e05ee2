/** Parses the Python expressions that revision templates are written with; everything else is refused by name. */
import { Refused } from '../refused.ts';
import { tokenize, type Token } from './token.ts';

export type BinaryOperator = '+' | '%' | '==' | '!=' | 'in' | 'not in' | 'is' | 'is not' | 'and' | 'or';

export type Expression =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sequence'; readonly of: 'tuple' | 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'index'; readonly of: Expression; readonly index: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression };

/** Throws Refused, naming what is not supported. */
export function parseExpression(code: string): Expression {
  const parser = new Parser(code);
  const expression = parser.list('');
  parser.expect('');
  return expression;
}

/** Python's grammar, reduced: each method reads one level of precedence. */
class Parser {
  readonly #code: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(code: string) {
    this.#code = code.trim();
    this.#tokens = tokenize(this.#code);
  }

  /** Expressions with commas between them up to `close`: one alone is itself, several are a tuple. */
  list(close: string): Expression {
    const items = this.#items(close);
    const [only] = items.list;
    return only !== undefined && !items.comma ? only : { kind: 'sequence', of: 'tuple', items: items.list };
  }

  expect(text: string): void {
    if (!this.#accept(text)) this.#refuse();
  }

  #items(close: string): { list: readonly Expression[]; comma: boolean } {
    const list: Expression[] = [];
    let comma = false;
    while (!this.#sees(close)) {
      list.push(this.#choice());
      if (!this.#accept(',')) break;
      comma = true;
    }
    return { list, comma: comma || list.length === 0 };
  }

  #choice(): Expression {
    const yes = this.#either();
    if (!this.#accept('if')) return yes;
    const test = this.#either();
    this.expect('else');
    return { kind: 'choice', test, yes, no: this.#choice() };
  }

  #either(): Expression {
    let left = this.#both();
    while (this.#accept('or')) left = { kind: 'binary', operator: 'or', left, right: this.#both() };
    return left;
  }

  #both(): Expression {
    let left = this.#negation();
    while (this.#accept('and')) left = { kind: 'binary', operator: 'and', left, right: this.#negation() };
    return left;
  }

  #negation(): Expression {
    return this.#accept('not') ? { kind: 'not', operand: this.#negation() } : this.#comparison();
  }

  #comparison(): Expression {
    const left = this.#sum();
    const operator = this.#comparator();
    return operator === null ? left : { kind: 'binary', operator, left, right: this.#sum() };
  }

  #comparator(): BinaryOperator | null {
    for (const operator of ['==', '!=', 'in'] as const) if (this.#accept(operator)) return operator;
    if (this.#accept('is')) return this.#accept('not') ? 'is not' : 'is';
    if (!this.#accept('not')) return null;
    this.expect('in');
    return 'not in';
  }

  #sum(): Expression {
    let left = this.#term();
    while (this.#accept('+')) left = { kind: 'binary', operator: '+', left, right: this.#term() };
    return left;
  }

  #term(): Expression {
    let left = this.#trailers();
    while (this.#accept('%')) left = { kind: 'binary', operator: '%', left, right: this.#trailers() };
    return left;
  }

  #trailers(): Expression {
    let of = this.#atom();
    for (;;) {
      if (this.#accept('.')) of = { kind: 'attribute', of, name: this.#name() };
      else if (this.#accept('(')) of = { kind: 'call', callee: of, args: this.#closed(')') };
      else if (this.#accept('[')) {
        of = { kind: 'index', of, index: this.list(']') };
        this.expect(']');
      } else return of;
    }
  }

  #closed(close: string): readonly Expression[] {
    const { list } = this.#items(close);
    this.expect(close);
    return list;
  }

  #atom(): Expression {
    const token = this.#next();
    if (token.kind === 'string') {
      let value = token.value;
      for (let next = this.#tokens[this.#at]; next?.kind === 'string'; next = this.#tokens[++this.#at])
        value += next.value;
      return { kind: 'constant', value };
    }
    if (token.kind === 'number') return { kind: 'constant', value: Number(token.text) };
    if (token.kind === 'name') return CONSTANTS.get(token.text) ?? { kind: 'name', name: token.text };
    if (token.text === '[') return { kind: 'sequence', of: 'list', items: this.#closed(']') };
    if (token.text !== '(') return this.#refuse();
    const inner = this.list(')');
    this.expect(')');
    return inner;
  }

  #name(): string {
    const token = this.#next();
    return token.kind === 'name' ? token.text : this.#refuse();
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) return this.#refuse();
    this.#at += 1;
    return token;
  }

  #sees(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token === undefined ? text === '' : token.kind !== 'string' && token.text === text;
  }

  #accept(text: string): boolean {
    const seen = this.#sees(text);
    if (seen) this.#at += 1;
    return seen;
  }

  #refuse(): never {
    throw new Refused(`the expression \`${this.#code}\` is not supported`);
  }
}

const CONSTANTS: ReadonlyMap<string, Expression> = new Map([
  ['None', { kind: 'constant', value: null }],
  ['True', { kind: 'constant', value: true }],
  ['False', { kind: 'constant', value: false }],
]);
