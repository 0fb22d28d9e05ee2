/** A schema of MySQL or MariaDB as statements that make it again on another server of the same version, rows included. */
import type { Row } from '../server.ts';
import type { Client } from './client.ts';
import { limitedDump, type Dump, type DumpPart } from './dump.ts';
import { adding, foreignKey, isForeign, keyClauses, plainIndexes, type Key } from './foreign-keys-mysql.ts';
import {
  characterSet,
  constraintsOf,
  make,
  makeInAnyOrder,
  MAKING_SETTINGS,
  namedTables,
  plain,
  quote,
  shown,
  shownActors,
  shownRoutines,
  shownSequences,
  writableColumns,
  type Making,
} from './objects-mysql.ts';

/** Times are kept and said in one time zone, whatever the server's. */
const SETTINGS = `${MAKING_SETTINGS}, time_zone = '+00:00'`;
const ROWS_PER_INSERT = 500;
const PROBE = 'alembic_gate_probe';

interface Source {
  readonly client: Client;
  readonly from: string;
}

/** `client` is nobody else's. Rejects where something cannot be said, or there is too much of it. */
export async function dumpMysql(client: Client, from: string, user: string): Promise<Dump> {
  const source = { client, from };
  await client.query(SETTINGS);
  const { withRows, views, sequences } = await namedTables(client, from);
  const created = await shown(client, from, 'TABLE', withRows);
  const bare: Making[] = [];
  const constraints: Making[] = [];
  for (const [index, table] of withRows.entries()) {
    const sql = created[index]?.sql ?? '';
    const { without, added } = await apart(source, table, sql);
    bare.push(plain(without));
    constraints.push(...added.map(plain));
  }
  const rows: Making[] = [];
  const keep = limitedDump();
  for (const table of withRows) for (const sql of await inserts(source, table)) rows.push(plain(keep(sql)));
  const asParts = (makings: readonly Making[], view = false): readonly DumpPart[] =>
    makings.map((making) => ({ ...making, view }));
  return {
    name: from,
    user,
    parts: [
      ...asParts([plain(await characterSet(client, from, from))]),
      ...asParts(await shownSequences(client, from, sequences)),
      ...asParts(bare),
      ...asParts(constraints),
      ...asParts(rows),
      ...asParts(await shownRoutines(client, from)),
      ...asParts(await shown(client, from, 'VIEW', views), true),
      ...asParts(await shownActors(client, from)),
    ],
  };
}

/** `to` exists and is empty, `client` is nobody else's. */
export async function loadMysql(client: Client, dump: Dump, to: string, user: string): Promise<void> {
  await client.query(SETTINGS);
  const owner = (sql: string): string => sql.replaceAll(`${quote(dump.user)}@`, `${quote(user)}@`);
  const parts = dump.parts.map((part) => ({ ...part, sql: owner(part.sql) }));
  // The first statement names the schema itself.
  const [charset, ...rest] = parts;
  await client.query((charset?.sql ?? '').replace(quote(dump.name), quote(to)));
  const views = rest.filter(({ view }) => view);
  const last = rest.findIndex(({ view }) => view);
  const before = views.length === 0 ? rest : rest.slice(0, last);
  await make(client, dump.name, to, before);
  await makeInAnyOrder(client, dump.name, to, views);
  await make(client, dump.name, to, views.length === 0 ? [] : rest.slice(last + views.length));
}

/** Sums over all rows, table by table: equal for equal rows on the same version of the server. */
export async function contentsMysql(client: Client, schema: string): Promise<string> {
  const { withRows } = await namedTables(client, schema);
  if (withRows.length === 0) return '';
  const tables = withRows.toSorted().map((table) => `${quote(schema)}.${quote(table)}`);
  const sums = await client.query(`CHECKSUM TABLE ${tables.join(', ')}`);
  return sums
    .map((row) => `${String(row['Table']).slice(schema.length)} ${String(row['Checksum'])}`)
    .join('\n');
}

/**
 * The table without its constraints, and the statements that add them. An index that the server itself made for a foreign
 * key goes too, because it is made again with the key: spelled out it would be an index that stays when another one fits.
 */
async function apart(
  { client, from }: Source,
  table: string,
  created: string,
): Promise<{ readonly without: string; readonly added: readonly string[] }> {
  const constraints = constraintsOf(created);
  const foreign = constraints.filter(isForeign);
  if (foreign.length === 0) return { without: created, added: [] };
  const implicit = await implicitIndexes({ client, from }, table, created, foreign);
  const lines = created.split('\n');
  const gone = (line: string): boolean => {
    const clause = line.trim().replace(/,$/, '');
    return foreign.includes(clause) || implicit.some(({ name }) => clause.startsWith(`KEY ${quote(name)} (`));
  };
  const end = lines.findLastIndex((line) => line.startsWith(')'));
  const body = lines.slice(1, end).filter((line) => !gone(line));
  const clean = body.map((line, index) => `${line.replace(/,$/, '')}${index < body.length - 1 ? ',' : ''}`);
  return {
    without: [lines[0], ...clean, ...lines.slice(end)].join('\n'),
    added: keyClauses(table, foreign, implicit).map((clauses) => adding(table, clauses)),
  };
}

/** Nothing tells them but their behaviour: on an empty copy an index of the same columns makes them go away. */
async function implicitIndexes(
  { client, from }: Source,
  table: string,
  created: string,
  foreign: readonly string[],
): Promise<readonly Key[]> {
  const keys = foreign.map((clause) => foreignKey(clause).columns);
  const candidates = plainIndexes(created).filter(({ columns }) => keys.includes(columns));
  if (candidates.length === 0) return [];
  const probe = `${quote(from)}.${quote(PROBE)}`;
  await client.query(`CREATE TABLE ${probe} LIKE ${quote(from)}.${quote(table)}`);
  try {
    const added = candidates.map(({ columns }, index) => `ADD INDEX probe_${index} ${columns}`);
    await client.query(`ALTER TABLE ${probe} ${added.join(', ')}`);
    const left = await client.query(
      'SELECT DISTINCT INDEX_NAME AS name FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?',
      [from, PROBE],
    );
    const names = new Set(left.map(({ name }) => String(name)));
    return candidates.filter(({ name }) => !names.has(name));
  } finally {
    await client.query(`DROP TABLE ${probe}`);
  }
}

async function inserts({ client, from }: Source, table: string): Promise<readonly string[]> {
  const columns = await writableColumns(client, from, table);
  if (columns.length === 0) return [];
  const asked = columns.map(({ name, type }, index) => `${said(quote(name), type)} AS v${index}`);
  const rows = await client.query(`SELECT ${asked.join(', ')} FROM ${quote(from)}.${quote(table)}`);
  const list = columns.map(({ name }) => quote(name)).join(', ');
  const values = rows.map(
    (row) => `(${columns.map(({ type }, index) => literal(row[`v${index}`] ?? null, type)).join(', ')})`,
  );
  const batches = Array.from({ length: Math.ceil(values.length / ROWS_PER_INSERT) }, (_, index) =>
    values.slice(index * ROWS_PER_INSERT, (index + 1) * ROWS_PER_INSERT),
  );
  return batches.map((batch) => `INSERT INTO ${quote(table)} (${list}) VALUES ${batch.join(', ')}`);
}

const NUMBER = /^(tinyint|smallint|mediumint|int|bigint|decimal|year)$/;
const APPROXIMATE = /^(float|double|real)$/;
const TIME = /^(date|datetime|timestamp|time)$/;
const TEXT = /^(char|varchar|tinytext|text|mediumtext|longtext|enum|set|json)$/;

/** What the server is asked for, so that the literal below is the same value. */
function said(column: string, type: string): string {
  if (NUMBER.test(type) || TIME.test(type)) return `CAST(${column} AS CHAR)`;
  // Of a FLOAT the server shows six digits; as a double it shows them all.
  if (APPROXIMATE.test(type)) return `CAST(${column} + 0e0 AS CHAR)`;
  if (TEXT.test(type)) return `HEX(CONVERT(${column} USING utf8mb4))`;
  return `HEX(${column})`;
}

function literal(value: Row[string], type: string): string {
  if (value === null) return 'NULL';
  const spelled = String(value);
  if (NUMBER.test(type) || APPROXIMATE.test(type)) return spelled;
  if (TIME.test(type)) return `'${spelled}'`;
  if (spelled === '') return "''";
  return TEXT.test(type) ? `_utf8mb4 0x${spelled}` : `0x${spelled}`;
}
