/** Projects whose env.py or application is of every kind that there is, each driven up and down for real. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { testbed, type PythonName } from '../testbed.ts';
import { drive, type Driven } from './drive.ts';
import { FACTORY, INI, stockEnv } from './flask-project.ts';
import { prove } from './prove.ts';
import { ELSEWHERE, ENV, type ProjectOptions, type ProjectRevision } from './project.ts';

const LIMIT = 60_000;
let mariadb: DatabaseServer;
let postgresql: DatabaseServer;
beforeAll(async () => {
  mariadb = await openTestServer('mariadb');
  postgresql = await openTestServer('postgresql');
}, LIMIT);
afterAll(async () => {
  await mariadb[Symbol.asyncDispose]();
  await postgresql[Symbol.asyncDispose]();
}, LIMIT);

const TENANT: ProjectRevision = {
  id: 'tenants',
  down: null,
  upgrade: 'op.create_table("tenant", sa.Column("id", sa.Integer, primary_key=True))',
  downgrade: 'op.drop_table("tenant")',
};
/** As Alembic's and Flask-Migrate's templates for several databases write it: one function per database. */
const SEVERAL = `import sqlalchemy as sa
from alembic import op

revision = "tenants"
down_revision = None


def upgrade(engine_name):
    op.create_table("t_%s" % (engine_name or "own"), sa.Column("id", sa.Integer, primary_key=True))


def downgrade(engine_name):
    op.drop_table("t_%s" % (engine_name or "own"))
`;

const there = { revision: 'tenants', direction: 'upgrade', target: 'tenants' } as const;
const back = { revision: 'tenants', direction: 'downgrade', target: 'base' } as const;

/** Up and down; the declared environment is completed by the Python of that name. */
function upAndDown(
  options: Partial<ProjectOptions>,
  python: PythonName = 'drivers',
  server: DatabaseServer = mariadb,
): Promise<Driven> {
  const declared = { python: testbed().python[python], ...options.declared };
  return drive(server, 'socket', { revisions: [TENANT], ...options, declared }, [[there], [back]]);
}

function template(python: PythonName, name: string): string {
  const found = execFileSync(testbed().python[python], ['-c', 'import alembic; print(alembic.__path__[0])']);
  return readFileSync(join(found.toString().trim(), 'templates', name, 'env.py'), 'utf8');
}

const LOGGING = INI.replace('[alembic]\n', '');
const ini = (main: string) => ({
  'alembic.ini': `[alembic]\nscript_location = migrations\n${main}\n${LOGGING}`,
});

describe('An env.py of Alembic runs', () => {
  test.each<[string, PythonName, Partial<ProjectOptions>]>([
    ...(['drivers', '1.13', '1.8'] as const).map((python): [string, PythonName, Partial<ProjectOptions>] => [
      'of the generic template',
      python,
      {
        env: template(python, 'generic'),
        files: ini(`sqlalchemy.url = ${ELSEWHERE}`),
      },
    ]),
    ...(['drivers', '1.13', 'drivers-1.4'] as const).map(
      (python): [string, PythonName, Partial<ProjectOptions>] => [
        'of the asynchronous template',
        python,
        {
          env: template(python, 'async'),
          files: ini('sqlalchemy.url = mysql+asyncmy://app:secret@db.elsewhere.invalid/production'),
        },
      ],
    ),
    [
      'that is asynchronous and got no usable URL',
      'drivers',
      {
        env: template('drivers', 'async'),
        files: ini('sqlalchemy.url = driver://user:pass@localhost/dbname'),
      },
    ],
    [
      'with a transaction per migration',
      'drivers',
      { env: ENV.replace('target_metadata=None', 'target_metadata=None, transaction_per_migration=True') },
    ],
    [
      'with a version table of its own',
      'drivers',
      { env: ENV.replace('target_metadata=None', 'target_metadata=None, version_table="app_version"') },
    ],
    [
      'with a transactional connection',
      'drivers',
      { env: ENV.replace('engine.connect()', 'engine.begin()') },
    ],
    [
      'that floods and takes away standard output',
      'drivers',
      {
        env: `import logging, os, sys\nfor _ in range(3000):\n    print("x" * 200)\nlogging.basicConfig(stream=sys.stdout, level=0, force=True)\nsys.stdout = sys.stderr = open(os.devnull, "w")\nos.dup2(os.open(os.devnull, os.O_WRONLY), 1)\nos.dup2(1, 2)\n${ENV}`,
      },
    ],
    [
      'that closes every descriptor it does not know',
      'drivers',
      { env: `import os\nos.closerange(5, 64)\n${ENV}` },
    ],
    [
      'that needs arguments',
      'drivers',
      {
        env: ENV.replace(
          'run_online():',
          'run_online():\n    assert context.get_x_argument(as_dictionary=True)["tenant"] == "acme"',
        ),
        declared: { xArgs: ['tenant=acme'] },
      },
    ],
    [
      'that reads its URL from its arguments',
      'drivers',
      {
        env: ENV.replace(
          '    engine =',
          '    config.set_main_option("sqlalchemy.url", context.get_x_argument(as_dictionary=True)["url"])\n    engine =',
        ),
        declared: { xArgs: [`url=${ELSEWHERE}`] },
      },
    ],
    [
      'with settings that demand several variables',
      'drivers',
      {
        env: `from settings import settings\n${ENV.replace('    engine =', '    config.set_main_option("sqlalchemy.url", settings.url)\n    engine =')}`,
        files: {
          'settings.py': `from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    db_host: str
    db_port: int
    db_name: str
    signing_key: str

    @property
    def url(self):
        return f"mysql+pymysql://app:secret@{self.db_host}:{self.db_port}/{self.db_name}"


settings = Settings()
`,
        },
        declared: {
          env: {
            DB_HOST: 'db.elsewhere.invalid',
            DB_PORT: '3307',
            DB_NAME: 'production',
            SIGNING_KEY: 'none',
          },
        },
      },
    ],
    [
      'whose .env names production',
      'drivers',
      {
        env: `import os\nfor line in open(".env"):\n    name, _, value = line.strip().partition("=")\n    os.environ[name] = value\n${ENV.replace('    engine =', '    config.set_main_option("sqlalchemy.url", os.environ["DATABASE_URL"])\n    engine =')}`,
        files: { '.env': `DATABASE_URL=${ELSEWHERE}\n` },
      },
    ],
  ])(
    '%s (%s)',
    async (_, python, options) => {
      const driven = await upAndDown(options, python);
      expect(driven.failure).toBeNull();
      expect(driven.databases.map(([label]) => label)).toEqual(['']);
      expect(driven.runs[0]?.steps.map(({ statements }) => statements[0]?.sql)).toEqual([
        expect.stringMatching(/^\s*CREATE TABLE tenant/),
      ]);
    },
    LIMIT,
  );

  test(
    'and is not evaluated where no version row stays',
    async () => {
      // What many an asynchronous env.py forgets: nothing commits.
      const env = ENV.replace(
        '        with context.begin_transaction():\n            context.run_migrations()',
        '        connection.begin()\n        context.run_migrations()',
      );
      const url = 'postgresql+psycopg2://app:secret@db.elsewhere.invalid/production';
      expect(await prove(postgresql, { base: [], added: [TENANT], env, url })).toEqual({
        kind: 'not-evaluated',
        reason: expect.stringMatching(
          /^The upgrade of `tenants` left no trace in the version table `alembic_version`.*never commits them/,
        ),
      });
    },
    LIMIT,
  );

  test(
    'with its versions in a schema of their own',
    async () => {
      const env = ENV.replace(
        'target_metadata=None',
        'target_metadata=None, version_table_schema="admin"',
      ).replace(
        '        context.configure',
        '        from sqlalchemy import text\n        connection.execute(text("CREATE SCHEMA IF NOT EXISTS admin"))\n        connection.commit()\n        context.configure',
      );
      const url = 'postgresql+psycopg://app:secret@db.elsewhere.invalid/production';
      const driven = await upAndDown({ env, url }, 'drivers', postgresql);
      expect(driven.failure).toBeNull();
      expect(driven.runs[0]).toMatchObject({
        versionTables: [{ table: 'alembic_version', schema: 'admin' }],
      });
    },
    LIMIT,
  );

  test(
    'of the template for several databases, each on a scratch database of its own',
    async () => {
      const url = (name: string) =>
        `[${name}]\nsqlalchemy.url = mysql+pymysql://app:secret@db.elsewhere.invalid/${name}\n`;
      const driven = await upAndDown({
        revisions: [],
        env: template('drivers', 'multidb'),
        files: {
          'alembic.ini': `[alembic]\nscript_location = migrations\ndatabases = shop, audit\n\n${url('shop')}\n${url('audit')}\n${LOGGING}`,
          'migrations/versions/tenants.py': SEVERAL,
        },
        environment: { databases: ['shop', 'audit'] },
      });
      expect(driven.failure).toBeNull();
      // The first is what `sqlalchemy.url` of the main section would lead to.
      expect(driven.databases.map(([label]) => label)).toEqual(['', 'shop', 'audit']);
      expect(driven.runs[0]?.steps.map(({ statements }) => statements[0]?.sql.trim().split('\n')[0])).toEqual(
        ['CREATE TABLE t_shop (', 'CREATE TABLE t_audit ('],
      );
    },
    LIMIT,
  );
});

const flask = (
  files: Readonly<Record<string, string>>,
  more: Partial<ProjectOptions> = {},
): Partial<ProjectOptions> => ({
  env: stockEnv('flask', 'drivers'),
  files: { 'migrations/alembic.ini': INI, 'shop/__init__.py': FACTORY, ...files },
  environment: { flavour: 'flask-migrate', ini: 'migrations/alembic.ini' },
  ...more,
});
const WITH_NAME = FACTORY.replace('def create_app():', 'def create_app(name):\n    assert name == "testing"');

describe('A Flask-Migrate application is found and runs', () => {
  test.each<[string, PythonName, Partial<ProjectOptions>]>([
    [
      'by `app:` with a call',
      'drivers',
      flask({ 'shop/__init__.py': WITH_NAME }, { declared: { app: "shop:create_app('testing')" } }),
    ],
    [
      'by FLASK_APP with a call',
      'drivers',
      flask(
        { 'shop/__init__.py': WITH_NAME },
        { declared: { env: { FLASK_APP: "shop:create_app('testing')" } } },
      ),
    ],
    ['by .flaskenv', 'drivers', flask({ '.flaskenv': 'FLASK_APP=shop:create_app()\n' })],
    ['by wsgi.py', 'drivers', flask({ 'wsgi.py': 'from shop import create_app\napp = create_app()\n' })],
    [
      'by app.py, on the oldest',
      'drivers-1.4',
      flask({ 'app.py': 'from shop import create_app\n' }, { env: stockEnv('flask', 'drivers-1.4') }),
    ],
    [
      'with a `configure` callback and batches',
      'drivers',
      flask(
        {
          'app.py': `from shop import create_app, db, migrate
app = create_app()
migrate.init_app(app, db, render_as_batch=True, compare_type=True)


@migrate.configure
def configure(config):
    config.set_main_option("shop.reached", "yes")
    config.attributes["reached"] = True
    return config
`,
        },
        {
          env: `from alembic import context\nassert context.config.attributes["reached"]\nassert context.config.get_main_option("shop.reached") == "yes"\n${stockEnv('flask', 'drivers')}`,
        },
      ),
    ],
  ])(
    '%s (%s)',
    async (_, python, options) => {
      const driven = await upAndDown(options, python);
      expect(driven.failure).toBeNull();
      expect(driven.databases.map(([label]) => label)).toEqual(['']);
    },
    LIMIT,
  );

  test.each<PythonName>(['drivers', 'drivers-1.4'])(
    'with binds, each on a scratch database of its own (%s)',
    async (python) => {
      const bound = FACTORY.replace(
        '    db.init_app',
        '    app.config["SQLALCHEMY_BINDS"] = {"audit": "mysql+pymysql://app:secret@db.elsewhere.invalid/audit"}\n    db.init_app',
      );
      const driven = await upAndDown(
        {
          ...flask({
            'shop/__init__.py': bound,
            'wsgi.py': 'from shop import create_app\napp = create_app()\n',
            'migrations/versions/tenants.py': SEVERAL,
          }),
          env: stockEnv('flask-multidb', python),
          revisions: [],
        },
        python,
      );
      expect(driven.failure).toBeNull();
      expect(driven.databases.map(([label]) => label)).toEqual(['', 'audit']);
      expect(driven.runs[0]?.steps.map(({ statements }) => statements[0]?.sql.trim().split('\n')[0])).toEqual(
        ['CREATE TABLE t_own (', 'CREATE TABLE t_audit ('],
      );
    },
    LIMIT,
  );
});
