/** A NOT NULL column without a server default refuses the rows that are there, and those that old code still inserts. */
import { columnNamed } from '../change.ts';
import { onExisting } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

const DATES: readonly string[] = ['date', 'datetime', 'timestamp'];

export const requireServerDefault: Rule = {
  id: 'require-server-default',
  group: 'rolling-deploy',
  title: 'A NOT NULL column is added without a server default',
  why: 'Rows that exist have no value for it: PostgreSQL refuses the column, MySQL and MariaDB fill in zero or an empty text. Old code does not know the column, so each of its INSERTs fails. `default=` is Python’s own and does not count: the database never sees it.',
  recipe: [
    {
      does: 'Add the column nullable, or with a server default, and write it from the code.',
      migration:
        'op.add_column("user", sa.Column("role", sa.String(9), server_default="guest", nullable=True))',
    },
    {
      does: 'Fill it in batches where the default is not what is meant, and make it NOT NULL.',
      migration:
        'op.alter_column("user", "role", nullable=False, existing_type=sa.String(9), existing_server_default="guest")',
    },
    {
      does: 'Drop the default if the code is to say it, when no instance of the release before it runs any more.',
      migration:
        'op.alter_column("user", "role", server_default=None, existing_type=sa.String(9), existing_nullable=False)',
    },
  ],
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'with Alembic',
        upgrade: 'op.add_column("user", sa.Column("role", sa.String(9), nullable=False))',
        at: 'op.add_column',
      },
      {
        caption: 'with a default of Python’s alone',
        upgrade: 'op.add_column("user", sa.Column("role", sa.String(9), nullable=False, default="guest"))',
        at: 'op.add_column',
      },
      {
        caption: 'a date',
        upgrade: 'op.add_column("user", sa.Column("born", sa.Date(), nullable=False))',
        at: 'op.add_column',
        engines: ['mysql', 'mariadb'],
        says: 'get 0000-00-00, or the upgrade fails',
      },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user ADD COLUMN role VARCHAR(9) NOT NULL")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'with a server default',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), server_default="guest", nullable=False))',
      },
      {
        caption: 'a nullable column',
        upgrade: 'op.add_column("user", sa.Column("role", sa.String(9), nullable=True))',
      },
      {
        caption: 'a computed column',
        upgrade: 'op.add_column("user", sa.Column("n", sa.Integer(), sa.Computed("a + 1"), nullable=False))',
      },
      {
        caption: 'a table of this pull request',
        upgrade:
          'op.create_table("note", sa.Column("id", sa.Integer(), nullable=False))\nop.add_column("note", sa.Column("n", sa.Integer(), nullable=False))',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'add-column').flatMap((change) => {
      const { nullable, serverDefault, generated, autoIncrement, primaryKey, name, type } = change.column;
      if (nullable !== false || serverDefault || generated || autoIncrement || primaryKey) return [];
      const rows =
        pass.engine === 'postgresql'
          ? 'the upgrade fails as soon as the table has a row'
          : pass.engine === null
            ? 'rows that exist have no value for it'
            : DATES.includes(type?.name ?? '')
              ? 'rows that exist get 0000-00-00, or the upgrade fails on them where sql_mode forbids that'
              : 'rows that exist get zero or an empty text';
      return [
        trouble(
          change,
          `${columnNamed(change.table, name)} is NOT NULL and has no server default: ${rows}, and every INSERT of old code that still runs fails.`,
          'Give it a server default, or add it nullable, fill it, and make it NOT NULL in a later release:\nserver_default=sa.text("…")',
        ),
      ];
    }),
};
