/** Scratch databases on PostgreSQL, where a schema of ours is a database. */
import type { Row } from '../server.ts';
import type { Client } from './client.ts';
import type { Dialect } from './dialect.ts';
import { contentsPostgresql, dumpPostgresql, loadPostgresql } from './dump-postgresql.ts';

const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const names = (rows: readonly Row[]): string[] => rows.map(({ name }) => String(name));

export const postgresql: Dialect = {
  async identify(client) {
    const [row] = await client.query('SHOW server_version');
    // `15.18 (Debian 15.18-0+deb12u1)`: what follows is the packager's.
    const version = String(row?.server_version).split(' ')[0] ?? '';
    return { engine: 'postgresql', product: 'PostgreSQL', version };
  },

  async createUser(client, run, password) {
    await client.query(`CREATE ROLE ${run} LOGIN NOCREATEDB NOCREATEROLE PASSWORD '${password}'`);
    // Whoever is no superuser may give databases only to roles that he is a member of.
    await client.query(`GRANT ${run} TO CURRENT_USER`);
  },

  async createSchema(client, { name, user, declared }) {
    const encoding = declared.charset === undefined ? '' : ` ENCODING ${quoteText(declared.charset)}`;
    const locale = declared.collation === undefined ? '' : ` LOCALE ${quoteText(declared.collation)}`;
    // template1 may hold what somebody left there; template0 is as the server came.
    await client.query(
      `CREATE DATABASE ${quoteName(name)} OWNER ${user} TEMPLATE template0${encoding}${locale}`,
    );
  },

  async cloneSchema({ client }, from, { name, user }) {
    await demandNoSettings(client, from);
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
      [from],
    );
    await client.query(`CREATE DATABASE ${quoteName(name)} OWNER ${user} TEMPLATE ${quoteName(from)}`);
  },

  async dumpSchema({ connect, dumper }, name, user) {
    if (dumper === null) throw new Error('there is no program "pg_dump" beside the server or on the PATH');
    const client = await connect(name);
    await demandNoSettings(client, name).finally(() => client.close());
    return dumpPostgresql(dumper, name, user);
  },

  async loadSchema({ connect }, dump, name, user) {
    const client = await connect(name);
    await loadPostgresql(client, dump, user).finally(() => client.close());
  },

  async contents({ connect }, name, user) {
    const client = await connect(name);
    return contentsPostgresql(client, user).finally(() => client.close());
  },

  async settings(client) {
    const rows = await client.query(
      "SELECT name || '=' || setting AS line FROM pg_settings WHERE name ~ '^(lc_|server_version|server_encoding|TimeZone$|DateStyle|IntervalStyle|standard_conforming|default_|quote_all|search_path|xml|bytea|extra_float|integer_datetimes|jit$|array_nulls|escape_string|transform_null|block_size|data_checksums)' ORDER BY 1",
    );
    const extensions = await client.query(
      "SELECT name || ' ' || default_version AS line FROM pg_available_extensions ORDER BY 1",
    );
    return [...rows, ...extensions].map(({ line }) => String(line)).join('\n');
  },

  async dropSchema(client, name) {
    await client.query(`DROP DATABASE IF EXISTS ${quoteName(name)} WITH (FORCE)`);
  },

  async dropUser(client, name) {
    await client.query(`DROP ROLE IF EXISTS ${quoteName(name)}`);
  },

  async listOurs(client) {
    const pattern = 'alembic\\_gate\\_%';
    const schemas = await client.query('SELECT datname AS name FROM pg_database WHERE datname LIKE $1', [
      pattern,
    ]);
    const users = await client.query('SELECT rolname AS name FROM pg_roles WHERE rolname LIKE $1', [pattern]);
    return { schemas: names(schemas), users: names(users) };
  },
};

/** They belong to the database's name, which a copy does not have. */
async function demandNoSettings(client: Client, database: string): Promise<void> {
  const kept = await client.query(
    'SELECT 1 FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = $1',
    [database],
  );
  if (kept.length > 0) throw new Error('it has settings of its own (ALTER DATABASE … SET)');
}
