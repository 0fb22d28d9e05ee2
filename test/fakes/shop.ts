/** The repository of the scenarios: a shop with one Alembic environment, and two branches that grew from one revision. */
import type { Files } from './github/git.ts';
import type { Pull, World } from './github/world.ts';

const ENV_PY = `
from alembic import context
from sqlalchemy import create_engine, pool

config = context.config
engine = create_engine(config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
`;

const TEMPLATE = `"""\${message}

Revision ID: \${up_revision}
Revises: \${down_revision | comma,n}
Create Date: \${create_date}

"""
from alembic import op
import sqlalchemy as sa
\${imports if imports else ""}

revision = \${repr(up_revision)}
down_revision = \${repr(down_revision)}
branch_labels = \${repr(branch_labels)}
depends_on = \${repr(depends_on)}


def upgrade():
    \${upgrades if upgrades else "pass"}


def downgrade():
    \${downgrades if downgrades else "pass"}
`;

export const revisionFile = (id: string, parent: string | null, table: string): Files => ({
  [`migrations/versions/${id}_${table}.py`]: `"""${table}

Revision ID: ${id}
Revises: ${parent ?? ''}

"""
from alembic import op
import sqlalchemy as sa

revision = '${id}'
down_revision = ${parent === null ? 'None' : `'${parent}'`}
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('${table}', sa.Column('id', sa.Integer(), nullable=False), sa.PrimaryKeyConstraint('id'))


def downgrade():
    op.drop_table('${table}')
`,
});

const PROJECT: Files = {
  'alembic.ini':
    '[alembic]\nscript_location = migrations\nsqlalchemy.url = mysql+pymysql://shop@db.shop.example/shop\n',
  'migrations/env.py': ENV_PY,
  'migrations/script.py.mako': TEMPLATE,
  '.github/workflows/gate.yml': 'name: Alembic gate\n',
  ...revisionFile('aaaaaaaaaaaa', null, 'users'),
};

export interface Shop {
  readonly start: string;
  /** main, whose head revision is bbbbbbbbbbbb. */
  readonly main: string;
}

/** #7 on the branch `stock` of the repository adds cccccccccccc to the revision from which main has moved on. */
export function openShop(world: World): Shop & { readonly pull: Pull } {
  const start = world.git.commit(null, PROJECT, 'Start');
  const main = world.git.commit(start, revisionFile('bbbbbbbbbbbb', 'aaaaaaaaaaaa', 'orders'), 'Orders');
  world.git.point('refs/heads/main', main);
  const head = world.git.commit(start, revisionFile('cccccccccccc', 'aaaaaaaaaaaa', 'stock'), 'Stock');
  const pull = world.openPull({ number: 7, author: 'alice', base: 'main', branch: 'stock', head });
  world.people.set('alice', 'write');
  return { start, main, pull };
}
