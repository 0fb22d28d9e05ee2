/** Atoms, and the attributes, calls and subscripts that hang on them. */
import { Displays } from './displays.ts';
import { NestingLimit } from './syntax-error.ts';
import type { Argument, Expression } from './syntax.ts';

/** Longer chains of `.a(b)[c]` than anybody writes. */
const MAX_LINKS = 1000;

export abstract class Atoms extends Displays {
  /** `await_primary`. */
  primary(): Expression {
    const from = this.token.from;
    if (!this.accept('await')) return this.chain();
    this.needsScopeCheck = true;
    const value = this.chain();
    return { kind: 'await', value, from, to: this.end };
  }

  private chain(): Expression {
    const from = this.token.from;
    let value = this.atom();
    for (let links = 0; ; links++) {
      if (links > MAX_LINKS) throw new NestingLimit(this.end);
      if (this.accept('.')) {
        const name = this.name();
        value = { kind: 'attribute', object: value, name, from, to: this.end };
      } else if (this.is('(')) {
        const args = this.args();
        value = { kind: 'call', callee: value, args, from, to: this.end };
      } else if (this.accept('[')) {
        const index = this.subscript();
        this.expect(']');
        value = { kind: 'subscript', object: value, index, from, to: this.end };
      } else {
        return value;
      }
    }
  }

  private atom(): Expression {
    const token = this.token;
    const { from, to } = token;
    switch (token.kind) {
      case 'name':
        this.advance();
        return { kind: 'name', name: token.text, from, to };
      case 'number':
        this.advance();
        return { kind: 'number', from, to };
      case 'string':
      case 'template-start':
        return this.strings();
      default:
        break;
    }
    const constant = CONSTANTS.get(token.text);
    if (constant !== undefined) {
      this.advance();
      return { kind: 'constant', value: constant, from, to };
    }
    this.descend();
    const display = this.display();
    this.ascend();
    return display;
  }

  /** A parenthesized argument list. */
  args(): readonly Argument[] {
    this.descend();
    const opened = this.expect('(').from;
    const args: Argument[] = [];
    while (!this.is(')')) {
      args.push(this.argument());
      if (!this.accept(',')) break;
    }
    this.expect(')');
    if (args.length > 1) this.checkArguments(args, opened);
    this.ascend();
    return args;
  }

  private argument(): Argument {
    const from = this.token.from;
    if (this.accept('*')) return { name: '*', value: this.generatorOf(this.expression(), from) };
    if (this.accept('**')) return { name: '**', value: this.expression() };
    if (this.token.kind === 'name' && this.peek(1).text === '=') {
      const name = this.name();
      this.advance();
      return { name, value: this.expression() };
    }
    return { name: null, value: this.generatorOf(this.named(), from) };
  }

  /** The element itself, unless a `for` makes a generator of it. */
  private generatorOf(element: Expression, from: number): Expression {
    if (!this.startsComprehension()) return element;
    const clauses = this.comprehension();
    return { kind: 'comprehension', of: 'generator', element, value: null, clauses, from, to: this.end };
  }

  private checkArguments(args: readonly Argument[], opened: number): void {
    const names = new Set<string>();
    for (const { name, value } of args) {
      const unpacked = names.has('**');
      if (name === null) {
        if (names.size > 0) this.fail('positional argument follows keyword argument', value.from);
        if (
          value.kind === 'comprehension' &&
          value.of === 'generator' &&
          args.length > 1 &&
          !this.isWrapped(value)
        ) {
          this.fail('generator expression must be parenthesized', value.from);
        }
      } else if (name === '*') {
        if (unpacked) this.fail('iterable argument unpacking follows keyword argument unpacking', opened);
      } else {
        if (name !== '**' && names.has(name)) this.fail(`keyword argument repeated: ${name}`, value.from);
        names.add(name);
      }
    }
  }

  private isWrapped(generator: Expression): boolean {
    return this.text.charAt(generator.from) === '(' && this.text.charAt(generator.to - 1) === ')';
  }

  private subscript(): Expression {
    const from = this.token.from;
    const first = this.subscriptItem();
    if (!this.is(',')) return first;
    const items = [first];
    while (this.accept(',') && !this.is(']')) items.push(this.subscriptItem());
    return { kind: 'tuple', items, from, to: this.end };
  }

  private subscriptItem(): Expression {
    const from = this.token.from;
    const bound = (): Expression | null =>
      this.is(':') || this.is(',') || this.is(']') ? null : this.starNamed();
    const bounds = [bound()];
    while (bounds.length < 3 && this.accept(':')) bounds.push(bound());
    const [only] = bounds;
    if (bounds.length === 1) return only ?? this.fail();
    return { kind: 'slice', bounds, from, to: this.end };
  }
}

const CONSTANTS: ReadonlyMap<string, true | false | null | '...'> = new Map<
  string,
  true | false | null | '...'
>([
  ['True', true],
  ['False', false],
  ['None', null],
  ['...', '...'],
]);
