import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect, type Client, type Login } from '../../src/io/server/client.ts';
import type { DatabaseServer, Endpoint } from '../../src/io/server.ts';
import { UsageError } from '../../src/tree/usage-error.ts';
import { openTestServer } from '../server.ts';

const LIMIT = 60_000;
const PASSWORD = 'p@ss/w:rd%';

/** A server that plays somebody else's: with an administrator who has a password, and one user who has few rights. */
interface Service {
  readonly server: DatabaseServer;
  readonly admin: Client;
  readonly where: Endpoint;
}

const ACCOUNTS = {
  mysql: [
    `CREATE USER boss@'%' IDENTIFIED BY '${PASSWORD}'`,
    "GRANT ALL ON *.* TO boss@'%' WITH GRANT OPTION",
    `CREATE USER guest@'%' IDENTIFIED BY '${PASSWORD}'`,
  ],
  postgresql: [
    `CREATE ROLE boss LOGIN SUPERUSER PASSWORD '${PASSWORD}'`,
    `CREATE ROLE guest LOGIN PASSWORD '${PASSWORD}'`,
  ],
} as const;

const ENGINES = [
  { engine: 'mysql', family: 'mysql', scheme: 'mysql+pymysql', accounts: ACCOUNTS.mysql },
  { engine: 'mariadb', family: 'mysql', scheme: 'mariadb', accounts: ACCOUNTS.mysql },
  { engine: 'postgresql', family: 'postgresql', scheme: 'postgresql+psycopg', accounts: ACCOUNTS.postgresql },
] as const;

describe.each(ENGINES)('a $engine service', ({ engine, family, scheme, accounts }) => {
  let service: Service;
  const url = (user: string, password = PASSWORD): string =>
    `${scheme}://${user}:${encodeURIComponent(password)}@127.0.0.1:${service.where.port ?? 0}`;
  const open = (databaseUrl: string): Promise<DatabaseServer> =>
    openTestServer(engine, { database: 'service', databaseUrl, timeouts: { connect: 2, step: 1, total: 1 } });
  const ours = async (): Promise<number> => {
    const sql = {
      mysql: `SELECT (SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'alembic%')
                   + (SELECT COUNT(*) FROM mysql.user WHERE User LIKE 'alembic%') AS n`,
      postgresql: `SELECT ((SELECT COUNT(*) FROM pg_database WHERE datname LIKE 'alembic%')
                        + (SELECT COUNT(*) FROM pg_roles WHERE rolname LIKE 'alembic%'))::int AS n`,
    }[family];
    return Number((await service.admin.query(sql))[0]?.n);
  };

  beforeAll(async () => {
    const server = await openTestServer(engine);
    for (const sql of accounts) await server.query(sql);
    const { endpoint: where } = await server.createScratch('where');
    const login: Login = {
      ...where,
      family,
      user: 'boss',
      password: PASSWORD,
      database: family === 'mysql' ? '' : 'postgres',
    };
    service = { server, where, admin: await connect(login, 5000) };
    // What the playing server itself made for its test is not to be counted.
    expect(await ours()).toBe(2);
  }, LIMIT);

  afterAll(async () => {
    await service.admin.close();
    await service.server[Symbol.asyncDispose]();
  }, LIMIT);

  test(
    'lends its room for scratch schemas and is left as it was',
    async () => {
      const server = await open(url('boss'));
      expect(server).toMatchObject({ engine, source: 'service', version: service.server.version });
      const scratch = await server.createScratch('base');
      const migration = await connect({ ...scratch.endpoint, family }, 5000);
      await migration.query('CREATE TABLE t (a INTEGER)');
      await migration.close();
      await server.createScratch('step');
      expect(await ours()).toBe(5);
      await server[Symbol.asyncDispose]();
      expect(await ours()).toBe(2);
    },
    LIMIT,
  );

  test(
    'is reached by its socket',
    async () => {
      const at = encodeURIComponent(service.where.socket ?? '');
      const query =
        family === 'mysql' ? `/?unix_socket=${at}` : `:${service.where.port ?? 0}/postgres?host=${at}`;
      await using server = await open(
        `${scheme}://boss:${encodeURIComponent(PASSWORD)}@${family === 'mysql' ? 'localhost' : ''}${query}`,
      );
      const scratch = await server.createScratch('base');
      expect(scratch.endpoint).toMatchObject({ host: null, socket: service.where.socket });
      expect(await scratch.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
    LIMIT,
  );

  test(
    'gives schemas the character set and collation that production is declared to have',
    async () => {
      const declared =
        family === 'mysql'
          ? { charset: 'latin1', collation: 'latin1_german1_ci' }
          : { charset: 'UTF8', collation: 'C' };
      await using server = await openTestServer(engine, {
        database: 'service',
        databaseUrl: url('boss'),
        server: declared,
      });
      const scratch = await server.createScratch('base');
      const [row] = await scratch.query(
        family === 'mysql'
          ? 'SELECT @@character_set_database AS charset, @@collation_database AS collation'
          : 'SELECT pg_encoding_to_char(encoding) AS charset, datcollate AS collation FROM pg_database WHERE datname = current_database()',
      );
      expect(row).toEqual(declared);
    },
    LIMIT,
  );

  if (family === 'mysql')
    test(
      'has the sql_mode that production is declared to have, or is of no use',
      async () => {
        const [row] = await service.admin.query('SELECT @@GLOBAL.sql_mode AS mode');
        const held = (sqlMode: string) =>
          openTestServer(engine, { database: 'service', databaseUrl: url('boss'), server: { sqlMode } });
        const same = String(row?.mode).toLowerCase().split(',').reverse().join(',');
        await (await held(same))[Symbol.asyncDispose]();
        await expect(held('TRADITIONAL')).rejects.toThrow(
          /^The server .* runs with sql_mode ".*", and production is declared to have "STRICT_TRANS_TABLES,.*,TRADITIONAL,?.*": start it with that mode, or correct "server: sql-mode"\.$/,
        );
        await expect(held('NO_SUCH_MODE')).rejects.toThrow(
          /does not know the declared sql_mode \(.*NO_SUCH_MODE/,
        );
        expect(await ours()).toBe(2);
      },
      LIMIT,
    );

  test(
    'is swept of what an older run left, and of nothing else',
    async () => {
      await service.admin.query('CREATE DATABASE alembic_gate_0123ab_1600000000_base_1');
      await service.admin.query('CREATE DATABASE alembic_gateway');
      await service.admin.query(
        family === 'mysql'
          ? "CREATE USER alembic_gate_0123ab_1600000000@'%'"
          : 'CREATE ROLE alembic_gate_0123ab_1600000000',
      );
      await (await open(url('boss')))[Symbol.asyncDispose]();
      expect(await ours()).toBe(3);
      await service.admin.query('DROP DATABASE alembic_gateway');
    },
    LIMIT,
  );

  test.each([
    [
      'a wrong password',
      () => url('boss', 'guess'),
      /^The server boss@127\.0\.0\.1:\d+ refuses the login \(.*\): correct user and password in database-url\.$/,
    ],
    [
      'a user without rights',
      () => url('guest'),
      /^guest@127\.0\.0\.1:\d+ may not create databases and users \(.*\): give database-url an administrator/,
    ],
    [
      'nobody at the port',
      () => `${scheme}://boss:secret@127.0.0.1:1/`,
      /^The server boss@127\.0\.0\.1:1 is not ready within 2 s \(.*ECONNREFUSED.*\): start it, or correct database-url\.$/,
    ],
    [
      'a host without an address',
      () => `${scheme}://boss:secret@no-such-host.invalid/`,
      /^The host "no-such-host\.invalid" in database-url has no address/,
    ],
    [
      'a remote server',
      () => `${scheme}://boss:secret@192.0.2.1/`,
      /^The server boss@192\.0\.2\.1:\d+ is remote \(192\.0\.2\.1\): nothing is created there unless .*allow-remote/,
    ],
    [
      'a URL of another engine',
      () => (family === 'mysql' ? 'postgresql://boss:secret@127.0.0.1/' : 'mysql://boss:secret@127.0.0.1/'),
      /speaks .*: give a server of that engine\.$/,
    ],
    [
      'a URL of no engine',
      () => 'oracle://boss:secret@127.0.0.1/',
      /^The engine "oracle" in database-url is none of/,
    ],
    ['no URL at all', () => 'localhost', /^No URL in database-url/],
  ])(
    '%s is one sentence without the password, and leaves nothing',
    async (_what, badUrl, sentence) => {
      const error = await open(badUrl()).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(UsageError);
      const { message } = error as UsageError;
      expect(message).toMatch(sentence);
      expect(message).not.toMatch(/secret|guess|p@ss|p%40ss/);
      expect(await ours()).toBe(2);
    },
    LIMIT,
  );

  test(
    'an allowed remote server is asked',
    async () => {
      const opening = openTestServer(engine, {
        database: 'service',
        databaseUrl: `${scheme}://boss:secret@192.0.2.1/`,
        allowRemote: true,
        timeouts: { connect: 1, step: 1, total: 1 },
      });
      await expect(opening).rejects.toThrow(/^The server boss@192\.0\.2\.1:\d+ is not ready within 1 s/);
    },
    LIMIT,
  );
});

test(
  'PyMySQL without its cryptography gets into MySQL over TCP',
  async () => {
    const { execFileSync } = await import('node:child_process');
    const { testbed } = await import('../testbed.ts');
    await using server = await openTestServer('mysql');
    const { endpoint } = await server.createScratch('base');
    const program = `
import sys, json
sys.modules["cryptography"] = None
import pymysql
assert not pymysql._auth._have_cryptography
e = json.load(sys.stdin)
c = pymysql.connect(host=e["host"], port=e["port"], user=e["user"], password=e["password"], database=e["database"])
cursor = c.cursor(); cursor.execute("select 41 + 1"); print(cursor.fetchone()[0])`;
    const options = { input: JSON.stringify(endpoint), encoding: 'utf8' } as const;
    expect(execFileSync(testbed().python.newest, ['-c', program], options)).toBe('42\n');
  },
  LIMIT,
);
