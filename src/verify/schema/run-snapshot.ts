/** Reads one scratch database's schema from the server's own catalogue. */
import type { DatabaseServer, Row, Scratch } from '../../io/server.ts';
import type { Schema } from './schema.ts';
import { POSTGRESQL_QUERY, postgresqlSchema, type PostgresqlRow } from './postgresql.ts';
import { mysqlPicture } from './mysql-queries.ts';
import { mysqlSchema } from './mysql.ts';
import { SQLITE_QUERIES, sqliteSchema, type SqliteCatalogue, type SqliteSection } from './sqlite.ts';

/** `leftOut` are Alembic's version tables. */
export async function readSchema(
  server: DatabaseServer,
  scratch: Scratch,
  leftOut: ReadonlySet<string>,
): Promise<Schema> {
  switch (server.engine) {
    case 'mysql':
    case 'mariadb': {
      const { engine, version } = server;
      const { sql, parameters, read } = mysqlPicture(engine);
      const rows = read(await server.query(sql, parameters(scratch.name)));
      return mysqlSchema({ engine, version, name: scratch.name, rows }, leftOut);
    }
    case 'postgresql': {
      const rows = (await scratch.query(POSTGRESQL_QUERY)) as unknown as readonly PostgresqlRow[];
      return postgresqlSchema(server.version, rows, leftOut);
    }
    case 'sqlite': {
      const rows: Partial<Record<SqliteSection, readonly Row[]>> = {};
      for (const [section, query] of Object.entries(SQLITE_QUERIES) as [SqliteSection, string][])
        rows[section] = await scratch.query(query);
      return sqliteSchema(server.version, rows as unknown as SqliteCatalogue, leftOut);
    }
  }
}
