/** Statements of one line. */
import { Patterns } from './patterns.ts';
import type { Expression, ImportedName, Statement } from './syntax.ts';

const AUGMENTED = new Set(['+=', '-=', '*=', '/=', '//=', '%=', '@=', '&=', '|=', '^=', '>>=', '<<=', '**=']);

/** Every feature that `__future__` ever had. */
const FUTURES = new Set(
  (
    'nested_scopes generators division absolute_import with_statement print_function unicode_literals ' +
    'barry_as_FLUFL generator_stop annotations'
  ).split(' '),
);

export class SimpleStatements extends Patterns {
  /** Whether `from __future__` may still come. */
  protected futures = true;

  /** Statements separated by `;` up to the end of the line. */
  simpleStatements(into: Statement[]): void {
    do {
      if (this.token.kind === 'newline') break;
      const statement = this.simpleStatement();
      this.futures &&=
        isFuture(statement) || (statement.kind === 'expression' && statement.value.kind === 'string');
      into.push(statement);
    } while (this.accept(';'));
    if (!this.acceptKind('newline')) this.failAfterStatement(into.at(-1));
  }

  private failAfterStatement(last: Statement | undefined): never {
    const name = last?.kind === 'expression' && last.value.kind === 'name' ? last.value.name : '';
    if (name === 'print' || name === 'exec')
      this.fail(`missing parentheses in call to '${name}' (Python 2 syntax)`);
    return this.fail();
  }

  private simpleStatement(): Statement {
    const { from, text, kind } = this.token;
    if (kind === 'keyword') {
      const statement = this.keywordStatement(text, from);
      if (statement) return statement;
    }
    if (kind === 'name' && this.peek(1).kind === 'name' && text === 'type') return this.typeAlias();
    if (
      kind === 'name' &&
      text === 'lazy' &&
      (this.peek(1).text === 'import' || this.peek(1).text === 'from')
    ) {
      this.advance();
      return this.is('import') ? this.importModules() : this.importFrom();
    }
    return this.assignmentOrExpression();
  }

  private keywordStatement(keyword: string, from: number): Statement | null {
    switch (keyword) {
      case 'import':
        return this.importModules();
      case 'from':
        return this.importFrom();
      case 'pass':
      case 'break':
      case 'continue':
        this.advance();
        if (keyword !== 'pass' && !this.scope.loop) this.fail(`'${keyword}' outside loop`, from);
        return { kind: keyword, from, to: this.end };
      case 'return':
        return this.returnStatement();
      case 'raise':
        return this.raiseStatement();
      case 'global':
      case 'nonlocal':
        return this.scopeStatement(keyword);
      case 'del':
        return this.deleteStatement();
      case 'assert':
        return this.assertStatement();
      default:
        return null;
    }
  }

  private endsStatement(): boolean {
    return this.token.kind === 'newline' || this.is(';');
  }

  private returnStatement(): Statement {
    const from = this.expect('return').from;
    if (this.scope.kind !== 'function') this.fail("'return' outside function", from);
    const value = this.endsStatement() ? null : this.statementExpression();
    return { kind: 'return', value, from, to: this.end };
  }

  private raiseStatement(): Statement {
    const from = this.expect('raise').from;
    const value = this.endsStatement() ? null : this.expression();
    const cause = value && this.accept('from') ? this.expression() : null;
    return { kind: 'raise', value, cause, from, to: this.end };
  }

  private scopeStatement(kind: 'global' | 'nonlocal'): Statement {
    const from = this.expect(kind).from;
    this.needsScopeCheck = true;
    if (kind === 'nonlocal' && this.scope.kind === 'module') {
      this.fail('nonlocal declaration not allowed at module level', from);
    }
    const names = [this.name()];
    while (this.accept(',')) names.push(this.name());
    return { kind, names, from, to: this.end };
  }

  private deleteStatement(): Statement {
    const from = this.expect('del').from;
    const value = this.statementExpression();
    this.assignable(value);
    const bare = value.kind === 'tuple' && this.text.charAt(value.from) !== '(';
    return { kind: 'delete', targets: bare ? value.items : [value], from, to: this.end };
  }

  private assertStatement(): Statement {
    const from = this.expect('assert').from;
    const test = this.expression();
    const message = this.accept(',') ? this.expression() : null;
    return { kind: 'assert', test, message, from, to: this.end };
  }

  private typeAlias(): Statement {
    const from = this.advance().from;
    const { from: nameFrom, to, text: name } = this.advance();
    if (this.is('[')) this.typeParameters();
    this.expect('=');
    const value = this.expression();
    return {
      kind: 'type-alias',
      target: { kind: 'name', name, from: nameFrom, to },
      value,
      from,
      to: this.end,
    };
  }

  /** `[T: bound = default, *Ts, **P]`. */
  typeParameters(): void {
    this.expect('[');
    do {
      if (this.is(']')) break;
      if (!this.accept('**')) this.accept('*');
      this.name();
      if (this.accept(':')) this.expression();
      if (this.accept('=')) this.starOr(() => this.expression());
    } while (this.accept(','));
    this.expect(']');
  }

  private assignmentOrExpression(): Statement {
    const from = this.token.from;
    const first = this.statementExpression();
    if (this.is(':') && isAnnotatable(first)) return this.annotated(first, from);
    if (AUGMENTED.has(this.token.text)) {
      if (!isAnnotatable(first)) this.fail('illegal target for augmented assignment', from);
      const operator = this.advance().text;
      const value = this.statementExpression();
      return { kind: 'augmented', target: first, operator, value, from, to: this.end };
    }
    if (!this.is('=')) {
      if (first.kind === 'starred') this.fail('cannot use starred expression here', from);
      return { kind: 'expression', value: first, from, to: this.end };
    }
    const targets: Expression[] = [];
    let value = first;
    while (this.accept('=')) {
      targets.push(this.assignable(value));
      value = this.statementExpression();
    }
    if (value.kind === 'starred') this.fail('cannot use starred expression here', value.from);
    return { kind: 'assign', targets, value, from, to: this.end };
  }

  private annotated(target: Expression, from: number): Statement {
    this.expect(':');
    this.assignable(target);
    const annotation = this.expression();
    const value = this.accept('=') ? this.statementExpression() : null;
    return { kind: 'annotated', target, annotation, value, from, to: this.end };
  }

  private importModules(): Statement {
    const from = this.expect('import').from;
    const modules: ImportedName[] = [];
    do modules.push({ name: this.dottedName(), alias: this.alias() });
    while (this.accept(','));
    return { kind: 'import', modules, from, to: this.end };
  }

  private importFrom(): Statement {
    const from = this.expect('from').from;
    let level = 0;
    for (; this.is('.') || this.is('...'); this.advance()) level += this.token.text.length;
    const module = level > 0 && this.is('import') ? '' : this.dottedName();
    this.expect('import');
    const names = this.importedNames();
    if (names === '*' && this.scope.kind !== 'module')
      this.fail('import * only allowed at module level', from);
    const statement: Statement = { kind: 'import-from', module, level, names, from, to: this.end };
    if (isFuture(statement)) this.checkFuture(names, from);
    return statement;
  }

  private checkFuture(names: '*' | readonly ImportedName[], from: number): void {
    if (!this.futures) this.fail('from __future__ imports must occur at the beginning of the file', from);
    const unknown = names === '*' ? '*' : names.find(({ name }) => !FUTURES.has(name))?.name;
    if (unknown !== undefined) this.fail(`future feature ${unknown} is not defined`, from);
  }

  private importedNames(): '*' | readonly ImportedName[] {
    if (this.accept('*')) return '*';
    const wrapped = this.accept('(');
    const names: ImportedName[] = [];
    do {
      if (wrapped && names.length > 0 && this.is(')')) break;
      names.push({ name: this.name(), alias: this.alias() });
    } while (this.accept(','));
    if (wrapped) this.expect(')');
    return names;
  }

  private alias(): string | null {
    return this.accept('as') ? this.name() : null;
  }

  private dottedName(): string {
    let name = this.name();
    while (this.accept('.')) name += `.${this.name()}`;
    return name;
  }
}

function isAnnotatable({ kind }: Expression): boolean {
  return kind === 'name' || kind === 'attribute' || kind === 'subscript';
}

function isFuture(statement: Statement): boolean {
  return statement.kind === 'import-from' && statement.level === 0 && statement.module === '__future__';
}
