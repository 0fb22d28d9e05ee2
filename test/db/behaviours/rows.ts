/** Migrations that work on empty tables and not on tables with rows, and downgrades that take rows with them. */
import { BASE } from '../case.ts';
import type { ProveOptions } from '../prove.ts';
import { added, fails, passes, url, type Engine, type Said, type Table } from './behaviour.ts';

const project = (engine: Engine, upgrade: string, downgrade: string): ProveOptions => ({
  base: [BASE],
  added: [added('root', upgrade, downgrade)],
  url: url(engine),
});

const UNIQUE = 'op.create_index("ix_code", "case", ["code"], unique=True)';
const NO_INDEX = 'op.drop_index("ix_code", "case")';
const FLAG = 'op.add_column("case", sa.Column("flag", sa.Integer))';
const NO_FLAG = 'op.drop_column("case", "flag")';
const due = (nullable: 'True' | 'False') =>
  `op.alter_column("case", "due", nullable=${nullable}, existing_type=sa.Date)`;
const code = (to: number, from: number) =>
  `op.alter_column("case", "code", type_=sa.String(${to}), existing_type=sa.String(${from}))`;
/** Whatever the engine quotes names with. */
const quoted = (sql: string) =>
  `op.execute(${sql}.replace('"', op.get_bind().dialect.identifier_preparer.initial_quote))`;

const raises = (says: RegExp): Said => ['no-failing-migration', 'error', 9, says];
const loses = (line: number, says: RegExp): Said => ['no-round-trip-difference', 'error', line, says];

export const ROWS: Table = (engine) => [
  {
    proof: 'rows',
    name: 'duplicate rows under a new unique index',
    faults: [
      fails(
        'that are still there',
        project(engine, UNIQUE, NO_INDEX),
        raises(/^On a real server, with rows in `case` the upgrade of `new` fails: .*([Dd]uplicate|unique)/),
      ),
    ],
    twins: [
      passes(
        'that are joined first',
        project(engine, `${quoted(`'UPDATE "case" SET code = NULL'`)}\n${UNIQUE}`, NO_INDEX),
      ),
    ],
  },
  {
    proof: 'rows',
    name: 'NOT NULL over NULLs',
    faults: [
      fails(
        'that are still there',
        project(engine, due('False'), due('True')),
        raises(/with rows in `case` the upgrade of `new` fails: .*(due|NULL|Invalid use)/i),
      ),
    ],
    twins: [
      passes(
        'that were filled first',
        project(
          engine,
          `${quoted(`'UPDATE "case" SET due = CURRENT_DATE WHERE due IS NULL'`)}\n${due('False')}`,
          due('True'),
        ),
      ),
    ],
  },
  {
    proof: 'rows',
    name: 'another width of a text',
    faults: [
      fails(
        'narrower than the rows',
        project(engine, code(10, 20), code(20, 10)),
        raises(/with rows in `case` the upgrade of `new` fails: .*(too long|truncated)/),
      ),
    ],
    twins: [passes('wider', project(engine, code(30, 20), code(20, 30)))],
  },
  {
    proof: 'rows',
    name: 'a character set given by raw SQL that cannot hold the rows',
    faults:
      engine === 'postgresql'
        ? { lacks: 'all tables of a database have one encoding' }
        : [
            fails(
              'latin1 over four-byte characters',
              project(engine, 'op.execute("ALTER TABLE `case` CONVERT TO CHARACTER SET latin1")', 'pass'),
              raises(/with rows in `case` the upgrade of `new` fails: .*Incorrect string value/),
            ),
          ],
    twins:
      engine === 'postgresql'
        ? [
            passes(
              'a collation instead',
              project(
                engine,
                `op.execute('ALTER TABLE "case" ALTER COLUMN note TYPE text COLLATE "C"')`,
                'pass',
              ),
            ),
          ]
        : [
            passes(
              'utf8mb4 with another collation',
              project(
                engine,
                'op.execute("ALTER TABLE `case` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")',
                'pass',
              ),
            ),
          ],
  },
  {
    proof: 'rows',
    name: 'a downgrade that empties a column which the upgrade did not write',
    faults: [
      fails(
        'beside its own',
        project(
          engine,
          FLAG,
          `${NO_FLAG}\ncase = sa.table("case", sa.column("note"))\nop.execute(case.update().values(note=None))`,
        ),
        loses(14, /column `case`\.`note` had \d+ rows, and after the downgrade of `new` \d+ of them differ/),
      ),
    ],
    twins: [
      passes('its own alone', project(engine, FLAG, NO_FLAG)),
      // Which is for the rules on data loss, as the revision says itself that it drops it.
      passes(
        'a column that the upgrade drops',
        project(engine, 'op.drop_column("case", "due")', 'op.add_column("case", sa.Column("due", sa.Date))'),
      ),
    ],
  },
  {
    proof: 'rows',
    name: 'a downgrade that deletes rows',
    faults: [
      fails(
        'which the upgrade left alone',
        project(
          engine,
          'op.add_column("case_tenant", sa.Column("flag", sa.Integer))',
          'op.drop_column("case_tenant", "flag")\nop.execute("DELETE FROM case_tenant")',
        ),
        loses(13, /table `case_tenant` had \d+ rows/),
      ),
    ],
    twins: [
      passes(
        'which went on the way up, with what hangs on them',
        project(
          engine,
          `op.drop_constraint(next(k["name"] for k in sa.inspect(op.get_bind()).get_foreign_keys("case_tenant") if k["referred_table"] == "tenant"), "case_tenant", type_="foreignkey")
op.create_foreign_key("fk_gone", "case_tenant", "tenant", ["tenant_id"], ["id"], ondelete="CASCADE")
${quoted(`'DELETE FROM tenant WHERE id NOT IN (SELECT tenant_id FROM (SELECT tenant_id FROM "case") AS used)'`)}`,
          'pass',
        ),
      ),
    ],
  },
];
