/** Whatever file of SQLite a project names, by whatever door: its migrations run on ours, and its own is not touched. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { testbed, type PythonName } from '../testbed.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, roundTrip } from './prove.ts';
import { openTestSqlite } from './sqlite.ts';

let server: DatabaseServer;
/** Holds `app.db`, a database of somebody's. */
let place: string;
const decoy = () => join(place, 'app.db');
let before: string;

beforeAll(async () => {
  server = await openTestSqlite();
  place = await realpath(await mkdtemp(join(tmpdir(), 'agt-file-')));
  const make = `import sqlite3; c = sqlite3.connect(${JSON.stringify(decoy())}); c.execute("CREATE TABLE theirs (x)"); c.execute("INSERT INTO theirs VALUES (1)"); c.commit()`;
  execFileSync(testbed().python.newest, ['-c', make]);
  before = await digest();
}, 60_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(place, { recursive: true });
});

const digest = async () =>
  createHash('sha256')
    .update(await readFile(decoy()))
    .digest('hex');

const base: readonly ProjectRevision[] = [
  {
    id: 'root',
    down: null,
    upgrade: 'op.create_table("tenant", sa.Column("id", sa.Integer, primary_key=True))',
    downgrade: 'op.drop_table("tenant")',
  },
];
const plan = (body: string, back = body === '' ? '' : 'pass'): readonly ProjectRevision[] => [
  {
    id: 'plan',
    down: 'root',
    upgrade: `op.add_column("tenant", sa.Column("plan", sa.String(20)))\n${body}`,
    downgrade: `op.drop_column("tenant", "plan")\n${back}`,
  },
];

/** An env.py that makes its engine by `expression`. */
const synchronous = (expression: string) => `from alembic import context
import sqlite3
import sqlalchemy as sa
from sqlalchemy import pool

engine = ${expression}
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
`;

const asynchronous = (url: string) => `import asyncio
from alembic import context
from sqlalchemy.ext.asyncio import create_async_engine


def run(connection):
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()


async def main():
    engine = create_async_engine(${url})
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


asyncio.run(main())
`;

const FROM_INI =
  'sa.engine_from_config(context.config.get_section(context.config.config_ini_section), prefix="sqlalchemy.")';
const quoted = (text: string) => JSON.stringify(text);

/** `url` is the ini's; `env` is told the decoy's path and the path to it from the project. */
const doors: readonly (readonly [
  string,
  PythonName,
  (path: string, relative: string) => { readonly url: string; readonly env: string },
])[] = [
  [
    'an absolute file in the ini',
    'newest',
    (path) => ({ url: `sqlite:///${path}`, env: synchronous(FROM_INI) }),
  ],
  [
    'a relative file in the ini',
    'newest',
    (_, relative) => ({ url: `sqlite:///${relative}`, env: synchronous(FROM_INI) }),
  ],
  ['memory in the ini', 'newest', () => ({ url: 'sqlite://', env: synchronous(FROM_INI) })],
  [
    'an absolute file in env.py',
    'newest',
    (path) => ({ url: 'sqlite://', env: synchronous(`sa.create_engine(${quoted(`sqlite:///${path}`)})`) }),
  ],
  [
    'a relative file in env.py',
    'drivers-1.4',
    (_, relative) => ({
      url: 'sqlite://',
      env: synchronous(`sa.create_engine(${quoted(`sqlite:///${relative}`)})`),
    }),
  ],
  [
    'memory in env.py',
    'newest',
    () => ({
      url: 'sqlite://',
      env: synchronous('sa.create_engine("sqlite://", poolclass=pool.StaticPool)'),
    }),
  ],
  [
    'a file as a URI, read-only',
    'newest',
    (path) => ({
      url: 'sqlite://',
      env: synchronous(`sa.create_engine(${quoted(`sqlite:///file:${path}?mode=rw&uri=true`)})`),
    }),
  ],
  [
    'a connection that a function makes',
    'newest',
    (path) => ({
      url: 'sqlite://',
      env: synchronous(
        `sa.create_engine("sqlite://", creator=lambda: sqlite3.connect(${quoted(path)}), poolclass=pool.NullPool)`,
      ),
    }),
  ],
  [
    'an asynchronous engine on a file',
    'drivers',
    (path) => ({ url: 'sqlite://', env: asynchronous(quoted(`sqlite+aiosqlite:///${path}`)) }),
  ],
  [
    'an asynchronous engine on the URL that it is given',
    'drivers',
    (path) => ({
      url: `sqlite+aiosqlite:///${path}`,
      env: asynchronous('context.config.get_main_option("sqlalchemy.url")'),
    }),
  ],
];

describe('A project on SQLite is led to scratch', () => {
  test.each(doors)('from %s', async (_, python, door) => {
    const { url, env } = door(decoy(), `../${basename(place)}/app.db`);
    const declared = { python: testbed().python[python] };
    const result = await prove(server, { base, added: plan(''), url, env, declared });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass' });
    expect(await digest()).toBe(before);
    expect(await readdir(place)).toEqual(['app.db']);
  });

  test.each([
    ['ATTACH', (path: string) => `op.execute("ATTACH ${quoted(path).replaceAll('"', "'")} AS other")`],
    [
      'VACUUM INTO',
      (path: string) =>
        `with op.get_context().autocommit_block():\n    op.execute("VACUUM INTO '${path}.copy'")`,
    ],
    [
      'the class of connections',
      (path: string) => `import sqlite3\nsqlite3.Connection(${quoted(path)}).execute("DROP TABLE theirs")`,
    ],
  ])('and not past it by %s, which is no fault of the migration', async (_, body) => {
    const result = await prove(server, { base, added: plan(body(decoy())), url: 'sqlite:///app.db' });
    expect(result).toMatchObject({ kind: 'not-evaluated', reason: expect.stringMatching(/SQLite file/) });
    expect(await digest()).toBe(before);
    expect(await readdir(place)).toEqual(['app.db']);
  });

  test('where a copy of what is in memory may be attached, and a file vacuumed', async () => {
    const body = `with op.get_context().autocommit_block():\n    op.execute("ATTACH ':memory:' AS aside")\n    op.execute("DETACH aside")\n    op.execute("VACUUM")`;
    const result = await prove(server, { base, added: plan(body), url: 'sqlite:///app.db' });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass' });
    expect(findings(result)).toEqual([]);
  });
});
