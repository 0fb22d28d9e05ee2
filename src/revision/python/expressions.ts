/** Operators, conditionals and lambdas: Python's expressions from the loosest binding down. */
import { Atoms } from './atoms.ts';
import { NestingLimit } from './syntax-error.ts';
import type { Expression, Parameter } from './syntax.ts';

/** Binding powers of the left-associative binary operators above comparison. */
const POWERS: ReadonlyMap<string, number> = new Map([
  ['|', 1],
  ['^', 2],
  ['&', 3],
  ['<<', 4],
  ['>>', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['//', 6],
  ['%', 6],
  ['@', 6],
]);
const COMPARISONS = new Set(['<', '>', '==', '>=', '<=', '!=', 'in', 'is']);
const MAX_OPERANDS = 1000;

export class Expressions extends Atoms {
  expression(): Expression {
    this.descend();
    const value = this.is('lambda') ? this.lambda() : this.ternary();
    this.ascend();
    return value;
  }

  private ternary(): Expression {
    const from = this.token.from;
    const then = this.disjunction();
    if (!this.accept('if')) return then;
    const test = this.disjunction();
    this.expect('else');
    const otherwise = this.expression();
    return { kind: 'conditional', test, then, otherwise, from, to: this.end };
  }

  /** `star_expressions` or a `yield`: the value of a statement. */
  statementExpression(): Expression {
    const from = this.token.from;
    if (this.is('yield')) return this.yield();
    const first = this.starOr(() => this.expression());
    if (!this.is(',')) return first;
    const items = [first];
    while (this.accept(',') && this.startsExpression()) items.push(this.starOr(() => this.expression()));
    return { kind: 'tuple', items, from, to: this.end };
  }

  private yield(): Expression {
    const from = this.expect('yield').from;
    this.needsScopeCheck ||= this.scope.kind !== 'function';
    const value = this.accept('from')
      ? this.expression()
      : this.startsExpression()
        ? this.statementExpression()
        : null;
    return { kind: 'yield', value, from, to: this.end };
  }

  /** Whether another item follows a comma. */
  private startsExpression(): boolean {
    const { kind, text } = this.token;
    if (kind === 'operator') return ['(', '[', '{', '-', '+', '~', '*', '...'].includes(text);
    if (kind === 'keyword') return ['None', 'True', 'False', 'not', 'lambda', 'await'].includes(text);
    return (
      kind === 'name' ||
      kind === 'number' ||
      kind === 'string' ||
      kind === 'template-start' ||
      kind === 'error'
    );
  }

  disjunction(): Expression {
    const from = this.token.from;
    let left = this.conjunction();
    for (let count = 0; this.accept('or'); count++) {
      if (count > MAX_OPERANDS) throw new NestingLimit(from);
      const right = this.conjunction();
      left = { kind: 'binary', operator: 'or', left, right, from, to: this.end };
    }
    return left;
  }

  private conjunction(): Expression {
    const from = this.token.from;
    let left = this.inversion();
    for (let count = 0; this.accept('and'); count++) {
      if (count > MAX_OPERANDS) throw new NestingLimit(from);
      const right = this.inversion();
      left = { kind: 'binary', operator: 'and', left, right, from, to: this.end };
    }
    return left;
  }

  private inversion(): Expression {
    const from = this.token.from;
    if (!this.accept('not')) return this.comparison();
    this.descend();
    const operand = this.inversion();
    this.ascend();
    return { kind: 'unary', operator: 'not', operand, from, to: this.end };
  }

  private comparison(): Expression {
    const from = this.token.from;
    const first = this.bitwiseOr();
    let operator = this.comparator();
    if (operator === null) return first;
    const operators: string[] = [];
    const operands = [first];
    for (; operator !== null; operator = this.comparator()) {
      operators.push(operator);
      operands.push(this.bitwiseOr());
    }
    return { kind: 'compare', operators, operands, from, to: this.end };
  }

  private comparator(): string | null {
    const { text, kind } = this.token;
    if (kind !== 'operator' && kind !== 'keyword') return null;
    if (text === 'not' && this.peek(1).text === 'in') {
      this.advance();
      this.advance();
      return 'not in';
    }
    if (!COMPARISONS.has(text)) return null;
    this.advance();
    return text === 'is' && this.accept('not') ? 'is not' : text;
  }

  bitwiseOr(): Expression {
    return this.arithmetic(1);
  }

  private arithmetic(power: number): Expression {
    const from = this.token.from;
    let left = this.factor();
    for (let count = 0; ; count++) {
      const { text: operator, kind } = this.token;
      const binding = kind === 'operator' ? (POWERS.get(operator) ?? 0) : 0;
      if (binding < power) return left;
      if (count > MAX_OPERANDS) throw new NestingLimit(from);
      this.advance();
      const right = this.arithmetic(binding + 1);
      left = { kind: 'binary', operator, left, right, from, to: this.end };
    }
  }

  private factor(): Expression {
    const { from, text } = this.token;
    if (text === '-' || text === '+' || text === '~') {
      this.advance();
      this.descend();
      const operand = this.factor();
      this.ascend();
      return { kind: 'unary', operator: text, operand, from, to: this.end };
    }
    const left = this.primary();
    if (!this.accept('**')) return left;
    this.descend();
    const right = this.factor();
    this.ascend();
    return { kind: 'binary', operator: '**', left, right, from, to: this.end };
  }

  private lambda(): Expression {
    const from = this.expect('lambda').from;
    const parameters = this.parameters(':', false);
    this.expect(':');
    const body = this.within({ kind: 'function', loop: false, async: false }, () => this.expression());
    return { kind: 'lambda', parameters, body, from, to: this.end };
  }

  /** The parameters of a function or lambda, up to but without the closer. */
  parameters(closer: string, annotated: boolean): readonly Parameter[] {
    const parameters: Parameter[] = [];
    let afterStar = false;
    let afterSlash = false;
    let defaults = false;
    while (!this.is(closer)) {
      const from = this.token.from;
      if (parameters.at(-1)?.star === '**') this.fail('arguments cannot follow var-keyword argument');
      if (this.accept('/')) {
        if (afterStar || afterSlash || parameters.length === 0) this.fail('/ must be ahead of *', from);
        afterSlash = true;
      } else if (this.is('*') && (this.peek(1).text === ',' || this.peek(1).text === closer)) {
        this.advance();
        const next = this.is(',') ? this.peek(1).text : closer;
        if (afterStar || next === closer || next === '**')
          this.fail('named arguments must follow bare *', from);
        afterStar = true;
      } else {
        const parameter = this.parameter(annotated, afterStar);
        if (parameter.star === '*') {
          if (afterStar) this.fail('* argument may appear only once', from);
          afterStar = true;
        } else if (parameter.star === '' && !afterStar) {
          if (defaults && !parameter.default)
            this.fail('parameter without a default follows parameter with a default', from);
          defaults = parameter.default !== null;
        }
        if (parameters.some(({ name }) => name === parameter.name)) {
          this.fail(`duplicate argument '${parameter.name}' in function definition`, from);
        }
        parameters.push(parameter);
      }
      if (!this.accept(',')) break;
    }
    return parameters;
  }

  private parameter(annotated: boolean, keywordOnly: boolean): Parameter {
    const star = this.accept('**') ? '**' : this.accept('*') ? '*' : '';
    const name = this.name();
    const annotation = annotated && this.accept(':') ? this.starOr(() => this.expression()) : null;
    const value = star === '' && this.accept('=') ? this.expression() : null;
    return { name, star, keywordOnly, annotation, default: value };
  }

  assignable(target: Expression): Expression {
    switch (target.kind) {
      case 'name':
        return target.name === '__debug__' ? this.fail('cannot assign to __debug__', target.from) : target;
      case 'attribute':
      case 'subscript':
        return target;
      case 'starred':
        return this.fail('starred assignment target must be in a list or tuple', target.from);
      case 'tuple':
      case 'list': {
        const stars = target.items.filter(({ kind }) => kind === 'starred');
        if (stars.length > 1) this.fail('multiple starred expressions in assignment', target.from);
        for (const item of target.items) this.assignable(item.kind === 'starred' ? item.value : item);
        return target;
      }
      default:
        return this.fail('cannot assign to this expression', target.from);
    }
  }
}
