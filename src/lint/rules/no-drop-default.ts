/** A default that goes away takes the INSERTs along that relied on it. */
import { columnNamed } from '../change.ts';
import { onExisting } from '../pass.ts';
import { trouble, WARNING_ERROR, type Rule } from '../rule.ts';

export const noDropDefault: Rule = {
  id: 'no-drop-default',
  group: 'rolling-deploy',
  title: 'A server default is dropped',
  why: 'Old code that still runs leaves the column out of its INSERTs, because the database filled it. Without the default they fail where the column is NOT NULL, and write NULL where it is not.',
  recipe: [
    { does: 'Release code that always writes the column.' },
    {
      does: 'Drop the default, when no instance of the release before it runs any more.',
      migration:
        'op.alter_column("user", "role", server_default=None, existing_type=sa.String(9), existing_nullable=False)',
    },
  ],
  severity: WARNING_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'with Alembic',
        upgrade: 'op.alter_column("user", "role", server_default=None, existing_type=sa.String(9))',
        at: 'op.alter_column',
      },
      {
        caption: 'of a NOT NULL column that was added a line above',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), server_default="guest", nullable=False))\nop.alter_column("user", "role", server_default=None)',
        at: 'op.alter_column',
      },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user ALTER role DROP DEFAULT")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'another default',
        upgrade: 'op.alter_column("user", "role", server_default="guest", existing_type=sa.String(9))',
      },
      {
        caption: 'of a nullable column of this pull request',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), server_default="guest", nullable=True))\nop.alter_column("user", "role", server_default=None)',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'alter-column').flatMap((change) => {
      const { from, to, restated, table, column } = change;
      const added = pass.facts.newColumn(change, column);
      if (to.serverDefault !== 'dropped' || from.serverDefault === 'dropped') return [];
      if (restated && from.serverDefault !== 'set') return [];
      if (added !== null && added.nullable !== false) return [];
      return [
        trouble(
          change,
          `${columnNamed(table, column)} loses its server default: INSERTs of old code that leave it out fail, or write NULL, until the deploy ends.`,
          'Keep the default until no running code relies on it, and drop it in a later release.',
        ),
      ];
    }),
};
