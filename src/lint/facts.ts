/** What this pull request itself brought: old rows, old code and locks are no matter for what nobody has seen yet. */
import { key, type Change, type ChangeOf, type Column } from './change.ts';

export interface Facts {
  /** Whether the table of a change was created earlier in this pull request. */
  isNewTable(change: Change): boolean;
  /** The same of a table that a change only names. */
  isNewName(change: Change, table: string): boolean;
  /**
   * The column as this pull request added it before that change; null for one that was there, or is not known. Where the
   * change's table cannot be read, a new column of that name is taken to be the one that is meant.
   */
  newColumn(change: Change, column: string | null): Column | null;
  /**
   * Whether an operation before that change which nobody can read names these columns: a helper of another file,
   * `add_column("user", Column("role", …))`, may have just added them.
   */
  mayBeNew(change: Change, columns: readonly string[]): boolean;
  /** Whether another table or column of the same name takes its place later in this pull request. */
  isReplaced(change: ChangeOf<'drop-table' | 'rename-table' | 'drop-column'>): boolean;
  /** Whether a table is dropped here where it was left over, then made, and dropped again: a working table. */
  isWorkingTable(change: ChangeOf<'drop-table'>): boolean;
  /** A column that this pull request writes out, in a new table or an old one; null for any other. */
  writtenColumn(table: string | null, column: string): Column | null;
}

interface Added {
  readonly at: number;
  readonly column: Column;
}

/** @param changes of all revisions of the pull request, in upgrade order. */
export function gatherFacts(changes: readonly Change[]): Facts {
  const position = new Map(changes.map((change, index) => [change, index] as const));
  const tables = new Map<string, number>();
  const columns = new Map<string, Added>();
  const written = new Map<string, Column>();
  changes.forEach((change, at) => {
    if (change.direction !== 'upgrade' || !('table' in change) || change.table === null) return;
    const table = key(change.table);
    if (change.kind === 'create-table') {
      tables.set(table, tables.get(table) ?? at);
      for (const column of change.columns)
        if (column.name !== null) written.set(columnKey(table, column.name), column);
    } else if (change.kind === 'rename-table' && change.to !== null && tables.has(table)) {
      tables.set(key(change.to), at);
    } else if (change.kind === 'add-column' && change.column.name !== null) {
      columns.set(columnKey(table, change.column.name), { at, column: change.column });
      written.set(columnKey(table, change.column.name), change.column);
    }
  });
  const unread = changes.filter(({ kind }) => kind === 'unread');
  const after = (change: Change): readonly Change[] => changes.slice((position.get(change) ?? 0) + 1);
  /** A downgrade finds all that the upgrades made. */
  const precedes = (at: number | undefined, change: Change): boolean =>
    at !== undefined && (change.direction === 'downgrade' || at < (position.get(change) ?? 0));
  const ofUnknownTable = (change: Change, column: string): Column | null => {
    const found = [...columns].find(
      ([name, { at }]) => name.endsWith(`\n${key(column)}`) && precedes(at, change),
    );
    return found?.[1].column ?? null;
  };
  return {
    writtenColumn: (table, column) =>
      table === null ? null : (written.get(columnKey(key(table), column)) ?? null),
    isNewTable: (change) =>
      'table' in change && change.table !== null && precedes(tables.get(key(change.table)), change),
    isNewName: (change, table) => precedes(tables.get(key(table)), change),
    mayBeNew: (change, names) =>
      mayBeNew(
        unread.filter((one) => (position.get(one) ?? 0) < (position.get(change) ?? 0)),
        change,
        names,
      ),
    isReplaced: (change) => after(change).some((later) => takesPlace(later, change)),
    isWorkingTable: (change) => isWorkingTable(after(change), change),
    newColumn(change, column) {
      if (!('table' in change) || column === null) return null;
      if (change.table === null) return ofUnknownTable(change, column);
      const added = columns.get(columnKey(key(change.table), column));
      return added && precedes(added.at, change) ? added.column : null;
    },
  };
}

function mayBeNew(earlier: readonly Change[], { direction }: Change, names: readonly string[]): boolean {
  return (
    names.length > 0 &&
    earlier.some(
      (one) =>
        one.kind === 'unread' &&
        one.direction === direction &&
        names.every((name) => one.text.includes(`"${name}"`) || one.text.includes(`'${name}'`)),
    )
  );
}

function isWorkingTable(
  later: readonly Change[],
  { direction, table, guarded }: ChangeOf<'drop-table'>,
): boolean {
  const ofThis = later.filter(
    (one) =>
      one.direction === direction &&
      'table' in one &&
      one.table !== null &&
      table !== null &&
      key(one.table) === key(table),
  );
  const made = ofThis.findIndex(({ kind }) => kind === 'create-table');
  return guarded && made >= 0 && ofThis.slice(made).some(({ kind }) => kind === 'drop-table');
}

function takesPlace(later: Change, gone: ChangeOf<'drop-table' | 'rename-table' | 'drop-column'>): boolean {
  const same = (a: string | null, b: string | null): boolean => a !== null && b !== null && key(a) === key(b);
  if (later.direction !== gone.direction || gone.table === null) return false;
  if (gone.kind !== 'drop-column')
    return later.kind === 'rename-table'
      ? same(later.to, gone.table)
      : later.kind === 'create-table' && same(later.table, gone.table);
  if (later.kind !== 'add-column' && later.kind !== 'rename-column') return false;
  const name = later.kind === 'add-column' ? later.column.name : later.to;
  return same(later.table, gone.table) && same(name, gone.column);
}

const columnKey = (table: string, column: string): string => `${table}\n${key(column)}`;
