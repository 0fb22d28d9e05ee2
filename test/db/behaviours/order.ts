/** Sides that meet in a merge: whether a database's schema depends on which of them it has first. */
import type { ProjectRevision } from '../project.ts';
import type { ProveOptions } from '../prove.ts';
import { fails, passes, inapplicable, url, type Engine, type Said, type Table } from './behaviour.ts';

const ROOT: ProjectRevision = {
  id: 'root',
  down: null,
  upgrade:
    'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True), sa.Column("note", sa.String(20)))',
  downgrade: 'op.drop_table("case")',
};
const side = (id: string, upgrade: string, downgrade: string): ProjectRevision => ({
  id,
  down: 'root',
  upgrade,
  downgrade,
});
/** Makes the column `note` as long as told. */
const sized = (id: string, length: number) =>
  side(
    id,
    `op.alter_column("case", "note", type_=sa.String(${length}), existing_type=sa.String(20))`,
    `op.alter_column("case", "note", type_=sa.String(20), existing_type=sa.String(${length}))`,
  );
const column = (id: string, name: string) =>
  side(id, `op.add_column("case", sa.Column("${name}", sa.Integer))`, `op.drop_column("case", "${name}")`);
const indexed = side(
  'theirs',
  'op.create_index("ix_note", "case", ["note"])',
  'op.drop_index("ix_note", "case")',
);
const dropped = side(
  'ours',
  'op.drop_column("case", "note")',
  'op.add_column("case", sa.Column("note", sa.String(20)))',
);
const MERGE: ProjectRevision = { id: 'joined', down: ['theirs', 'ours'], upgrade: 'pass', downgrade: 'pass' };

const fork = (engine: Engine, theirs: ProjectRevision, ours: ProjectRevision): ProveOptions => ({
  base: [ROOT, theirs],
  added: [ours],
  cure: MERGE,
  url: url(engine),
});
/** The pull request brings its own merge revision. */
const merged = (engine: Engine, theirs: ProjectRevision, ours: ProjectRevision): ProveOptions => ({
  base: [ROOT, theirs],
  added: [ours, MERGE],
  url: url(engine),
});

const depends = (line: number, says: RegExp): Said => ['no-order-dependent-siblings', 'error', line, says];
const LENGTHS =
  /^The schema depends on which side a database has first: column `case`\.`note`: type '\D*\(30\)' with `theirs` before `ours`, '\D*\(40\)' with `ours` before `theirs`\.$/;

export const ORDER: Table = (engine) => [
  {
    proof: 'order',
    name: 'a merge of two siblings on one column',
    faults: [
      fails(
        'each makes it another length',
        fork(engine, sized('theirs', 40), sized('ours', 30)),
        depends(9, LENGTHS),
      ),
      fails(
        'joined by the pull request itself',
        merged(engine, sized('theirs', 40), sized('ours', 30)),
        depends(9, LENGTHS),
      ),
    ],
    twins: [
      passes('on two columns', fork(engine, column('theirs', 'priority'), column('ours', 'colour'))),
      passes(
        'on two columns, joined by the pull request itself',
        merged(engine, column('theirs', 'priority'), column('ours', 'colour')),
      ),
      inapplicable(
        'in one line',
        { base: [ROOT], added: [column('ours', 'colour')], url: url(engine) },
        /^no two sides meet$/,
      ),
    ],
  },
  {
    proof: 'order',
    name: 'a side that cannot follow the other',
    faults: [
      fails(
        'an index on a column that the other one drops',
        fork(engine, indexed, dropped),
        depends(9, /the upgrade of `theirs` .*(1072|does not exist)/),
      ),
    ],
    twins: [passes('an index beside a new column', fork(engine, indexed, column('ours', 'colour')))],
  },
];
