/** Projects whose new databases are created from the models and stamped. */
import type { ProjectRevision } from '../project.ts';
import type { ProveOptions } from '../prove.ts';
import { fails, passes, url, type Engine, type Said, type Table } from './behaviour.ts';

export const ROOT: ProjectRevision = {
  id: 'root',
  down: null,
  upgrade:
    'op.create_table("tenant", sa.Column("id", sa.Integer, primary_key=True), sa.Column("slug", sa.String(20)))',
  downgrade: 'op.drop_table("tenant")',
};
export const NEW: ProjectRevision = {
  id: 'new',
  down: 'root',
  upgrade: 'op.add_column("tenant", sa.Column("plan", sa.String(20), server_default="free"))',
  downgrade: 'op.drop_column("tenant", "plan")',
};
export const SLUG = 'sa.Column("slug", sa.String(20))';
const OTHER_SLUG = 'sa.Column("slug", sa.String(30))';
export const PLAN = 'sa.Column("plan", sa.String(20), server_default="free")';

const installer = (engine: Engine, columns: readonly string[], stamp = 'heads') => ({
  'install.py': `import sqlalchemy as sa
from alembic import command
from alembic.config import Config

metadata = sa.MetaData()
sa.Table("tenant", metadata, sa.Column("id", sa.Integer, primary_key=True), ${columns.join(', ')})
metadata.create_all(sa.create_engine("${url(engine)}"))
command.stamp(Config("alembic.ini"), "${stamp}")
`,
});

const project = (
  engine: Engine,
  files: Readonly<Record<string, string>>,
  baseFiles = installer(engine, [SLUG]),
): ProveOptions => ({
  base: [ROOT],
  added: [NEW],
  url: url(engine),
  baseFiles,
  files,
  install: 'python install.py',
});

const differs = (line: number | null, says: RegExp): Said => [
  'no-fresh-install-difference',
  'error',
  line,
  says,
];

export const FRESH_INSTALL: Table = (engine) => [
  {
    proof: 'fresh-install',
    name: 'a new database that is other than a migrated one',
    faults: [
      fails(
        'a column that only the migration makes',
        project(engine, installer(engine, [SLUG])),
        differs(9, /column `tenant`\.`plan` is made by the migrations only/),
      ),
      fails(
        'a default that only the migration gives',
        project(engine, installer(engine, [SLUG, 'sa.Column("plan", sa.String(20))'])),
        differs(9, /column `tenant`\.`plan`: default .* by the migrations, none by the command/),
      ),
      fails(
        'a stamp that stayed behind',
        project(engine, installer(engine, [SLUG, PLAN], 'root')),
        differs(null, /it stamps root, and the head is new/),
      ),
      fails(
        'a command that fails now',
        project(engine, { 'install.py': 'raise SystemExit("no such setting")' }),
        differs(null, /it fails now: `python install\.py` ends with exit code 1: no such setting/),
      ),
    ],
    twins: [
      {
        ...passes(
          'models and migrations that say the same',
          project(engine, installer(engine, [SLUG, PLAN])),
        ),
        reason: /^`python install\.py` makes what the migrations make$/,
      },
      {
        ...passes(
          'what was other on the base already',
          project(engine, installer(engine, [OTHER_SLUG, PLAN]), installer(engine, [OTHER_SLUG])),
        ),
        reason: /^`python install\.py` makes what the migrations make; 1 difference was on the base already$/,
      },
    ],
  },
];
