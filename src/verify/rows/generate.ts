/** Table -> INSERT and UPDATE statements with awkward values: the same ones for the same schema and seed, tried in this order. */
import type { ForeignKey, RowColumn, RowTable } from './model.ts';
import { literals } from './model.ts';
import { valuesOf } from './values.ts';
import type { Schema } from '../schema/schema.ts';

export interface Making {
  readonly engine: Schema['engine'];
  readonly seed: number;
  /** Whether rows may be alike where no key forbids it. */
  readonly alike: boolean;
  /** Rows that are there, by table. */
  readonly filled: ReadonlyMap<string, number>;
}

type Flavour = 'plain' | 'high' | 'low' | 'null' | 'mixed';

/** Each twice, so that what no key forbids is there twice; then all kinds of mixtures. */
const FLAVOURS: readonly Flavour[] = ['plain', 'high', 'high', 'low', 'null', 'null', 'mixed', 'mixed'];
export const ROWS = FLAVOURS.length;

/** How often a row is tried: each time the columns that a check names get other values. */
export function turnsOf(table: RowTable): number {
  return table.columns.some(({ checks }) => checks.length > 0) ? 12 : 1;
}

/** The n-th row at its `turn`-th try; what is in it refers to rows that are there. */
export function insertOf(table: RowTable, n: number, turn: number, making: Making): string {
  const flavour = FLAVOURS[n] ?? 'mixed';
  const quote = quoteName(making.engine);
  const assigned = new Map<string, string>();
  for (const [index, key] of table.foreignKeys.entries())
    for (const [name, value] of referred(table, key, { n: n + index, flavour, making, assigned }))
      assigned.set(name, value);
  for (const column of table.columns) {
    if (assigned.has(column.name) || column.automatic) continue;
    // Old code leaves out what the server fills in.
    if (flavour === 'plain' && column.hasDefault) continue;
    const row = { n, turn, flavour, making, table: table.name };
    assigned.set(
      column.name,
      turn > 0 && column.checks.length > 0 ? tried(column, row) : valueOf(column, row),
    );
  }
  const into = qualified(table.name, making.engine);
  if (assigned.size === 0)
    return `INSERT INTO ${into} ${/^(postgresql|sqlite)$/.test(making.engine) ? 'DEFAULT VALUES' : 'VALUES ()'}`;
  const overriding = making.engine === 'postgresql' ? ' OVERRIDING SYSTEM VALUE' : '';
  return `INSERT INTO ${into} (${[...assigned.keys()].map(quote).join(', ')})${overriding} VALUES (${[...assigned.values()].join(', ')})`;
}

export interface Update {
  readonly column: string;
  /** As far as it has no values. */
  readonly head: string;
  readonly sql: string;
  /** Whether any code may write it: a plain value, or one of those that the type names. */
  readonly ordinary: boolean;
}

/** Each column that is in no key set in all rows, to a plain value, to a great one, and to each that its type names. */
export function updatesOf(table: RowTable, making: Making): readonly Update[] {
  const quote = quoteName(making.engine);
  const keyed = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  const free = table.columns.filter(
    ({ name, unique, automatic }) => !unique && !automatic && !keyed.has(name),
  );
  return free.flatMap((column) => {
    const values = valuesOf(column, making.engine);
    const named = (column.values ?? []).slice(0, MOST).map((_, n) => [values.plain(n), true] as const);
    const others = [[values.plain(0), true] as const, [values.high(0), false] as const];
    const head = `UPDATE ${qualified(table.name, making.engine)} SET ${quote(column.name)}`;
    return (named.length > 0 ? named : others).map(([value, ordinary]) => ({
      column: column.name,
      head,
      sql: `${head} = ${value}`,
      ordinary,
    }));
  });
}

/** So many of the values that an enum names are tried. */
const MOST = 100;

export function quoteName(engine: Schema['engine']): (name: string) => string {
  const mark = engine === 'postgresql' ? '"' : '`';
  return (name) => `${mark}${name.replaceAll(mark, mark + mark)}${mark}`;
}

/** A table's name for a statement; PostgreSQL's picture names a schema that is not `public` in front. */
export function qualified(table: string, engine: Schema['engine']): string {
  const quote = quoteName(engine);
  return engine === 'postgresql' ? table.split('.').map(quote).join('.') : quote(table);
}

interface RowMade {
  readonly n: number;
  readonly turn: number;
  readonly flavour: Flavour;
  readonly making: Making;
  readonly table: string;
}

function valueOf(column: RowColumn, row: RowMade): string {
  const { n, flavour, making } = row;
  const values = valuesOf(column, making.engine);
  const differs = column.unique || !making.alike;
  const serial = differs ? n : 0;
  switch (flavour) {
    case 'plain':
      return values.plain(serial);
    case 'high':
      return values.high(serial);
    case 'low':
      return differs ? values.plain(n) : values.low;
    case 'null':
      return column.nullable ? 'NULL' : differs ? values.plain(n) : values.low;
    case 'mixed':
      return thrown(column, row, [
        values.plain(n),
        values.high(n),
        column.nullable ? 'NULL' : values.high(n + 1),
      ]);
  }
}

/** Where a check refused the first try: half of the choices are what it compares with. */
function tried(column: RowColumn, row: RowMade): string {
  const { n, flavour, making } = row;
  if (flavour === 'null' && column.nullable && row.turn % 2 === 1) return 'NULL';
  const values = valuesOf(column, making.engine);
  const others = [values.plain(n), values.plain(n + row.turn), values.high(n), values.low];
  const hints = hintsOf(column);
  const hint = hints.length === 0 ? [] : others.map(() => thrown(column, row, hints));
  return thrown(column, { ...row, table: `${row.table}?` }, [...hint, ...others]);
}

function thrown(column: RowColumn, { n, turn, making, table }: RowMade, choices: readonly string[]): string {
  const dice = hash([making.seed, table, column.name, n, turn].join('\0'));
  return choices[dice % choices.length] ?? 'NULL';
}

/** What a check compares with is likely to pass it, or what stands beside it. */
function hintsOf({ checks }: RowColumn): readonly string[] {
  const texts = checks.flatMap(literals).map((text) => `'${text.replaceAll("'", "''")}'`);
  const numbers = checks
    .flatMap((check) => [...check.matchAll(/(?<![\w'.])\d+(?:\.\d+)?(?![\w'])/g)].map(([number]) => number))
    .flatMap((number) => [number, `${number} + 1`, `${number} - 1`]);
  return [...new Set([...texts, ...numbers])];
}

interface Reference {
  readonly n: number;
  readonly flavour: Flavour;
  readonly making: Making;
  readonly assigned: ReadonlyMap<string, string>;
}

/** Columns of one foreign key, all from one row of its target; NULL where there is none yet, or to have both kinds. */
function referred(
  table: RowTable,
  key: ForeignKey,
  reference: Reference,
): readonly (readonly [string, string])[] {
  const { making, assigned, n, flavour } = reference;
  const open = key.columns.filter((name) => !assigned.has(name));
  const isNullable = open.some((name) => table.columns.find((one) => one.name === name)?.nullable);
  const count = making.filled.get(key.target) ?? 0;
  if (isNullable && (flavour === 'null' || count === 0)) return open.map((name) => [name, 'NULL']);
  if (count === 0 && key.target === table.name) return ownRow(table, key, n, making);
  const quote = quoteName(making.engine);
  const narrowed = key.columns.flatMap((name, at) => {
    const value = assigned.get(name);
    return value === undefined ? [] : [`${quote(key.targets[at] ?? '')} = ${value}`];
  });
  const where = [...key.targets.map((name) => `${quote(name)} IS NOT NULL`), ...narrowed].join(' AND ');
  const order = key.targets.map(quote).join(', ');
  const offset = narrowed.length > 0 || count === 0 ? 0 : n % count;
  const from = `(SELECT * FROM ${qualified(key.target, making.engine)} WHERE ${where} ORDER BY ${order} LIMIT 1 OFFSET ${offset}) AS referred`;
  return open.map((name) => [
    name,
    `(SELECT ${quote(key.targets[key.columns.indexOf(name)] ?? '')} FROM ${from})`,
  ]);
}

/** The first row of a table that has to refer to itself. */
function ownRow(
  table: RowTable,
  key: ForeignKey,
  n: number,
  making: Making,
): readonly (readonly [string, string])[] {
  return key.columns.flatMap((name, at) => {
    const target = table.columns.find((one) => one.name === key.targets[at]);
    if (target === undefined) return [];
    const value = valuesOf(target, making.engine).plain(1000 + n);
    return [[target.name, value] as const, [name, value] as const];
  });
}

/** FNV-1a: the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
}
