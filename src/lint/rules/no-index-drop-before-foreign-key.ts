/** MySQL does not give up the index that a foreign key stands on. */
import type { Direction } from '../../revision/operation.ts';
import { key, named, type Change, type ChangeOf, type Column } from '../change.ts';
import { foreignKeysOf, needsOf, type ForeignKey } from '../foreign-keys.ts';
import { changesIn, type Pass } from '../pass.ts';
import { turnsKeysOff } from '../reverse.ts';
import { ALL_ERROR, MYSQL, trouble, type Rule, type Trouble } from '../rule.ts';

export const noIndexDropBeforeForeignKey: Rule = {
  id: 'no-index-drop-before-foreign-key',
  group: 'reversibility',
  title: 'An index is dropped while its foreign key stands',
  why: 'MySQL and MariaDB stop with error 1553, "Cannot drop index: needed in a foreign key constraint". SQLite and PostgreSQL let it pass, so tests there do not show it.',
  severity: ALL_ERROR,
  engines: MYSQL,
  examples: {
    bad: [
      {
        caption: 'in an upgrade, the index before its key',
        upgrade:
          'op.drop_index("ix_user", table_name="note")\nop.drop_constraint("fk_user", "note", type_="foreignkey")',
        downgrade:
          'op.create_index("ix_user", "note", ["user_id"])\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
        at: 'op.drop_index',
        says: 'the upgrade ends half-way',
      },
      {
        caption: 'the index before its key',
        upgrade:
          'op.create_index("ix_user", "note", ["user_id"])\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
        downgrade:
          'op.drop_index("ix_user", table_name="note")\nop.drop_constraint("fk_user", "note", type_="foreignkey")',
        at: 'op.drop_index',
      },
      {
        caption: 'the index before its table',
        upgrade:
          'op.create_table("note", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id")))\nop.create_index("ix_user", "note", ["user_id"])',
        downgrade: 'op.drop_index("ix_user", table_name="note")\nop.drop_table("note")',
        at: 'op.drop_index',
      },
      {
        caption: 'a unique constraint, which is an index to the server',
        upgrade:
          'op.create_unique_constraint("uq_user", "note", ["user_id"])\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
        downgrade:
          'op.drop_constraint("uq_user", "note", type_="unique")\nop.drop_constraint("fk_user", "note", type_="foreignkey")',
        at: 'op.drop_constraint("uq_user"',
      },
      {
        caption: 'a unique constraint that a key of another table points at',
        upgrade:
          'op.create_unique_constraint("uq_code", "user", ["code"])\nop.create_foreign_key("fk_user", "note", "user", ["user_code"], ["code"])',
        downgrade:
          'op.drop_constraint("uq_code", "user", type_="unique")\nop.drop_constraint("fk_user", "note", type_="foreignkey")',
        at: 'op.drop_constraint("uq_code"',
        says: 'a foreign key of `note` that points at it',
      },
      {
        caption: 'an index that a column of the new table brought along',
        upgrade:
          'op.create_table("note", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id"), index=True))',
        downgrade: 'op.drop_index("ix_note_user_id", table_name="note")\nop.drop_table("note")',
        at: 'op.drop_index',
      },
    ],
    good: [
      {
        caption: 'in an upgrade, the key before its index',
        upgrade:
          'op.drop_constraint("fk_user", "note", type_="foreignkey")\nop.drop_index("ix_user", table_name="note")',
        downgrade:
          'op.create_index("ix_user", "note", ["user_id"])\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
      },
      {
        caption: 'the key before its index',
        upgrade:
          'op.create_index("ix_user", "note", ["user_id"])\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
        downgrade:
          'op.drop_constraint("fk_user", "note", type_="foreignkey")\nop.drop_index("ix_user", table_name="note")',
      },
      {
        caption: 'an index of other columns',
        upgrade:
          'op.create_index("ix_a", "note", ["a"])\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
        downgrade:
          'op.drop_index("ix_a", table_name="note")\nop.drop_constraint("fk_user", "note", type_="foreignkey")',
      },
      {
        caption: 'both in one statement',
        upgrade:
          'op.create_index("ix_user", "note", ["user_id"])\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
        downgrade: 'op.execute("ALTER TABLE note DROP INDEX ix_user, DROP FOREIGN KEY fk_user")',
      },
      {
        caption: 'without foreign key checks, which MariaDB lets pass and MySQL does not',
        upgrade:
          'op.create_index("ix_user", "note", ["user_id"])\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
        downgrade:
          'op.execute("SET foreign_key_checks = 0")\nop.drop_index("ix_user", table_name="note")\nop.drop_constraint("fk_user", "note", type_="foreignkey")',
        engines: ['mariadb'],
      },
      {
        caption: 'another index that serves the key',
        upgrade:
          'op.create_index("ix_user", "note", ["user_id"])\nop.create_index("ix_two", "note", ["user_id", "a"])\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
        downgrade:
          'op.drop_index("ix_user", table_name="note")\nop.drop_constraint("fk_user", "note", type_="foreignkey")',
      },
    ],
  },
  check: (pass) => (['upgrade', 'downgrade'] as const).flatMap((direction) => inDirection(pass, direction)),
};

/** What one direction drops, the other makes, and so tells of which columns it is. */
const other = (direction: Direction): Direction => (direction === 'upgrade' ? 'downgrade' : 'upgrade');

const inDirection = (pass: Pass, direction: Direction): readonly Trouble[] =>
  changesIn(pass, direction, 'drop-index', 'drop-constraint').flatMap((change) => {
    if (change.kind === 'drop-constraint' && change.constraint !== 'unique') return [];
    const table = change.table === null ? null : key(change.table);
    const columns = table === null ? null : columnsOfIndex(pass, change);
    if (table === null || columns === null) return [];
    const needs = foreignKeysOf(pass, other(direction))
      .flatMap((one) => needsOf(one, table))
      .find((one) => startsWith(columns, one.columns) && !stood(pass, change, one.foreignKey));
    if (!needs || servedOtherwise(pass, table, needs.columns, change)) return [];
    const pointing = needs.foreignKey.table === table ? '' : ' that points at it';
    return [
      trouble(
        change,
        `Index ${named(change.name)} is dropped while a foreign key of ${named(needs.foreignKey.table)}${pointing} still needs it: MySQL and MariaDB stop with error 1553, and the ${direction === 'upgrade' ? 'upgrade' : 'rollback'} ends half-way.`,
        'Drop the foreign key, or the whole table, before the index; an index goes with its table.',
        // Another index that is there already may serve the key.
        direction === 'upgrade' ? 'warning' : undefined,
      ),
    ];
  });

type DropIndex = ChangeOf<'drop-index' | 'drop-constraint'>;

const onTable = (table: string, one: { readonly table: string | null }): boolean =>
  one.table !== null && key(one.table) === table;

function columnsOfIndex(pass: Pass, { name, table, direction }: DropIndex): readonly string[] | null {
  if (name === null || table === null) return null;
  for (const one of changesIn(pass, other(direction), 'create-index', 'add-constraint', 'create-table')) {
    if (!onTable(key(table), one)) continue;
    if (one.kind === 'create-index' && one.name === name) return one.columns;
    if (one.kind === 'add-constraint' && one.constraint.name === name) return one.constraint.columns;
    const brought =
      one.kind === 'create-table' ? one.columns.find((column) => isBrought(column, table, name)) : null;
    if (brought?.name) return [brought.name];
  }
  return null;
}

/** `index=True`, of which SQLAlchemy makes `ix_note_user_id`. */
const isBrought = (column: Column, table: string, index: string): boolean =>
  column.index && column.name !== null && index === `ix_${table}_${column.name}`;

/** Whether the key, by its name or by any key's going, or its table went before the index. */
function stood(pass: Pass, before: DropIndex, { name, table }: ForeignKey): boolean {
  const at = pass.changes.indexOf(before);
  if (pass.engine === 'mariadb' && turnsKeysOff(pass.operations, before.direction)) return true;
  return changesIn(pass, before.direction, 'drop-constraint', 'drop-table', 'drop-column').some(
    (one) =>
      onTable(table, one) &&
      (pass.changes.indexOf(one) < at || isOneStatement(one, before)) &&
      (one.kind !== 'drop-constraint' || name === null || one.name === null || one.name === name),
  );
}

/** What one ALTER TABLE drops goes at once. */
const isOneStatement = ({ operation }: Change, other: Change): boolean =>
  operation?.kind === 'sql' &&
  operation === other.operation &&
  !operation.sql.trim().slice(0, -1).includes(';');

const startsWith = (columns: readonly string[], first: readonly string[]): boolean =>
  first.length > 0 &&
  first.every((column, index) => columns[index] !== undefined && key(columns[index]) === key(column));

/** Another index or key of this revision that begins with the same columns. */
function servedOtherwise(
  pass: Pass,
  table: string,
  columns: readonly string[],
  { name: index, direction }: DropIndex,
): boolean {
  return changesIn(pass, other(direction), 'create-index', 'create-table', 'add-constraint').some((one) => {
    if (!onTable(table, one)) return false;
    if (one.kind === 'create-index') return one.name !== index && startsWith(one.columns ?? [], columns);
    const keys = one.kind === 'add-constraint' ? [one.constraint] : one.constraints;
    const ownKey =
      one.kind === 'create-table' &&
      one.columns.some(
        (column) => (column.primaryKey || column.unique) && startsWith([column.name ?? ''], columns),
      );
    return (
      ownKey ||
      keys.some(
        ({ kind, name, columns: own }) =>
          kind !== 'foreign-key' && name !== index && startsWith(own ?? [], columns),
      )
    );
  });
}
