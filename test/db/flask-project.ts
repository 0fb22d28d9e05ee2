/** Small Flask-Migrate projects around an application factory, with the env.py that `flask db init` writes. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testbed, type PythonName } from '../testbed.ts';
import type { ProveOptions } from './prove.ts';

/** A package `shop` whose database's URL comes from the environment. */
export const FACTORY = `import os
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
export function stockEnv(template = 'flask', python: PythonName = 'newest'): string {
  const found = execFileSync(testbed().python[python], [
    '-c',
    'import flask_migrate; print(flask_migrate.__path__[0])',
  ]);
  return readFileSync(join(found.toString().trim(), `templates/${template}/env.py`), 'utf8');
}

export const INI = `[alembic]
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

export const flaskProject = (files: Readonly<Record<string, string>>): ProveOptions => ({
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
