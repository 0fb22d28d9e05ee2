/** SQLAlchemy constructs that are executed or told to create themselves: `users.update()`, `Enum(…).create(bind)`. */
import type { CallValue, Value } from '../revision/operation.ts';
import { argument, qualified, stringOf, type Call } from './arguments.ts';
import type { Effect } from './change.ts';
import { columnOf, constraintOf, isColumn } from './columns.ts';

const VERBS = ['insert', 'update', 'delete'] as const;
/** Methods that choose rows. */
const CHOOSING = new Set(['where', 'filter', 'filter_by', 'limit', 'join']);

export function constructEffects(call: Call): readonly Effect[] {
  switch (call.name) {
    case 'execute':
      return executed(call.args[0]);
    case 'bulk_insert': {
      const table = tableOfValue(argument(call, 'table'));
      return [
        { kind: 'write', verb: 'insert', table, filtered: true, fillsNulls: false, sets: null, selects: [] },
      ];
    }
    case 'create':
    case 'drop':
      return [schemaObject(call)];
    case 'create_all':
    case 'drop_all':
      return [
        { kind: 'unread', text: `${call.name}()`, why: 'which tables the metadata has is not written here' },
      ];
    default:
      return [
        { kind: 'unread', text: `op.${call.name}()`, why: 'the operation is not one of Alembic’s own' },
      ];
  }
}

/** `Table(…).create(bind)` and the types of PostgreSQL. */
function schemaObject({ name, on }: Call): Effect {
  if (on?.kind === 'call' && on.callee === 'Table') {
    const table = tableOfValue(on);
    if (name === 'drop') return { kind: 'drop-table', table, guarded: false };
    return {
      kind: 'create-table',
      table,
      columns: on.args.filter(isColumn).map(columnOf),
      constraints: on.args.flatMap((part) => constraintOf(part) ?? []),
      complete: false,
      engine: null,
      charset: null,
      comment: false,
      indexes: [],
      guarded: false,
      temporary: false,
      partition: false,
    };
  }
  if (on?.kind === 'call') return { kind: 'other', statement: `${name} ${on.callee}`, guarded: true };
  return { kind: 'unread', text: `${name}()`, why: 'what it is called on is computed' };
}

/** A statement is a chain of calls, `users.update().where(…).values(…)`, or begins with a function, `update(users)`. */
function executed(statement: Value | undefined): readonly Effect[] {
  const chain: CallValue[] = [];
  let at: Value | null = statement ?? null;
  while (at?.kind === 'call') {
    chain.push(at);
    at = at.on;
  }
  const verb = VERBS.find((one) => chain.some(({ callee }) => lastPart(callee) === one));
  const start = chain.find(({ callee }) => lastPart(callee) === verb);
  if (verb !== undefined && start) {
    const table = tableOfValue(start.on ?? start.args[0]);
    const filtered =
      verb === 'insert' || isConditional(start) || chain.some(({ callee }) => CHOOSING.has(lastPart(callee)));
    return [
      { kind: 'write', verb, table, filtered, fillsNulls: false, sets: setColumns(chain), selects: [] },
    ];
  }
  const names = chain.map(({ callee }) => lastPart(callee));
  if (names.some((name) => name === 'select' || name === 'exists' || name === 'literal')) return [];
  const ddl = names.find((name) => /^(?:Create|Drop|Add|Set)[A-Z]/.test(name));
  return ddl === undefined
    ? [{ kind: 'unread', text: names[0] ?? 'execute()', why: 'the statement is computed' }]
    : [{ kind: 'other', statement: ddl, guarded: true }];
}

/** Before SQLAlchemy 2.0 the condition is an argument: `users.delete(users.c.id == 1)`, `delete(users, users.c.id == 1)`. */
function isConditional({ on, args, keywords }: CallValue): boolean {
  const condition = keywords['whereclause'] ?? args[on === null ? 1 : 0];
  // A query takes other things there: `query.update({'a': 1})`, `query.delete(False)`.
  return condition !== undefined && condition.kind !== 'dict' && condition.kind !== 'literal';
}

function setColumns(chain: readonly CallValue[]): readonly string[] | null {
  const values = chain.filter(({ callee }) => lastPart(callee) === 'values');
  if (values.length === 0 || values.some(({ keywords }) => '**' in keywords)) return null;
  const names = values.flatMap(({ args, keywords }) => [
    ...Object.keys(keywords),
    ...args.flatMap(writtenKeys),
  ]);
  return names.every((name) => name !== null) ? names : null;
}

/** `{'name': …}`, `dict(name=…)`. */
function writtenKeys(value: Value): readonly (string | null)[] {
  if (value.kind === 'dict') return value.entries.map(([name]) => columnKey(name));
  return value.kind === 'call' &&
    value.callee === 'dict' &&
    value.args.length === 0 &&
    !('**' in value.keywords)
    ? Object.keys(value.keywords)
    : [null];
}

/** `{'name': …}`, `{users.c.name: …}`, `{User.name: …}`. */
function columnKey(value: Value): string | null {
  if (value.kind === 'name') return lastPart(value.name);
  return value.kind === 'unknown'
    ? (/\.(?:c|columns)\.(\w+)$/.exec(value.text)?.[1] ?? null)
    : stringOf(value);
}

/** Of `table('users', …)`, `Table('users', meta, …)`. */
function tableOfValue(value: Value | null | undefined): string | null {
  if (value?.kind !== 'call' || !/^(?:table|Table)$/.test(lastPart(value.callee))) return null;
  return qualified(value.keywords['schema'], value.args[0]);
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
