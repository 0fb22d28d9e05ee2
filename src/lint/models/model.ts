/** What the files of `models:` map, as far as it can be read without importing them. */

export interface ModelTable {
  /** Without its schema. */
  readonly name: string;
  readonly path: string;
  /** 1-based, of the class or of `Table(…)`. */
  readonly line: number;
  /** Column name -> what the schema gets of it, spelled alike however it is written. */
  readonly columns: ReadonlyMap<string, string>;
  /** `__table_args__`, or what `Table(…)` is given beside columns. */
  readonly rest: string;
  /** Whether all of its columns can be read; not where a base class is elsewhere, or a column is computed. */
  readonly whole: boolean;
}

export interface Models {
  /** By name in lower case. */
  readonly tables: ReadonlyMap<string, ModelTable>;
  /** What may map a table that nobody can read, as `path:line`. */
  readonly unread: readonly string[];
}

/** The models on both sides of a pull request. */
export interface ModelFacts {
  readonly base: Models;
  readonly merged: Models;
  /** Whether any file of `models:` differs between the two. */
  readonly changed: boolean;
}

/** A table of the models by a name that may hold its schema; null where none is known to map it. */
export const mapped = ({ tables }: Models, table: string): ModelTable | null =>
  tables.get(table.slice(table.lastIndexOf('.') + 1).toLowerCase()) ?? null;

/** Whether it is certain that no model maps the table; with a column, that no model maps the column. */
export function isUnmapped(models: Models, table: string | null, column?: string | null): boolean {
  if (table === null || column === null || models.tables.size === 0) return false;
  const found = mapped(models, table);
  if (found === null) return models.unread.length === 0;
  return column !== undefined && found.whole && !found.columns.has(column.toLowerCase());
}

/** Whether a model of the table says the same to the schema on both sides. */
export function isSame(before: ModelTable, after: ModelTable): boolean {
  return (
    before.rest === after.rest &&
    before.columns.size === after.columns.size &&
    [...before.columns].every(([name, text]) => after.columns.get(name) === text)
  );
}
