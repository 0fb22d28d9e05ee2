import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer, ServerEngine } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { testbed, type PythonName } from '../testbed.ts';
import { openDecoy, type Decoy } from './decoy.ts';
import { drive } from './drive.ts';
import type { ProjectRevision } from './project.ts';
import { asynchronousEnv, synchronousEnv } from './ways.ts';
import { MYSQL_WAYS } from './ways-mysql.ts';
import { POSTGRESQL_WAYS } from './ways-postgresql.ts';

const LIMIT = 60_000;
const ENGINES: readonly ServerEngine[] = ['mysql', 'mariadb', 'postgresql'];
const servers = new Map<string, DatabaseServer>();
let decoy: Decoy;
beforeAll(async () => {
  for (const engine of ENGINES) servers.set(engine, await openTestServer(engine));
  decoy = await openDecoy();
}, LIMIT);
afterAll(async () => {
  for (const server of servers.values()) await server[Symbol.asyncDispose]();
  await decoy[Symbol.asyncDispose]();
}, LIMIT);

const REVISION: ProjectRevision = {
  id: 'tenants',
  down: null,
  upgrade: 'op.create_table("tenant", sa.Column("id", sa.Integer, primary_key=True))',
  downgrade: 'op.drop_table("tenant")',
};

const ASYNCHRONOUS = new Set(['aiomysql', 'asyncmy', 'psycopg_async', 'asyncpg']);
const DRIVERS: readonly (readonly [engine: string, driver: string, PythonName])[] = [
  ['mysql', 'pymysql', 'drivers'],
  ['mysql', 'mysqldb', 'drivers'],
  ['mysql', 'mysqlconnector', 'drivers'],
  ['mysql', 'aiomysql', 'drivers'],
  ['mysql', 'asyncmy', 'drivers'],
  ['mariadb', 'pymysql', 'drivers'],
  ['mariadb', 'mysqldb', 'drivers'],
  ['mariadb', 'asyncmy', 'drivers'],
  ['postgresql', 'psycopg2', 'drivers'],
  ['postgresql', 'psycopg', 'drivers'],
  ['postgresql', 'psycopg_async', 'drivers'],
  ['postgresql', 'asyncpg', 'drivers'],
  ['mysql', 'pymysql', 'drivers-1.4'],
  ['mysql', 'mysqldb', 'drivers-1.4'],
  ['mysql', 'mysqlconnector', 'drivers-1.4'],
  ['mysql', 'aiomysql', 'drivers-1.4'],
  ['mysql', 'asyncmy', 'drivers-1.4'],
  ['mariadb', 'pymysql', 'drivers-1.4'],
  ['postgresql', 'psycopg2', 'drivers-1.4'],
  ['postgresql', 'asyncpg', 'drivers-1.4'],
  ['mysql', 'pymysql', 'sqlalchemy-1.3'],
  ['postgresql', 'psycopg2', 'sqlalchemy-1.3'],
];

describe.each(DRIVERS)('%s+%s (%s)', (engine, driver, python) => {
  test.each(['socket', 'tcp'] as const)(
    'lands on scratch whatever way it takes, by %s',
    async (by) => {
      const dialect = `${engine}+${driver}`;
      const isAsynchronous = ASYNCHRONOUS.has(driver);
      const way = { ...MYSQL_WAYS, ...POSTGRESQL_WAYS }[driver];
      const server = servers.get(engine);
      if (!way || !server) throw new Error(`The test knows no ${dialect}.`);
      const ways = way({ dialect, isAsynchronous, decoy, hasAsyncCreator: python === 'drivers' });
      const before = decoy.visits();
      const driven = await drive(
        server,
        by,
        {
          revisions: [REVISION],
          url: `${dialect}://app:secret@127.0.0.1:${decoy.port}/production`,
          env: isAsynchronous ? asynchronousEnv(ways) : synchronousEnv(ways),
          declared: { python: testbed().python[python], env: production(decoy) },
        },
        [
          [{ revision: 'tenants', direction: 'upgrade', target: 'tenants' }],
          [{ revision: 'tenants', direction: 'downgrade', target: 'base' }],
        ],
      );
      expect(driven.failure).toBeNull();
      const scratch = new Set(driven.databases.map(([, name]) => name));
      const led = driven.landed.map((line) => line.split(': '));
      expect(led.filter(([, database]) => !scratch.has(database ?? ''))).toEqual([]);
      const asked = [...Object.keys(ways.engines), ...Object.keys(ways.others)];
      expect(led.map(([name]) => name)).toEqual([...asked, ...asked]);
      expect(decoy.visits()).toBe(before);
      expect(driven.runs[0]?.steps[0]?.statements[0]?.sql).toMatch(/^\s*CREATE TABLE tenant/);
    },
    LIMIT,
  );
});

/** What the drivers' own libraries read from the environment, which would lead elsewhere. */
const production = ({ port }: Decoy): Readonly<Record<string, string>> => ({
  PGHOST: '127.0.0.1',
  PGHOSTADDR: '127.0.0.1',
  PGPORT: String(port),
  PGDATABASE: 'production',
  PGSSLMODE: 'verify-full',
  MYSQL_TCP_PORT: String(port),
  MYSQL_UNIX_PORT: '/none.sock',
});
