/** Pictures of rows by hashes, and which rows and values of untouched columns are not what they were. */

/** Hashes of one row by column; null is SQL's NULL. */
export type RowHashes = Readonly<Record<string, string | null>>;

export interface TableRows {
  /** What tells rows apart; empty where there is no primary key. */
  readonly primary: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly RowHashes[];
}

export type RowsPicture = ReadonlyMap<string, TableRows>;

/** Whether a migration means to change a column's definition or values; with null any row of the table. */
export type Touched = (table: string, column: string | null) => boolean;

/** `column` is null where whole rows went away. */
export interface RowsLost {
  readonly table: string;
  readonly column: string | null;
  /** How many rows there were, and how many of these are not as they were. */
  readonly before: number;
  readonly changed: number;
}

/** Tables that are on one side only are the schema's matter. */
export function compareRows(before: RowsPicture, after: RowsPicture, touched: Touched): readonly RowsLost[] {
  return [...before].flatMap(([table, old]) => {
    const now = after.get(table);
    if (now === undefined || old.rows.length === 0) return [];
    const columns = old.columns.filter((name) => now.columns.includes(name) && !touched(table, name));
    const isKeyed = old.primary.length > 0 && old.primary.every((name) => columns.includes(name));
    const key = isKeyed ? old.primary : columns;
    if (key.length === 0) return [];
    const found = byKey(now.rows, key);
    const pairs = [...byKey(old.rows, key)].map(([id, row]) => [row, found.get(id)] as const);
    const gone = pairs.filter(([, row]) => row === undefined).length;
    const missing = { table, column: null, before: old.rows.length, changed: gone };
    const lost = columns.flatMap((column): readonly RowsLost[] => {
      const changed = pairs.filter(([was, is]) => is !== undefined && was[column] !== is[column]).length;
      return changed === 0 ? [] : [{ table, column, before: old.rows.length, changed }];
    });
    return gone > 0 && !touched(table, null) ? [missing, ...lost] : lost;
  });
}

/** Alike rows are told apart by their number. */
function byKey(rows: readonly RowHashes[], columns: readonly string[]): ReadonlyMap<string, RowHashes> {
  const keyed = new Map<string, RowHashes>();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(columns.map((name) => row[name] ?? null));
    const serial = counts.get(key) ?? 0;
    counts.set(key, serial + 1);
    keyed.set(`${key}${serial}`, row);
  }
  return keyed;
}
