/** Parentheses, brackets, braces and the comprehensions in them. */
import { Literals } from './literals.ts';
import type { ComprehensionClause, DictEntry, Expression } from './syntax.ts';

export abstract class Displays extends Literals {
  abstract disjunction(): Expression;
  abstract bitwiseOr(): Expression;
  /** Fails unless the expression may be assigned to. */
  abstract assignable(target: Expression): Expression;

  /** Whatever stands in brackets. */
  protected display(): Expression {
    if (this.is('(')) return this.parenthesized();
    if (this.is('[')) return this.listDisplay();
    return this.is('{') ? this.braces() : this.fail();
  }

  private parenthesized(): Expression {
    const from = this.expect('(').from;
    if (this.accept(')')) return { kind: 'tuple', items: [], from, to: this.end };
    if (this.is('yield')) {
      const value = this.statementExpression();
      this.expect(')');
      return value;
    }
    const first = this.starNamed();
    if (this.startsComprehension()) {
      const clauses = this.comprehension();
      this.expect(')');
      return {
        kind: 'comprehension',
        of: 'generator',
        element: first,
        value: null,
        clauses,
        from,
        to: this.end,
      };
    }
    if (this.accept(')'))
      return first.kind === 'starred' ? this.fail('cannot use starred expression here', from) : first;
    const items = this.restOfList(first, ')');
    return { kind: 'tuple', items, from, to: this.end };
  }

  private listDisplay(): Expression {
    const from = this.expect('[').from;
    if (this.accept(']')) return { kind: 'list', items: [], from, to: this.end };
    const first = this.starNamed();
    if (this.startsComprehension()) {
      const clauses = this.comprehension();
      this.expect(']');
      return { kind: 'comprehension', of: 'list', element: first, value: null, clauses, from, to: this.end };
    }
    const items = this.restOfList(first, ']');
    return { kind: 'list', items, from, to: this.end };
  }

  /** The items after the first, the closing bracket included. */
  private restOfList(first: Expression, closer: string): readonly Expression[] {
    const items = [first];
    while (this.accept(',') && !this.is(closer)) items.push(this.starNamed());
    this.expect(closer);
    return items;
  }

  private braces(): Expression {
    const from = this.expect('{').from;
    if (this.accept('}')) return { kind: 'dict', entries: [], from, to: this.end };
    if (this.is('**')) return this.dict(from, this.entry());
    const first = this.starNamed();
    if (this.is(':') && first.kind !== 'starred') {
      this.advance();
      return this.dict(from, { key: first, value: this.expression() });
    }
    if (this.startsComprehension()) {
      const clauses = this.comprehension();
      this.expect('}');
      return { kind: 'comprehension', of: 'set', element: first, value: null, clauses, from, to: this.end };
    }
    const items = this.restOfList(first, '}');
    return { kind: 'set', items, from, to: this.end };
  }

  private dict(from: number, first: DictEntry): Expression {
    if (this.startsComprehension()) {
      const clauses = this.comprehension();
      this.expect('}');
      const element = first.key ?? first.value;
      return { kind: 'comprehension', of: 'dict', element, value: first.value, clauses, from, to: this.end };
    }
    const entries = [first];
    while (this.accept(',') && !this.is('}')) entries.push(this.entry());
    this.expect('}');
    return { kind: 'dict', entries, from, to: this.end };
  }

  private entry(): DictEntry {
    if (this.accept('**')) return { key: null, value: this.bitwiseOr() };
    const key = this.expression();
    this.expect(':');
    return { key, value: this.expression() };
  }

  protected startsComprehension(): boolean {
    return this.is('for') || (this.is('async') && this.peek(1).text === 'for');
  }

  protected comprehension(): readonly ComprehensionClause[] {
    const clauses: ComprehensionClause[] = [];
    while (this.startsComprehension()) {
      this.accept('async');
      this.expect('for');
      const target = this.targets();
      this.expect('in');
      const source = this.disjunction();
      const conditions: Expression[] = [];
      while (this.accept('if')) conditions.push(this.disjunction());
      clauses.push({ target, source, conditions });
    }
    return clauses;
  }

  /** `star_targets` before an `in`. */
  targets(): Expression {
    const from = this.token.from;
    const items = [this.starOr(() => this.bitwiseOr())];
    let tuple = false;
    while (this.accept(',')) {
      tuple = true;
      if (this.is('in')) break;
      items.push(this.starOr(() => this.bitwiseOr()));
    }
    const [only] = items;
    if (!tuple && only) return this.assignable(only);
    return this.assignable({ kind: 'tuple', items, from, to: this.end });
  }

  /** `*value`, or the given rule. */
  starOr(rule: () => Expression): Expression {
    const from = this.token.from;
    if (!this.accept('*')) return rule();
    const value = this.bitwiseOr();
    return { kind: 'starred', value, from, to: this.end };
  }

  starNamed(): Expression {
    return this.starOr(() => this.named());
  }

  /** `named_expression`: an expression or `name := expression`. */
  named(): Expression {
    const { from, to, kind, text } = this.token;
    if (kind !== 'name' || this.peek(1).text !== ':=') return this.expression();
    this.advance();
    this.advance();
    const value = this.expression();
    return { kind: 'named', target: { kind: 'name', name: text, from, to }, value, from, to: this.end };
  }
}
