/** What one direction makes and the other leaves alone is residue after a rollback. */
import { columnNamed, key, named, type Change } from '../change.ts';
import type { Direction } from '../../revision/operation.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const noDowngradeMismatch: Rule = {
  id: 'no-downgrade-mismatch',
  group: 'reversibility',
  title: 'A table or column of one direction has no counterpart in the other',
  why: 'After a rollback it is still there, or still gone, and the next upgrade fails on it. The proof on a database says the same exactly; this is seen without one. Directions with anything that cannot be read are passed over.',
  severity: STRICT_ERROR,
  examples: {
    bad: [
      {
        caption: 'a column that is never dropped',
        upgrade:
          'op.add_column("user", sa.Column("a", sa.Integer()))\nop.add_column("user", sa.Column("b", sa.Integer()))',
        downgrade: 'op.drop_column("user", "a")',
        at: 'op.add_column("user", sa.Column("b"',
      },
      {
        caption: 'a dropped table that never comes back',
        upgrade: 'op.drop_table("note")\nop.drop_table("tag")',
        downgrade: 'op.create_table("note", sa.Column("id", sa.Integer()))',
        at: 'op.drop_table("tag")',
      },
    ],
    good: [
      {
        caption: 'columns that go with their table',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer()))\nop.add_column("tag", sa.Column("a", sa.Integer()))',
        downgrade: 'op.drop_table("tag")',
      },
      {
        caption: 'a way back that cannot be read',
        upgrade: 'op.add_column("user", sa.Column("a", sa.Integer()))',
        downgrade: 'for column in columns():\n    op.drop_column("user", column)',
      },
      {
        caption: 'names that change on the way',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()))\nop.rename_table("tag", "label")',
        downgrade: 'op.drop_table("label")',
      },
    ],
  },
  check: ({ changes, migration }) => {
    const isThere = (direction: Direction): boolean =>
      migration.functions.some((one) => one.direction === direction && one.body === 'present');
    if (!isThere('upgrade') || !isThere('downgrade') || changes.some(isOpaque)) return [];
    return changes.flatMap((change) => {
      const others = changes.filter((other) => other.direction !== change.direction);
      const lost = change.under.length === 0 ? lostObject(change, others) : null;
      if (lost === null) return [];
      return [
        trouble(
          change,
          `${sayLoss(change, lost)}: after a rollback the schema is not what it was before, and the next upgrade may fail on it.`,
          `Make both directions each other's reverse.`,
        ),
      ];
    });
  },
};

function sayLoss({ direction, kind }: Change, object: string): string {
  const adds = kind === 'create-table' || kind === 'add-column';
  if (direction === 'upgrade')
    return adds
      ? `upgrade() adds ${object}, and downgrade() does not drop it`
      : `upgrade() drops ${object}, and downgrade() does not bring it back`;
  return adds
    ? `downgrade() adds ${object}, which upgrade() did not drop`
    : `downgrade() drops ${object}, which upgrade() did not add`;
}

/** Changes after which names no longer tell what is what. */
function isOpaque(change: Change): boolean {
  if (change.kind === 'unread' || change.kind.startsWith('rename-') || change.under.length > 0) return true;
  return (
    ('table' in change && change.table === null) || (change.kind === 'drop-column' && change.column === null)
  );
}

/** The table or column in words; null where the other direction has its counterpart, or where it is neither. */
function lostObject(change: Change, others: readonly Change[]): string | null {
  if (!('table' in change) || change.table === null) return null;
  const table = key(change.table);
  const onTable = others.filter(
    (other) => 'table' in other && other.table !== null && key(other.table) === table,
  );
  const has = (kind: Change['kind']): boolean => onTable.some((other) => other.kind === kind);
  switch (change.kind) {
    case 'create-table':
      return change.temporary || has('drop-table') ? null : `table ${named(change.table)}`;
    case 'drop-table':
      return has('create-table') ? null : `table ${named(change.table)}`;
    case 'add-column': {
      const { name } = change.column;
      const dropped = onTable.some((other) => other.kind === 'drop-column' && sameName(other.column, name));
      return name === null || dropped || has('drop-table') ? null : columnNamed(change.table, name);
    }
    case 'drop-column': {
      const added = onTable.some(
        (other) => other.kind === 'add-column' && sameName(other.column.name, change.column),
      );
      return added || has('create-table') ? null : columnNamed(change.table, change.column);
    }
    default:
      return null;
  }
}

const sameName = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && key(a) === key(b);
