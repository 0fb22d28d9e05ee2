import { describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connect } from '../../src/io/server/client.ts';
import { openServer } from '../../src/io/server/open.ts';
import type { DatabaseServer, ServerEngine } from '../../src/io/server.ts';
import { UsageError } from '../../src/tree/usage-error.ts';
import { openTestServer, serverConfig, testEnvironment, testWatch } from '../server.ts';
import { testbed } from '../testbed.ts';

const ENGINES = [
  { engine: 'mysql', product: 'MySQL', version: /^9\.7\.\d+$/, readyMs: 3000 },
  { engine: 'mariadb', product: 'MariaDB', version: /^10\.11\.\d+$/, readyMs: 1000 },
  { engine: 'postgresql', product: 'PostgreSQL', version: /^15\.\d+$/, readyMs: 1000 },
] as const;

const LIMIT = 60_000;

/** A directory that goes with the test. */
function scratchDirectory(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'agt-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Opens, disposes, and tells how long the opening took; milliseconds. */
async function openedIn(engine: ServerEngine, environment: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now();
  await using server = await openTestServer(engine, {}, environment);
  expect(server.source).toBe('local');
  return performance.now() - start;
}

const loginOf = (server: DatabaseServer) =>
  server.engine === 'postgresql' ? ('postgresql' as const) : ('mysql' as const);

describe.each(ENGINES)('a local $engine', ({ engine, product, version, readyMs }) => {
  test(
    'says its product and version, and offers scratch schemas on socket and TCP',
    async () => {
      await using server = await openTestServer(engine);
      expect(server).toMatchObject({ engine, product, source: 'local' });
      expect(server.version).toMatch(version);
      const scratch = await server.createScratch('Base state');
      expect(scratch.name).toMatch(/^alembic_gate_[0-9a-f]{6}_\d{10}_basestate_1$/);
      const family = loginOf(server);
      for (const way of [{ socket: null }, { host: null }]) {
        const client = await connect({ ...scratch.endpoint, ...way, family }, 5000);
        await client.query(way.host === null ? 'INSERT INTO t VALUES (2)' : 'CREATE TABLE t (a INTEGER)');
        await client.close();
      }
      expect(await scratch.query('SELECT a FROM t')).toEqual([{ a: 2 }]);
      await server.dropScratch(scratch);
      await expect(server.dropScratch(scratch)).rejects.toThrow('is no scratch schema of this run');
    },
    LIMIT,
  );

  test(
    'gives migrations no rights outside of scratch schemas',
    async () => {
      await using server = await openTestServer(engine);
      const scratch = await server.createScratch('step');
      const client = await connect({ ...scratch.endpoint, family: loginOf(server) }, 5000);
      await client.query('CREATE TABLE mine (a INTEGER)');
      await expect(client.query('CREATE DATABASE stranger')).rejects.toThrow(/denied/);
      await expect(client.query('CREATE USER stranger')).rejects.toThrow(/denied/);
      await client.close();
    },
    LIMIT,
  );

  test(
    'drops a schema although a client still holds its locks',
    async () => {
      await using server = await openTestServer(engine);
      const scratch = await server.createScratch('step');
      const client = await connect({ ...scratch.endpoint, family: loginOf(server) }, 5000);
      await client.query('CREATE TABLE held (a INTEGER)');
      await client.query('BEGIN');
      await client.query('INSERT INTO held VALUES (1)');
      await server.dropScratch(scratch);
      await expect(client.query('SELECT 1')).rejects.toThrow();
    },
    LIMIT,
  );

  test(
    'is ready in time from a warm template',
    async () => {
      const opened: number[] = [];
      for (let time = 0; time < 4; time += 1) opened.push(await openedIn(engine, {}));
      // The fastest, since other tests are running too.
      expect(Math.min(...opened)).toBeLessThan(readyMs);
    },
    LIMIT,
  );

  test(
    'makes a template that does not work anew',
    async () => {
      using cache = scratchDirectory();
      const environment = { XDG_CACHE_HOME: cache.path };
      await openedIn(engine, environment);
      const templates = join(cache.path, 'alembic-gate/templates');
      const [name = ''] = readdirSync(templates);
      for (const file of readdirSync(join(templates, name))) {
        rmSync(join(templates, name, file), { recursive: true, force: true });
      }
      writeFileSync(join(templates, name, 'ibdata1'), 'damaged');
      await openedIn(engine, environment);
      expect(readdirSync(templates)).toEqual([name]);
      expect(readdirSync(join(templates, name)).length).toBeGreaterThan(5);
    },
    LIMIT,
  );

  test(
    'serves two gates at once, both without a template',
    async () => {
      using cache = scratchDirectory();
      const environment = { XDG_CACHE_HOME: cache.path };
      await Promise.all([openedIn(engine, environment), openedIn(engine, environment)]);
      expect(readdirSync(join(cache.path, 'alembic-gate/templates'))).toHaveLength(1);
    },
    LIMIT,
  );

  test(
    'removes the directory of a run that died long ago, and no other',
    async () => {
      const seconds = String(Math.floor(Date.now() / 1000));
      const names = [`0123ab_1600000000`, `0123ab_${seconds}`].map((name) => `alembic_gate_${name}`);
      const paths = [...names, 'alembic_gateway_0123ab_1600000000'].map((name) => join(tmpdir(), name));
      for (const path of paths) mkdirSync(path, { recursive: true });
      try {
        await openedIn(engine, { TMPDIR: tmpdir() });
        expect(paths.map((path) => existsSync(path))).toEqual([false, true, true]);
      } finally {
        for (const path of paths) rmSync(path, { recursive: true, force: true });
      }
    },
    LIMIT,
  );

  test(
    'tells in one sentence what the server said of a wrong flag',
    async () => {
      const opening = openTestServer(engine, { server: { flags: ['--no-such-flag=1'] } });
      await expect(opening).rejects.toThrow(UsageError);
      await expect(opening).rejects.toThrow(/^(The local|mysqld).*no.such.flag.*\.$/);
    },
    LIMIT,
  );
});

describe('production as declared', () => {
  test(
    'MySQL gets its character set, collation, sql_mode and flags, and the schema its name',
    async () => {
      await using server = await openTestServer('mysql', {
        server: {
          charset: 'latin1',
          collation: 'latin1_german1_ci',
          sqlMode: 'NO_BACKSLASH_ESCAPES',
          flags: ['--lower-case-table-names=1'],
          databaseName: 'shop_main',
        },
      });
      const scratch = await server.createScratch('base');
      expect(scratch.name).toBe('shop_main');
      const [row] = await scratch.query(
        'SELECT @@collation_database AS c, @@sql_mode AS m, @@lower_case_table_names AS l, DATABASE() AS d',
      );
      expect(row).toEqual({ c: 'latin1_german1_ci', m: 'NO_BACKSLASH_ESCAPES', l: 1, d: 'shop_main' });
      const second = await server.createScratch('base');
      expect(second.name).toMatch(/^alembic_gate_/);
      await server.dropScratch(scratch);
      expect((await server.createScratch('again')).name).toBe('shop_main');
    },
    LIMIT,
  );

  test(
    'PostgreSQL gets its locale, extensions and flags',
    async () => {
      await using server = await openTestServer('postgresql', {
        server: { collation: 'C', extensions: ['plpgsql', 'pg_trgm'], flags: ['--work-mem=9MB'] },
      });
      const scratch = await server.createScratch('base');
      const rows = await scratch.query(
        'SELECT datcollate AS c FROM pg_database WHERE datname = current_database()',
      );
      expect(rows).toEqual([{ c: 'C' }]);
      expect(await scratch.query('SHOW work_mem')).toEqual([{ work_mem: '9MB' }]);
    },
    LIMIT,
  );

  test(
    'an extension that the server lacks is named',
    async () => {
      await using server = await openTestServer('postgresql', { server: { extensions: ['no_such_thing'] } });
      await expect(server.createScratch('base')).rejects.toThrow(
        /^The extension "no_such_thing" of "server: extensions" cannot be created: .*\.$/,
      );
    },
    LIMIT,
  );
});

describe('finding a server', () => {
  test(
    'a MariaDB that is called mysqld is no MySQL',
    async () => {
      using directory = scratchDirectory();
      mkdirSync(join(directory.path, 'bin'));
      symlinkSync(testbed().mariadbd, join(directory.path, 'bin/mysqld'));
      const opening = openTestServer('mysql', {}, { PATH: `${directory.path}/bin:/usr/bin:/bin` });
      await expect(opening).rejects.toThrow(
        /^No mysql server program on this machine \(.* is mariadb 10\.11\.\d+.*\): install one/,
      );
    },
    LIMIT,
  );

  test(
    'an environment without any is told how to get one',
    async () => {
      const opening = openTestServer('mysql', { database: 'auto' }, { PATH: '/nowhere' });
      await expect(opening).rejects.toThrow(
        /^No database server\. No mysql server program .* No Docker engine answers/,
      );
    },
    LIMIT,
  );

  test.each([
    ['from a copy where a profile of AppArmor confines the program', true],
    ['by the program itself where none does', false],
  ])(
    'a server is started %s',
    async (_, isConfined) => {
      using machine = scratchDirectory();
      chmodSync(machine.path, 0o755); // the server may run as another user
      const program = join(machine.path, 'usr/sbin/mysqld');
      const profiles = join(machine.path, 'profiles');
      const starts = join(machine.path, 'starts');
      for (const directory of [dirname(program), profiles]) mkdirSync(directory, { recursive: true });
      // The machine's package: a program that says by which path it runs, and the files that it looks for beside it.
      const says = `#!/bin/sh\necho "$0" >> ${starts}\nexec ${testbed().mysqld} "$@"\n`;
      writeFileSync(program, says, { mode: 0o755 });
      writeFileSync(starts, '', { mode: 0o666 });
      chmodSync(starts, 0o666);
      symlinkSync(join(dirname(testbed().mysqld), 'mysql/usr/share'), join(machine.path, 'usr/share'));
      if (isConfined) writeFileSync(join(profiles, program.slice(1).replaceAll('/', '.')), '');
      const request = { engine: 'mysql', config: serverConfig(), watch: testWatch(), profiles } as const;
      const environment = {
        ...process.env,
        PATH: `${dirname(program)}:${process.env.PATH ?? ''}`,
        XDG_CACHE_HOME: join(machine.path, 'cache'),
      };
      await using server = await openServer({ ...request, environment });
      expect(server).toMatchObject({ product: 'MySQL', source: 'local' });
      const [, ...paths] = [...new Set(readFileSync(starts, 'utf8').trim().split('\n'))];
      expect(paths).toEqual(
        isConfined ? [expect.stringMatching(/alembic_gate_\w+\/program\/.*\/usr\/sbin\/mysqld$/)] : [],
      );
    },
    LIMIT,
  );

  test(
    'values come back as the port promises',
    async () => {
      await using server = await openTestServer('mysql', {}, testEnvironment());
      const [row] = await server.query(
        `SELECT ? AS text, 9007199254740993 AS big, CAST('2026-11-20 01:02:03' AS DATETIME) AS time,
              CAST(1.50 AS DECIMAL(5,2)) AS exact, CAST('[1]' AS JSON) AS json, NULL AS nothing`,
        ["it's \\ 😀"],
      );
      expect(row).toEqual({
        text: "it's \\ 😀",
        big: '9007199254740993',
        time: '2026-11-20 01:02:03',
        exact: '1.50',
        json: '[1]',
        nothing: null,
      });
    },
    LIMIT,
  );
});
