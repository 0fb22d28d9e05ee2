/** What has no name cannot be dropped by name. */
import { argument, isNone, stringOf, stringsOf, tableOf, type Call } from '../arguments.ts';
import { columnNamed, named, sameName, type Change } from '../change.ts';
import { changesIn, type Pass } from '../pass.ts';
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
        says: 'The foreign key on `note` (user_id) has no name',
      },
      {
        caption: 'its way back',
        upgrade: 'op.create_unique_constraint("uq", "note", ["a"])',
        downgrade: 'op.drop_constraint(None, "note", type_="unique")',
        at: 'op.drop_constraint',
        says: 'drops a unique constraint of `note` without saying which',
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
      {
        caption: 'a foreign key beside a column of a table that is new itself',
        upgrade:
          'op.create_table("note", sa.Column("id", sa.Integer(), primary_key=True))\nop.add_column("note", sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id")))',
        downgrade: 'op.drop_table("note")',
      },
      {
        caption: 'one whose name the downgrade asks of the server',
        upgrade: 'op.add_column("note", sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id")))',
        downgrade:
          'for key in sa.inspect(op.get_bind()).get_foreign_keys("note"):\n    op.drop_constraint(key["name"], "note", type_="foreignkey")\nop.drop_column("note", "user_id")',
      },
      { caption: 'a name', upgrade: 'op.create_unique_constraint("uq_note_a", "note", ["a"])' },
      { caption: 'a name that is computed', upgrade: 'op.create_unique_constraint(name(), "note", ["a"])' },
    ],
  },
  check: (pass) => [
    ...pass.operations.flatMap((operation) =>
      operation.kind === 'call' && isNone(nameOf(operation)) ? unnamed(operation, pass) : [],
    ),
    ...(isMysql(pass.engine) && !pass.namesConstraints
      ? pass.changes.flatMap((change) => unnamedBeside(change, pass))
      : []),
  ],
};

const isMysql = (engine: string | null): boolean => engine === 'mysql' || engine === 'mariadb';

/** SQLAlchemy names every index itself; a convention names constraints when they are made, never those that go. */
function unnamed(call: Call, { namesConstraints }: Pick<Pass, 'namesConstraints'>): readonly Trouble[] {
  const isIndex = call.name.endsWith('index');
  const [what, prefix] = isIndex ? ['index', 'ix'] : (KINDS[kindOf(call)] ?? ['constraint', 'uq']);
  const table = tableOf(call);
  const columns = stringsOf(argument(call, call.name === 'create_foreign_key' ? 'local_cols' : 'columns'));
  const name = JSON.stringify([prefix, table ?? 'table', ...(columns ?? ['column'])].join('_'));
  if (call.name.startsWith('drop_'))
    return [
      trouble(
        call,
        `This drops ${isIndex ? 'an' : 'a'} ${what} of ${named(table)} without saying which: the migration fails, and a rollback stops here.`,
        `Say which, by the name that it was made with:\n${call.name}(${name}, …)`,
      ),
    ];
  if (isIndex || namesConstraints) return [];
  const on = columns === null ? '' : ` (${columns.join(', ')})`;
  return [
    trouble(
      call,
      `The ${what} on ${named(table)}${on} has no name, unless the metadata's naming_convention gives it one: each server invents its own, so that no migration can drop it by name everywhere.`,
      `Give it a name here and in the model, or set a naming_convention for the metadata:\n${call.name}(${name}, …)`,
    ),
  ];
}

const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  foreignkey: ['foreign key', 'fk'],
  foreign_key: ['foreign key', 'fk'],
  unique: ['unique constraint', 'uq'],
  unique_constraint: ['unique constraint', 'uq'],
  check: ['check constraint', 'ck'],
  check_constraint: ['check constraint', 'ck'],
};

/** `unique_constraint` of `create_unique_constraint`, and what `drop_constraint` is told. */
const kindOf = (call: Call): string =>
  call.name === 'drop_constraint'
    ? (stringOf(argument(call, 'type_')) ?? '')
    : call.name.slice('create_'.length);

/** MySQL and MariaDB refuse to drop a column that a foreign key stands on, and this one can only be guessed by name. */
function unnamedBeside(change: Change, pass: Pass): readonly Trouble[] {
  if (change.kind !== 'add-column' || change.direction !== 'upgrade' || change.under.length > 0) return [];
  const { references, referenceNamed, name } = change.column;
  if (references === null || references.inline || referenceNamed) return [];
  // It goes with its table, or its name is asked of the server.
  if (pass.facts.isNewTable(change) || asksForNames(pass, change.table)) return [];
  return [
    trouble(
      change,
      `The foreign key beside ${columnNamed(change.table, name)} has no name, unless the metadata's naming_convention gives it one: the server invents it, and until somebody drops it by that name a downgrade cannot drop the column (errno 1828).`,
      `Make it a constraint of its own with a name, and drop that first in downgrade():\nop.create_foreign_key("${['fk', change.table ?? 'table', name ?? 'column'].join('_')}", …)`,
    ),
  ];
}

/** `for key in inspector.get_foreign_keys("note"): op.drop_constraint(key["name"], "note", …)`. */
const asksForNames = (pass: Pass, table: string | null): boolean =>
  changesIn(pass, 'downgrade', 'drop-constraint').some(
    (one) =>
      one.name === null &&
      sameName(one.table, table) &&
      one.operation?.kind === 'call' &&
      !isNone(nameOf(one.operation)),
  );

const NAMED = /^(?:create|drop)_(?:index|constraint|foreign_key|unique_constraint|check_constraint)$/;

function nameOf(call: Call): ReturnType<typeof argument> {
  if (!NAMED.test(call.name)) return undefined;
  return argument(call, call.name.endsWith('index') ? 'index_name' : 'constraint_name');
}
