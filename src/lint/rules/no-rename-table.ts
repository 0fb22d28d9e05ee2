/** A renamed table is a missing table to the code that still runs. */
import { named, sameName, type ChangeOf } from '../change.ts';
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
        caption: 'and another is made under its name',
        upgrade:
          'op.rename_table("file", "file_version")\nop.create_table("file", sa.Column("id", sa.Integer(), primary_key=True))',
        at: 'op.rename_table',
        says: 'finds another table there',
      },
      {
        caption: 'whose name is computed',
        upgrade: 'op.rename_table(old_name(), new_name())',
        at: 'op.rename_table',
        says: 'Renaming a table, whose name is computed here,',
      },
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
        caption: 'a copy that takes the table’s place',
        upgrade: 'op.execute("RENAME TABLE user TO user_old, user_copy TO user")',
        engines: ['mysql', 'mariadb'],
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
    const renames = onExisting(pass, 'rename-table');
    const isSwap = (one: ChangeOf<'rename-table'>): boolean =>
      renames.some((other) => sameName(other.to, one.table) || sameName(other.table, one.to));
    return (hasView ? [] : renames.filter((one) => !isSwap(one))).map((change) =>
      trouble(
        change,
        `Renaming ${renamed(change)} breaks old code at once: until the deploy ends it asks for the old name and ${pass.facts.isReplaced(change) ? 'finds another table there' : 'fails'}.`,
        'Keep the name and map it in the model with __tablename__, or leave a view under the old name in this revision.',
      ),
    );
  },
};

const renamed = ({ table, to }: ChangeOf<'rename-table'>): string =>
  table === null
    ? 'a table, whose name is computed here,'
    : `table ${named(table)}${to === null ? '' : ` to ${named(to)}`}`;
