/** A renamed table is a missing table to the code that still runs. */
import { named } from '../change.ts';
import { changesIn, onExisting } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const noRenameTable: Rule = {
  id: 'no-rename-table',
  group: 'data-loss',
  title: 'A table that exists is renamed',
  why: 'Between the upgrade and the end of the deploy, instances of the old code ask for the old name and fail. A view under the old name, made in the same revision, keeps them running.',
  recipe: [
    {
      does: 'Rename the table and leave a view under the old name, which the old code reads and writes.',
      migration:
        'op.rename_table("user", "account")\nop.execute("CREATE VIEW user AS SELECT * FROM account")',
    },
    {
      does: 'Drop the view, when no instance of the release before it runs any more.',
      migration: 'op.execute("DROP VIEW user")',
    },
  ],
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [
      { caption: 'with Alembic', upgrade: 'op.rename_table("user", "account")', at: 'op.rename_table' },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user RENAME TO account")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'with a view under the old name',
        upgrade:
          'op.rename_table("user", "account")\nop.execute("CREATE VIEW user AS SELECT * FROM account")',
      },
      {
        caption: 'an index',
        upgrade: 'op.execute("ALTER TABLE user RENAME INDEX a TO b")',
        engines: ['mysql', 'mariadb'],
      },
    ],
  },
  check: (pass) => {
    const hasView = changesIn(pass, 'upgrade', 'other').some(({ statement }) => statement === 'CREATE VIEW');
    return (hasView ? [] : onExisting(pass, 'rename-table')).map((change) =>
      trouble(
        change,
        `Renaming table ${named(change.table)} to ${named(change.to)} breaks old code at once: until the deploy ends it asks for the old name and fails.`,
        'Keep the name and map it in the model with __tablename__, or leave a view under the old name in this revision.',
      ),
    );
  },
};
