/** ON DELETE CASCADE deletes rows that nobody named. */
import { named, type Change, type Column, type Constraint } from '../change.ts';
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
      .filter((change) => cascading(change).length > 0)
      .map((change) =>
        trouble(
          change,
          `A foreign key of ${named(change.table)} cascades: deleting a row of ${targetsOf(change)} silently deletes the rows of ${named(change.table)} that refer to it.`,
          'Use ondelete="RESTRICT" or "SET NULL", and delete in the application what is meant to go.',
        ),
      ),
};

interface Key {
  readonly onDelete: string | null;
  readonly target: string | null;
}

function keysOf(change: Change): readonly Key[] {
  const ofColumn = ({ onDelete, references }: Column): Key => ({
    onDelete,
    target: references?.table ?? null,
  });
  const ofConstraint = ({ onDelete, references }: Constraint): Key => ({ onDelete, target: references });
  switch (change.kind) {
    case 'add-constraint':
      return [ofConstraint(change.constraint)];
    case 'add-column':
      return change.column.references?.inline === true ? [ofColumn(change.column)] : [];
    case 'create-table':
      return [...change.columns.map(ofColumn), ...change.constraints.map(ofConstraint)];
    default:
      return [];
  }
}

const cascading = (change: Change): readonly Key[] =>
  keysOf(change).filter(({ onDelete }) => onDelete?.toUpperCase() === 'CASCADE');

/** The tables that it points to, as far as they are written out. */
function targetsOf(change: Change): string {
  const names = [...new Set(cascading(change).flatMap(({ target }) => target ?? []))];
  return names.length === 0 ? 'the table it points to' : names.map((name) => named(name)).join(' or ');
}
