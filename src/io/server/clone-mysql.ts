/** Copies a schema of MySQL or MariaDB inside the server: tables like their sources, the rest as `SHOW CREATE` says, rows. */
import type { Client } from './client.ts';
import { adding, isForeign, keyClauses, plainIndexes } from './foreign-keys-mysql.ts';
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
} from './objects-mysql.ts';

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
  await client.query(MAKING_SETTINGS);
  await client.query(await characterSet(client, from, to));
  const { withRows, views, sequences } = await namedTables(client, from);
  await make(client, from, to, await shownSequences(client, from, sequences));
  const created = await shown(client, from, 'TABLE', withRows);
  for (const [index, name] of withRows.entries()) await createTable(copy, name, created[index]?.sql ?? '');
  for (const [index, name] of withRows.entries()) await constrain(copy, name, created[index]?.sql ?? '');
  for (const name of withRows) await cloneRows(copy, name);
  await make(client, from, to, await shownRoutines(client, from));
  await makeInAnyOrder(client, from, to, await shown(client, from, 'VIEW', views));
  await make(client, from, to, await shownActors(client, from));
}

/** A default that draws from a sequence would, in a table `LIKE` its source, go on drawing from the source's. */
async function createTable({ client, from, to }: Copy, table: string, created: string): Promise<void> {
  const like = `CREATE TABLE ${quote(to)}.${quote(table)} LIKE ${quote(from)}.${quote(table)}`;
  if (isTied(created, from)) await make(client, from, to, [plain(created)]);
  else await client.query(like);
}

const isTied = (created: string, from: string): boolean => created.includes(`${quote(from)}.`);

/**
 * `LIKE` keeps what no text says (an index that the server made for a foreign key gives way to the next that fits), but
 * takes no foreign keys along, and MySQL gives checks new names.
 */
async function constrain({ client, from, to }: Copy, table: string, created: string): Promise<void> {
  const wanted = constraintsOf(created);
  if (wanted.length === 0 || isTied(created, from)) return;
  const present = await client.query(
    "SELECT CONSTRAINT_NAME AS name FROM information_schema.CHECK_CONSTRAINTS JOIN information_schema.TABLE_CONSTRAINTS USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME) WHERE CONSTRAINT_SCHEMA = ? AND TABLE_CONSTRAINTS.TABLE_NAME = ? AND CONSTRAINT_TYPE = 'CHECK'",
    [to, table],
  );
  const dropped = present.map(({ name }) => `DROP CONSTRAINT ${quote(String(name))}`);
  const checks = wanted.filter((clause) => !isForeign(clause));
  const [first = [], ...others] = keyClauses(table, wanted.filter(isForeign), plainIndexes(created));
  const changes = [...dropped, ...[...checks, ...first].map((clause) => `ADD ${clause}`)];
  const rest = others.map((clauses) => plain(adding(table, clauses)));
  await make(client, from, to, [plain(`ALTER TABLE ${quote(table)} ${changes.join(', ')}`), ...rest]);
}

async function cloneRows({ client, from, to }: Copy, table: string): Promise<void> {
  const columns = await writableColumns(client, from, table);
  const list = columns.map(({ name }) => quote(name)).join(', ');
  await client.query(
    `INSERT INTO ${quote(to)}.${quote(table)} (${list}) SELECT ${list} FROM ${quote(from)}.${quote(table)}`,
  );
}
