/** What a revision's statement locks and writes anew, as the server says. */
import type { ProjectRevision } from '../project.ts';
import { added, url, type Behaviour, type Engine, type Said, type Scene, type Table } from './behaviour.ts';

const CASES: ProjectRevision = {
  id: 'cases',
  down: null,
  upgrade: `op.create_table(
    "tenant",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("code", sa.Integer, nullable=False),
)
op.create_table(
    "case",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("tenant_id", sa.Integer, sa.ForeignKey("tenant.id", name="fk_tenant"), nullable=False),
    sa.Column("note", sa.String(50), nullable=False),
    sa.Column("state", sa.String(10)),
    sa.CheckConstraint("tenant_id > 0", name="ck_id"),
)
op.create_index("ix_note", "case", ["note"])`,
  downgrade: 'pass',
};

const execute = (sql: string) => `op.execute(${JSON.stringify(sql)})`;
const REBUILDS: Said = ['no-table-rebuild', 'warning', 9, /./];
const BLOCKS: Said = ['no-blocking-change', 'warning', 9, /./];

/** `locks`: class and rebuild of its last statement. */
const scene = (
  engine: Engine,
  what: string,
  upgrade: string,
  locks: NonNullable<Scene['locks']>,
  ...said: readonly Said[]
): Scene => ({
  what,
  project: {
    base: [CASES],
    added: [added('cases', upgrade)],
    irreversible: { new: 'it is only asked' },
    url: url(engine),
  },
  outcome: said.length > 0 ? 'fail' : locks[0] === 'unknown' ? 'not-applicable' : 'pass',
  said,
  locks,
});

const COLUMN = 'op.add_column("case", sa.Column("a", sa.Integer))';
const OWN = 'op.create_table("own", sa.Column("id", sa.Integer, primary_key=True))';
const BIGGER = (existing: string) => `op.alter_column("tenant", "code", type_=sa.BigInteger${existing})`;

const mysql = (engine: Engine): readonly Behaviour[] => {
  const on = (...[what, upgrade, locks, ...said]: Asked) => scene(engine, what, upgrade, locks, ...said);
  return [
    {
      proof: 'lock-class',
      name: 'another type, for which the table is written anew',
      faults: [
        on(
          'a bigger number',
          BIGGER(', existing_type=sa.Integer, existing_nullable=False'),
          ['blocks-writes', true],
          REBUILDS,
        ),
        on(
          'another character set',
          execute('ALTER TABLE `case` CONVERT TO CHARACTER SET ascii'),
          ['blocks-writes', true],
          REBUILDS,
        ),
      ],
      twins: [
        on('a new column', COLUMN, ['instant', false]),
        on(
          'a table of its own',
          `${OWN}\nop.alter_column("own", "id", type_=sa.BigInteger, existing_type=sa.Integer, existing_nullable=False)`,
          ['unknown', null],
        ),
      ],
    },
    {
      proof: 'lock-class',
      name: 'an index that writes wait for',
      faults: [
        on(
          'a first full-text index, which rebuilds too',
          execute('/* search */ CREATE FULLTEXT INDEX ft ON `case` (note)'),
          ['blocks-writes', true],
          REBUILDS,
        ),
      ],
      twins: [
        on('an ordinary one', 'op.create_index("ix_state", "case", ["state"])', ['online', false]),
        on(
          'a unique one with clauses of its own',
          execute(
            'CREATE UNIQUE INDEX `ix state` ON `case` (state) COMMENT "x" ALGORITHM=INPLACE LOCK=SHARED',
          ),
          ['online', false],
        ),
        on('an index dropped', 'op.drop_index("ix_note", "case")', ['online', false]),
        on('a foreign key dropped', 'op.drop_constraint("fk_tenant", "case", type_="foreignkey")', [
          engine === 'mariadb' ? 'instant' : 'online',
          false,
        ]),
      ],
    },
    {
      proof: 'lock-class',
      name: 'a column that becomes NOT NULL',
      faults: [
        on(
          'one that may be NULL, rebuilt while others write',
          'op.alter_column("case", "state", nullable=False, existing_type=sa.String(10))',
          ['online', true],
          REBUILDS,
        ),
      ],
      twins: [
        on(
          'a new one with a default',
          'op.add_column("case", sa.Column("a", sa.Integer, nullable=False, server_default="0"))',
          ['instant', false],
        ),
      ],
    },
  ];
};

const postgresql = (engine: Engine): readonly Behaviour[] => {
  const on = (...[what, upgrade, locks, ...said]: Asked) => scene(engine, what, upgrade, locks, ...said);
  return [
    {
      proof: 'lock-class',
      name: 'another type, for which the table is written anew',
      faults: [on('a bigger number', BIGGER(''), ['blocks-writes', true], REBUILDS)],
      twins: [
        on('a longer text', 'op.alter_column("case", "state", type_=sa.String(20))', ['instant', false]),
        on('a new column', COLUMN, ['instant', false]),
        on('a table of its own', `${OWN}\nop.create_index("ix_own", "own", ["id"])`, ['unknown', null]),
      ],
    },
    {
      proof: 'lock-class',
      name: 'an index that writes wait for',
      faults: [
        on(
          'an ordinary one',
          'op.create_index("ix_state", "case", ["state"])',
          ['blocks-writes', false],
          BLOCKS,
        ),
      ],
      twins: [
        on(
          'CONCURRENTLY',
          'with op.get_context().autocommit_block():\n    op.create_index("ix_state", "case", ["state"], postgresql_concurrently=True)',
          ['online', false],
        ),
        on('an index dropped', 'op.drop_index("ix_note", "case")', ['instant', false]),
      ],
    },
    {
      proof: 'lock-class',
      name: 'a column that becomes NOT NULL',
      faults: [
        on(
          'one that may be NULL, for which all rows are read',
          'op.alter_column("case", "state", nullable=False)',
          ['blocks-writes', false],
          BLOCKS,
        ),
      ],
      twins: [
        on(
          'a check that is not asked of the rows',
          execute('ALTER TABLE "case" ADD CONSTRAINT ck CHECK (state IS NOT NULL) NOT VALID'),
          ['instant', false],
        ),
      ],
    },
  ];
};

type Asked = readonly [what: string, upgrade: string, locks: NonNullable<Scene['locks']>, ...said: Said[]];

export const LOCK_CLASS: Table = (engine) => (engine === 'postgresql' ? postgresql(engine) : mysql(engine));
