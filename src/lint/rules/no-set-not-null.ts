/** A column that becomes NOT NULL refuses the NULLs that are there and those that old code still writes. */
import { columnNamed } from '../change.ts';
import { onExisting } from '../pass.ts';
import { trouble, WARNING_ERROR, type Rule } from '../rule.ts';

export const noSetNotNull: Rule = {
  id: 'no-set-not-null',
  group: 'rolling-deploy',
  title: 'A column becomes NOT NULL',
  why: 'The upgrade fails, or changes values, where a row holds NULL. Old code that still runs may write NULL until the deploy ends, and fails from then on. PostgreSQL reads the whole table under a lock that stops every reader and writer.',
  recipe: [
    {
      does: 'Release code that always writes the column, and give it a server default for whoever does not.',
      migration:
        'op.alter_column("user", "name", server_default="", existing_type=sa.String(9), existing_nullable=True)',
    },
    {
      does: 'Fill the NULLs in batches, outside of the migration. On PostgreSQL let a constraint look, which keeps nobody out.',
      migration:
        'op.execute("ALTER TABLE user ADD CONSTRAINT user_name_set CHECK (name IS NOT NULL) NOT VALID")\nop.execute("ALTER TABLE user VALIDATE CONSTRAINT user_name_set")',
    },
    {
      does: 'Make it NOT NULL; PostgreSQL believes the constraint and reads no row.',
      migration:
        'op.alter_column("user", "name", nullable=False, existing_type=sa.String(9), existing_server_default="")',
    },
  ],
  severity: WARNING_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'with Alembic',
        upgrade: 'op.alter_column("user", "name", existing_type=sa.String(9), nullable=False)',
        at: 'op.alter_column',
      },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user ALTER COLUMN name SET NOT NULL")',
        at: 'op.execute',
        engines: ['postgresql'],
      },
    ],
    good: [
      {
        caption: 'a column that was NOT NULL before',
        upgrade:
          'op.alter_column("user", "name", type_=sa.Text(), existing_type=sa.String(9), existing_nullable=False, nullable=False)',
      },
      {
        caption: 'a column of this pull request that has a server default',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), server_default="guest", nullable=True))\nop.alter_column("user", "role", existing_type=sa.String(9), nullable=False)',
      },
      {
        caption: 'MODIFY, which says the whole column again',
        upgrade: 'op.execute("ALTER TABLE user MODIFY name VARCHAR(20) NOT NULL")',
        engines: ['mysql', 'mariadb'],
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'alter-column').flatMap((change) => {
      const { from, to, restated, table, column } = change;
      const wasSo = from.nullable === false || (to.type !== undefined && from.nullable === undefined);
      // What says the whole column again need not say anything new.
      if (to.nullable !== false || wasSo || (restated && from.nullable === undefined)) return [];
      if (pass.facts.newColumn(change, column)?.serverDefault === true) return [];
      return [
        trouble(
          change,
          `${columnNamed(table, column)} becomes NOT NULL: the upgrade fails on a row that holds NULL, and old code that still runs and ${
            to.serverDefault === 'set' || from.serverDefault === 'set' ? 'writes NULL' : 'leaves it out'
          } fails from then on.`,
          `First release code that always writes it and fill the NULLs; make it NOT NULL in the release after that:\nop.execute("UPDATE ${table ?? '…'} SET ${column ?? '…'} = … WHERE ${column ?? '…'} IS NULL")`,
        ),
      ];
    }),
};
