/** Downgrades that forget an object, or one attribute of it. */
import { fails, passes, type Engine, type Said, type Table } from './behaviour.ts';
import { differs, trip } from './trip.ts';

const INDEX = 'op.create_index("ix_state", "case", ["state"])';
const note = (more: string) => `op.add_column("case", sa.Column("note", sa.String(50)${more}))`;
const NO_NOTE = 'op.drop_column("case", "note")';
const ALL_OF_IT = note(', nullable=False, server_default="none", comment="for the reader"');
const NO_KEY = 'op.drop_constraint("fk_tenant", "case", type_="foreignkey")';
const key = (more: string) =>
  `op.create_foreign_key("fk_tenant", "case", "tenant", ["tenant_id"], ["id"]${more})`;
const JOBS =
  'op.create_table("job", sa.Column("id", sa.Integer, primary_key=True), sa.Column("state", sa.Enum("open", "shut", name="state")))';

const trigger = (engine: Engine) =>
  engine === 'postgresql'
    ? `op.execute("CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
op.execute('CREATE TRIGGER touched BEFORE UPDATE ON "case" FOR EACH ROW EXECUTE FUNCTION touch()')`
    : 'op.execute("CREATE TRIGGER touched BEFORE UPDATE ON `case` FOR EACH ROW SET NEW.state = OLD.state")';
const noTrigger = (engine: Engine) =>
  engine === 'postgresql'
    ? `op.execute('DROP TRIGGER touched ON "case"')\nop.execute("DROP FUNCTION touch()")`
    : 'op.execute("DROP TRIGGER touched")';
const triggerStays = (engine: Engine): readonly Said[] =>
  engine === 'postgresql'
    ? [differs(9, /routine `touch\(\)` stays/), differs(10, /trigger .*`touched` stays/)]
    : [differs(9, /trigger .*`touched` stays/)];

export const ATTRIBUTES: Table = (engine) => [
  {
    proof: 'round-trip',
    name: 'a downgrade that forgets an index',
    faults: [
      fails(
        'does nothing',
        trip(engine, INDEX, 'op.execute("SELECT 1")'),
        differs(9, /after the downgrade of `new`: index `case`\.`ix_state` stays\.$/),
      ),
    ],
    twins: [passes('drops it', trip(engine, INDEX, 'op.drop_index("ix_state", "case")'))],
  },
  {
    proof: 'round-trip',
    name: 'a downgrade that brings a column back without what it had',
    faults: [
      fails(
        'without its comment',
        trip(engine, NO_NOTE, note(', nullable=False, server_default="none"')),
        differs(12, /: column `case`\.`note`: comment 'for the reader' → \S+\.$/),
      ),
      fails(
        'without its default',
        trip(engine, NO_NOTE, note(', nullable=False, comment="for the reader"')),
        differs(12, /: column `case`\.`note`: default 'none'.* → none\.$/),
      ),
      fails(
        'without NOT NULL',
        trip(engine, NO_NOTE, note(', server_default="none", comment="for the reader"')),
        differs(12, /: column `case`\.`note`: nullable 'no' → 'yes'\.$/),
      ),
    ],
    twins: [passes('with all of it', trip(engine, NO_NOTE, ALL_OF_IT))],
  },
  {
    proof: 'round-trip',
    name: 'a downgrade that brings a foreign key back with another action',
    faults: [
      fails(
        'ON DELETE CASCADE',
        trip(engine, NO_KEY, key(', ondelete="CASCADE"')),
        differs(12, /foreign key `case`\.`fk_tenant`: (on delete|definition) '.*' → '.*CASCADE'\.$/),
      ),
    ],
    twins: [passes('with the one that it had', trip(engine, NO_KEY, key('')))],
  },
  {
    proof: 'round-trip',
    name: 'a column that comes back at another place',
    faults: [
      // `op.add_column` can put it nowhere but behind the others, so that it is a warning.
      passes(
        'behind the others',
        trip(
          engine,
          'op.drop_column("case", "state")',
          'op.add_column("case", sa.Column("state", sa.String(10)))',
        ),
        ['no-round-trip-difference', 'warning', 12, /column `case`\.`(state|note)`: position '/],
      ),
    ],
    twins: [passes('where it was', trip(engine, NO_NOTE, ALL_OF_IT))],
  },
  {
    proof: 'round-trip',
    name: 'a downgrade that forgets a trigger',
    faults: [
      fails('does nothing', trip(engine, trigger(engine), 'op.execute("SELECT 1")'), ...triggerStays(engine)),
    ],
    twins: [passes('drops it', trip(engine, trigger(engine), noTrigger(engine)))],
  },
  {
    proof: 'round-trip',
    name: 'a downgrade that forgets the enum of a table',
    faults:
      engine === 'postgresql'
        ? [
            fails(
              'drops the table alone',
              trip(engine, JOBS, 'op.drop_table("job")'),
              differs(9, /enum `state` stays/),
            ),
          ]
        : { lacks: 'an enum is a part of its column, which goes with the table' },
    twins: [
      passes(
        'drops all of it',
        trip(
          engine,
          JOBS,
          engine === 'postgresql'
            ? 'op.drop_table("job")\nop.execute("DROP TYPE state")'
            : 'op.drop_table("job")',
        ),
      ),
    ],
  },
];
