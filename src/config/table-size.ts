/** How large the tables of production are, as the file of `table-sizes:` says. */

export interface TableSize {
  /** null where the file does not say. */
  readonly rows: number | null;
  readonly bytes: number | null;
}

/** By name in lower case, with its schema where the file gives one. */
export type TableSizes = ReadonlyMap<string, TableSize>;

/** By its whole name, else by its name without the schema. */
export const sizeOfTable = (sizes: TableSizes, table: string): TableSize | null =>
  sizes.get(table.toLowerCase()) ?? sizes.get(table.slice(table.lastIndexOf('.') + 1).toLowerCase()) ?? null;
