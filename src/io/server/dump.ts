/** A schema as statements, by which it is made again on another server of the same engine and version. */

export interface DumpPart {
  readonly sql: string;
  /** Settings of the session that belong to the object; null: none. */
  readonly mode: string | null;
  readonly collation: string | null;
  /** Views are made in whatever order they can be. */
  readonly view: boolean;
}

export interface Dump {
  /** What the schema and the run's user were called; both are called otherwise where it is loaded. */
  readonly name: string;
  readonly user: string;
  readonly parts: readonly DumpPart[];
}

/** Characters; a state with more rows than this is built faster than it is kept. */
export const DUMP_LIMIT = 32 * 1024 * 1024;

/** Counts what is passed through it; throws where it becomes too much. */
export function limitedDump(): (sql: string) => string {
  let size = 0;
  return (sql) => {
    size += sql.length;
    if (size > DUMP_LIMIT) throw new Error(`its rows take more than ${DUMP_LIMIT / 1024 ** 2} MB`);
    return sql;
  };
}
