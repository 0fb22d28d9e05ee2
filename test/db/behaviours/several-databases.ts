/** One history for two databases, as Alembic's own template for them writes it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { testbed } from '../../testbed.ts';
import { INI } from '../flask-project.ts';
import { revisionPath } from '../project.ts';
import type { ProveOptions } from '../prove.ts';
import { added, fails, passes, url, type Behaviour, type Engine } from './behaviour.ts';
import { differs } from './trip.ts';

/** The env.py that `alembic init --template multidb` writes. */
function template(): string {
  const lib = join(dirname(dirname(testbed().python.newest)), 'lib');
  const [python = ''] = readdirSync(lib);
  return readFileSync(join(lib, python, 'site-packages/alembic/templates/multidb/env.py'), 'utf8');
}

/** `upgrade()` of each database begins on line 9 and its sibling follows. */
const revision = (id: string, down: string | null, body: string) => `"""${id}"""
import sqlalchemy as sa
from alembic import op

revision = "${id}"
down_revision = ${down === null ? 'None' : `"${down}"`}


${body}


def upgrade(engine_name):
    globals()["upgrade_%s" % engine_name]()


def downgrade(engine_name):
    globals()["downgrade_%s" % engine_name]()
`;

const BASE = `def upgrade_shop():
    op.create_table("order", sa.Column("id", sa.Integer, primary_key=True))


def upgrade_audit():
    op.create_table("entry", sa.Column("id", sa.Integer, primary_key=True))


def downgrade_shop():
    pass


def downgrade_audit():
    pass`;

/** The new revision: a column in each, and what the downgrade does to the second database, on line 22. */
const NEW = (back: string) => `def upgrade_shop():
    op.add_column("order", sa.Column("note", sa.String(20)))


def upgrade_audit():
    op.add_column("entry", sa.Column("level", sa.Integer))


def downgrade_shop():
    op.drop_column("order", "note")


def downgrade_audit():
    ${back}`;

function project(engine: Engine, back: string): ProveOptions {
  const database = (name: string) => `[${name}]\nsqlalchemy.url = ${url(engine, name)}\n`;
  return {
    base: [{ id: 'both', down: null }],
    added: [added('both', '')],
    env: template(),
    files: {
      'alembic.ini': `[alembic]\nscript_location = migrations\ndatabases = shop, audit\n\n${database('shop')}\n${database('audit')}\n${INI.replace('[alembic]\n', '')}`,
      [revisionPath('both')]: revision('both', null, BASE),
      [revisionPath('new')]: revision('new', 'both', NEW(back)),
    },
    environment: { databases: ['shop', 'audit'] },
  };
}

export const severalDatabases = (engine: Engine): Behaviour => ({
  proof: 'round-trip',
  name: 'two databases in one project',
  faults: [
    fails(
      'the second of which is not brought back',
      project(engine, 'op.execute("SELECT 1")'),
      differs(14, /after the downgrade of `new`: column `entry`\.`level` of database `audit` stays\.$/),
    ),
  ],
  twins: [passes('both of which are', project(engine, 'op.drop_column("entry", "level")'))],
});
