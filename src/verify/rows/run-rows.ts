/** Puts awkward rows into the databases of a stage, and takes pictures of what is in them. */
import type { DatabaseServer, Row, Scratch } from '../../io/server.ts';
import type { RowsPicture, TableRows } from './compare.ts';
import { insertOf, qualified, quoteName, ROWS, turnsOf, type Making } from './generate.ts';
import { fillOrder, tablesOf, type RowTable } from './model.ts';
import { withoutValues } from './words.ts';
import { catalogueOf } from './run-catalogue.ts';
import { NotEvaluated } from '../run-steps.ts';
import type { World } from '../run-world.ts';
import type { Schema } from '../schema/schema.ts';

export interface RowDatabase {
  /** The target's database; '' for the project's own. */
  readonly label: string;
  readonly scratch: Scratch;
  readonly engine: DatabaseServer['engine'];
  /** Parents first. */
  readonly tables: readonly RowTable[];
}

/** The databases of a scenario as they are now. */
export async function rowDatabases(server: DatabaseServer, world: World): Promise<readonly RowDatabase[]> {
  const { engine } = server;
  const schemas = await world.snapshot();
  const databases: RowDatabase[] = [];
  for (const [label, scratch] of world.databases()) {
    const schema = schemas.get(label);
    if (schema === undefined) continue;
    // As the application has it: what its own sessions refuse is to be refused here, and nothing else.
    if (engine === 'sqlite')
      await ask(scratch, `PRAGMA foreign_keys = ${world.enforcesKeys(scratch.name) ? 'ON' : 'OFF'}`);
    const catalogue = await catalogueOf(engine, (sql) => ask(scratch, sql));
    databases.push({ label, scratch, engine, tables: fillOrder(tablesOf(schema, catalogue)) });
  }
  return databases;
}

/** A question that the server does not answer is no fault of a migration, and no pass either. */
async function ask(scratch: Scratch, sql: string): Promise<readonly Row[]> {
  try {
    return await scratch.query(sql);
  } catch (error) {
    throw new NotEvaluated(`the server does not take what the rows need: ${words(error)}`);
  }
}

const words = (error: unknown): string =>
  withoutValues(error instanceof Error ? error.message : String(error));

export interface Filled {
  /** Tables that hold no row, with what the server said to the last one. */
  readonly empty: ReadonlyMap<string, string>;
}

/**
 * What the server refuses is not there. `alike`: whether rows may be the same where no key forbids it; `planted` are
 * tables that have their rows.
 */
export async function fillDatabase(
  database: RowDatabase,
  alike: boolean,
  planted: ReadonlySet<string> = new Set(),
): Promise<Filled> {
  const { engine, tables } = database;
  const filled = new Map<string, number>();
  const empty = new Map<string, string>();
  const making: Making = { engine, seed: SEED, alike, filled };
  for (const table of tables) {
    const { name } = table;
    await countRows(database, name, filled);
    let said = '';
    for (let n = 0; n < (planted.has(name) ? 0 : ROWS); n++) {
      const put = await putRow(database, table, n, making);
      if (put.kind === 'refused') said = put.said;
      else filled.set(name, (filled.get(name) ?? 0) + 1);
    }
    if ((filled.get(name) ?? 0) === 0) empty.set(name, said);
  }
  return { empty };
}

/** Migrations may have put some there themselves. */
export async function countRows(
  { scratch, engine }: RowDatabase,
  table: string,
  filled: Map<string, number>,
): Promise<void> {
  const [row] = await ask(scratch, `SELECT COUNT(*) AS there FROM ${qualified(table, engine)}`);
  const count = Number(row?.['there']);
  if (count > 0) filled.set(table, count);
}

export async function countAll(database: RowDatabase): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of database.tables) await countRows(database, name, counts);
  return counts;
}

export type Put =
  { readonly kind: 'put'; readonly turn: number } | { readonly kind: 'refused'; readonly said: string };

/** The n-th row in the first of its variants that the server takes. */
export async function putRow(
  { scratch }: RowDatabase,
  table: RowTable,
  n: number,
  making: Making,
): Promise<Put> {
  let said = '';
  for (let turn = 0; turn < turnsOf(table); turn++) {
    const refusal = await attempt(scratch, insertOf(table, n, turn, making));
    if (refusal === null) return { kind: 'put', turn };
    said = refusal;
  }
  return { kind: 'refused', said };
}

/** One number for everybody: what fails today fails tomorrow. */
export const SEED = 4;

/** What `act` writes is there afterwards, or was only tried. */
export async function inTransaction<T>(
  { scratch, engine }: RowDatabase,
  end: 'COMMIT' | 'ROLLBACK',
  act: () => Promise<T>,
): Promise<T> {
  await ask(scratch, 'BEGIN');
  try {
    // What is only checked at the end would take everything back with it.
    if (engine === 'postgresql') await ask(scratch, 'SET CONSTRAINTS ALL IMMEDIATE');
    const result = await act();
    await ask(scratch, end);
    return result;
  } catch (error) {
    await scratch.query('ROLLBACK').catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}

/** One statement inside a transaction: null, or what the server said against it, without values of rows. */
export async function attempt(scratch: Scratch, sql: string): Promise<string | null> {
  await ask(scratch, 'SAVEPOINT attempt');
  try {
    await scratch.query(sql);
  } catch (error) {
    await ask(scratch, 'ROLLBACK TO SAVEPOINT attempt');
    return words(error);
  }
  await ask(scratch, 'RELEASE SAVEPOINT attempt');
  return null;
}

/** Of the tables and columns that `schema` still has. Hashes are made inside the server: no value leaves it. */
export async function pictureOf(
  { scratch, engine, tables }: RowDatabase,
  schema: Schema | undefined,
): Promise<RowsPicture> {
  const quote = quoteName(engine);
  const columns = (schema?.objects ?? []).filter(({ kind }) => kind === 'column');
  const picture = new Map<string, TableRows>();
  for (const { name, primary, ...table } of tables) {
    const own = new Set(columns.flatMap((one) => (one.table === name ? [one.name] : [])));
    const names = table.columns.map((column) => column.name).filter((column) => own.has(column));
    if (names.length === 0) continue;
    const list = names.map((column, at) => `${hashed(quote(column), engine)} AS c${at}`);
    const rows = await ask(scratch, `SELECT ${list.join(', ')} FROM ${qualified(name, engine)}`);
    const hashes = rows.map((row) =>
      Object.fromEntries(names.map((column, at) => [column, hashIn(row[`c${at}`])])),
    );
    picture.set(name, { primary, columns: names, rows: hashes });
  }
  return picture;
}

/** MySQL has no MD5() from 9.7 on; SQLite has no hash at all, but the Python that asks it. */
function hashed(column: string, engine: RowDatabase['engine']): string {
  if (engine === 'postgresql') return `MD5(${column}::text)`;
  if (engine !== 'sqlite') return `SHA2(${column}, 256)`;
  const kind = `typeof(${column})`;
  return `alembic_gate_digest(${kind}, CASE ${kind} WHEN 'text' THEN CAST(${column} AS BLOB) ELSE ${column} END)`;
}

const hashIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
