import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseServer } from '../../src/io/server.ts';
import { testbed } from '../testbed.ts';
import { prove, roundTrip, type ProveOptions } from './prove.ts';
import { openTestServer } from '../server.ts';

let server: DatabaseServer;
beforeAll(async () => (server = await openTestServer('mysql')), 60_000);
afterAll(async () => server[Symbol.asyncDispose]());

const FACTORY = `import os
from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
migrate = Migrate()


def create_app():
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get("DATABASE_URL", "sqlite:///desk.db")
    db.init_app(app)
    migrate.init_app(app, db)
    return app
`;

/** The env.py that `flask db init` writes. */
function stockEnv(): string {
  const found = execFileSync(testbed().python.newest, [
    '-c',
    'import flask_migrate; print(flask_migrate.__path__[0])',
  ]);
  return readFileSync(join(found.toString().trim(), 'templates/flask/env.py'), 'utf8');
}

const INI = `[alembic]
[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = generic
[logger_root]
level = WARN
handlers = console
qualname =
[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic
[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
`;

const project = (files: Readonly<Record<string, string>>): ProveOptions => ({
  base: [
    {
      id: 'tenants',
      down: null,
      upgrade: 'op.create_table("tenant", sa.Column("id", sa.Integer, primary_key=True))',
      downgrade: 'op.drop_table("tenant")',
    },
  ],
  added: [
    {
      id: 'plan',
      down: 'tenants',
      upgrade:
        'with op.batch_alter_table("tenant") as batch:\n    batch.add_column(sa.Column("plan", sa.String(20)))',
      downgrade: 'with op.batch_alter_table("tenant") as batch:\n    batch.drop_column("plan")',
    },
  ],
  env: stockEnv(),
  files: { 'migrations/alembic.ini': INI, ...files },
  environment: { flavour: 'flask-migrate', ini: 'migrations/alembic.ini' },
});

describe('A Flask-Migrate project is proved inside its application', () => {
  test('that wsgi.py holds', async () => {
    const files = {
      'shop/__init__.py': FACTORY,
      'wsgi.py': 'from shop import create_app\napp = create_app()\n',
    };
    expect(roundTrip(await prove(server, project(files)))).toMatchObject({
      outcome: 'pass',
      differences: [],
    });
  }, 60_000);

  test('that .flaskenv or `app:` names', async () => {
    const options = project({ 'shop/__init__.py': FACTORY });
    const declared = { python: testbed().python.newest, app: 'shop:create_app' };
    expect(roundTrip(await prove(server, { ...options, declared }))).toMatchObject({ outcome: 'pass' });
  }, 60_000);

  test('that names a server of its own', async () => {
    const hard = FACTORY.replace(
      'os.environ.get("DATABASE_URL", "sqlite:///desk.db")',
      '"mysql+pymysql://app:secret@db.elsewhere.invalid/production"',
    );
    const files = {
      'shop/__init__.py': hard,
      'wsgi.py': 'from shop import create_app\napp = create_app()\n',
    };
    expect(roundTrip(await prove(server, project(files)))).toMatchObject({
      outcome: 'pass',
      differences: [],
    });
  }, 60_000);
});

describe('A Flask-Migrate project that cannot be loaded is not evaluated', () => {
  const reason = async (files: Readonly<Record<string, string>>) => {
    const result = await prove(server, project(files));
    return result.kind === 'not-evaluated' ? result.reason : result.kind;
  };

  test('without an application, and `app:` is named as the cure', async () => {
    expect(await reason({ 'shop/__init__.py': FACTORY })).toMatch(
      /^Flask found no application .*`app: package\.module:create_app`/,
    );
  }, 60_000);

  test('with an application of another dialect, and `url-env:` is named as the cure', async () => {
    const sqlite = FACTORY.replace(
      'os.environ.get("DATABASE_URL", "sqlite:///desk.db")',
      '"sqlite:///desk.db"',
    );
    const files = {
      'shop/__init__.py': sqlite,
      'wsgi.py': 'from shop import create_app\napp = create_app()\n',
    };
    expect(await reason(files)).toMatch(/dialect `sqlite`.*`url-env:`/);
  }, 60_000);
});
