/** ON DELETE CASCADE deletes rows that nobody named. */
import { named, type Change } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_WARNING, trouble, type Rule } from '../rule.ts';

export const noCascadeDelete: Rule = {
  id: 'no-cascade-delete',
  group: 'data-loss',
  title: 'ON DELETE CASCADE is introduced',
  why: 'Deleting one row then deletes rows of other tables that no statement names, without triggers on MySQL and MariaDB, and without a trace in the application.',
  severity: ALL_WARNING,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'with Alembic',
        upgrade: 'op.create_foreign_key("fk_a", "note", "user", ["user_id"], ["id"], ondelete="CASCADE")',
        at: 'op.create_foreign_key',
      },
      {
        caption: 'in raw SQL',
        upgrade:
          'op.execute("ALTER TABLE note ADD CONSTRAINT fk_a FOREIGN KEY (user_id) REFERENCES user (id) ON DELETE CASCADE")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'RESTRICT',
        upgrade: 'op.create_foreign_key("fk_a", "note", "user", ["user_id"], ["id"], ondelete="RESTRICT")',
      },
    ],
  },
  check: (pass) =>
    changesIn(pass, 'upgrade', 'add-constraint', 'add-column', 'create-table')
      .filter(cascades)
      .map((change) =>
        trouble(
          change,
          `A foreign key of ${named(change.table)} cascades: deleting a row of the table it points to silently deletes the rows of ${named(change.table)} that refer to it.`,
          'Use ondelete="RESTRICT" or "SET NULL", and delete in the application what is meant to go.',
        ),
      ),
};

function cascades(change: Change): boolean {
  switch (change.kind) {
    case 'add-constraint':
      return isCascade(change.constraint.onDelete);
    case 'add-column':
      return change.column.references?.inline === true && isCascade(change.column.onDelete);
    case 'create-table':
      return [...change.columns, ...change.constraints].some(({ onDelete }) => isCascade(onDelete));
    default:
      return false;
  }
}

const isCascade = (action: string | null): boolean => action?.toUpperCase() === 'CASCADE';
