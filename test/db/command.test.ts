/** A command of a project's own, run as the gate runs it: whatever it starts connects to scratch, and to nothing else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { CommandEnd } from '../../src/io/command.ts';
import { commandRunner } from '../../src/io/python/command.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import type { DeclaredEnvironment } from '../../src/config/environment.ts';
import { World } from '../../src/verify/run-world.ts';
import { openTestServer, testWatch } from '../server.ts';
import { testbed, type PythonName } from '../testbed.ts';
import { DRIVER } from './prove.ts';
import { speaking } from './case.ts';
import { writeProject } from './project.ts';

interface Ran {
  readonly end: CommandEnd;
  /** Tables of the first scratch database. */
  readonly tables: readonly string[];
  readonly labels: readonly string[];
}

interface RunOptions {
  readonly python?: PythonName;
  readonly files?: Readonly<Record<string, string>>;
  readonly declared?: DeclaredEnvironment;
  readonly limitMs?: number;
}

const CREATE = (url: string) => `import sqlalchemy as sa
metadata = sa.MetaData()
sa.Table("made", metadata, sa.Column("id", sa.Integer, primary_key=True))
metadata.create_all(sa.create_engine(${url}))
`;

const elsewhere = (engine: string) =>
  engine === 'postgresql'
    ? 'postgresql+psycopg2://app:secret@db.elsewhere.invalid:5433/production'
    : 'mysql+pymysql://app:secret@db.elsewhere.invalid:3307/production?charset=utf8mb4';

async function run(server: DatabaseServer, command: string, options: RunOptions = {}): Promise<Ran> {
  const declared = { python: testbed().python[options.python ?? 'newest'], ...options.declared };
  const { files = {}, limitMs = 30_000 } = options;
  await using project = await writeProject({ ...speaking(server.engine), revisions: [], files, declared });
  await using world = new World(server, 'command');
  const end = await commandRunner(
    testWatch(),
    DRIVER,
  )({
    command,
    environment: project.environment,
    tree: project.directory,
    checkout: project.directory,
    family: server.engine === 'postgresql' ? 'postgresql' : 'mysql',
    own: await world.own(),
    scratch: (target) => world.endpoint(target),
    limitMs,
  });
  const schemas = await world.snapshot();
  const tables = schemas.get('')?.objects.filter(({ kind }) => kind === 'table') ?? [];
  return { end, tables: tables.map(({ name }) => name), labels: [...schemas.keys()] };
}

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('A command on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const url = elsewhere(engine);
  test.each<[string, string, RunOptions]>([
    ['a URL in its own code', 'python make.py', { files: { 'make.py': CREATE(`"${url}"`) } }],
    [
      'a URL in its own code, on the oldest SQLAlchemy',
      'python make.py',
      { python: '1.8', files: { 'make.py': CREATE(`"${url}"`) } },
    ],
    [
      'a variable that nobody set',
      'python make.py',
      { files: { 'make.py': CREATE('__import__("os").environ["DATABASE_URL"]') } },
    ],
    [
      'a variable of the configuration, options and driver kept',
      `python make.py`,
      {
        files: {
          'make.py': `import os\nassert os.environ["OUR_URL"].startswith("${url.split(':')[0] ?? ''}:")\n${CREATE('os.environ["OUR_URL"]')}`,
        },
        declared: { urlEnv: ['OUR_URL'], env: { OUR_URL: url } },
      },
    ],
    [
      'a Python that a script starts, which looks for the URL by itself',
      './deploy.sh',
      {
        files: {
          'deploy.sh': '#!/bin/sh\nset -e\ncd migrations && env -u DATABASE_URL python ../make.py',
          'make.py': CREATE(`"${url}"`),
        },
      },
    ],
    [
      "the DBAPI's own connect, without SQLAlchemy",
      'python make.py',
      {
        files: {
          'make.py':
            engine !== 'postgresql'
              ? 'import pymysql\npymysql.connect(host="db.elsewhere.invalid", user="a", password="b", database="production").cursor().execute("CREATE TABLE made (id INT PRIMARY KEY)")'
              : 'import psycopg2\nc = psycopg2.connect("host=db.elsewhere.invalid user=a dbname=production")\nc.cursor().execute("CREATE TABLE made (id INT PRIMARY KEY)")\nc.commit()',
        },
      },
    ],
  ])('reaches scratch by %s', async (_, command, options) => {
    const { end, tables, labels } = await run(server, command, options);
    expect(end).toEqual({ kind: 'done', asked: expect.any(Number) });
    expect(tables).toEqual(['made']);
    expect(labels).toEqual(['']);
  });
});

describe('A command', () => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer('mariadb')), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  test('gets a scratch database of its own for each target', async () => {
    const { end, labels } = await run(server, 'python make.py', {
      files: {
        'make.py': `${CREATE(`"${elsewhere('mariadb')}"`)}${CREATE('"mysql+pymysql://a@elsewhere.invalid/audit"')}`,
      },
    });
    expect(end).toMatchObject({ kind: 'done', asked: 2 });
    expect(labels).toEqual(['', 'audit']);
  });

  test('says how it ended, with its last words', async () => {
    const { end } = await run(server, 'echo one; echo two >&2; echo; exit 3');
    expect(end).toEqual({ kind: 'failed', how: 'exit code 3', lastWords: 'two', asked: 0 });
  });

  test('names the exception, and no value of a row', async () => {
    const { end } = await run(server, 'python make.py', {
      files: {
        'make.py': `${CREATE(`"${elsewhere('mariadb')}"`)}engine = sa.create_engine("${elsewhere('mariadb')}")\nwith engine.begin() as c:\n    c.execute(sa.text("CREATE TABLE t (a VARCHAR(20) PRIMARY KEY)"))\n    for _ in 1, 2: c.execute(sa.text("INSERT INTO t VALUES (:a)"), {"a": "hunter2"})`,
      },
    });
    expect(end).toMatchObject({
      kind: 'failed',
      lastWords: expect.stringMatching(/^sqlalchemy\.exc\.IntegrityError: .*Duplicate entry … for key/),
    });
    expect(JSON.stringify(end)).not.toContain('hunter2');
  });

  test('is ended with all that it started when its time is up', async () => {
    const begun = performance.now();
    const { end } = await run(server, 'echo $$; sleep 61.5 & sleep 60.5', { limitMs: 1000 });
    expect(end).toMatchObject({ kind: 'timeout' });
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(await processes()).not.toMatch(/sleep 6[01]\.5/);
  });

  test('leaves nothing in the background', async () => {
    const { end } = await run(server, 'sleep 62.5 & echo done');
    expect(end).toEqual({ kind: 'done', asked: 0 });
    expect(await processes()).not.toContain('sleep 62.5');
  });

  test("sees no token, the project's Python and what `env:` says", async () => {
    process.env['GITHUB_TOKEN'] = 'ghs_secret';
    process.env['INPUT_TOKEN'] = 'ghs_secret';
    try {
      const { end } = await run(
        server,
        'env | grep -q ghs_secret && exit 7; test "$COLOUR" = red || exit 8; test "$(command -v python)" = "$WANTED" || exit 9',
        { declared: { env: { COLOUR: 'red', WANTED: testbed().python.newest } } },
      );
      expect(end).toEqual({ kind: 'done', asked: 0 });
    } finally {
      delete process.env['GITHUB_TOKEN'];
      delete process.env['INPUT_TOKEN'];
    }
  });

  test('still runs the sitecustomize that stands behind ours', async () => {
    const { end } = await run(
      server,
      'PYTHONPATH="$PYTHONPATH:$PWD/site" python -c "import sys; sys.exit(sys.theirs)"',
      {
        files: { 'site/sitecustomize.py': 'import sys\nsys.theirs = 5' },
      },
    );
    expect(end).toMatchObject({ kind: 'failed', how: 'exit code 5' });
  });

  test('says nothing on stderr that the project’s code does not say', async () => {
    const { end } = await run(server, 'python -c pass 2>said; test ! -s said');
    expect(end).toMatchObject({ kind: 'done' });
  });

  test('connects to nothing where its Python cannot be redirected', async () => {
    const { end } = await run(server, 'ALEMBIC_GATE_COMMAND= python -c "print(1)"');
    expect(end).toMatchObject({ kind: 'failed', how: 'exit code 70' });
  });
});

async function processes(): Promise<string> {
  return (await promisify(execFile)('ps', ['-eo', 'args'])).stdout;
}
