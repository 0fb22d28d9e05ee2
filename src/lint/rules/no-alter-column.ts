/** A fleet that deploys rolling only adds: a column that changes under running code is a column that breaks somebody. */
import { columnNamed } from '../change.ts';
import { onExisting } from '../pass.ts';
import { trouble, type Rule } from '../rule.ts';

export const noAlterColumn: Rule = {
  id: 'no-alter-column',
  group: 'data-loss',
  title: 'A column that exists is altered',
  why: 'Where many databases are upgraded one after the other while old and new code run side by side, a column must mean the same before and after. Upgrades then only create tables and add columns.',
  severity: { recommended: 'off', 'add-only': 'error', strict: 'error' },
  statements: true,
  examples: {
    bad: [
      {
        caption: 'another type',
        upgrade:
          'op.alter_column("user", "name", type_=sa.Text(), existing_type=sa.String(50), existing_nullable=True)',
        at: 'op.alter_column',
      },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user MODIFY name TEXT")',
        at: 'op.execute',
        engines: ['mysql', 'mariadb'],
      },
    ],
    good: [
      {
        caption: 'a default of the table',
        upgrade: 'op.execute("ALTER TABLE user DEFAULT CHARACTER SET utf8mb4")',
      },
      {
        caption: 'what is only restated, of which Alembic writes nothing',
        upgrade: 'op.alter_column("user", "name", existing_type=sa.String(50), existing_nullable=True)',
      },
      {
        caption: 'a comment on PostgreSQL',
        upgrade: 'op.alter_column("user", "name", comment="shown", existing_type=sa.String(50))',
        engines: ['postgresql'],
      },
      {
        caption: 'a column of this pull request',
        upgrade:
          'op.add_column("user", sa.Column("nick", sa.String(9), nullable=True))\nop.alter_column("user", "nick", type_=sa.Text(), existing_type=sa.String(9), existing_nullable=True)',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'alter-column')
      .filter((change) => pass.facts.newColumn(change, change.column) === null)
      .map((change) =>
        trouble(
          change,
          `Altering ${columnNamed(change.table, change.column)} changes a column under the old code that still runs, on every database of the fleet at another time.`,
          'Add a new column beside it, write both, and read the new one once every database has it.',
        ),
      ),
};
