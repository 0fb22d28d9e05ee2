/** Puts awkward rows into the databases of a stage, and takes pictures of what is in them. */
import type { DatabaseServer, Scratch } from '../io/server.ts';
import type { RowsPicture, TableRows } from './rows-compare.ts';
import { ATTEMPTS, insertOf, qualified, quoteName, ROWS, type Making } from './rows-generate.ts';
import { fillOrder, tablesOf, type KeyPart, type RowCatalogue, type RowTable } from './rows-model.ts';
import { withoutValues } from './rows-words.ts';
import type { World } from './run-world.ts';
import type { Schema } from './schema.ts';

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
    const catalogue =
      engine === 'postgresql' ? await postgresqlCatalogue(scratch) : await mysqlCatalogue(scratch);
    databases.push({ label, scratch, engine, tables: fillOrder(tablesOf(schema, catalogue)) });
  }
  return databases;
}

export interface Filled {
  /** Tables that took no row, with what the server said to the last one. */
  readonly empty: ReadonlyMap<string, string>;
  /** What the server accepted, in order. */
  readonly statements: readonly { readonly table: string; readonly sql: string }[];
}

/** What the server refuses is not there. `alike`: whether rows may be the same where no key forbids it. */
export async function fillDatabase(
  { scratch, engine, tables }: RowDatabase,
  alike: boolean,
): Promise<Filled> {
  const filled = new Map<string, number>();
  const empty = new Map<string, string>();
  const statements: { table: string; sql: string }[] = [];
  const making: Making = { engine, seed: SEED, alike, filled };
  for (const table of tables) {
    let said = '';
    for (let n = 0; n < ROWS || (n < ATTEMPTS && !filled.has(table.name)); n++) {
      const sql = insertOf(table, n, making);
      const refusal = await attempt(scratch, sql);
      if (refusal !== null) said = refusal;
      else {
        filled.set(table.name, (filled.get(table.name) ?? 0) + 1);
        statements.push({ table: table.name, sql });
      }
    }
    if (!filled.has(table.name)) empty.set(table.name, said);
  }
  return { empty, statements };
}

/** One number for everybody: what fails today fails tomorrow. */
const SEED = 4;

/** What `act` writes is there afterwards, or was only tried. */
export async function inTransaction<T>(
  { scratch }: RowDatabase,
  end: 'COMMIT' | 'ROLLBACK',
  act: () => Promise<T>,
): Promise<T> {
  await scratch.query('BEGIN');
  try {
    const result = await act();
    await scratch.query(end);
    return result;
  } catch (error) {
    await scratch.query('ROLLBACK').catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}

/** One statement inside a transaction: null, or what the server said against it, without values of rows. */
export async function attempt(scratch: Scratch, sql: string): Promise<string | null> {
  await scratch.query('SAVEPOINT attempt');
  try {
    await scratch.query(sql);
    await scratch.query('RELEASE SAVEPOINT attempt');
    return null;
  } catch (error) {
    await scratch.query('ROLLBACK TO SAVEPOINT attempt');
    return withoutValues(error instanceof Error ? error.message : String(error));
  }
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
    const list = names.map(
      (column, at) => `MD5(${quote(column)}${engine === 'postgresql' ? '::text' : ''}) AS c${at}`,
    );
    const rows = await scratch.query(`SELECT ${list.join(', ')} FROM ${qualified(name, engine)}`);
    const hashes = rows.map((row) =>
      Object.fromEntries(names.map((column, at) => [column, hashIn(row[`c${at}`])])),
    );
    picture.set(name, { primary, columns: names, rows: hashes });
  }
  return picture;
}

const hashIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

async function mysqlCatalogue(scratch: Scratch): Promise<RowCatalogue> {
  const unique =
    await scratch.query(`SELECT IF(INDEX_NAME = 'PRIMARY', 'primary', 'unique') AS kind, TABLE_NAME AS owner,
      INDEX_NAME AS name, COLUMN_NAME AS part, NULL AS target, NULL AS target_part
    FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND NON_UNIQUE = 0 ORDER BY 2, 3, SEQ_IN_INDEX`);
  const foreign =
    await scratch.query(`SELECT 'foreign' AS kind, TABLE_NAME AS owner, CONSTRAINT_NAME AS name, COLUMN_NAME AS part,
      REFERENCED_TABLE_NAME AS target, REFERENCED_COLUMN_NAME AS target_part
    FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
    ORDER BY 2, 3, ORDINAL_POSITION`);
  return { keys: [...unique, ...foreign] as unknown as readonly KeyPart[], domains: new Map(), charset: '' };
}

const NAME = (relation: string, namespace: string) =>
  `CASE ${namespace}.nspname WHEN 'public' THEN ${relation} ELSE ${namespace}.nspname || '.' || ${relation} END`;

const POSTGRESQL_KEYS = `SELECT CASE WHEN i.indisprimary THEN 'primary' ELSE 'unique' END AS kind, ${NAME('t.relname', 'n')} AS owner,
    i.indexrelid::text AS name, a.attname AS part, NULL AS target, NULL AS target_part, k.at
  FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k (number, at)
  LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number AND k.number > 0
  WHERE i.indisunique AND k.at <= i.indnkeyatts AND n.nspname NOT LIKE 'pg\\_%'
  UNION ALL SELECT 'foreign', ${NAME('t.relname', 'n')}, c.oid::text, a.attname, ${NAME('r.relname', 'm')}, b.attname, k.at
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  JOIN pg_class r ON r.oid = c.confrelid JOIN pg_namespace m ON m.oid = r.relnamespace
  CROSS JOIN unnest(c.conkey, c.confkey) WITH ORDINALITY AS k (number, target, at)
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
  JOIN pg_attribute b ON b.attrelid = r.oid AND b.attnum = k.target
  WHERE c.contype = 'f' ORDER BY 2, 3, 7`;

async function postgresqlCatalogue(scratch: Scratch): Promise<RowCatalogue> {
  const keys = (await scratch.query(POSTGRESQL_KEYS)) as unknown as readonly KeyPart[];
  const domains = await scratch.query(
    "SELECT format_type(oid, NULL) AS name, format_type(typbasetype, typtypmod) AS base FROM pg_type WHERE typtype = 'd'",
  );
  const [row] = await scratch.query('SELECT getdatabaseencoding() AS encoding');
  return {
    keys,
    domains: new Map(domains.map(({ name, base }) => [String(name), String(base)])),
    charset: row?.encoding === 'UTF8' ? 'utf8mb4' : '',
  };
}
