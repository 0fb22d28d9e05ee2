/** A history of ordinary migrations in a git repository, for the benches that run them; the same on every machine. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TABLES = 40;
export const idOf = (index) => (0x100000000000 + index * 7919).toString(16);

/** What a team's revisions mostly do, one kind per turn; every downgrade takes back exactly what its upgrade did. */
function bodies(index) {
  const table = `t${index % TABLES}`;
  if (index < TABLES)
    return {
      up: [
        `op.create_table('${table}', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('name', sa.String(80), nullable=False), sa.Column('note', sa.Text()), sa.Column('created_at', sa.DateTime(), nullable=False))`,
        `op.create_index('ix_${table}_name', '${table}', ['name'])`,
      ],
      down: [`op.drop_table('${table}')`],
    };
  switch (index % 5) {
    case 0:
      return {
        up: [`op.create_index('ix_${table}_${index}', '${table}', ['created_at', 'id'])`],
        down: [`op.drop_index('ix_${table}_${index}', table_name='${table}')`],
      };
    case 1:
      return {
        up: [
          `op.create_table('c${index}', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('parent_id', sa.Integer(), nullable=False), sa.ForeignKeyConstraint(['parent_id'], ['${table}.id'], name='fk_c${index}'))`,
        ],
        down: [`op.drop_table('c${index}')`],
      };
    default:
      return {
        up: [
          `op.add_column('${table}', sa.Column('a${index}', sa.String(50), nullable=True))`,
          `op.add_column('${table}', sa.Column('b${index}', sa.Integer(), nullable=False, server_default='0'))`,
        ],
        down: [`op.drop_column('${table}', 'b${index}')`, `op.drop_column('${table}', 'a${index}')`],
      };
  }
}

function revisionText(index) {
  const { up, down } = bodies(index);
  const parent = index === 0 ? 'None' : `'${idOf(index - 1)}'`;
  const lines = (statements) => statements.map((statement) => `    ${statement}\n`).join('');
  return `"""step ${index}\n\nRevision ID: ${idOf(index)}\nRevises: ${index === 0 ? '' : idOf(index - 1)}\n"""\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = '${idOf(index)}'\ndown_revision = ${parent}\nbranch_labels = None\ndepends_on = None\n\n\ndef upgrade():\n${lines(up)}\n\ndef downgrade():\n${lines(down)}`;
}

const ENV = `import os
from alembic import context
from sqlalchemy import create_engine, pool

engine = create_engine(os.environ.get("DATABASE_URL", "URL"), poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
`;

/** `main` holds the first `landed` revisions, `work`, which is checked out, `added` more. */
export function makeHistory(directory, { landed, added, url, configuration }) {
  const versions = join(directory, 'migrations/versions');
  mkdirSync(versions, { recursive: true });
  mkdirSync(join(directory, '.github'));
  writeFileSync(join(directory, '.github/alembic-gate.yml'), configuration);
  writeFileSync(join(directory, 'alembic.ini'), '[alembic]\nscript_location = migrations\n');
  writeFileSync(join(directory, 'migrations/env.py'), ENV.replace('"URL"', JSON.stringify(url)));
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args], {
      cwd: directory,
    });
  const commit = (message) => {
    git('add', '-A');
    git('commit', '-qm', message);
  };
  const write = (from, to) => {
    for (let index = from; index < to; index += 1)
      writeFileSync(join(versions, `${idOf(index)}_step.py`), revisionText(index));
  };
  git('init', '-q', '-b', 'main');
  write(0, landed);
  commit('history');
  git('switch', '-qc', 'work');
  write(landed, landed + added);
  commit('new revisions');
}
