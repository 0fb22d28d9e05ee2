import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openTestServer } from '../server.ts';
import { expectNothingLeft, isOpen, killAt, ofProcess, processesOf, startGate } from './killing.ts';

const LIMIT = 120_000;

/** From the very start to well after the server is open; milliseconds. */
const MOMENTS = [10, 80, 200, 400, 700, 1200, 2000];

describe.each(['mysql', 'mariadb', 'postgresql'] as const)(
  'a gate with a local %s leaves nothing',
  (engine) => {
    test('when it is killed at any moment', () => killAt(MOMENTS, () => startGate(engine)), LIMIT);

    test(
      'when it is killed while a template is made, nor half a template',
      async () => {
        const cache = mkdtempSync('/tmp/agt-');
        let serial = 0;
        const start = () => startGate(engine, {}, { XDG_CACHE_HOME: join(cache, String(++serial)) });
        await killAt([150, 400, 900, 1600, 2500], start);
        const whole = /^(mysql|mariadb|postgresql)-[\d.]+-[0-9a-f]{12}$/;
        for (const name of readdirSync(cache)) {
          const templates = readdirSync(join(cache, name, 'alembic-gate/templates'));
          expect(templates.filter((template) => !whole.test(template))).toEqual([]);
        }
        rmSync(cache, { recursive: true });
      },
      LIMIT,
    );

    test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
      'after %s to all of its group',
      async (signal) => {
        const gate = startGate(engine);
        await isOpen(gate);
        process.kill(-(gate.child.pid ?? 0), signal);
        await expectNothingLeft(gate);
      },
      LIMIT,
    );

    test(
      'the watchdog least of all, when it disposes of the server itself',
      async () => {
        const gate = startGate(engine);
        await isOpen(gate);
        gate.child.kill('SIGUSR2');
        await expectNothingLeft(gate);
      },
      LIMIT,
    );
  },
);

test(
  'the server goes too when the whole process tree of the gate is killed',
  async () => {
    const gate = startGate('mysql');
    await isOpen(gate);
    const parent = (pid: string) => /\) \S (\d+)/.exec(ofProcess(pid, 'stat'))?.[1];
    const own = String(gate.child.pid);
    const tree = processesOf(gate).filter((pid) => pid === own || parent(pid) === own);
    expect(tree.length).toBeGreaterThan(1);
    for (const pid of tree) process.kill(Number(pid), 'SIGKILL');
    await expectNothingLeft(gate);
  },
  LIMIT,
);

const SERVICES = [
  {
    engine: 'mysql',
    boss: ["CREATE USER boss@'%' IDENTIFIED BY 'x'", "GRANT ALL ON *.* TO boss@'%' WITH GRANT OPTION"],
    list: `SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'alembic%'
           UNION ALL SELECT User FROM mysql.user WHERE User LIKE 'alembic%'`,
  },
  {
    engine: 'postgresql',
    boss: ["CREATE ROLE boss SUPERUSER LOGIN PASSWORD 'x'"],
    list: `SELECT datname AS name FROM pg_database WHERE datname LIKE 'alembic%'
           UNION ALL SELECT rolname FROM pg_roles WHERE rolname LIKE 'alembic%'`,
  },
] as const;

test.each(SERVICES)(
  'a gate on a $engine service leaves no schema and no user',
  async ({ engine, boss, list }) => {
    await using server = await openTestServer(engine);
    for (const sql of boss) await server.query(sql);
    const { endpoint } = await server.createScratch('where');
    const strangers = async () =>
      (await server.query(list)).filter(({ name }) => !String(name).startsWith(endpoint.user));
    const databaseUrl = `${engine}://boss:x@127.0.0.1:${endpoint.port ?? 0}`;
    await killAt(MOMENTS, () => startGate(engine, { database: 'service', databaseUrl }), strangers);
  },
  LIMIT,
);
