/** Copies a schema of MySQL or MariaDB inside the server: tables like their sources, the rest as `SHOW CREATE` says, rows. */
import type { Row } from '../server.ts';
import type { Client } from './client.ts';

const quote = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

interface Copy {
  readonly client: Client;
  readonly from: string;
  readonly to: string;
}

/**
 * `client` is nobody else's: its default schema and its settings change. `to` exists and is empty. Rejects where anything
 * cannot be made again; whether the copy equals its source is for the caller to see.
 */
export async function cloneMysql(copy: Copy): Promise<void> {
  const { client, from, to } = copy;
  await client.query(
    "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, unique_checks = 0",
  );
  const [schema] = await client.query(
    'SELECT DEFAULT_CHARACTER_SET_NAME AS charset, DEFAULT_COLLATION_NAME AS collation FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
    [from],
  );
  await client.query(
    `ALTER DATABASE ${quote(to)} CHARACTER SET ${String(schema?.charset)} COLLATE ${String(schema?.collation)}`,
  );
  const tables = await client.query(
    'SELECT TABLE_NAME AS name, TABLE_TYPE AS type FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?',
    [from],
  );
  const named = (wanted: (type: string) => boolean) =>
    tables.flatMap(({ name, type }) => (wanted(String(type)) ? [String(name)] : []));
  for (const name of named((type) => type === 'SEQUENCE')) await cloneSequence(copy, name);
  const withRows = named((type) => type !== 'SEQUENCE' && type !== 'VIEW');
  for (const name of withRows)
    await client.query(`CREATE TABLE ${quote(to)}.${quote(name)} LIKE ${quote(from)}.${quote(name)}`);
  const created = await shown(copy, 'TABLE', withRows);
  for (const [index, name] of withRows.entries()) await constrain(copy, name, created[index]?.sql ?? '');
  for (const name of withRows) await cloneRows(copy, name);
  for (const kind of ['FUNCTION', 'PROCEDURE'] as const)
    await make(copy, await shown(copy, kind, await routines(copy, kind)));
  await makeInAnyOrder(
    copy,
    await shown(
      copy,
      'VIEW',
      named((type) => type === 'VIEW'),
    ),
  );
  const triggers =
    'TRIGGERS WHERE TRIGGER_SCHEMA = ? ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER';
  await make(copy, await shown(copy, 'TRIGGER', await listed(copy, 'TRIGGER_NAME', triggers)));
  const events = await listed(copy, 'EVENT_NAME', 'EVENTS WHERE EVENT_SCHEMA = ?');
  await make(copy, await shown(copy, 'EVENT', events));
}

/** A statement that makes an object, and the session that the object was made in, which is part of it. */
interface Making {
  readonly sql: string;
  readonly mode: string | null;
  readonly collation: string | null;
}

const STATEMENTS: Readonly<Record<string, string>> = {
  TABLE: 'Create Table',
  VIEW: 'Create View',
  FUNCTION: 'Create Function',
  PROCEDURE: 'Create Procedure',
  TRIGGER: 'SQL Original Statement',
  EVENT: 'Create Event',
};

async function shown(
  { client, from }: Copy,
  kind: string,
  names: readonly string[],
): Promise<readonly Making[]> {
  await client.query(`USE ${quote(from)}`);
  const makings: Making[] = [];
  for (const name of names) {
    const [row] = await client.query(`SHOW CREATE ${kind} ${quote(name)}`);
    const sql = text(row, STATEMENTS[kind] ?? kind);
    if (sql === null) throw new Error(`the server does not say how ${kind.toLowerCase()} ${name} was made`);
    makings.push({ sql, mode: text(row, 'sql_mode'), collation: text(row, 'collation_connection') });
  }
  return makings;
}

/** The copy would lead into the source of another copy. */
const OTHER_SCRATCH = /`alembic_gate_[0-9a-f]{6}_\d{10}_[a-z0-9_]+`\./;

async function make(copy: Copy, makings: readonly Making[]): Promise<void> {
  const { client, from, to } = copy;
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
async function makeInAnyOrder(copy: Copy, makings: readonly Making[]): Promise<void> {
  let left = makings;
  while (left.length > 0) {
    const failed: Making[] = [];
    let last: unknown = null;
    for (const making of left) {
      await make(copy, [making]).catch((error: unknown) => {
        failed.push(making);
        last = error;
      });
    }
    if (failed.length === left.length) throw last;
    left = failed;
  }
}

/**
 * `LIKE` keeps what no text says (an index that the server made for a foreign key gives way to the next that fits), but
 * takes no foreign keys along, and MySQL gives checks new names.
 */
async function constrain(copy: Copy, table: string, created: string): Promise<void> {
  const { client, to } = copy;
  const wanted = created.split('\n').flatMap((line) => /^ {2}(CONSTRAINT .*?),?$/.exec(line)?.[1] ?? []);
  if (wanted.length === 0) return;
  const present = await client.query(
    "SELECT CONSTRAINT_NAME AS name FROM information_schema.CHECK_CONSTRAINTS JOIN information_schema.TABLE_CONSTRAINTS USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME) WHERE CONSTRAINT_SCHEMA = ? AND TABLE_CONSTRAINTS.TABLE_NAME = ? AND CONSTRAINT_TYPE = 'CHECK'",
    [to, table],
  );
  const dropped = present.map(({ name }) => `DROP CONSTRAINT ${quote(String(name))}`);
  const changes = [...dropped, ...wanted.map((clause) => `ADD ${clause}`)];
  await make(copy, [
    { sql: `ALTER TABLE ${quote(table)} ${changes.join(', ')}`, mode: null, collation: null },
  ]);
}

async function cloneRows({ client, from, to }: Copy, table: string): Promise<void> {
  const columns = await client.query(
    "SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COALESCE(GENERATION_EXPRESSION, '') = '' ORDER BY ORDINAL_POSITION",
    [from, table],
  );
  const list = columns.map(({ name }) => quote(String(name))).join(', ');
  await client.query(
    `INSERT INTO ${quote(to)}.${quote(table)} (${list}) SELECT ${list} FROM ${quote(from)}.${quote(table)}`,
  );
}

async function cloneSequence(copy: Copy, name: string): Promise<void> {
  const { client, from, to } = copy;
  await client.query(`USE ${quote(from)}`);
  const [row] = await client.query(`SHOW CREATE SEQUENCE ${quote(name)}`);
  const sql = text(row, 'Create Table') ?? '';
  await make(copy, [{ sql, mode: null, collation: null }]);
  const [state] = await client.query(
    `SELECT next_not_cached_value AS next FROM ${quote(from)}.${quote(name)}`,
  );
  await client.query(`SELECT SETVAL(${quote(to)}.${quote(name)}, ${String(state?.next)}, 0)`);
}

async function routines(copy: Copy, kind: string): Promise<readonly string[]> {
  return listed(copy, 'ROUTINE_NAME', `ROUTINES WHERE ROUTINE_SCHEMA = ? AND ROUTINE_TYPE = '${kind}'`);
}

async function listed({ client, from }: Copy, column: string, rest: string): Promise<readonly string[]> {
  const rows = await client.query(`SELECT ${column} AS name FROM information_schema.${rest}`, [from]);
  return rows.map(({ name }) => String(name));
}

function text(row: Row | undefined, column: string): string | null {
  const value = row?.[column];
  return value === undefined || value === null ? null : String(value);
}
