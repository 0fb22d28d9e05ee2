import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { testbed, type PythonName } from '../testbed.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, proved, roundTrip } from './prove.ts';

let server: DatabaseServer;
beforeAll(async () => (server = await openTestServer('postgresql')), 60_000);
afterAll(async () => server[Symbol.asyncDispose]());

const CASES: ProjectRevision = {
  id: 'cases',
  down: null,
  upgrade: `op.create_table(
    "case",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("note", sa.String(50), nullable=False, server_default="none", comment="for the reader"),
)`,
  downgrade: 'op.drop_table("case")',
};
const revision = (upgrade: string, downgrade: string): ProjectRevision => ({
  id: 'new',
  down: 'cases',
  upgrade,
  downgrade,
});
const url = 'postgresql+psycopg2://app:secret@db.elsewhere.invalid/production';
const run = (upgrade: string, downgrade: string) =>
  prove(server, { base: [CASES], added: [revision(upgrade, downgrade)], url });

describe('The round trip on postgresql', () => {
  test('passes for a downgrade that restores everything', async () => {
    const result = await run(
      'op.create_index("ix_note", "case", [sa.text("lower(note)")], unique=True)\nop.create_check_constraint("ck", "case", "note <> \'\'")',
      'op.drop_constraint("ck", "case")\nop.drop_index("ix_note")',
    );
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
    expect(findings(result)).toEqual([]);
  }, 60_000);

  test('is not evaluated where the server lacks an extension, which is no fault of the migration', async () => {
    expect(await run('op.execute("CREATE EXTENSION postgis_of_nobody")', 'pass')).toEqual({
      kind: 'not-evaluated',
      reason: expect.stringMatching(/^The server has no extension `postgis_of_nobody`.*`image:`/),
    });
  }, 60_000);

  test('kills a migration that hangs', async () => {
    const added = [revision('op.execute("SELECT pg_sleep(60)")', 'pass')];
    const result = await prove(server, { base: [CASES], added, url, stepSeconds: 2 });
    expect(proved(result).steps).toMatchObject([{ direction: 'upgrade', outcome: 'timeout' }]);
    expect(
      await server.query(
        "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()",
      ),
    ).toEqual([]);
  }, 60_000);
});

const synchronous = (expression: string, imports = '') => `from alembic import context
import sqlalchemy as sa
${imports}
with ${expression}.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
`;
const asynchronous = (expression: string) => `import asyncio
from alembic import context
from sqlalchemy.ext.asyncio import create_async_engine


def run(connection):
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()


async def main():
    engine = ${expression}
    async with engine.begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()


asyncio.run(main())
`;
const elsewhere = (driver: string) =>
  `"postgresql+${driver}://app:secret@db.elsewhere.invalid:6000/production"`;

test.each<[string, PythonName, string]>([
  ['psycopg2', '1.8', synchronous(`sa.create_engine(${elsewhere('psycopg2')})`)],
  [
    'psycopg2 with creator=',
    'newest',
    synchronous(
      'sa.create_engine("postgresql+psycopg2://", creator=lambda: connect("host=db.elsewhere.invalid dbname=production sslmode=require"))',
      'from psycopg2 import connect',
    ),
  ],
  ['psycopg', 'newest', synchronous(`sa.create_engine(${elsewhere('psycopg')})`)],
  [
    'psycopg with creator=',
    '1.13',
    synchronous(
      'sa.create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect("postgresql://app@db.elsewhere.invalid/production"))',
      'import psycopg',
    ),
  ],
  ['asyncpg', '1.13', asynchronous(`create_async_engine(${elsewhere('asyncpg')})`)],
  ['asynchronous psycopg', '1.13', asynchronous(`create_async_engine(${elsewhere('psycopg')})`)],
])(
  'An env.py that names another server still lands in scratch by %s',
  async (_, python, env) => {
    const added = [
      revision('op.add_column("case", sa.Column("plan", sa.String(20)))', 'op.drop_column("case", "plan")'),
    ];
    const result = await prove(server, {
      base: [CASES],
      added,
      env,
      declared: { python: testbed().python[python] },
    });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
    expect(proved(result).steps[0]?.statements[0]).toMatchObject({
      sql: expect.stringContaining('ADD COLUMN plan'),
      line: 9,
    });
  },
  60_000,
);
