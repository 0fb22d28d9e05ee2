/** The patterns of `match` statements: checked, and reduced to the names that they bind. */
import { Expressions } from './expressions.ts';

export class Patterns extends Expressions {
  /** `patterns`; the names it binds, in order. */
  patterns(): readonly string[] {
    const names: string[] = [];
    do {
      if (this.is(':') || this.is('if')) break;
      this.maybeStar(names);
    } while (this.accept(','));
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated !== undefined) this.fail(`multiple assignments to name '${repeated}' in pattern`);
    return names;
  }

  private maybeStar(names: string[]): void {
    if (this.accept('*')) this.capture(names);
    else this.pattern(names);
  }

  private capture(names: string[]): void {
    const name = this.name();
    if (name !== '_') names.push(name);
  }

  private pattern(names: string[]): void {
    this.descend();
    let first: readonly string[] | null = null;
    do {
      const bound: string[] = [];
      this.closed(bound);
      first ??= bound;
    } while (this.accept('|'));
    names.push(...first);
    if (this.accept('as')) this.capture(names);
    this.ascend();
  }

  private closed(names: string[]): void {
    const { kind, text } = this.token;
    if (kind === 'name') this.nameOrClass(names);
    else if (kind === 'string' || kind === 'template-start') this.literal();
    else if (kind === 'number' || text === '-') this.complexNumber();
    else if (text === 'None' || text === 'True' || text === 'False') this.advance();
    else if (text === '(' || text === '[') this.sequence(names, text === '(' ? ')' : ']');
    else if (text === '{') this.mapping(names);
    else this.fail();
  }

  private literal(): void {
    const { kind, from } = this.strings();
    if (kind === 'template') this.fail('patterns may only match literals and attribute lookups', from);
  }

  private complexNumber(): void {
    this.accept('-');
    if (!this.acceptKind('number')) this.fail();
    if ((this.accept('+') || this.accept('-')) && !this.acceptKind('number')) this.fail();
  }

  /** `name` (a capture), `a.b` (a value) or `Class(…)`. */
  private nameOrClass(names: string[]): void {
    const name = this.name();
    let dotted = false;
    while (this.accept('.')) {
      dotted = true;
      this.name();
    }
    if (this.is('(')) this.classArguments(names);
    else if (!dotted && name !== '_') names.push(name);
  }

  private classArguments(names: string[]): void {
    this.expect('(');
    while (!this.is(')')) {
      if (this.token.kind === 'name' && this.peek(1).text === '=') {
        this.advance();
        this.advance();
      }
      this.pattern(names);
      if (!this.accept(',')) break;
    }
    this.expect(')');
  }

  private sequence(names: string[], closer: string): void {
    this.advance();
    while (!this.is(closer)) {
      this.maybeStar(names);
      if (!this.accept(',')) break;
    }
    this.expect(closer);
  }

  private mapping(names: string[]): void {
    this.expect('{');
    while (!this.is('}')) {
      if (this.accept('**')) {
        this.capture(names);
      } else {
        this.closed([]);
        this.expect(':');
        this.pattern(names);
      }
      if (!this.accept(',')) break;
    }
    this.expect('}');
  }
}
