/** Add, copy and drop in one revision leaves no moment at which a deploy could turn back. */
import { columnNamed, key } from '../change.ts';
import { changesIn, onExisting } from '../pass.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const noDropAndBackfillTogether: Rule = {
  id: 'no-drop-and-backfill-together',
  group: 'data-loss',
  title: 'A column is added, filled, and the old one dropped in one revision',
  why: 'When the new code fails there is no state to go back to: the old column is gone before anybody has run on the new one. Rows that old code writes between the copy and the drop are lost.',
  severity: STRICT_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'all three at once',
        upgrade:
          'op.add_column("user", sa.Column("full_name", sa.String(50), nullable=True))\nop.execute("UPDATE user SET full_name = name")\nop.drop_column("user", "name")',
        at: 'op.drop_column',
      },
    ],
    good: [
      {
        caption: 'the first two',
        upgrade:
          'op.add_column("user", sa.Column("full_name", sa.String(50), nullable=True))\nop.execute("UPDATE user SET full_name = name")',
      },
    ],
  },
  check: (pass) => {
    const added = changesIn(pass, 'upgrade', 'add-column');
    const written = changesIn(pass, 'upgrade', 'write');
    return onExisting(pass, 'drop-column').flatMap((change) => {
      const { table, column } = change;
      const same = (other: { readonly table: string | null }): boolean =>
        table !== null && other.table !== null && key(other.table) === key(table);
      if (!added.some(same) || !written.some(same)) return [];
      return [
        trouble(
          change,
          `This revision adds a column to \`${table ?? ''}\`, fills it and drops ${columnNamed(table, column)}: what old code writes in between is lost, and there is no way back between the deploys.`,
          'Drop the column in a revision of a later release, when the new one has been used for a while.',
        ),
      ];
    });
  },
};
