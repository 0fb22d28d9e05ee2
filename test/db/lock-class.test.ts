import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, proved, sectionOf } from './prove.ts';

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

const URLS = {
  mysql: 'mysql+pymysql://app:secret@db.elsewhere.invalid/production',
  mariadb: 'mysql+pymysql://app:secret@db.elsewhere.invalid/production',
  postgresql: 'postgresql+psycopg2://app:secret@db.elsewhere.invalid/production',
};

type Engine = keyof typeof URLS;

/** `upgrade`, the class and the rebuild of its first statement, and the rules that speak of it. */
type Row = readonly [
  what: string,
  upgrade: string,
  lockClass: string,
  rebuilds: boolean | null,
  rules: readonly string[],
];

const execute = (sql: string) => `op.execute(${JSON.stringify(sql)})`;

const MYSQL: readonly Row[] = [
  ['a new column', 'op.add_column("case", sa.Column("a", sa.Integer))', 'instant', false, []],
  ['a new index', 'op.create_index("ix_state", "case", ["state"])', 'online', false, []],
  [
    'a unique index with clauses of its own',
    execute('CREATE UNIQUE INDEX `ix state` ON `case` (state) COMMENT "x" ALGORITHM=INPLACE LOCK=SHARED'),
    'online',
    false,
    [],
  ],
  ['an index dropped', 'op.drop_index("ix_note", "case")', 'online', false, []],
  [
    'a foreign key dropped',
    'op.drop_constraint("fk_tenant", "case", type_="foreignkey")',
    'online',
    false,
    [],
  ],
  [
    'another type',
    'op.alter_column("tenant", "code", type_=sa.BigInteger, existing_type=sa.Integer, existing_nullable=False)',
    'blocks-writes',
    true,
    ['no-table-rebuild'],
  ],
  [
    'another character set',
    execute('ALTER TABLE `case` CONVERT TO CHARACTER SET ascii'),
    'blocks-writes',
    true,
    ['no-table-rebuild'],
  ],
  [
    'a first full-text index',
    execute('/* search */ CREATE FULLTEXT INDEX ft ON `case` (note)'),
    'blocks-writes',
    true,
    ['no-table-rebuild'],
  ],
  [
    'a column that must not be NULL, rebuilt while others write',
    'op.alter_column("case", "state", nullable=False, existing_type=sa.String(10))',
    'online',
    true,
    ['no-table-rebuild'],
  ],
  [
    'a table of its own',
    'op.create_table("own", sa.Column("id", sa.Integer, primary_key=True))\nop.alter_column("own", "id", type_=sa.BigInteger, existing_type=sa.Integer, existing_nullable=False)',
    'unknown',
    null,
    [],
  ],
];

/** Where it answers otherwise than MySQL. */
const MARIADB: readonly Row[] = MYSQL.map((row) =>
  row[0] === 'a foreign key dropped' ? [row[0], row[1], 'instant', row[3], row[4]] : row,
);

const POSTGRESQL: readonly Row[] = [
  ['a new column', 'op.add_column("case", sa.Column("a", sa.Integer))', 'instant', false, []],
  [
    'a new index',
    'op.create_index("ix_state", "case", ["state"])',
    'blocks-writes',
    false,
    ['no-blocking-change'],
  ],
  [
    'a new index, CONCURRENTLY',
    'with op.get_context().autocommit_block():\n    op.create_index("ix_state", "case", ["state"], postgresql_concurrently=True)',
    'online',
    false,
    [],
  ],
  ['an index dropped', 'op.drop_index("ix_note", "case")', 'instant', false, []],
  [
    'another type',
    'op.alter_column("tenant", "code", type_=sa.BigInteger)',
    'blocks-writes',
    true,
    ['no-table-rebuild'],
  ],
  ['a longer text', 'op.alter_column("case", "state", type_=sa.String(20))', 'instant', false, []],
  [
    'a column that must not be NULL',
    'op.alter_column("case", "state", nullable=False)',
    'blocks-writes',
    false,
    ['no-blocking-change'],
  ],
  [
    'a check that is not asked of the rows',
    execute('ALTER TABLE "case" ADD CONSTRAINT ck CHECK (id < 9) NOT VALID'),
    'instant',
    false,
    [],
  ],
  [
    'a table of its own',
    'op.create_table("own", sa.Column("id", sa.Integer, primary_key=True))\nop.create_index("ix_own", "own", ["id"])',
    'unknown',
    null,
    [],
  ],
];

const TABLE: readonly (readonly [Engine, readonly Row[]])[] = [
  ['mysql', MYSQL],
  ['mariadb', MARIADB],
  ['postgresql', POSTGRESQL],
];

describe.each(TABLE)('What the server locks on %s', (engine, rows) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = (...upgrades: readonly string[]) =>
    prove(server, {
      base: [CASES],
      added: upgrades.map((upgrade, index) => ({
        id: `new${index}`,
        down: index === 0 ? 'cases' : `new${index - 1}`,
        upgrade,
      })),
      irreversible: Object.fromEntries(upgrades.map((_, index) => [`new${index}`, 'it is only asked'])),
      proofs: { 'lock-class': true },
      url: URLS[engine],
    });

  test.each(rows)(
    '%s',
    async (_, upgrade, lockClass, rebuilds, rules) => {
      const result = await run(upgrade);
      const [step] = proved(result).steps;
      const own = step?.statements.filter(({ line }) => line !== null).at(-1);
      expect([own?.lockClass, own?.rebuilds]).toEqual([lockClass, rebuilds]);
      expect(findings(result).map(({ rule }) => rule)).toEqual(rules);
      const quiet = lockClass === 'unknown' ? 'not-applicable' : 'pass';
      expect(sectionOf(result, 'lock-class').outcome).toBe(rules.length > 0 ? 'fail' : quiet);
    },
    60_000,
  );
});
