/** What is executed, and what only looks like it: SQL given as text, constructs of SQLAlchemy, writes of the ORM. */
import type { Value } from '../operation.ts';
import { lastName, reachesDatabase, shownName } from './qualified.ts';

/** Methods of an ORM session. */
const SESSION_WRITES = new Set(
  'add add_all delete merge bulk_save_objects bulk_insert_mappings bulk_update_mappings'.split(' '),
);
/** Methods that give the same `text(…)` back. */
const UNWRAPPED = new Set(['bindparams', 'execution_options', 'columns']);
const STATEMENTS = new Set(['insert', 'update', 'delete', 'select']);

/** `text(…)` and `DDL(…)`, which are given the SQL. */
export function wrapperOf(
  statement: Value,
): { readonly text: Value | undefined; readonly via: 'text' | 'driver' } | null {
  if (statement.kind !== 'call' || !statement.callee.startsWith('sqlalchemy.')) return null;
  const [first = statement.keywords['text'] ?? statement.keywords['statement']] = statement.args;
  const name = shownName(statement.callee);
  if (name === 'text') return { text: first, via: 'text' };
  return name === 'DDL' ? { text: first, via: 'driver' } : null;
}

/** The statement itself, whatever was bound to it. */
export function unwrapped(value: Value): Value {
  return value.kind === 'call' && value.on && UNWRAPPED.has(lastName(value.callee))
    ? unwrapped(value.on)
    : value;
}

/** Something of SQLAlchemy's, or a statement built on a table of wherever. */
export function isConstruct(value: Value): boolean {
  if (value.kind !== 'call') return false;
  if (/^sqlalchemy\b/.test(value.callee) || STATEMENTS.has(lastName(value.callee))) return true;
  return value.on !== null && isConstruct(value.on);
}

/** Whether a method runs SQL that it is given: on connections, sessions, cursors. */
export function isExecution(on: Value, name: string): boolean {
  if (name === 'execute' || name === 'exec_driver_sql' || name === 'executemany')
    return on.kind !== 'literal';
  return (name === 'scalar' || name === 'scalars') && reachesDatabase(on);
}

/** Writes of the ORM, which become SQL when it pleases. */
export function isSessionWrite(on: Value, name: string): boolean {
  if (SESSION_WRITES.has(name) && on.kind === 'call' && reachesDatabase(on)) return true;
  return (name === 'update' || name === 'delete') && isQuery(on);
}

function isQuery(value: Value): boolean {
  return (
    value.kind === 'call' && (lastName(value.callee) === 'query' || (value.on !== null && isQuery(value.on)))
  );
}
