/**
 * Python source -> syntax tree, for every Python 3 grammar there is (3.8 to 3.15): a text that is refused here is one
 * that no Python 3 would load. Our own parser, because those made for editors recover from mistakes and so cannot say
 * that a file is broken.
 */
import { Headers } from './headers.ts';
import { checkScopes } from './scopes.ts';
import type { Branch, Expression, Handler, MatchCase, Statement } from './syntax.ts';
import { tokenize } from './tokens.ts';

/** The statements of a module; throws PythonSyntaxError and NestingLimit. */
export function parseModule(text: string): readonly Statement[] {
  const parser = new Parser(text, tokenize(text));
  const statements = parser.module();
  if (parser.needsScopeCheck) checkScopes(statements);
  return statements;
}

class Parser extends Headers {
  module(): readonly Statement[] {
    const statements: Statement[] = [];
    while (!this.acceptKind('end')) this.statement(statements);
    return statements;
  }

  private statement(into: Statement[]): void {
    const compound = this.compound();
    if (compound) into.push(compound);
    else if (this.token.kind === 'indent') this.fail('unexpected indent');
    else this.simpleStatements(into);
  }

  private compound(): Statement | null {
    const { text, kind } = this.token;
    if (kind === 'name') return text === 'match' ? this.match() : null;
    switch (text) {
      case 'if':
        return this.if();
      case 'while':
        return this.while();
      case 'for':
        return this.for();
      case 'try':
        return this.try();
      case 'with':
        return this.with();
      case 'def':
        return this.function([], false);
      case 'class':
        return this.class([]);
      case '@':
        return this.decorated();
      case 'async':
        return this.async();
      default:
        return null;
    }
  }

  private async(): Statement {
    const from = this.expect('async').from;
    if (!this.is('def') && !this.scope.async)
      this.fail(`'async ${this.token.text}' outside async function`, from);
    const statement = this.is('def') ? this.function([], true) : this.is('with') ? this.with() : this.for();
    return { ...statement, from };
  }

  /** `: statements` on the same line or indented below. */
  private block(): readonly Statement[] {
    this.expect(':');
    this.futures = false;
    const statements: Statement[] = [];
    if (!this.acceptKind('newline')) {
      this.simpleStatements(statements);
      return statements;
    }
    if (!this.acceptKind('indent')) this.fail('expected an indented block');
    this.descend();
    while (!this.acceptKind('dedent')) this.statement(statements);
    this.ascend();
    return statements;
  }

  private loopBody(): readonly Statement[] {
    return this.within({ ...this.scope, loop: true }, () => this.block());
  }

  private otherwise(): readonly Statement[] {
    return this.accept('else') ? this.block() : [];
  }

  private if(): Statement {
    const from = this.expect('if').from;
    const branches: Branch[] = [];
    do branches.push({ test: this.named(), body: this.block() });
    while (this.accept('elif'));
    const otherwise = this.otherwise();
    return { kind: 'if', branches, otherwise, from, to: this.end };
  }

  private while(): Statement {
    const from = this.expect('while').from;
    const test = this.named();
    const body = this.loopBody();
    const otherwise = this.otherwise();
    return { kind: 'while', test, body, otherwise, from, to: this.end };
  }

  private for(): Statement {
    const from = this.expect('for').from;
    const target = this.targets();
    this.expect('in');
    const source = this.statementExpression();
    const body = this.loopBody();
    const otherwise = this.otherwise();
    return { kind: 'for', target, source, body, otherwise, from, to: this.end };
  }

  private try(): Statement {
    const from = this.expect('try').from;
    const body = this.block();
    const handlers: Handler[] = [];
    while (this.is('except')) {
      if (handlers.at(-1)?.type === null) this.fail("default 'except:' must be last");
      handlers.push(this.handler());
    }
    const otherwise = handlers.length > 0 ? this.otherwise() : [];
    const last = this.accept('finally') ? this.block() : [];
    if (handlers.length === 0 && last.length === 0) this.fail("expected 'except' or 'finally' block");
    return { kind: 'try', body, handlers, otherwise, finally: last, from, to: this.end };
  }

  private handler(): Handler {
    this.expect('except');
    this.accept('*');
    if (this.is(':')) return { type: null, name: null, body: this.block() };
    const type = this.statementExpression();
    const name = type.kind !== 'tuple' || this.text.charAt(type.from) === '(' ? this.handlerName() : null;
    return { type, name, body: this.block() };
  }

  private handlerName(): string | null {
    return this.accept('as') ? this.name() : null;
  }

  private with(): Statement {
    const from = this.expect('with').from;
    const items = this.withItems();
    const body = this.block();
    return { kind: 'with', items, body, from, to: this.end };
  }

  private decorated(): Statement {
    const from = this.token.from;
    const decorators: Expression[] = [];
    while (this.accept('@')) {
      decorators.push(this.named());
      if (!this.acceptKind('newline')) this.fail();
    }
    const isAsync = this.accept('async');
    const statement =
      this.is('class') && !isAsync ? this.class(decorators) : this.function(decorators, isAsync);
    return { ...statement, from };
  }

  private function(decorators: readonly Expression[], isAsync: boolean): Statement {
    const from = this.expect('def').from;
    const name = this.name();
    if (this.is('[')) this.typeParameters();
    this.expect('(');
    const parameters = this.parameters(')', true);
    this.expect(')');
    const returns = this.accept('->') ? this.expression() : null;
    const body = this.within({ kind: 'function', loop: false, async: isAsync }, () => this.block());
    return {
      kind: 'function',
      name,
      parameters,
      returns,
      decorators,
      body,
      isAsync,
      definedAt: from,
      from,
      to: this.end,
    };
  }

  private class(decorators: readonly Expression[]): Statement {
    const from = this.expect('class').from;
    const name = this.name();
    if (this.is('[')) this.typeParameters();
    const args = this.is('(') ? this.args() : [];
    const body = this.within({ kind: 'class', loop: false, async: false }, () => this.block());
    return { kind: 'class', name, args, decorators, body, from, to: this.end };
  }

  /** A `match` statement; null where `match` is an ordinary name. */
  private match(): Statement | null {
    const from = this.token.from;
    const subject = this.attempt(() => {
      this.advance();
      const value = this.matchSubject();
      this.expect(':');
      if (!this.acceptKind('newline') || !this.acceptKind('indent') || !this.is('case')) this.fail();
      return value;
    });
    if (!subject) return null;
    const cases: MatchCase[] = [];
    while (!this.acceptKind('dedent')) cases.push(this.case());
    return { kind: 'match', subject, cases, from, to: this.end };
  }

  private case(): MatchCase {
    this.expect('case');
    const from = this.token.from;
    const captures = this.patterns();
    const pattern = this.text.slice(from, this.end);
    const guard = this.accept('if') ? this.named() : null;
    return { captures, pattern, guard, body: this.block() };
  }
}
