/** Downgrades that fail, or leave another schema than the one that was there before. */
import { fails, inapplicable, passes, type Engine, type Table } from './behaviour.ts';
import { severalDatabases } from './several-databases.ts';
import { differs, trip } from './trip.ts';

const WIDER = 'existing_type=sa.String(50), type_=sa.String(80)';
const NARROWER = 'existing_type=sa.String(80), type_=sa.String(50)';
const AS_IT_WAS =
  'existing_nullable=False, existing_server_default="none", existing_comment="for the reader"';
const alter = (how: string) => `op.alter_column("case", "note", ${how})`;

const OWNER = `op.add_column("case", sa.Column("owner_id", sa.Integer))
op.create_index("ix_owner", "case", ["owner_id"])
op.create_foreign_key("fk_owner", "case", "tenant", ["owner_id"], ["id"])`;
const NO_OWNER = {
  index: 'op.drop_index("ix_owner", "case")',
  key: 'op.drop_constraint("fk_owner", "case", type_="foreignkey")',
  column: 'op.drop_column("case", "owner_id")',
};
const INDEX_FIRST = [NO_OWNER.index, NO_OWNER.key, NO_OWNER.column].join('\n');
const KEY_FIRST = [NO_OWNER.key, NO_OWNER.index, NO_OWNER.column].join('\n');

const NO_STATE = 'op.drop_column("case", "state")';
const PART = 'op.create_table("part", sa.Column("id", sa.Integer, primary_key=True, autoincrement=False))';

/** A character set of its own; on PostgreSQL, which has one per database, a collation. */
const CHARACTERS = (engine: Engine) =>
  engine === 'postgresql'
    ? {
        other: `op.execute('ALTER TABLE label ALTER COLUMN name TYPE varchar(20) COLLATE "C"')`,
        wrong: `op.execute('ALTER TABLE label ALTER COLUMN name TYPE varchar(20) COLLATE "POSIX"')`,
        back: `op.execute('ALTER TABLE label ALTER COLUMN name TYPE varchar(20)')`,
      }
    : {
        other: 'op.execute("ALTER TABLE label CONVERT TO CHARACTER SET latin1")',
        wrong: 'op.execute("ALTER TABLE label CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")',
        back: 'op.execute("ALTER TABLE label CONVERT TO CHARACTER SET utf8mb4")',
      };

export const ROUND_TRIP: Table = (engine) => [
  {
    proof: 'round-trip',
    name: 'alter_column losing NOT NULL, default and comment',
    faults:
      engine === 'postgresql'
        ? { lacks: 'ALTER COLUMN … TYPE leaves everything else as it is' }
        : [
            fails(
              'by not naming them',
              trip(engine, alter(`${WIDER}, ${AS_IT_WAS}`), alter(NARROWER)),
              differs(
                12,
                /`note`: nullable 'no' → 'yes'; column `case`\.`note`: default 'none' → none; column `case`\.`note`: comment 'for the reader' → ''\.$/,
              ),
            ),
          ],
    twins: [
      passes(
        'naming all three',
        trip(engine, alter(`${WIDER}, ${AS_IT_WAS}`), alter(`${NARROWER}, ${AS_IT_WAS}`)),
      ),
      ...(engine === 'postgresql'
        ? [passes('naming none, which loses none', trip(engine, alter(WIDER), alter(NARROWER)))]
        : []),
    ],
  },
  {
    proof: 'round-trip',
    name: 'an index dropped before its foreign key',
    faults:
      engine === 'postgresql'
        ? { lacks: 'no index is needed below a foreign key' }
        : [
            fails('as it reads well', trip(engine, OWNER, INDEX_FIRST), [
              'no-failing-migration',
              'error',
              14,
              /^The downgrade of `new` fails on a real server: .*1553.*needed in a foreign key constraint/,
            ]),
          ],
    twins: [
      passes('the foreign key first', trip(engine, OWNER, KEY_FIRST)),
      ...(engine === 'postgresql'
        ? [passes('the index first, which is allowed', trip(engine, OWNER, INDEX_FIRST))]
        : []),
    ],
  },
  {
    proof: 'round-trip',
    name: 'an irreversible revision with and without declaration',
    faults: [
      fails('without a downgrade', trip(engine, NO_STATE), [
        'no-failing-migration',
        'error',
        null,
        /^The downgrade of `new` fails on a real server: the file has no `downgrade\(\)`/,
      ]),
      fails(
        'with a downgrade that refuses',
        trip(engine, NO_STATE, 'raise NotImplementedError("the data is gone")'),
        ['no-failing-migration', 'error', 12, /^The downgrade of `new` fails .*NotImplementedError/],
      ),
    ],
    twins: [
      inapplicable(
        'declared',
        trip(engine, NO_STATE, undefined, { irreversible: { new: 'the data is gone' } }),
        /^`new` is declared irreversible: the data is gone$/,
      ),
    ],
  },
  {
    proof: 'round-trip',
    name: 'a downgrade that drops a wrong table',
    faults: [
      fails(
        'one of the base',
        trip(engine, PART, 'op.drop_table("label")'),
        differs(12, /after the downgrade of `new`: .*table `label` does not come back/),
        differs(9, /after the downgrade of `new`: .*table `part` stays/),
      ),
    ],
    twins: [passes('its own', trip(engine, PART, 'op.drop_table("part")'))],
  },
  {
    proof: 'round-trip',
    name: 'a character set or collation changed by raw SQL',
    faults: [
      fails(
        'and brought back as another one',
        trip(engine, CHARACTERS(engine).other, CHARACTERS(engine).wrong),
        differs(12, /(table|column) `label`(\.`name`)?: collation '?\w+'? → '\W*(utf8mb4_bin|POSIX)\W*'/),
      ),
    ],
    twins: [
      passes('and brought back as it was', trip(engine, CHARACTERS(engine).other, CHARACTERS(engine).back)),
    ],
  },
  severalDatabases(engine),
];
