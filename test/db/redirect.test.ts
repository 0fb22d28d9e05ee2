import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { testbed, type PythonName } from '../testbed.ts';
import { prove, proved, roundTrip } from './prove.ts';
import type { ProjectRevision } from './project.ts';
import { openTestServer } from '../server.ts';

let server: DatabaseServer;
beforeAll(async () => (server = await openTestServer('mysql')), 60_000);
afterAll(async () => server[Symbol.asyncDispose]());

const base: readonly ProjectRevision[] = [
  {
    id: 'tenants',
    down: null,
    upgrade: 'op.create_table("tenant", sa.Column("id", sa.Integer, primary_key=True))',
    downgrade: 'op.drop_table("tenant")',
  },
];
const added: readonly ProjectRevision[] = [
  {
    id: 'plan',
    down: 'tenants',
    upgrade: 'op.add_column("tenant", sa.Column("plan", sa.String(20)))',
    downgrade: 'op.drop_column("tenant", "plan")',
  },
];

const PRODUCTION = 'host="db.elsewhere.invalid", port=3307, user="app", password="secret"';

/** An env.py that makes its engine by `expression` and runs in the ordinary way. */
const synchronous = (expression: string, imports = '') => `from alembic import context
import sqlalchemy as sa
from sqlalchemy import pool
${imports}
engine = ${expression}
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
`;

const asynchronous = (expression: string, imports = '') => `import asyncio
from alembic import context
from sqlalchemy.ext.asyncio import create_async_engine
${imports}

def run(connection):
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()


async def main():
    engine = ${expression}
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


asyncio.run(main())
`;

const cases: readonly (readonly [string, PythonName, string])[] = [
  [
    'a variable that env.py hands on to `set_main_option`, for which `%` means something',
    'newest',
    synchronous(
      'sa.engine_from_config(context.config.get_section(context.config.config_ini_section), prefix="sqlalchemy.")',
      'import os\ncontext.config.set_main_option("sqlalchemy.url", os.environ["DATABASE_URL"])',
    ),
  ],
  [
    'a URL of its own',
    'newest',
    synchronous(
      'sa.create_engine("mysql+pymysql://app:secret@db.elsewhere.invalid/production?ssl_ca=/none.pem")',
    ),
  ],
  [
    'a URL of its own',
    '1.13',
    synchronous('sa.create_engine("mysql+pymysql://app:secret@db.elsewhere.invalid/production")'),
  ],
  [
    'a URL of its own',
    '1.8',
    synchronous('sa.create_engine("mysql+pymysql://app:secret@db.elsewhere.invalid/production")'),
  ],
  [
    'creator=',
    'newest',
    synchronous(
      `sa.create_engine("mysql+pymysql://", creator=lambda: pymysql.connect(${PRODUCTION}, database="production"))`,
      'import pymysql',
    ),
  ],
  [
    'creator= with an alias of connect, on an old SQLAlchemy',
    '1.8',
    synchronous(
      `sa.create_engine("mysql+pymysql://", creator=lambda: connect(${PRODUCTION}, db="production"))`,
      'from pymysql import connect',
    ),
  ],
  [
    'a pool of its own',
    'newest',
    synchronous(
      `sa.create_engine("mysql+pymysql://", pool=pool.QueuePool(lambda: pymysql.connections.Connection(${PRODUCTION}, database="production"), pool_size=2))`,
      'import pymysql',
    ),
  ],
  [
    'aiomysql',
    '1.13',
    asynchronous('create_async_engine("mysql+aiomysql://app:secret@db.elsewhere.invalid/production")'),
  ],
  [
    'asyncmy',
    '1.13',
    asynchronous('create_async_engine("mysql+asyncmy://app:secret@db.elsewhere.invalid/production")'),
  ],
  [
    'aiomysql',
    '1.13',
    asynchronous('create_async_engine("mysql+aiomysql://app:secret@db.elsewhere.invalid/production")'),
  ],
];

describe('An env.py that names another server still lands in scratch', () => {
  test.each(cases)(
    'by %s (%s)',
    async (_, python, env) => {
      const result = await prove(server, {
        base,
        added,
        env,
        declared: { python: testbed().python[python] },
      });
      expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
      expect(proved(result).steps.map(({ direction, outcome }) => [direction, outcome])).toEqual([
        ['upgrade', 'pass'],
        ['downgrade', 'pass'],
        ['upgrade-again', 'pass'],
      ]);
      expect(proved(result).steps[0]?.statements[0]).toMatchObject({
        sql: 'ALTER TABLE tenant ADD COLUMN plan VARCHAR(20)',
        path: 'migrations/versions/plan.py',
        line: 9,
      });
    },
    60_000,
  );
});
