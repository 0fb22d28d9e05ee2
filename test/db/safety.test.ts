/** What a migration may reach, what of its rows may be seen, and what of its processes may stay: nothing. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { readdirSync } from 'node:fs';
import { driverStarter } from '../../src/io/python/start.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import { World } from '../../src/verify/run-world.ts';
import { openTestServer, testWatch } from '../server.ts';
import { testbed } from '../testbed.ts';
import { ofProcess } from './killing.ts';
import { writeProject, type ProjectRevision } from './project.ts';
import { DRIVER, prove, roundTrip, sectionOf } from './prove.ts';

const ROOT: ProjectRevision = {
  id: 'b1',
  down: null,
  upgrade: `
op.create_table('t', sa.Column('id', sa.Integer, primary_key=True), sa.Column('v', sa.String(60), unique=True), sa.Column('n', sa.SmallInteger))
op.execute("INSERT INTO t (id, v) VALUES (1, 'SECRETROW')")`,
  downgrade: "op.drop_table('t')",
};
const bound = (sql: string, value: string) =>
  `op.get_bind().execute(sa.text(${JSON.stringify(sql)}), {"v": ${value}})`;

/** Each fails in its own way, on a value that is marked. */
const FAILURES: Readonly<Record<'mysql' | 'postgresql', readonly string[]>> = {
  mysql: [
    bound('INSERT INTO t (id, v) VALUES (2, :v)', '"SECRETROW"'),
    'op.execute("INSERT INTO t (id, v) SELECT 2, v FROM t")',
    bound('UPDATE t SET n = :v', '"SECRETBOUND"'),
    bound('UPDATE t SET n = CAST(:v AS DATE) + 1', '"SECRETBOUND"'),
    bound('INSERT INTO t (id, n) SELECT 3, v FROM t WHERE v <> :v', '"x"'),
    bound('SELECT :v FROM WHERE', '"SECRETBOUND"'),
    bound('INSERT INTO t (id, v) VALUES (4, :v)', '"SECRETBOUND" * 20'),
    'op.create_table("j", sa.Column("j", sa.JSON))\n' + bound('INSERT INTO j VALUES (:v)', '"{SECRETBOUND"'),
  ],
  postgresql: [
    bound('INSERT INTO t (id, v) VALUES (2, :v)', '"SECRETROW"'),
    'op.execute("INSERT INTO t (id, v) SELECT 2, v FROM t")',
    'op.execute("UPDATE t SET n = v::int")',
    'op.execute("ALTER TABLE t ALTER COLUMN n TYPE int USING v::int")',
    "op.execute(\"ALTER TABLE t ADD CHECK (v <> 'SECRET' || 'ROW')\")",
    'op.execute("ALTER TABLE t ALTER COLUMN n SET NOT NULL")',
    'op.execute("SELECT v::json FROM t")',
    'op.execute("SELECT v::timestamp FROM t")',
    bound('SELECT :v FROM WHERE', '"SECRETBOUND"'),
    bound('SELECT cast(:v as uuid)', '"SECRETBOUND"'),
    bound('SELECT cast(:v as smallint)', '"9988776655"'),
    "op.execute(\"INSERT INTO t (id, v) VALUES (1, 'SECRET' || 'ROW')\")",
  ],
};

const FORBIDDEN = {
  mysql: [
    'SELECT * FROM mysql.user',
    'CREATE USER intruder',
    'CREATE DATABASE elsewhere',
    'GRANT ALL ON *.* TO CURRENT_USER()',
    'SET GLOBAL max_connections = 1',
    'CREATE TABLE {other}.t (id INT)',
    "SELECT LOAD_FILE('/etc/passwd') INTO OUTFILE '/tmp/alembic-gate-intruder'",
    'SHUTDOWN',
    'DROP USER root@localhost',
  ],
  postgresql: [
    'CREATE ROLE intruder',
    'CREATE DATABASE elsewhere',
    'SELECT * FROM pg_authid',
    "COPY t FROM PROGRAM 'id'",
    "SELECT pg_read_file('/etc/passwd')",
    'ALTER ROLE postgres NOLOGIN',
    "ALTER SYSTEM SET fsync = 'off'",
    'DROP DATABASE {other}',
    'ALTER ROLE CURRENT_USER SUPERUSER',
  ],
} as const;

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('On %s', (engine) => {
  const family = engine === 'postgresql' ? 'postgresql' : 'mysql';
  const url =
    family === 'postgresql' ? 'postgresql+psycopg2://a:b@db.invalid/p' : 'mysql+pymysql://a:b@db.invalid/p';
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  test('no failure quotes a row or a bound parameter', async () => {
    const failing = FAILURES[family].map((upgrade, index) => ({ id: `f${index}`, down: 'b1', upgrade }));
    const declared = { python: testbed().python.newest };
    await using project = await writeProject({ revisions: [ROOT, ...failing], url, declared });
    await using world = new World(server, 'proof');
    const started = await driverStarter(DRIVER)({
      environment: project.environment,
      tree: project.directory,
      checkout: project.directory,
      family,
      scratch: (target) => world.endpoint(target),
      startMs: 60_000,
    });
    if (started.kind === 'refused') throw new Error(started.failure.message);
    await using driver = started.driver;
    const up = (revision: string) =>
      driver.migrate([{ revision, direction: 'upgrade', target: revision }], {
        stepMs: 60_000,
        totalMs: 60_000,
      });
    expect((await up('b1')).kind).toBe('done');
    for (const { id, upgrade } of failing) {
      const ran = await up(id);
      expect([upgrade, ran.kind]).toEqual([upgrade, 'failed']);
      const told = JSON.stringify(ran);
      expect(told).not.toMatch(/SECRETROW|SECRETBOUND|9988776655/);
    }
  }, 120_000);

  test('a migration reaches nothing but scratch', async () => {
    const other = await server.createScratch('other');
    const forbidden = FORBIDDEN[family].map((sql) =>
      sql.replace('{other}', family === 'mysql' ? 'sys' : 'postgres'),
    );
    const upgrade = `
op.create_table('fine', sa.Column('id', sa.Integer))
allowed = []
for sql in ${JSON.stringify(forbidden)}:
    try:
        with op.get_context().autocommit_block() if ${family === 'postgresql' ? 'True' : 'False'} else op.get_bind().begin_nested():
            op.execute(sql)
        allowed.append(sql)
    except sa.exc.DBAPIError:
        pass
if allowed:
    raise Exception("allowed: %r" % allowed)`;
    const result = await prove(server, {
      base: [{ ...ROOT, upgrade: "op.create_table('t', sa.Column('id', sa.Integer))" }],
      added: [{ id: 'a1', down: 'b1', upgrade, downgrade: "op.drop_table('fine')" }],
      url,
    });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass', reason: null });
    await server.dropScratch(other);
  }, 120_000);

  test('no proof says a value of a row', async () => {
    const result = await prove(server, {
      base: [ROOT],
      added: [
        {
          id: 'a1',
          down: 'b1',
          upgrade: `op.execute("UPDATE t SET v = 'x' || v")`,
          downgrade: `op.execute("UPDATE t SET v = NULL")`,
        },
      ],
      url,
      proofs: { rows: true },
    });
    expect(sectionOf(result, 'rows').name).toBe('rows');
    expect(JSON.stringify(result)).not.toContain('SECRETROW');
  }, 120_000);
});

test('what a migration leaves running in a session of its own ends with the driver', async () => {
  await using server = await openTestServer('mariadb');
  const mark = `alembic-gate-escape-${process.pid}`;
  const upgrade = `
import os, subprocess, sys
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execvp("sleep", ["${mark}", "1000"])
    os._exit(0)
os.wait()
subprocess.Popen(["setsid", "sh", "-c", "sleep 1000; : ${mark}"], start_new_session=True)`;
  const left = (): string[] =>
    readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && ofProcess(pid, 'cmdline').includes(mark));
  const revisions = [{ id: 'b1', down: null, upgrade }];
  const declared = { python: testbed().python.newest };
  await using project = await writeProject({ revisions, declared });
  await using world = new World(server, 'proof');
  const started = await driverStarter(
    DRIVER,
    testWatch(),
  )({
    environment: project.environment,
    tree: project.directory,
    checkout: project.directory,
    family: 'mysql',
    scratch: (target) => world.endpoint(target),
    startMs: 60_000,
  });
  if (started.kind === 'refused') throw new Error(started.failure.message);
  const ran = await started.driver.migrate([{ revision: 'b1', direction: 'upgrade', target: 'b1' }], {
    stepMs: 60_000,
    totalMs: 60_000,
  });
  expect(ran.kind).toBe('done');
  await sleep(100);
  expect(left().length).toBeGreaterThanOrEqual(2);
  await started.driver[Symbol.asyncDispose]();
  expect(left()).toEqual([]);
}, 120_000);
