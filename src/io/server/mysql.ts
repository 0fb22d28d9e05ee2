/** Scratch schemas on MySQL and MariaDB. */
import type { Row } from '../server.ts';
import type { Client } from './client.ts';
import { cloneMysql } from './clone-mysql.ts';
import type { Dialect } from './dialect.ts';
import { contentsMysql, dumpMysql, loadMysql } from './dump-mysql.ts';

const quoteName = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
/** In a grant `_` and `%` stand for other characters. */
const quotePattern = (name: string): string => quoteName(name.replace(/[_%\\]/g, '\\$&'));
const names = (rows: readonly Row[]): string[] => rows.map(({ name }) => String(name));

export const mysql: Dialect = {
  async identify(client) {
    const [row] = await client.query('SELECT VERSION() AS version');
    const said = String(row?.version);
    // `10.11.19-MariaDB-0+deb12u1`, `9.7.4-2`, `8.0.36-28`: the product is told apart, the rest is the packager's.
    const version = /^\d+(\.\d+)*/.exec(said)?.[0] ?? said;
    const isMariadb = /mariadb/i.test(said);
    return { engine: isMariadb ? 'mariadb' : 'mysql', product: isMariadb ? 'MariaDB' : 'MySQL', version };
  },

  async createUser(client, run, password) {
    await client.query(`CREATE USER ${run}@'%' IDENTIFIED BY '${password}'`);
    await client.query(`GRANT ALL PRIVILEGES ON ${quotePattern(`${run}_`).slice(0, -1)}%\`.* TO ${run}@'%'`);
  },

  async createSchema(client, { name, user, declared }) {
    const charset = declared.charset === undefined ? '' : ` CHARACTER SET ${quoteName(declared.charset)}`;
    const collation = declared.collation === undefined ? '' : ` COLLATE ${quoteName(declared.collation)}`;
    await client.query(`CREATE DATABASE ${quoteName(name)}${charset}${collation}`);
    if (!name.startsWith(`${user}_`)) {
      await client.query(`GRANT ALL PRIVILEGES ON ${quotePattern(name)}.* TO ${user}@'%'`);
    }
  },

  async cloneSchema(session, from, to) {
    await mysql.createSchema(session.client, to);
    const client = await session.connect(from);
    try {
      await cloneMysql({ client, from, to: to.name });
    } finally {
      await client.close();
    }
  },

  dumpSchema: (session, name, user) =>
    connected(session.connect(name), (client) => dumpMysql(client, name, user)),
  loadSchema: (session, dump, name, user) =>
    connected(session.connect(name), (client) => loadMysql(client, dump, name, user)),
  contents: (session, name) => connected(session.connect(name), (client) => contentsMysql(client, name)),

  async settings(client) {
    const rows = await client.query(
      "SHOW GLOBAL VARIABLES WHERE Variable_name REGEXP '^(character_set_server|collation_.*|sql_mode|lower_case_table_names|time_zone|system_time_zone|default_.*|explicit_defaults.*|innodb_(default_row_format|strict_mode|file_per_table|large_prefix|page_size)|version.*|foreign_key_checks|auto_increment_.*|old_mode|sql_require_primary_key|sql_generate_invisible_primary_key|show_gipk.*)$'",
    );
    return rows.map((row) => Object.values(row).map(String).join('=')).join('\n');
  },

  async dropSchema(client, name) {
    await endSessions(client, 'DB', name);
    await client.query(`DROP DATABASE IF EXISTS ${quoteName(name)}`);
  },

  async dropUser(client, name) {
    await endSessions(client, 'USER', name);
    await client.query(`DROP USER IF EXISTS ${quoteName(name)}@'%'`);
  },

  async listOurs(client) {
    const schemas = await client.query("SHOW DATABASES LIKE 'alembic\\_gate\\_%'");
    const users = await client.query(
      "SELECT User AS name FROM mysql.user WHERE User LIKE 'alembic\\_gate\\_%'",
    );
    return { schemas: schemas.map((row) => String(Object.values(row)[0])), users: names(users) };
  },
};

async function connected<T>(connecting: Promise<Client>, act: (client: Client) => Promise<T>): Promise<T> {
  const client = await connecting;
  try {
    return await act(client);
  } finally {
    await client.close();
  }
}

async function endSessions(client: Client, column: 'DB' | 'USER', value: string): Promise<void> {
  const sessions = await client.query(
    `SELECT ID AS id FROM information_schema.PROCESSLIST WHERE ${column} = ? AND ID <> CONNECTION_ID()`,
    [value],
  );
  // One that ended by itself meanwhile is "unknown" to the server.
  for (const { id } of sessions) await client.query(`KILL ${Number(id)}`).catch(() => undefined);
}
