/** What code of the base reads and writes: tried on the base's schema, and tried again on the new one. */
import type { Break } from './old-code.ts';
import { insertOf, ROWS, updatesOf, type Making, type Update } from '../rows/generate.ts';
import type { ForeignKey, RowTable } from '../rows/model.ts';
import { headOf } from '../rows/words.ts';
import { goneColumns, of, type NewSchema, type OldTable } from './run-old-reads.ts';
import { attempt, countRows, putRow, SEED, type RowDatabase } from '../rows/run-rows.ts';

/** `wanted` are tables by name with all their columns; `planted` have rows of the seed's, which are tried again as they stand there. Inside a transaction that is taken back. */
export async function writeAtBase(
  database: RowDatabase,
  wanted: ReadonlyMap<string, readonly string[]>,
  planted: ReadonlySet<string>,
): Promise<readonly OldTable[]> {
  const filled = new Map<string, number>();
  const making: Making = { engine: database.engine, seed: SEED, alike: true, filled };
  const tables: { table: RowTable; rows: { n: number; turn: number }[]; said: string | null }[] = [];
  for (const table of database.tables.filter(({ name }) => wanted.has(name))) {
    await countRows(database, table.name, filled);
    const rows: { n: number; turn: number }[] = [];
    let said: string | null = planted.has(table.name) ? null : '';
    for (let n = 0; said !== null && n < ROWS; n++) {
      const put = await putRow(database, table, n, making);
      if (put.kind === 'refused') said = put.said;
      else rows.push({ n, turn: put.turn });
      if (put.kind === 'put') filled.set(table.name, (filled.get(table.name) ?? 0) + 1);
    }
    tables.push({ table, rows, said });
  }
  const written: OldTable[] = [];
  for (const { table, rows, said } of tables) {
    const updates: Update[] = [];
    for (const update of planted.has(table.name) ? [] : updatesOf(table, making))
      if ((await attempt(database.scratch, update.sql)) === null) updates.push(update);
    const columns = wanted.get(table.name) ?? [];
    written.push({ table, columns, rows, updates, refused: rows.length === 0 ? said : null });
  }
  return written;
}

/** Everything that worked at the base and fails now; inside a transaction that is taken back. */
export async function writeAgain(old: readonly OldTable[], schema: NewSchema): Promise<readonly Break[]> {
  const { database } = schema;
  const filled = new Map<string, number>();
  const again = { schema, filled, old: new Set(old.map(({ table }) => table.name)) };
  const breaks: Break[] = [];
  const left: { readonly one: OldTable; readonly gone: ReadonlySet<string> }[] = [];
  for (const one of old) {
    const gone = await goneColumns(one, schema);
    breaks.push(...gone.breaks);
    if (gone.all) continue;
    left.push({ one, gone: gone.columns });
    await countRows(database, one.table.name, filled);
    breaks.push(...(await insertAgain(one, gone.columns, again)));
  }
  for (const { one, gone } of left) {
    const said = new Set(breaks.flatMap((each) => (each.table === one.table.name ? [each.said] : [])));
    // What an insert ran into is said once.
    breaks.push(...(await updateAgain(one, gone, again)).filter((each) => !said.has(each.said)));
  }
  return breaks;
}

interface Again {
  readonly schema: NewSchema;
  readonly filled: Map<string, number>;
  /** Names of the tables that old code has. */
  readonly old: ReadonlySet<string>;
}

async function insertAgain(
  { table, rows }: OldTable,
  gone: ReadonlySet<string>,
  again: Again,
): Promise<readonly Break[]> {
  const { schema, filled } = again;
  const { database } = schema;
  const now = database.tables.find(({ name }) => name === table.name);
  const known = stillKnown(table, gone, now);
  const isStranded = known.foreignKeys.some(
    ({ target, columns }) => target !== table.name && isHard(known, columns) && !filled.get(target),
  );
  if (isStranded) return []; // what it refers to breaks, and has its own break
  const making: Making = { engine: database.engine, seed: SEED, alike: true, filled };
  const count = () => filled.set(table.name, (filled.get(table.name) ?? 0) + 1);
  const breaks: Break[] = [];
  for (const { n, turn } of rows) {
    const sql = insertOf(known, n, turn, making);
    const said = await attempt(database.scratch, sql);
    if (said === null) {
      count();
      continue;
    }
    // Where only a default is gone, code that names its column goes on.
    const named = insertOf(spelledOut(known), n, turn, making);
    const isNamed = named !== sql && (await attempt(database.scratch, named)) === null;
    if (isNamed || (await standIn(now, n, again))) count();
    if (!isOfOurOwn(said, table.name, schema))
      breaks.push({
        ...of(schema.label, table.name),
        verb: 'INSERT',
        head: headOf(sql),
        said,
        ordinary: n === 0 && !isNamed,
      });
  }
  // Where the base took no plain row, one that no row passes has to do.
  const isAll = breaks.length === rows.length && rows[0]?.n !== 0;
  return isAll ? breaks.map((one) => ({ ...one, ordinary: true })) : breaks;
}

/** Columns that are there, and keys as the new schema has them: they only say which values a row can refer to. */
function stillKnown(table: RowTable, gone: ReadonlySet<string>, now: RowTable | undefined): RowTable {
  const foreignKeys = table.foreignKeys
    .filter(({ columns }) => !columns.some((name) => gone.has(name)))
    .flatMap((key) => {
      if (now === undefined) return [key];
      const same = now.foreignKeys.find(({ columns }) => columns.join('\0') === key.columns.join('\0'));
      return same ?? (now.foreignKeys.some((wider) => holds(wider, key)) ? [key] : []);
    });
  return { ...table, columns: table.columns.filter(({ name }) => !gone.has(name)), foreignKeys };
}

/** Whether a key goes to the same columns and to more: what old code writes in its part has to be there as before. */
const holds = (wider: ForeignKey, { columns, target, targets }: ForeignKey): boolean =>
  wider.target === target &&
  columns.every((name, at) => {
    const place = wider.columns.indexOf(name);
    return place >= 0 && wider.targets[place] === targets[at];
  });

const isHard = (table: RowTable, columns: readonly string[]): boolean =>
  columns.every((name) => table.columns.find((one) => one.name === name)?.nullable === false);

const spelledOut = (table: RowTable): RowTable => ({
  ...table,
  columns: table.columns.map((column) => ({ ...column, hasDefault: false })),
});

/** A row as new code writes it, so that others have something to refer to. */
async function standIn(table: RowTable | undefined, n: number, again: Again): Promise<boolean> {
  if (table === undefined) return false;
  const { schema, filled, old } = again;
  const { database } = schema;
  const making: Making = { engine: database.engine, seed: SEED, alike: false, filled };
  for (const { target } of table.foreignKeys) {
    if (target === table.name || old.has(target) || filled.get(target)) continue;
    const parent = database.tables.find(({ name }) => name === target);
    if (parent !== undefined && (await putRow(database, parent, 0, making)).kind === 'put')
      filled.set(target, 1);
  }
  return (await putRow(database, table, n, making)).kind === 'put';
}

/** The server quotes the key. */
function isOfOurOwn(said: string, table: string, schema: NewSchema): boolean {
  if (!/duplicate/i.test(said)) return false;
  const quoted = [...said.matchAll(/["'`]([^"'`]+)["'`]/g)].map(
    ([, name = '']) => name.split('.').at(-1) ?? '',
  );
  return quoted.some((name) => schema.isOldKey(table, name));
}

async function updateAgain(
  { table, updates }: OldTable,
  gone: ReadonlySet<string>,
  { schema, filled }: Again,
): Promise<readonly Break[]> {
  if (!filled.get(table.name)) return [];
  const breaks: Break[] = [];
  for (const { column, head, sql, ordinary } of updates) {
    if (gone.has(column)) continue;
    const said = await attempt(schema.database.scratch, sql);
    if (said !== null)
      breaks.push({ ...of(schema.label, table.name), column, verb: 'UPDATE', head, said, ordinary });
  }
  return breaks;
}
