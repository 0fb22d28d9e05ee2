/** Dotted names of things from elsewhere: how they are shown, and which packages leave the database alone. */
import type { CallValue, Value } from '../operation.ts';

/** The operations object. */
export const OP = 'alembic.op';

/** SQLAlchemy's modules that re-export or hold what everybody takes from the top. */
const SQLALCHEMY =
  /^sqlalchemy\.(?:dialects\.|sql\.expression\.|sql\.sqltypes\.|sql\.schema\.|sql\.|types\.|schema\.)?/;

/** Packages that do nothing to the database unless they are handed the connection. */
const LIBRARIES = new Set(
  (
    'alembic sqlalchemy sqlalchemy_utils sqlmodel geoalchemy2 pgvector logging os sys json re time datetime uuid ' +
    'typing typing_extensions warnings textwrap contextlib collections itertools functools enum decimal math random ' +
    'string hashlib pathlib copy operator inspect builtins secrets base64 dateutil pytz zoneinfo traceback types bisect heapq csv io glob tempfile pprint statistics struct unicodedata dataclasses abc'
  ).split(' '),
);

/** A value as reports and rules see it: names shortened, everywhere in it. */
export function shown(value: Value): Value {
  switch (value.kind) {
    case 'name':
      return { kind: 'name', name: shownName(value.name) };
    case 'list':
      return { kind: 'list', items: value.items.map(shown) };
    case 'dict':
      return { kind: 'dict', entries: value.entries.map(([key, one]) => [shown(key), shown(one)] as const) };
    case 'call':
      return {
        ...value,
        callee: value.on ? lastName(value.callee) : shownName(value.callee),
        on: value.on && shown(value.on),
        args: value.args.map(shown),
        keywords: shownKeywords(value.keywords),
      };
    case 'literal':
    case 'text':
    case 'unknown':
      return value;
  }
}

export function shownKeywords(keywords: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(keywords).map(([name, value]) => [name, shown(value)]));
}

export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

export function shownName(name: string): string {
  return name.replace(SQLALCHEMY, '').replace(/^alembic\.op\b/, 'op');
}

/** Whether a dotted name comes from a package of which we know that it does nothing by itself. */
export function isLibrary(name: string): boolean {
  const [root = ''] = name.split(/[.(]/, 1);
  return LIBRARIES.has(root);
}

/** `op.get_bind()` and what is as good as it: `.engine`, `.connect()`, `.begin()`; not `.dialect`, not results. */
const CONNECTION =
  /^alembic\.op\.(?:get_bind|get_context|batch_alter_table)(?:\(\))?(?:\.(?:engine|bind|impl|connect|connection|dbapi_connection|driver_connection|begin|begin_nested|execution_options|raw_connection|cursor)(?:\(\))?)*$/;

/** Whether a value is, or holds on to, the operations object or a connection. */
export function reachesDatabase(value: Value): boolean {
  switch (value.kind) {
    case 'name':
      return value.name === OP || CONNECTION.test(value.name);
    case 'call':
      return CONNECTION.test(value.callee) || (isSession(value) && given(value).some(reachesDatabase));
    case 'list':
      return value.items.some(reachesDatabase);
    case 'dict':
      return value.entries.some(([, one]) => reachesDatabase(one));
    case 'literal':
    case 'text':
    case 'unknown':
      return false;
  }
}

function given({ on, args, keywords }: CallValue): readonly Value[] {
  return [...(on ? [on] : []), ...args, ...Object.values(keywords)];
}

/** `Session(bind=…)`, `sessionmaker(…)`, `sessionmaker()(…)`. */
export function isSession(value: Value): boolean {
  return (
    value.kind === 'call' && /(?:^|\.)(?:Session|sessionmaker|scoped_session)(?:\(\))?$/.test(value.callee)
  );
}

/** `name` of a value: of a dotted name, and of whatever holds the connection (`op.get_bind().dialect`). */
export function qualify(value: Value, name: string): Value | null {
  if (value.kind === 'name') return { kind: 'name', name: `${value.name}.${name}` };
  if (value.kind === 'call' && reachesDatabase(value))
    return { kind: 'name', name: `${value.callee}().${name}` };
  return null;
}
