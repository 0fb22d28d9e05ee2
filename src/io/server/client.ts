/** One connection to a server, with the same answers from both client libraries. They are loaded when first needed. */
import type { Endpoint, Row } from '../server.ts';

export type Family = 'mysql' | 'postgresql';

/** An endpoint and what is spoken there. `database` is empty where none is meant (MySQL). */
export interface Login extends Endpoint {
  readonly family: Family;
}

export interface Client {
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** A `COPY … FROM stdin` and its lines; where the server has no such thing it rejects. */
  copy(sql: string, rows: string): Promise<void>;
  close(): Promise<void>;
}

/** Rejects with the client library's own error, which has a `code`. The limit is for connecting. */
export function connect(login: Login, connectMs: number): Promise<Client> {
  return login.family === 'mysql' ? connectMysql(login, connectMs) : connectPostgresql(login, connectMs);
}

async function connectMysql(login: Login, connectTimeout: number): Promise<Client> {
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({
    ...(login.socket === null
      ? { host: login.host ?? '127.0.0.1', port: login.port ?? 3306 }
      : { socketPath: login.socket }),
    user: login.user,
    password: login.password,
    ...(login.database === '' ? {} : { database: login.database }),
    charset: 'utf8mb4',
    connectTimeout,
    // It would change the session's sql_mode, which has to be production's.
    flags: ['-IGNORE_SPACE'],
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
    typeCast: (field, next) => (field.type === 'GEOMETRY' ? field.buffer() : next()),
  });
  // A connection that dies idle says so by an event that would end our process; the next query rejects as well.
  connection.on('error', () => undefined);
  return {
    async query(sql, parameters = []) {
      // Prepared where there are parameters: escaping on our side would have to follow the server's sql_mode.
      const values = [...parameters] as Parameters<typeof connection.execute>[1];
      const [rows] =
        parameters.length > 0 ? await connection.execute(sql, values) : await connection.query(sql);
      return Array.isArray(rows) ? (rows as Row[]) : [];
    },
    copy: () => Promise.reject(new Error("COPY … FROM stdin is PostgreSQL's")),
    close: () => connection.end().catch(() => connection.destroy()),
  };
}

/** Oids of pg_type whose values become JavaScript's own; everything else stays as PostgreSQL writes it. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [16 /* bool */, (text) => text === 't'],
  [17 /* bytea */, (text) => Buffer.from(text.slice(2), 'hex')],
  ...[21, 23, 26 /* int2, int4, oid */, 700, 701 /* floats */].map((oid) => [oid, Number] as const),
]);

async function connectPostgresql(login: Login, connectionTimeoutMillis: number): Promise<Client> {
  const { Client: PgClient } = (await import('pg')).default;
  const client = new PgClient({
    // A directory in place of a host is libpq's way to name a socket.
    host: login.socket ?? login.host ?? '127.0.0.1',
    port: login.port ?? 5432,
    user: login.user,
    password: login.password,
    database: login.database,
    connectionTimeoutMillis,
    types: { getTypeParser: (oid: number) => PARSERS.get(oid) ?? String },
  });
  client.on('error', () => undefined); // as above
  await client.connect();
  return {
    copy: async (sql, rows) => (await import('./copy-in.ts')).copyIn(client, sql, rows),
    query: async (sql, parameters = []) => (await client.query<Row>(sql, [...parameters])).rows,
    close: () => client.end(),
  };
}
