/** What has no name cannot be dropped by name. */
import { argument, isNone, type Call } from '../arguments.ts';
import { columnNamed, type Change } from '../change.ts';
import { STRICT_ERROR, trouble, type Rule, type Trouble } from '../rule.ts';

export const noUnnamedConstraint: Rule = {
  id: 'no-unnamed-constraint',
  group: 'reversibility',
  title: 'A constraint or index without a name',
  why: 'Without a naming convention in the metadata, autogenerate writes `None` for the name. The server invents one that differs between servers, and the `drop_constraint(None, …)` of the downgrade fails. A convention is seen in `env.py`, and in names of older revisions that only one gives (`op.f("fk_…")`). Constraints that are written inside of `create_table` go with their table.',
  severity: STRICT_ERROR,
  examples: {
    bad: [
      {
        caption: 'a foreign key beside a new column',
        upgrade: 'op.add_column("note", sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id")))',
        at: 'op.add_column',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'a foreign key as autogenerate writes it',
        upgrade: 'op.create_foreign_key(None, "note", "user", ["user_id"], ["id"])',
        at: 'op.create_foreign_key',
      },
      {
        caption: 'its way back',
        upgrade: 'op.create_unique_constraint("uq", "note", ["a"])',
        downgrade: 'op.drop_constraint(None, "note", type_="unique")',
        at: 'op.drop_constraint',
      },
    ],
    good: [
      { caption: 'an index, which SQLAlchemy names', upgrade: 'op.create_index(None, "note", ["a"])' },
      {
        caption: 'a foreign key with a name beside a column',
        upgrade:
          'op.add_column("note", sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id", name="fk_user")))',
      },
      {
        caption: 'one that goes with its table',
        upgrade: 'op.create_table("note", sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id")))',
      },
      { caption: 'a name', upgrade: 'op.create_unique_constraint("uq_note_a", "note", ["a"])' },
      { caption: 'a name that is computed', upgrade: 'op.create_unique_constraint(name(), "note", ["a"])' },
    ],
  },
  check: ({ operations, changes, engine, namesConstraints }) => [
    ...operations.flatMap((operation) => {
      if (operation.kind !== 'call' || !isNone(nameOf(operation))) return [];
      const what = operation.name.endsWith('index') ? 'index' : 'constraint';
      const drops = operation.name.startsWith('drop_');
      // SQLAlchemy names every index itself; a convention names constraints when they are made, never those that go.
      if (!drops && (what === 'index' || namesConstraints)) return [];
      return [
        trouble(
          operation,
          drops
            ? `This drops ${what === 'index' ? 'an index' : 'a constraint'} without saying which: the migration fails, and a rollback stops here.`
            : `This constraint has no name, unless the metadata's naming_convention gives it one: each server invents its own, so that no migration can drop it by name everywhere.`,
          `Give it a name here and in the model, or set a naming_convention for the metadata:\n${operation.name}(${JSON.stringify(what === 'index' ? 'ix_table_column' : 'uq_table_column')}, …)`,
        ),
      ];
    }),
    ...(isMysql(engine) && !namesConstraints ? changes.flatMap(unnamedBeside) : []),
  ],
};

const isMysql = (engine: string | null): boolean => engine === 'mysql' || engine === 'mariadb';

/** MySQL and MariaDB refuse to drop a column that a foreign key stands on, and this one can only be guessed by name. */
function unnamedBeside(change: Change): readonly Trouble[] {
  if (change.kind !== 'add-column' || change.direction !== 'upgrade' || change.under.length > 0) return [];
  const { references, referenceNamed, name } = change.column;
  if (references === null || references.inline || referenceNamed) return [];
  return [
    trouble(
      change,
      `The foreign key beside ${columnNamed(change.table, name)} has no name, unless the metadata's naming_convention gives it one: the server invents it, and until somebody drops it by that name a downgrade cannot drop the column (errno 1828).`,
      `Make it a constraint of its own with a name, and drop that first in downgrade():\nop.create_foreign_key("fk_…", …)`,
    ),
  ];
}

const NAMED = /^(?:create|drop)_(?:index|constraint|foreign_key|unique_constraint|check_constraint)$/;

function nameOf(call: Call): ReturnType<typeof argument> {
  if (!NAMED.test(call.name)) return undefined;
  return argument(call, call.name.endsWith('index') ? 'index_name' : 'constraint_name');
}
