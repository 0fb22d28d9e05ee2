import { describe, expect, test } from '@jest/globals';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import { driverStarter } from '../../src/io/python/start.ts';
import { explainFailure } from '../../src/verify/failure.ts';
import { askDialect } from '../../src/verify/run-dialect.ts';
import { testbed } from '../testbed.ts';
import { ENV, writeProject, type ProjectOptions } from './project.ts';
import { CONFIG, DRIVER, graphOf } from './prove.ts';

const NOWHERE = { host: '127.0.0.1', port: 1, socket: null, user: 'u', password: 'p', database: 'scratch' };

/** Why the project cannot be run, or `it ran`. No server is there. */
async function reason(options: Partial<ProjectOptions>, startMs = 20_000): Promise<string> {
  const declared = { python: testbed().python.newest, ...options.declared };
  await using project = await writeProject({ revisions: [], ...options, declared });
  const started = await driverStarter(DRIVER)({
    environment: project.environment,
    tree: project.directory,
    checkout: project.directory,
    family: 'mysql',
    scratch: () => Promise.resolve(NOWHERE),
    startMs,
  });
  if (started.kind === 'refused') return explainFailure(started.failure, started.interpreter);
  await using driver = started.driver;
  const ran = await driver.migrate([], { stepMs: startMs, totalMs: startMs });
  return ran.kind === 'done' ? 'it ran' : explainFailure(ran.failure, driver.interpreter);
}

describe('A project that cannot be run gives one sentence with its cure', () => {
  test.each<[string, Partial<ProjectOptions>, RegExp]>([
    [
      'no such Python',
      { declared: { python: 'python-of-nobody' } },
      /^No Python was found \(`python: python-of-nobody` names no program\).*`python:`/,
    ],
    [
      'no Alembic in it',
      {
        // Without `site`, an interpreter has its standard library and nothing else.
        files: { 'bare/python': `#!/bin/sh\nexec '${testbed().python.newest}' -S "$@"\n` },
        declared: { python: 'bare/python' },
      },
      /bare\/python \(configured\) has no alembic; install.*`python:`/,
    ],
    [
      'a module that is missing',
      { env: 'import nowhere_to_be_found\n' },
      /^The project imports `nowhere_to_be_found`, which .*python \(configured\) does not have; install it there.*`python:`/,
    ],
    [
      'a variable that is missing',
      { env: 'import os\nos.environ["SIGNING_KEY"]\n' },
      /^The project needs the environment variable `SIGNING_KEY`.*`env: \{SIGNING_KEY: …\}`/,
    ],
    [
      'several variables that pydantic misses',
      {
        env: `from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="shop_")
    db_host: str
    signing_key: str
    colour: str = "red"


Settings()
`,
        declared: { python: testbed().python.drivers },
      },
      /^The project needs the environment variables `SHOP_DB_HOST`, `SHOP_SIGNING_KEY` to start; give them harmless values with `env: \{SHOP_DB_HOST: …, SHOP_SIGNING_KEY: …\}`, or name in `url-env:` the one that holds the database's URL\.$/,
    ],
    [
      'a variable that decouple misses',
      {
        env: 'from decouple import config\nconfig("SIGNING_KEY")\n',
        declared: { python: testbed().python.drivers },
      },
      /^The project needs the environment variable `SIGNING_KEY` to start.*`env: \{SIGNING_KEY: …\}`/,
    ],
    [
      'a variable that environs misses',
      {
        env: 'from environs import Env\nEnv().str("SIGNING_KEY")\n',
        declared: { python: testbed().python.drivers },
      },
      /^The project needs the environment variable `SIGNING_KEY` to start/,
    ],
    [
      'a value that pydantic refuses, which is no missing variable',
      {
        env: 'from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    port: int = 1\nimport os\nos.environ["PORT"] = "none"\nSettings()\n',
        declared: { python: testbed().python.drivers },
      },
      /^The project's env\.py or application raised before any migration ran: ValidationError: 1 validation error for Settings \(.*env\.py:6\)/,
    ],
    [
      'a broker that does not answer',
      {
        env: 'import redis\nredis.Redis(port=63).ping()\n',
        declared: { python: testbed().python.drivers },
      },
      /^The project needs redis at localhost:63 to start, and it does not answer; start it as a service of the job.*`env:`/,
    ],
    [
      'an address on the network that does not answer',
      { env: 'import urllib.request\nurllib.request.urlopen("http://127.0.0.1:1/settings")\n' },
      /^The project needs a service to start, and it does not answer/,
    ],
    [
      'no Flask in it',
      {
        env: '',
        environment: { flavour: 'flask-migrate' },
        declared: { python: testbed().python['1.13'] },
      },
      /python \(configured\) has no flask; install.*`python:`/,
    ],
    [
      'a service that does not answer',
      { env: 'import socket\nsocket.create_connection(("127.0.0.1", 1))\n' },
      /^The project needs a service to start, and it does not answer.*`env:`/,
    ],
    [
      'an exit',
      { env: 'raise SystemExit("no settings")\n' },
      /^The project's code ended the interpreter while it was loaded \(SystemExit: no settings .*env\.py:1\)/,
    ],
    [
      'an error',
      { env: 'raise ValueError("bad")\n' },
      /^The project's env\.py or application raised before any migration ran: ValueError: bad \(.*env\.py:1\)/,
    ],
    [
      'nothing that migrates',
      { env: 'pass\n' },
      /^env\.py came to its end without running a migration.*`x-args:`/,
    ],
    [
      'another dialect',
      {
        env: ENV.replace(
          'engine_from_config(config.get_section(config.config_ini_section), prefix="sqlalchemy.",',
          'sa.create_engine("sqlite://",',
        ).replace('from alembic', 'import sqlalchemy as sa\nfrom alembic'),
      },
      /dialect `sqlite`.*`engine:`/,
    ],
    [
      'no server behind its URL',
      {},
      /^The project's connection to the scratch database failed before any migration ran: OperationalError/,
    ],
    [
      'a death',
      { env: 'import os\nprint("out of luck")\nos._exit(3)\n' },
      /^The project's interpreter died: exit code 3, last words: out of luck\.$/,
    ],
  ])('%s', async (_, options, expected) => {
    expect(await reason(options)).toMatch(expected);
  });

  test('a start that never ends is killed', async () => {
    expect(await reason({ env: 'import time\ntime.sleep(60)\n' }, 2000)).toMatch(
      /^The project's code gave no answer: .* longer than 2 s/,
    );
  });
});

test('x-args, declared variables and the working directory reach env.py', async () => {
  const env = `import os
from alembic import context
assert context.get_x_argument(as_dictionary=True) == {"tenant": "a=b"}, context.get_x_argument()
assert os.environ["SIGNING_KEY"] == "none"
assert "INPUT_TOKEN" not in os.environ and "GITHUB_TOKEN" not in os.environ
assert os.environ["APP_DATABASE"].startswith("mysql+"), os.environ["APP_DATABASE"]
raise ValueError(os.path.basename(os.getcwd()))
`;
  process.env['INPUT_TOKEN'] = process.env['GITHUB_TOKEN'] = 'secret';
  try {
    const declared = {
      python: testbed().python.newest,
      xArgs: ['tenant=a=b'],
      env: { SIGNING_KEY: 'none' },
      urlEnv: ['APP_DATABASE'],
    };
    expect(await reason({ env, declared, environment: { workingDirectory: 'migrations' } })).toContain(
      'ValueError: migrations',
    );
  } finally {
    delete process.env['INPUT_TOKEN'];
    delete process.env['GITHUB_TOKEN'];
  }
});

test('A database file that env.py insists on is not written to', async () => {
  const sqlite = ENV.replace(
    'with engine.connect',
    'from sqlalchemy import create_engine\n    engine = create_engine("sqlite:///desk.db")\n    with engine.connect',
  );
  await using project = await writeProject({ revisions: [], env: sqlite, files: { 'desk.db': '' } });
  const started = await driverStarter(DRIVER)({
    environment: { ...project.environment, declared: { python: testbed().python.newest } },
    tree: project.directory,
    checkout: project.directory,
    family: 'mysql',
    scratch: () => Promise.resolve(NOWHERE),
    startMs: 20_000,
  });
  if (started.kind === 'refused') throw new Error(started.failure.message);
  await using driver = started.driver;
  const ran = await driver.migrate([], { stepMs: 20_000, totalMs: 20_000 });
  expect(ran).toMatchObject({ kind: 'failed', failure: { kind: 'foreign-dialect', subject: 'sqlite' } });
  expect((await stat(join(project.directory, 'desk.db'))).size).toBe(0);
});

describe('A project tells its dialect without a server', () => {
  test.each([
    ['mysql+pymysql://app@db.elsewhere.invalid/production', 'mysql'],
    ['postgresql+psycopg://app@db.elsewhere.invalid/production', 'postgresql'],
    ['postgresql+psycopg2://app@db.elsewhere.invalid/production', 'postgresql'],
    ['sqlite:///desk.db', 'sqlite'],
  ])('%s', async (url, dialect) => {
    const declared = { python: testbed().python.newest };
    await using project = await writeProject({ revisions: [], url, declared });
    const merged = { graph: graphOf([]), directory: project.directory };
    const config: Config = CONFIG;
    const answer = await askDialect(
      { environment: project.environment, config, checkout: project.directory, merged },
      driverStarter(DRIVER),
    );
    expect(answer).toEqual({ kind: 'dialect', dialect });
  });
});
