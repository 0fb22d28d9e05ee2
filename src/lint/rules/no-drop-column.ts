/** A dropped column takes its values along, and old code that still selects or writes it fails. */
import { columnNamed } from '../change.ts';
import { onExisting } from '../pass.ts';
import { unmappedAtMost, whoFails } from '../rollback-card.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const noDropColumn: Rule = {
  id: 'no-drop-column',
  group: 'data-loss',
  title: 'A column that exists is dropped',
  why: 'Its values are gone, and a downgrade can only bring back an empty column. SQLAlchemy names every mapped column in its statements, so instances of the old code fail on the whole table, not only where they use the column.',
  recipe: [
    {
      does: 'Take the attribute out of the model. If the column is NOT NULL without a server default, let the database fill it from now on, since the new code no longer writes it.',
      migration:
        'op.alter_column("user", "nick", nullable=True, existing_type=sa.String(50), existing_nullable=False)',
    },
    {
      does: 'Drop the column, when no instance of the release before it runs any more and its values are backed up.',
      migration: 'op.drop_column("user", "nick")',
    },
  ],
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [
      { caption: 'with Alembic', upgrade: 'op.drop_column("user", "nick")', at: 'op.drop_column' },
      {
        caption: 'in a batch',
        upgrade: 'with op.batch_alter_table("user") as batch:\n    batch.drop_column("nick")',
        at: 'batch.drop_column',
      },
      {
        caption: 'in raw SQL, COLUMN left out, after another action',
        upgrade: 'op.execute("ALTER TABLE user ADD b INT, DROP nick")',
        at: 'op.execute',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'to add another of that name',
        upgrade:
          'op.drop_column("user", "nick")\nop.add_column("user", sa.Column("nick", sa.Integer(), nullable=True))',
        at: 'op.drop_column',
        says: 'for another of that name',
      },
    ],
    good: [
      {
        caption: 'a column that this pull request added',
        upgrade:
          'op.add_column("user", sa.Column("nick", sa.Integer(), nullable=True))\nop.drop_column("user", "nick")',
      },
      {
        caption: 'the way back of an added column',
        upgrade: 'op.add_column("user", sa.Column("nick", sa.Integer(), nullable=True))',
        downgrade: 'op.drop_column("user", "nick")',
      },
      {
        caption: 'dropping an index or a constraint',
        upgrade: 'op.execute("ALTER TABLE user DROP INDEX ix_nick, DROP FOREIGN KEY fk_nick")',
        engines: ['mysql', 'mariadb'],
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'drop-column')
      .filter((change) => pass.facts.newColumn(change, change.column) === null)
      .map((change) =>
        trouble(
          change,
          pass.facts.isReplaced(change)
            ? `Dropping ${columnNamed(change.table, change.column)} for another of that name loses the values that nothing copies or computes again, ${whoFails(unmappedAtMost(pass, change.table, change.column), 'meets a column that is no longer its own')}.`
            : `Dropping ${columnNamed(change.table, change.column)} destroys its values for good, ${whoFails(unmappedAtMost(pass, change.table, change.column), 'names the column in every statement on the table and fails')}.`,
          'Remove the column from the model in this release and leave it in the database, nullable or with a default; drop it in a later one, when no running code maps it.',
          unmappedAtMost(pass, change.table, change.column),
        ),
      ),
};
