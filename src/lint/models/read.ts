/** Model files -> the tables that they map: classes with their mixins, and `Table(…)`. */
import { readModule } from '../../revision/module.ts';
import { lineAt } from '../../revision/python/source.ts';
import type { Expression, Statement } from '../../revision/python/syntax.ts';
import { walk } from '../../revision/python/walk.ts';
import { classBody, type ClassBody } from './class-body.ts';
import type { Models, ModelTable } from './model.ts';
import { lastName, spelling } from './spelling.ts';

type ClassStatement = Extract<Statement, { readonly kind: 'class' }>;
type Call = Extract<Expression, { readonly kind: 'call' }>;

interface ModelClass {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly bases: readonly string[];
  readonly body: ClassBody;
  readonly sqlmodel: boolean;
}

/** Base classes of libraries, which bring no columns of their own. */
const LIBRARY =
  /^(?:object|Model|SQLModel|DeclarativeBase|DeclarativeBaseNoMeta|MappedAsDataclass|AsyncAttrs|Generic|ABC)$/;
/** Calls that make a base class. */
const MAKES_BASE = /^(?:declarative_base|automap_base|as_declarative)$/;

/** @param files path and content of each file of `models:`. */
export function readModels(files: ReadonlyMap<string, Uint8Array>): Models {
  const unread: string[] = [];
  const classes: ModelClass[] = [];
  const tables: ModelTable[] = [];
  const made = new Set<string>();
  for (const [path, bytes] of files) {
    const module = readModule(bytes, () => null);
    if (module.kind !== 'module') {
      unread.push(`${path}:${module.line}`);
      continue;
    }
    const { text, statements } = module;
    for (const statement of statements) {
      walk(statement, (node) => {
        if (node.kind === 'class') classes.push(modelClass(node, path, text));
        if (node.kind === 'call' && lastName(node.callee) === 'Table') {
          const table = tableOf(node, path, text);
          if (table) tables.push(table);
          else if (node.args.some(isColumn)) unread.push(`${path}:${lineAt(text, node.from)}`);
        }
        return true;
      });
      if (statement.kind === 'assign' && isBaseMaker(statement.value))
        for (const target of statement.targets) made.add(lastName(target));
    }
  }
  const byName = new Map<string, ModelClass[]>();
  for (const one of classes) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  for (const one of classes) {
    const mappedTo = tableName(one, byName);
    if (typeof mappedTo === 'string') tables.push(inherited(one, mappedTo, byName, made));
    else if (mappedTo !== null) unread.push(`${one.path}:${one.line}`);
  }
  return { tables: joined(tables), unread };
}

const isBaseMaker = (value: Expression): boolean =>
  value.kind === 'call' && MAKES_BASE.test(lastName(value.callee));

function modelClass(node: ClassStatement, path: string, text: string): ModelClass {
  const sqlmodel = node.args.some(({ name }) => name === 'table');
  const bases = node.args
    .filter(({ name }) => name === null)
    .map(({ value }) => (value.kind === 'subscript' ? lastName(value.object) : lastName(value)));
  const fields = sqlmodel || bases.includes('SQLModel');
  return {
    path,
    line: lineAt(text, node.from),
    name: node.name,
    bases,
    body: classBody(node, text, fields),
    sqlmodel,
  };
}

/** null for a class that is mapped to no table, or to that of its parent. */
function tableName(
  { name, bases, body, sqlmodel }: ModelClass,
  byName: ReadonlyMap<string, readonly ModelClass[]>,
): ClassBody['tableName'] {
  if (body.abstract) return null;
  if (body.tableName !== null) return body.tableName;
  if (sqlmodel) return name.toLowerCase();
  // Flask-SQLAlchemy names the table after the class.
  if (bases.includes('Model') && !byName.has('Model') && body.columns.size > 0) return snakeCase(name);
  const above = bases.flatMap((base) => byName.get(base) ?? []).map((one) => one.body.tableName);
  // A class without a table of its own has its columns in that of its parent.
  const parents = above.find((one) => typeof one === 'string');
  if (parents !== undefined) return parents;
  return above.some((one) => one !== null) && body.columns.size > 0 ? { computed: true } : null;
}

/** `camel_to_snake_case` of flask_sqlalchemy/model.py. */
const snakeCase = (name: string): string =>
  name
    .replace(/((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))/g, '_$1')
    .toLowerCase()
    .replace(/^_+/, '');

/** The class with the columns of its bases. */
function inherited(
  { path, line, bases, body }: ModelClass,
  name: string,
  byName: ReadonlyMap<string, readonly ModelClass[]>,
  made: ReadonlySet<string>,
): ModelTable {
  const columns = new Map(body.columns);
  let { whole } = body;
  const pending = [...bases];
  const seen = new Set<string>();
  for (let base = pending.shift(); base !== undefined; base = pending.shift()) {
    if (seen.has(base) || made.has(base)) continue;
    seen.add(base);
    const [found, second] = byName.get(base) ?? [];
    if (!found || second) {
      whole &&= !second && LIBRARY.test(base);
      continue;
    }
    // Joined inheritance: the parent's columns are in the parent's table.
    if (typeof found.body.tableName === 'string') continue;
    for (const [column, text] of found.body.columns) if (!columns.has(column)) columns.set(column, text);
    whole &&= found.body.whole;
    pending.push(...found.bases);
  }
  return { name, path, line, columns, rest: body.rest, whole };
}

/** `Table('users', metadata, Column(…), …)`; null where its name is computed. */
function tableOf({ args, from }: Call, path: string, text: string): ModelTable | null {
  const [first, ...others] = args;
  if (first?.name !== null || first.value.kind !== 'string' || first.value.value === null) return null;
  const columns = new Map<string, string>();
  const rest: string[] = [];
  let whole = true;
  for (const { name, value } of others) {
    const column = value.kind === 'call' && lastName(value.callee) === 'Column' ? value : null;
    const named = column?.args[0]?.value;
    if (column && named?.kind === 'string' && named.value !== null)
      columns.set(named.value.toLowerCase(), spelling(column, text));
    else if (name === null && value.kind === 'call') rest.push(spelling(value, text));
    whole &&= name !== '*' && (!column || named?.kind === 'string');
  }
  // Without any, they are reflected or appended elsewhere.
  whole &&= columns.size > 0;
  const line = lineAt(text, from);
  return { name: first.value.value, path, line, columns, rest: rest.sort().join(' '), whole };
}

const isColumn = ({ value }: Call['args'][number]): boolean =>
  value.kind === 'call' && lastName(value.callee) === 'Column';

/** Several classes on one table (single-table inheritance, `extend_existing`) are one table. */
function joined(tables: readonly ModelTable[]): ReadonlyMap<string, ModelTable> {
  const byName = new Map<string, ModelTable>();
  for (const table of tables) {
    const key = table.name.slice(table.name.lastIndexOf('.') + 1).toLowerCase();
    const known = byName.get(key);
    const columns = new Map([...(known?.columns ?? []), ...table.columns]);
    const rest = known ? [known.rest, table.rest].sort().join(' ') : table.rest;
    byName.set(key, { ...(known ?? table), columns, rest, whole: table.whole && known?.whole !== false });
  }
  return byName;
}
