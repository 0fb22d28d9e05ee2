/** A renamed column is a missing column to the code that still runs. */
import { columnNamed, named } from '../change.ts';
import { onExisting } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const noRenameColumn: Rule = {
  id: 'no-rename-column',
  group: 'data-loss',
  title: 'A column that exists is renamed',
  why: 'SQLAlchemy names every mapped column in its statements. From the rename to the end of the deploy, every query of the table by an instance of the old code fails.',
  recipe: [
    {
      does: 'Add the new column, nullable, and write both from the code.',
      migration: 'op.add_column("user", sa.Column("full_name", sa.String(50), nullable=True))',
    },
    { does: 'Fill the new column in batches, outside of the migration, and read it alone.' },
    {
      does: 'Drop the old column, when no instance of the release before it runs any more.',
      migration: 'op.drop_column("user", "name")',
    },
  ],
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'with Alembic',
        upgrade:
          'op.alter_column("user", "name", new_column_name="full_name", existing_type=sa.String(50), existing_nullable=True)',
        at: 'op.alter_column',
      },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user RENAME COLUMN name TO full_name")',
        at: 'op.execute',
      },
      {
        caption: 'with CHANGE',
        upgrade: 'op.execute("ALTER TABLE user CHANGE name full_name VARCHAR(50)")',
        at: 'op.execute',
        engines: ['mysql', 'mariadb'],
      },
    ],
    good: [
      {
        caption: 'CHANGE that keeps the name',
        upgrade: 'op.execute("ALTER TABLE user CHANGE name name VARCHAR(50)")',
        engines: ['mysql', 'mariadb'],
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'rename-column')
      .filter((change) => pass.facts.newColumn(change, change.column) === null)
      .map((change) =>
        trouble(
          change,
          `Renaming ${columnNamed(change.table, change.column)} to ${named(change.to)} breaks old code at once: until the deploy ends every statement it sends for the table names the old column and fails.`,
          `Keep the column and give the attribute its new name in the model alone:\n${change.to ?? 'new_name'} = mapped_column(${JSON.stringify(change.column ?? 'old_name')}, …)`,
        ),
      ),
};
