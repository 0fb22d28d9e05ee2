/** The lists that head `with` and `match`. */
import { SimpleStatements } from './simple-statements.ts';
import type { Expression, WithItem } from './syntax.ts';

export class Headers extends SimpleStatements {
  /** The items of a `with`, in parentheses of their own or bare. */
  protected withItems(): readonly WithItem[] {
    return this.attempt(() => this.wrappedItems()) ?? this.bareItems();
  }

  private wrappedItems(): readonly WithItem[] {
    this.expect('(');
    const items: WithItem[] = [];
    do items.push(this.withItem());
    while (this.accept(',') && !this.is(')'));
    this.expect(')');
    if (!this.is(':')) this.fail();
    return items;
  }

  private bareItems(): readonly WithItem[] {
    const items: WithItem[] = [];
    do items.push(this.withItem());
    while (this.accept(','));
    return items;
  }

  private withItem(): WithItem {
    const context = this.expression();
    return {
      context,
      target: this.accept('as') ? this.assignable(this.starOr(() => this.bitwiseOr())) : null,
    };
  }

  /** What a `match` looks at. */
  protected matchSubject(): Expression {
    const from = this.token.from;
    const first = this.starNamed();
    if (!this.is(',')) return first;
    const items = [first];
    while (this.accept(',') && !this.is(':')) items.push(this.starNamed());
    return { kind: 'tuple', items, from, to: this.end };
  }
}
