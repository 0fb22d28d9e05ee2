/** Reads expressions as values; calls on the way are followed for what they do. */
import { COMPUTED_PART, type Value } from '../operation.ts';
import type { Expression } from '../python/syntax.ts';
import { qualify } from './qualified.ts';
import type { Scope } from './scope.ts';
import { item, iterated, literal, percentFormatted, stringValue, sum, textOf, truthOf } from './values.ts';

type Of<Kind> = Extract<Expression, { readonly kind: Kind }>;

export abstract class ValueReader {
  protected readonly text: string;
  protected scope: Scope;

  constructor(text: string, scope: Scope) {
    this.text = text;
    this.scope = scope;
  }

  /** What a call gives, after doing what it does; `used` says whether anybody takes what it gives. */
  protected abstract call(call: Of<'call'>, used: boolean): Value;
  /** Runs `body` under a condition. */
  protected abstract under(condition: string, body: () => void): void;

  protected source({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to);
  }

  protected unknown(expression: Expression): Value {
    return { kind: 'unknown', text: this.source(expression) };
  }

  valueOf(expression: Expression): Value {
    switch (expression.kind) {
      case 'string':
        return expression.value === null ? this.unknown(expression) : literal(expression.value);
      case 'template':
        return this.template(expression);
      case 'number':
        return this.number(expression);
      case 'constant':
        return expression.value === '...' ? this.unknown(expression) : literal(expression.value);
      case 'name':
        return this.scope.get(expression.name) ?? { kind: 'name', name: expression.name };
      case 'attribute':
        return qualify(this.valueOf(expression.object), expression.name) ?? this.unknown(expression);
      case 'subscript':
        return (
          item(this.valueOf(expression.object), this.valueOf(expression.index)) ?? this.unknown(expression)
        );
      case 'call':
        return this.call(expression, true);
      case 'tuple':
      case 'list':
      case 'set':
        return { kind: 'list', items: expression.items.flatMap((one) => this.items(one)) };
      case 'dict':
        return this.dict(expression);
      case 'conditional':
        return this.conditional(expression);
      case 'comprehension':
        return this.comprehension(expression);
      case 'named':
        return this.named(expression);
      case 'binary':
        return this.binary(expression);
      case 'unary':
        return this.unary(expression);
      default:
        return this.computed(expression);
    }
  }

  /** Only effects count. */
  private computed(
    expression: Of<'compare' | 'starred' | 'await' | 'yield' | 'slice' | 'lambda' | 'bytes'>,
  ): Value {
    if (expression.kind === 'compare') for (const operand of expression.operands) this.valueOf(operand);
    if (expression.kind === 'starred' || expression.kind === 'await') this.valueOf(expression.value);
    return this.unknown(expression);
  }

  /** One item, or those of `*items`. */
  private items(expression: Expression): readonly Value[] {
    return expression.kind === 'starred' ? this.spread(expression.value) : [this.valueOf(expression)];
  }

  protected spread(expression: Expression): readonly Value[] {
    return iterated(this.valueOf(expression)) ?? [this.unknown(expression)];
  }

  private template({ parts, prefix, ...place }: Of<'template'>): Value {
    let text = '';
    for (const part of parts) {
      if (typeof part === 'string') text += part;
      else text += part === null || part.kind === 'template' ? COMPUTED_PART : textOf(this.valueOf(part));
    }
    return prefix === 'f' ? stringValue(text) : { kind: 'unknown', text: this.source(place) };
  }

  private number(expression: Of<'number'>): Value {
    const value = Number(this.source(expression).replaceAll('_', ''));
    return Number.isNaN(value) ? this.unknown(expression) : literal(value);
  }

  private dict({ entries, ...place }: Of<'dict'>): Value {
    const read: (readonly [Value, Value])[] = [];
    for (const { key, value } of entries) {
      const given = this.valueOf(value);
      if (key) read.push([this.valueOf(key), given]);
      else if (given.kind === 'dict') read.push(...given.entries);
      else return { kind: 'unknown', text: this.source(place) };
    }
    return { kind: 'dict', entries: read };
  }

  private conditional(expression: Of<'conditional'>): Value {
    const { test, then, otherwise } = expression;
    const truth = truthOf(this.valueOf(test));
    if (truth !== null) return this.valueOf(truth ? then : otherwise);
    this.under(this.source(test), () => this.valueOf(then));
    this.under(`not (${this.source(test)})`, () => this.valueOf(otherwise));
    return this.unknown(expression);
  }

  /** `[f(x) for x in ITEMS]` of written-out items, one by one; anything finer once, under its `for`. */
  private comprehension(expression: Of<'comprehension'>): Value {
    const { element, value, clauses } = expression;
    const [clause] = clauses;
    const items =
      clause && clauses.length === 1 && clause.conditions.length === 0 && !value
        ? iterated(this.valueOf(clause.source))
        : null;
    if (items && clause) {
      return {
        kind: 'list',
        items: items.map((one) => {
          this.bind(clause.target, one);
          return this.valueOf(element);
        }),
      };
    }
    for (const { target } of clauses) this.bind(target, null);
    this.under(this.source(expression), () => this.valueOf(value ?? element));
    return this.unknown(expression);
  }

  private named({ target, value }: Of<'named'>): Value {
    const given = this.valueOf(value);
    this.bind(target, given);
    return given;
  }

  private binary(expression: Of<'binary'>): Value {
    const { operator } = expression;
    const left = this.valueOf(expression.left);
    if (operator === 'and' || operator === 'or') {
      const condition = this.source(expression.left);
      this.under(operator === 'and' ? condition : `not (${condition})`, () => this.valueOf(expression.right));
      return this.unknown(expression);
    }
    const right = this.valueOf(expression.right);
    const known =
      operator === '+' ? sum(left, right) : operator === '%' ? percentFormatted(left, right) : null;
    return known ?? this.unknown(expression);
  }

  private unary(expression: Of<'unary'>): Value {
    const operand = this.valueOf(expression.operand);
    const truth = truthOf(operand);
    if (expression.operator === 'not') return truth === null ? this.unknown(expression) : literal(!truth);
    if (expression.operator !== '-' || operand.kind !== 'literal' || typeof operand.value !== 'number')
      return this.unknown(expression);
    return literal(-operand.value);
  }

  /** Binds a target; null is a value that nobody knows. */
  protected bind(target: Expression, value: Value | null): void {
    switch (target.kind) {
      case 'name':
        return this.scope.set(target.name, value ?? this.unknown(target));
      case 'starred':
        return this.bind(target.value, null);
      case 'tuple':
      case 'list': {
        const items = value && iterated(value);
        const fits =
          items?.length === target.items.length && !target.items.some(({ kind }) => kind === 'starred');
        target.items.forEach((one, index) => this.bind(one, fits ? (items[index] ?? null) : null));
        return;
      }
      case 'subscript':
      case 'attribute':
        if (target.object.kind === 'name') this.scope.forget(target.object.name);
        return;
      default:
        return;
    }
  }
}
