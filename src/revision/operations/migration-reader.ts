/** Follows the statements of a migration's functions in order, loops over written-out items one by one. */
import type { Direction, Value } from '../operation.ts';
import type { Statement } from '../python/syntax.ts';
import type { Span } from '../revision.ts';
import type { Given } from './call-reader.ts';
import { CompoundReader, type Of } from './compound-reader.ts';
import { isEnd, Scope, type FunctionStatement, type LocalFunction, type Outcome } from './scope.ts';
import { sum } from './values.ts';

/** Statements followed in one direction, and functions within functions. */
const MAX_STEPS = 20_000;
const MAX_DEPTH = 12;

export class MigrationReader extends CompoundReader {
  private readonly following: FunctionStatement[] = [];
  private returned: (Value | null)[] = [];
  private steps = 0;

  /** Follows the module's own statements, for its constants, tables and functions. */
  constructor(text: string, module: readonly Statement[]) {
    super(text, new Scope(null));
    this.block(module);
    this.operations.length = 0;
  }

  /** A function of the module, or what else its name stands for. */
  entry(name: string): LocalFunction | Value | null {
    return this.scope.function(name) ?? this.scope.get(name);
  }

  /** Follows one entry function. */
  run(entry: LocalFunction, direction: Direction, database: string | null): void {
    this.direction = direction;
    this.database = database;
    this.steps = 0;
    this.follow(entry, { args: [], keywords: {} });
  }

  /** An entry that is no function of this file. */
  elsewhere(binding: Span, direction: Direction, database: string | null): void {
    this.direction = direction;
    this.database = database;
    this.unread(binding, 'imported-call');
  }

  protected follow({ definition, home }: LocalFunction, given: Given): Value | null {
    if (this.following.length >= MAX_DEPTH || this.following.includes(definition)) return null;
    const outer = { scope: this.scope, returned: this.returned, conditions: this.conditions };
    const scope = new Scope(home);
    this.bindParameters(scope, definition, given);
    this.scope = scope;
    this.returned = [];
    this.following.push(definition);
    this.block(definition.body);
    this.following.pop();
    const { returned } = this;
    Object.assign(this, outer);
    const [only] = returned;
    if (returned.length === 0) return { kind: 'literal', value: null };
    return returned.length === 1 && only ? only : { kind: 'unknown', text: `${definition.name}(…)` };
  }

  private bindParameters(scope: Scope, { parameters }: FunctionStatement, { args, keywords }: Given): void {
    const named = new Set(parameters.map(({ name }) => name));
    parameters.forEach(({ name, star, keywordOnly, default: value }, index) => {
      const positional = keywordOnly ? undefined : args[index];
      if (star === '*') scope.set(name, { kind: 'list', items: args.slice(index) });
      else if (star === '**') scope.set(name, restOf(keywords, named));
      else
        scope.set(
          name,
          positional ?? keywords[name] ?? (value ? this.valueOf(value) : { kind: 'unknown', text: name }),
        );
    });
  }

  protected block(statements: readonly Statement[]): Outcome {
    const outer = this.conditions;
    const unless: string[] = [];
    let outcome: Outcome = 'on';
    for (const statement of statements) {
      if (++this.steps > MAX_STEPS) {
        if (this.steps === MAX_STEPS + 1) this.unread(statement, 'too-long');
        break;
      }
      outcome = this.statement(statement);
      if (isEnd(outcome)) break;
      if (outcome !== 'on') unless.push(outcome.unless);
      this.conditions = [...outer, ...unless];
    }
    this.conditions = outer;
    if (isEnd(outcome)) return outcome;
    return unless.length === 0 ? 'on' : { unless: unless.join(' and ') };
  }

  private statement(statement: Statement): Outcome {
    switch (statement.kind) {
      case 'expression':
        if (statement.value.kind === 'call') this.call(statement.value, false);
        else this.valueOf(statement.value);
        return 'on';
      case 'assign': {
        const value = this.valueOf(statement.value);
        for (const target of statement.targets) this.bind(target, value);
        return 'on';
      }
      case 'annotated':
        if (statement.value) this.bind(statement.target, this.valueOf(statement.value));
        return 'on';
      case 'augmented':
        this.bind(statement.target, this.augmented(statement));
        return 'on';
      case 'return':
        this.returned.push(statement.value && this.valueOf(statement.value));
        return 'left';
      case 'raise':
        return 'raised';
      case 'break':
      case 'continue':
        return 'left';
      case 'import':
      case 'import-from':
        this.import(statement);
        return 'on';
      case 'function':
        this.scope.define(statement);
        return 'on';
      case 'if':
        return this.if(statement);
      case 'for':
      case 'while':
        this.loop(statement);
        return 'on';
      case 'with':
        return this.with(statement);
      case 'try':
        return this.try(statement);
      case 'match':
        this.match(statement);
        return 'on';
      case 'assert':
      case 'delete':
      case 'class':
      case 'pass':
      case 'global':
      case 'nonlocal':
      case 'type-alias':
        return 'on';
    }
  }

  private augmented({ target, operator, value }: Of<'augmented'>): Value | null {
    const before = this.valueOf(target);
    const added = this.valueOf(value);
    return operator === '+=' ? sum(before, added) : null;
  }

  private import(statement: Of<'import'> | Of<'import-from'>): void {
    if (statement.kind === 'import') {
      for (const { name, alias } of statement.modules) {
        const [first = name] = name.split('.');
        this.scope.set(alias ?? first, { kind: 'name', name: alias === null ? first : name });
      }
    } else if (statement.names !== '*') {
      const module = '.'.repeat(statement.level) + statement.module;
      for (const { name, alias } of statement.names)
        this.scope.set(alias ?? name, { kind: 'name', name: `${module}.${name}` });
    }
  }
}

function restOf(keywords: Readonly<Record<string, Value>>, named: ReadonlySet<string>): Value {
  const rest = Object.entries(keywords).filter(([name]) => !named.has(name));
  return {
    kind: 'dict',
    entries: rest.map(([name, value]) => [{ kind: 'literal', value: name }, value] as const),
  };
}
