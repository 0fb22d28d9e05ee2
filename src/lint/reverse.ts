/** Whether a direction takes things apart in an order that the server refuses: what stands on something goes first. */
import type { Engine } from '../config/config.ts';
import type { Direction, Operation } from '../revision/operation.ts';
import { columnNamed, isOn, named, sameName, type Change, type ChangeOf } from './change.ts';

export interface OutOfOrder {
  /** What fails. */
  readonly change: Change;
  /** Why, as the end of a sentence that begins with the direction. */
  readonly why: string;
}

/**
 * @param own the changes of one direction, in order.
 * @param other those of the other one, which tell what an index or a key stands on.
 */
export function outOfOrder(
  own: readonly Change[],
  other: readonly Change[],
  engine: Engine | null,
): readonly OutOfOrder[] {
  return own.flatMap((change, at): readonly OutOfOrder[] => {
    if ('guarded' in change && change.guarded) return [];
    const [before, after] = [own.slice(0, at), own.slice(at + 1)];
    const why =
      onDroppedTable(change, before, other) ??
      onDroppedColumn(change, before, other, engine) ??
      (engine === 'sqlite' ? null : stillReferred(change, before, after, other, engine));
    return why === null ? [] : [{ change, why }];
  });
}

/** Whether a direction says `SET foreign_key_checks = 0`. */
export const turnsKeysOff = (operations: readonly Operation[], direction: Direction): boolean =>
  operations.some(
    (one) =>
      one.kind === 'sql' &&
      one.direction === direction &&
      /\bforeign_key_checks\s*=\s*(?:0|off)\b/i.test(one.sql),
  );

/** Anything on a table after the table itself. */
function onDroppedTable(change: Change, before: readonly Change[], other: readonly Change[]): string | null {
  if (!('table' in change) || change.kind === 'create-table' || change.kind === 'drop-table') return null;
  const table =
    change.table ?? (change.kind === 'drop-index' ? madeIndex(change, other)?.table : null) ?? null;
  const last = before.findLast(
    (one) => (one.kind === 'drop-table' || one.kind === 'create-table') && isOn(table, one),
  );
  return last?.kind === 'drop-table'
    ? `touches table ${named(table)} after dropping it on line ${String(last.line)}`
    : null;
}

/** PostgreSQL drops an index or key with any of its columns, MySQL and MariaDB an index with the last of them. */
function onDroppedColumn(
  change: Change,
  before: readonly Change[],
  other: readonly Change[],
  engine: Engine | null,
): string | null {
  const made =
    change.kind === 'drop-index'
      ? madeIndex(change, other)
      : change.kind === 'drop-constraint' && engine === 'postgresql'
        ? madeKey(change, other)
        : null;
  if (!made || made.columns === null || made.columns.length === 0) return null;
  const isGone = (column: string): boolean =>
    before.some((one) => one.kind === 'drop-column' && isOn(made.table, one) && sameName(one.column, column));
  const gone = engine === 'postgresql' ? made.columns.some(isGone) : made.columns.every(isGone);
  const sort = change.kind === 'drop-index' ? 'index' : 'constraint';
  return gone
    ? `drops ${sort} ${named('name' in change ? change.name : null)} after the column it stands on, with which it went`
    : null;
}

interface Made {
  readonly table: string | null;
  readonly columns: readonly string[] | null;
}

function madeIndex({ name, table }: ChangeOf<'drop-index'>, other: readonly Change[]): Made | null {
  const made = other.find(
    (one): one is ChangeOf<'create-index'> =>
      one.kind === 'create-index' && sameName(one.name, name) && (table === null || isOn(table, one)),
  );
  return made ?? null;
}

function madeKey({ name, table }: ChangeOf<'drop-constraint'>, other: readonly Change[]): Made | null {
  const made = other.find(
    (one): one is ChangeOf<'add-constraint'> =>
      one.kind === 'add-constraint' && sameName(one.constraint.name, name) && isOn(table, one),
  );
  return made ? { table: made.table, columns: made.constraint.columns } : null;
}

/** A foreign key that the other direction makes, with the name by which it can be dropped before its table. */
interface Reference {
  readonly table: string;
  readonly target: string;
  readonly name: string | null;
  readonly columns: readonly string[];
}

/** A table that another one points at, and on MySQL and MariaDB a column that a key stands on, while these stand. */
function stillReferred(
  change: Change,
  before: readonly Change[],
  after: readonly Change[],
  other: readonly Change[],
  engine: Engine | null,
): string | null {
  if (change.operation?.kind === 'sql' && /\bcascade\b/i.test(change.operation.sql)) return null;
  const standing = other
    .flatMap(referencesOf)
    // It goes, and later than this.
    .filter(
      (one) =>
        after.some((later) => takesAway(later, one)) && !before.some((earlier) => takesAway(earlier, one)),
    );
  if (change.kind === 'drop-table') {
    const from = standing.find(
      ({ table, target }) => sameName(target, change.table) && !sameName(table, change.table),
    );
    return from === undefined
      ? null
      : `drops table ${named(change.table)} before the foreign key of ${named(from.table)} that refers to it`;
  }
  if (change.kind !== 'drop-column' || engine === 'postgresql') return null;
  const key = standing.find(
    ({ table, columns }) => isOn(table, change) && columns.some((one) => sameName(one, change.column)),
  );
  return key === undefined
    ? null
    : `drops ${columnNamed(change.table, change.column)} before the foreign key that stands on it`;
}

function referencesOf(change: Change): readonly Reference[] {
  if (!('table' in change) || change.table === null) return [];
  const { table } = change;
  const reference = (name: string | null, target: string | null, columns: readonly string[] | null) =>
    target === null ? [] : [{ table, name, target, columns: columns ?? [] }];
  switch (change.kind) {
    case 'add-constraint':
      return reference(change.constraint.name, change.constraint.references, change.constraint.columns);
    case 'create-table':
      return [
        ...change.constraints.flatMap(({ name, references, columns }) =>
          reference(name, references, columns),
        ),
        ...change.columns.flatMap(({ name, references }) =>
          references === null || references.inline
            ? []
            : reference(null, references.table, name === null ? null : [name]),
        ),
      ];
    default:
      return [];
  }
}

function takesAway(change: Change, { table, name, columns }: Reference): boolean {
  if (!isOn(table, change)) return false;
  return (
    change.kind === 'drop-table' ||
    (change.kind === 'drop-constraint' &&
      (change.name === null || name === null || sameName(change.name, name))) ||
    (change.kind === 'drop-column' && columns.some((one) => sameName(one, change.column)))
  );
}
