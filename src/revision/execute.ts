/**
 * Runs a module in the mind: top to bottom, the last binding wins, every branch whose condition is not written out
 * counts as taken and as not taken. What the result says of a name holds for every run that loads the module.
 */
import { truth } from './evaluate.ts';
import { Names, type Neighbours, type Of } from './names.ts';
import type { Expression, Statement } from './python/syntax.ts';
import { join, type Reached } from './state.ts';

export interface Execution {
  /** null where no run reaches the end of the module. */
  readonly end: Reached;
  /** What ended a run before: of use where `end` is null. */
  readonly stop: Stop | null;
}

export interface Stop {
  readonly at: number;
  readonly reason: 'raise' | 'relative-import';
}

/** `packaged` says whether relative imports can work: Alembic loads a revision as a module of no package. */
export function execute(
  text: string,
  statements: readonly Statement[],
  neighbours: Neighbours,
  packaged: boolean,
): Execution {
  return new Interpreter(text, statements, neighbours, packaged).run(statements);
}

class Interpreter extends Names {
  private readonly packaged: boolean;
  private stop: Stop | null = null;
  /** Where an exception may leave the enclosing `try` from, and `break` or `continue` the enclosing loop. */
  private thrown: Reached = null;
  private left: Reached = null;

  constructor(text: string, statements: readonly Statement[], neighbours: Neighbours, packaged: boolean) {
    super(text, statements, neighbours);
    this.packaged = packaged;
  }

  run(statements: readonly Statement[]): Execution {
    this.block(statements);
    return { end: this.here(), stop: this.stop };
  }

  private block(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (this.unreachable) return;
      this.at = statement.from;
      this.statement(statement);
      if (this.conditional) this.thrown = join(this.thrown, this.here());
    }
  }

  /** Where a block ends that begins in `from`. */
  private branch(from: Reached, body: () => void): Reached {
    const outer = this.conditional;
    this.resume(from);
    this.conditional = true;
    body();
    this.conditional = outer;
    return this.here();
  }

  private statement(statement: Statement): void {
    switch (statement.kind) {
      case 'assign': {
        const value = this.value(statement.value);
        for (const target of statement.targets) this.assign(target, value, statement.value);
        return;
      }
      case 'annotated':
        if (statement.value) this.assign(statement.target, this.value(statement.value), statement.value);
        return this.touch(statement.annotation);
      case 'augmented':
        this.touch(statement.target);
        this.touch(statement.value);
        return this.bindComputed(statement.target, 'augmented-assignment', statement);
      case 'expression':
        return this.expressionStatement(statement.value);
      case 'delete':
        for (const target of statement.targets) this.bindComputed(target, 'del', statement);
        return;
      case 'type-alias':
        return this.bindComputed(statement.target, 'type-alias', statement);
      case 'assert':
        return this.touch(statement.test);
      case 'raise':
        return this.leave({ at: statement.from, reason: 'raise' });
      case 'break':
      case 'continue':
        this.left = join(this.left, this.here());
        return this.resume(null);
      case 'import':
        for (const { name, alias } of statement.modules) this.bindModule(name, alias, statement);
        return;
      case 'import-from':
        if (statement.level > 0 && !this.packaged)
          return this.leave({ at: statement.from, reason: 'relative-import' });
        return this.importFrom(statement);
      case 'function':
      case 'class':
        return this.define(statement);
      case 'if':
        return this.if(statement);
      case 'while':
      case 'for':
        return this.loop(statement);
      case 'try':
        return this.try(statement);
      case 'with':
        return this.with(statement);
      case 'match':
        return this.match(statement);
      case 'pass':
      case 'global':
      case 'nonlocal':
      case 'return':
        return;
    }
  }

  private leave(stop: Stop): void {
    this.stop = stop;
    this.thrown = join(this.thrown, this.here());
    this.resume(null);
  }

  private expressionStatement(value: Expression): void {
    if (value.kind === 'named') this.assign(value.target, this.value(value.value), value.value);
    else this.touch(value);
  }

  /** Running a `def` evaluates its decorators and defaults; running a `class` its whole body, in names of its own. */
  private define(statement: Of<'function'> | Of<'class'>): void {
    for (const decorator of statement.decorators) this.touch(decorator);
    if (statement.kind === 'function') {
      for (const parameter of statement.parameters) if (parameter.default) this.touch(parameter.default);
    } else {
      for (const { value } of statement.args) this.touch(value);
      for (const inner of statement.body) if (inner.kind !== 'function') this.touch(inner);
    }
    this.bind(statement.name, { kind: 'computed', reason: statement.kind, text: statement.name }, statement);
  }

  private if({ branches, otherwise }: Of<'if'>): void {
    let end: Reached = null;
    for (const { test, body } of branches) {
      const holds = truth(test, this);
      if (holds === null) this.touch(test);
      if (holds === false) continue;
      const before = this.here();
      end = join(
        end,
        this.branch(before, () => this.block(body)),
      );
      this.resume(holds === true ? null : before);
      if (holds === true) break;
    }
    if (!this.unreachable)
      end = join(
        end,
        this.branch(this.here(), () => this.block(otherwise)),
      );
    this.resume(end);
  }

  /** Any number of rounds: what a round computes from names that it binds itself is not followed. */
  private loop(statement: Of<'while'> | Of<'for'>): void {
    const outer = this.left;
    this.left = null;
    this.touch(statement.kind === 'for' ? statement.source : statement.test);
    const before = this.here();
    const round = (): void => {
      if (statement.kind === 'for') this.bindComputed(statement.target, 'loop', statement);
      this.block(statement.body);
    };
    const once = join(this.branch(before, round), this.left);
    this.resume(before);
    this.at = statement.from;
    for (const [name, binding] of once ?? []) {
      if (before?.get(name) !== binding)
        this.bind(name, { kind: 'computed', reason: 'loop', text: name }, statement);
    }
    const rounds = join(this.branch(this.here(), round), this.left);
    this.left = outer;
    this.resume(join(before, rounds));
    this.block(statement.otherwise);
  }

  private try({ body, handlers, otherwise, finally: last }: Of<'try'>): void {
    const outer = this.thrown;
    this.thrown = this.here();
    const tried = this.branch(this.here(), () => this.block(body));
    const { thrown } = this;
    this.thrown = join(outer, thrown);
    let end = tried && this.branch(tried, () => this.block(otherwise));
    for (const { type, name, body: handling } of handlers) {
      const handled = this.branch(thrown, () => {
        if (type) this.touch(type);
        if (type && name !== null)
          this.bind(name, { kind: 'computed', reason: 'exception', text: name }, type);
        this.block(handling);
      });
      end = join(end, handled);
    }
    this.resume(end);
    this.block(last);
  }

  /** A context manager that swallows an exception is not thought of: see the law at the top, "that loads". */
  private with({ items, body }: Of<'with'>): void {
    for (const { context, target } of items) {
      this.touch(context);
      if (target) this.bindComputed(target, 'with', context);
    }
    this.resume(this.branch(this.here(), () => this.block(body)));
  }

  private match(statement: Of<'match'>): void {
    this.touch(statement.subject);
    let end = this.here();
    const before = end;
    for (const { captures, guard, body } of statement.cases) {
      const matched = this.branch(before, () => {
        for (const name of captures)
          this.bind(name, { kind: 'computed', reason: 'match', text: name }, statement);
        if (guard) this.touch(guard);
        this.block(body);
      });
      end = join(end, matched);
    }
    this.resume(end);
  }
}
