/** Models that change without their migrations, and migrations that change what no model asks for. */
import { ENV, type ProjectRevision } from '../project.ts';
import type { ProveOptions } from '../prove.ts';
import { added, fails, passes, url, type Engine, type Said, type Table } from './behaviour.ts';

export const WITH_MODELS = ENV.replace('config =', 'import models\nconfig =').replace(
  'target_metadata=None',
  'target_metadata=models.metadata',
);
/** `columns` of the table `case`, beside its key. */
export const models = (columns: string, others = '') => ({
  'models.py': `import sqlalchemy as sa

metadata = sa.MetaData()
case = sa.Table("case", metadata, sa.Column("id", sa.Integer, primary_key=True)${columns === '' ? '' : `, ${columns}`})
${others}
`,
});

const CASES: ProjectRevision = {
  id: 'cases',
  down: null,
  upgrade:
    'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))\nop.create_table("stray", sa.Column("id", sa.Integer, primary_key=True))',
};
const NOTE = 'sa.Column("note", sa.String(20))';
const STRAY = 'sa.Table("stray", metadata, sa.Column("id", sa.Integer, primary_key=True))';
const LATE = STRAY.replace('stray', 'late');
const add = (column: string) => `op.add_column("case", ${column})`;
const NO_STRAY = 'op.drop_table("stray")';
const REPAIR = 'op.create_table("late", sa.Column("id", sa.Integer, primary_key=True))';

/** `upgrade` null: no new revision. */
const project = (
  engine: Engine,
  upgrade: string | null,
  before: ProveOptions['files'],
  after: ProveOptions['files'],
): ProveOptions => ({
  base: [CASES],
  added: upgrade === null ? [] : [added('cases', upgrade)],
  env: WITH_MODELS,
  files: after ?? {},
  baseFiles: before ?? {},
  url: url(engine),
});

const drifts = (line: number | null, says: RegExp): Said => ['no-new-drift', 'error', line, says];
const ghost = (line: number, says: RegExp): Said => ['no-ghost-change', 'warning', line, says];

export const DRIFT: Table = (engine) => [
  {
    proof: 'drift',
    name: 'a model changed without migration',
    faults: [
      fails(
        'and no revision at all',
        project(engine, null, models(''), models(NOTE)),
        drifts(null, /column `case`\.`note` is in the models and not in the database/),
      ),
      fails(
        'beside one that has its revision',
        project(engine, add(NOTE), models(''), models(`${NOTE}, sa.Column("late", sa.Integer)`)),
        drifts(9, /column `case`\.`late` is in the models and not in the database/),
      ),
      fails(
        'as its revision does it',
        project(engine, add('sa.Column("note", sa.String(10))'), models(''), models(NOTE)),
        drifts(9, /column `case`\.`note`: .*VARCHAR\(20\).*VARCHAR\(10\)/),
      ),
    ],
    twins: [
      {
        ...passes('with it', project(engine, add(NOTE), models(''), models(NOTE))),
        reason: /^on the base already: 1 difference$/,
      },
      passes('nothing changed', project(engine, null, models(NOTE), models(NOTE))),
    ],
  },
  {
    proof: 'drift',
    name: 'a ghost change',
    faults: [
      fails(
        'a table goes that no model ever mapped',
        project(engine, `${add(NOTE)}\n${NO_STRAY}`, models(''), models(NOTE)),
        ghost(10, /table `stray`/),
      ),
      fails(
        'a repair of old drift beside the change of another model',
        project(engine, `${add(NOTE)}\n${REPAIR}`, models('', LATE), models(NOTE, LATE)),
        ghost(10, /table `late`/),
      ),
    ],
    twins: [
      passes(
        'a table goes with its model',
        project(engine, `${add(NOTE)}\n${NO_STRAY}`, models('', STRAY), models(NOTE)),
      ),
      passes('a repair by itself', project(engine, REPAIR, models('', LATE), models('', LATE))),
    ],
  },
];
