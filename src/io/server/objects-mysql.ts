/** How MySQL and MariaDB say that their objects were made, and how such a statement is said again in another schema. */
import type { Row } from '../server.ts';
import type { Client } from './client.ts';

export const quote = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** A statement that makes an object, and the session that the object was made in, which is part of it. */
export interface Making {
  readonly sql: string;
  readonly mode: string | null;
  readonly collation: string | null;
}

/** One that depends on no setting of its session. */
export const plain = (sql: string): Making => ({ sql, mode: null, collation: null });

export const MAKING_SETTINGS =
  "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, unique_checks = 0";

const STATEMENTS: Readonly<Record<string, string>> = {
  TABLE: 'Create Table',
  VIEW: 'Create View',
  FUNCTION: 'Create Function',
  PROCEDURE: 'Create Procedure',
  TRIGGER: 'SQL Original Statement',
  EVENT: 'Create Event',
};

/** Names of the schema's tables and of what is listed among them, by type. */
export async function namedTables(
  client: Client,
  schema: string,
): Promise<{
  readonly withRows: readonly string[];
  readonly views: readonly string[];
  readonly sequences: readonly string[];
}> {
  const tables = await client.query(
    'SELECT TABLE_NAME AS name, TABLE_TYPE AS type FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?',
    [schema],
  );
  const named = (wanted: (type: string) => boolean) =>
    tables.flatMap(({ name, type }) => (wanted(String(type)) ? [String(name)] : []));
  return {
    withRows: named((type) => type !== 'SEQUENCE' && type !== 'VIEW'),
    views: named((type) => type === 'VIEW'),
    sequences: named((type) => type === 'SEQUENCE'),
  };
}

/** `ALTER DATABASE` after which the schema `name` has the character set of `like`. */
export async function characterSet(client: Client, like: string, name: string): Promise<string> {
  const [schema] = await client.query(
    'SELECT DEFAULT_CHARACTER_SET_NAME AS charset, DEFAULT_COLLATION_NAME AS collation FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
    [like],
  );
  return `ALTER DATABASE ${quote(name)} CHARACTER SET ${String(schema?.charset)} COLLATE ${String(schema?.collation)}`;
}

export async function shown(
  client: Client,
  schema: string,
  kind: string,
  names: readonly string[],
): Promise<readonly Making[]> {
  await client.query(`USE ${quote(schema)}`);
  const makings: Making[] = [];
  for (const name of names) {
    const [row] = await client.query(`SHOW CREATE ${kind} ${quote(name)}`);
    const sql = text(row, STATEMENTS[kind] ?? kind);
    if (sql === null) throw new Error(`the server does not say how ${kind.toLowerCase()} ${name} was made`);
    makings.push({ sql, mode: text(row, 'sql_mode'), collation: text(row, 'collation_connection') });
  }
  return makings;
}

/** Sequences and how far they have come. */
export async function shownSequences(
  client: Client,
  schema: string,
  names: readonly string[],
): Promise<readonly Making[]> {
  await client.query(`USE ${quote(schema)}`);
  const makings: Making[] = [];
  for (const name of names) {
    const [created] = await client.query(`SHOW CREATE SEQUENCE ${quote(name)}`);
    const qualified = `${quote(schema)}.${quote(name)}`;
    const [state] = await client.query(`SELECT next_not_cached_value AS next FROM ${qualified}`);
    makings.push(plain(text(created, 'Create Table') ?? ''));
    makings.push(plain(`SELECT SETVAL(${qualified}, ${String(state?.next)}, 0)`));
  }
  return makings;
}

/** Stored programs of each kind, in an order in which they can be made once tables and views are there. */
export async function shownRoutines(client: Client, schema: string): Promise<readonly Making[]> {
  const makings: Making[] = [];
  for (const kind of ['FUNCTION', 'PROCEDURE'] as const) {
    const rest = `ROUTINES WHERE ROUTINE_SCHEMA = ? AND ROUTINE_TYPE = '${kind}'`;
    makings.push(...(await shown(client, schema, kind, await listed(client, schema, 'ROUTINE_NAME', rest))));
  }
  return makings;
}

const TRIGGERS =
  'TRIGGERS WHERE TRIGGER_SCHEMA = ? ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER';

/** What acts by itself, and so is made last. */
export async function shownActors(client: Client, schema: string): Promise<readonly Making[]> {
  const triggers = await listed(client, schema, 'TRIGGER_NAME', TRIGGERS);
  const events = await listed(client, schema, 'EVENT_NAME', 'EVENTS WHERE EVENT_SCHEMA = ?');
  return [
    ...(await shown(client, schema, 'TRIGGER', triggers)),
    ...(await shown(client, schema, 'EVENT', events)),
  ];
}

/** Columns that take values, in order. */
export async function writableColumns(
  client: Client,
  schema: string,
  table: string,
): Promise<readonly { readonly name: string; readonly type: string }[]> {
  const columns = await client.query(
    "SELECT COLUMN_NAME AS name, DATA_TYPE AS type FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COALESCE(GENERATION_EXPRESSION, '') = '' ORDER BY ORDINAL_POSITION",
    [schema, table],
  );
  return columns.map(({ name, type }) => ({ name: String(name), type: String(type).toLowerCase() }));
}

/** The definitions of foreign keys and checks in what `SHOW CREATE TABLE` says. */
export const constraintsOf = (created: string): readonly string[] =>
  created.split('\n').flatMap((line) => /^ {2}(CONSTRAINT .*?),?$/.exec(line)?.[1] ?? []);

/** The copy would lead into the source of another copy. */
const OTHER_SCRATCH = /`alembic_gate_[0-9a-f]{6}_\d{10}_[a-z0-9_]+`\./;

/** Makes them in `to` as they were in `from`. */
export async function make(
  client: Client,
  from: string,
  to: string,
  makings: readonly Making[],
): Promise<void> {
  await client.query(`USE ${quote(to)}`);
  for (const { sql, mode, collation } of makings) {
    if (mode !== null) await client.query(`SET SESSION sql_mode = '${mode}'`);
    if (collation !== null) await client.query(`SET SESSION collation_connection = ${collation}`);
    // Sequences, and whatever a migration spelled out, are named with their schema.
    const renamed = sql.replaceAll(`${quote(from)}.`, `${quote(to)}.`);
    if (OTHER_SCRATCH.test(renamed.replaceAll(`${quote(to)}.`, '')))
      throw new Error('something in it names another database');
    await client.query(renamed);
  }
  await client.query("SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
}

/** Views stand on views, and the catalogue does not say in which order: as long as one more can be made, go on. */
export async function makeInAnyOrder(
  client: Client,
  from: string,
  to: string,
  makings: readonly Making[],
): Promise<void> {
  let left = makings;
  while (left.length > 0) {
    const failed: Making[] = [];
    let last: unknown = null;
    for (const making of left) {
      await make(client, from, to, [making]).catch((error: unknown) => {
        failed.push(making);
        last = error;
      });
    }
    if (failed.length === left.length) throw last;
    left = failed;
  }
}

async function listed(
  client: Client,
  schema: string,
  column: string,
  rest: string,
): Promise<readonly string[]> {
  const rows = await client.query(`SELECT ${column} AS name FROM information_schema.${rest}`, [schema]);
  return rows.map(({ name }) => String(name));
}

function text(row: Row | undefined, column: string): string | null {
  const value = row?.[column];
  return value === undefined || value === null ? null : String(value);
}
