/** Tells the calls that change a schema or its rows from those that do not, and those that nobody can tell. */
import {
  COMPUTED_PART,
  type CallValue,
  type Direction,
  type Occurrence,
  type Operation,
  type UnreadReason,
  type Value,
} from '../operation.ts';
import { LineIndex } from '../python/lines.ts';
import type { Expression } from '../python/syntax.ts';
import { walk } from '../python/walk.ts';
import type { Span } from '../revision.ts';
import { isConstruct, isExecution, isSessionWrite, unwrapped, wrapperOf } from './executed.ts';
import { isLibrary, lastName, OP, qualify, reachesDatabase, shown, shownKeywords } from './qualified.ts';
import type { LocalFunction, Scope } from './scope.ts';
import { ValueReader } from './value-reader.ts';
import { builtin, isString, method, textOf } from './values.ts';

type Call = Extract<Expression, { readonly kind: 'call' }>;

/** What a call is given. */
export interface Given {
  readonly args: readonly Value[];
  readonly keywords: Readonly<Record<string, Value>>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Methods of the operations object that leave the schema alone. */
const PASSIVE = words(
  'get_bind get_context batch_alter_table inline_literal implementation_for register_operation',
);
/** Methods of it that run other code. */
const RUNNING = words('invoke run_async');
const SCHEMA_METHODS = words('create drop create_all drop_all');
/** Methods of loggers, wherever these come from. */
const LOGGING = words('debug info warning warn error exception critical log');
const MUTATING = words(
  'append extend insert remove pop clear sort reverse add update discard setdefault popitem',
);

export abstract class CallReader extends ValueReader {
  readonly operations: Operation[] = [];
  protected direction: Direction = 'upgrade';
  protected database: string | null = null;
  protected conditions: readonly string[] = [];
  protected autocommit = false;

  private readonly lines: LineIndex;

  constructor(text: string, scope: Scope) {
    super(text, scope);
    this.lines = new LineIndex(text);
  }

  /** Follows a function of the same file; null where that cannot be done. */
  protected abstract follow(callee: LocalFunction, given: Given): Value | null;

  private occurrence({ from, to }: Span): Occurrence {
    const { direction, database, conditions: under, autocommit } = this;
    return {
      direction,
      database,
      span: { from, to },
      line: this.lines.at(from),
      endLine: this.lines.at(to),
      under,
      autocommit,
    };
  }

  protected unread(call: Span, why: UnreadReason): Value {
    this.operations.push({ kind: 'unread', why, text: this.source(call), ...this.occurrence(call) });
    return { kind: 'unknown', text: this.source(call) };
  }

  protected call(call: Call, used: boolean): Value {
    const { callee } = call;
    if (callee.kind === 'attribute') {
      const on = this.valueOf(callee.object);
      const given = this.given(call);
      if (
        (on.kind === 'list' || on.kind === 'dict') &&
        callee.object.kind === 'name' &&
        MUTATING.has(callee.name)
      ) {
        this.scope.forget(callee.object.name);
      }
      return this.methodCall(call, on, callee.name, given, used);
    }
    const target = this.valueOf(callee);
    const given = this.given(call);
    if (target.kind === 'name') {
      const local = this.scope.function(target.name);
      if (local) return this.follow(local, given) ?? this.unfollowed(call, local, given);
      return builtin(target.name, given.args) ?? this.namedCall(call, target.name, given, used);
    }
    if (target.kind === 'call' && !isDynamic(target.callee))
      return this.result(call, `${target.callee}()`, null, given);
    return this.unread(call, 'dynamic-call');
  }

  /** A function that calls itself: said where another round could reach the database. */
  private unfollowed(call: Call, { definition }: LocalFunction, given: Given): Value {
    let reaches = anyReaches(given);
    walk(definition, (node) => {
      reaches ||= node.kind === 'name' && reachesDatabase(this.valueOf(node));
      return !reaches;
    });
    return reaches ? this.unread(call, 'local-call') : this.unknown(call);
  }

  private given(call: Call): Given {
    const args: Value[] = [];
    const keywords: Record<string, Value> = {};
    for (const { name, value } of call.args) {
      if (name === null) args.push(this.valueOf(value));
      else if (name === '*') args.push(...this.spread(value));
      else if (name === '**') Object.assign(keywords, unpacked(this.valueOf(value)));
      else keywords[name] = this.valueOf(value);
    }
    return { args, keywords };
  }

  private methodCall(call: Call, on: Value, name: string, given: Given, used: boolean): Value {
    if (on.kind === 'name' && on.name === OP) return this.operation(call, name, null, given);
    if (isBatch(on)) return this.operation(call, name, on, given);
    if (isExecution(on, name)) return this.execution(call, given, 'driver');
    if (SCHEMA_METHODS.has(name) && anyReaches(given)) return this.push(call, name, on, given, null);
    if (isSessionWrite(on, name)) return this.unread(call, 'session');
    const known = method(on, name, given.args, given.keywords);
    if (known) return known;
    if (on.kind === 'name') return this.namedCall(call, `${on.name}.${name}`, given, used);
    if (on.kind === 'unknown' && anyReaches(given)) return this.unread(call, 'imported-call');
    const callee = qualify(on, name);
    return this.result(call, callee?.kind === 'name' ? callee.name : name, on, given);
  }

  /** A call of something known by its dotted name. */
  private namedCall(call: Call, name: string, given: Given, used: boolean): Value {
    const method = name.startsWith(`${OP}.`) ? name.slice(OP.length + 1) : '';
    if (method !== '' && !method.includes('.')) return this.operation(call, method, null, given);
    if (name === 'exec' || name === 'eval') return this.unread(call, 'dynamic-call');
    if (name === 'textwrap.dedent' && given.args[0]) return given.args[0];
    const elsewhere = name.includes('.') && !isLibrary(name) && !LOGGING.has(lastName(name));
    if (elsewhere && (!used || anyReaches(given))) return this.unread(call, 'imported-call');
    return this.result(call, name, null, given);
  }

  private result(call: Call, callee: string, on: Value | null, { args, keywords }: Given): CallValue {
    return { kind: 'call', callee, on, args, keywords, span: { from: call.from, to: call.to } };
  }

  private operation(call: Call, name: string, batch: CallValue | null, given: Given): Value {
    if (name === 'f') return given.args[0] ?? this.unknown(call);
    if (PASSIVE.has(name)) return this.result(call, `${OP}.${name}`, null, given);
    if (RUNNING.has(name)) return this.unread(call, 'dynamic-call');
    if (name === 'execute') return this.execution(call, given, 'text');
    return this.push(call, name, null, given, batch);
  }

  private push(call: Call, name: string, on: Value | null, given: Given, batch: CallValue | null): Value {
    this.operations.push({
      kind: 'call',
      name,
      on: on && shown(on),
      args: given.args.map(shown),
      keywords: shownKeywords(given.keywords),
      batchTable: batch && shown(batch.args[0] ?? batch.keywords['table_name'] ?? this.unknown(call)),
      batchSchema:
        batch && shown(batch.args[1] ?? batch.keywords['schema'] ?? { kind: 'literal', value: null }),
      ...this.occurrence(call),
    });
    return this.result(call, on ? name : `${OP}.${name}`, on, given);
  }

  /** `execute` and its like: raw SQL, or an SQLAlchemy construct. */
  private execution(call: Call, given: Given, plain: 'text' | 'driver'): Value {
    const statement = unwrapped(
      given.args[0] ?? given.keywords['sqltext'] ?? given.keywords['statement'] ?? this.unknown(call),
    );
    const wrapper = wrapperOf(statement);
    if (wrapper === null && isConstruct(statement)) return this.push(call, 'execute', null, given, null);
    const text = wrapper?.text ?? statement;
    const sql = isString(text) ? textOf(text) : COMPUTED_PART;
    const complete = !sql.includes(COMPUTED_PART);
    this.operations.push({
      kind: 'sql',
      sql,
      complete,
      via: wrapper?.via ?? plain,
      ...this.occurrence(call),
    });
    return this.result(call, `${OP}.execute`, null, given);
  }
}

function unpacked(value: Value): Readonly<Record<string, Value>> {
  if (value.kind !== 'dict') return { '**': value };
  return Object.fromEntries(value.entries.map(([key, one]) => [textOf(key), one]));
}

function anyReaches({ args, keywords }: Given): boolean {
  return args.some(reachesDatabase) || Object.values(keywords).some(reachesDatabase);
}

function isBatch(value: Value): value is CallValue {
  return value.kind === 'call' && value.callee === `${OP}.batch_alter_table`;
}

/** What `getattr(op, name)`, `globals()[name]` give is called for what nobody can read. */
function isDynamic(callee: string): boolean {
  return callee === 'getattr' || callee === 'globals' || callee === 'locals' || callee === '__import__';
}
