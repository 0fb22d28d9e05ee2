/** What code of the base reads: columns of tables, and views. */
import type { Break } from './old-code.ts';
import { qualified, quoteName, type Update } from '../rows/generate.ts';
import type { RowTable } from '../rows/model.ts';
import { attempt, type RowDatabase } from '../rows/run-rows.ts';

/** A table as the base's code knows it, and what the base's schema let that code do with it. */
export interface OldTable {
  readonly table: RowTable;
  /** Generated ones too. */
  readonly columns: readonly string[];
  /** Numbers of rows that went in, with the variant that did. */
  readonly rows: readonly { readonly n: number; readonly turn: number }[];
  readonly updates: readonly Update[];
  /** What the server said where no row went in. */
  readonly refused: string | null;
}

/** The new schema, of which old code knows nothing. */
export interface NewSchema {
  /** The database's in words, '' for the project's own. */
  readonly label: string;
  readonly database: RowDatabase;
  /** Whether a key was there already and is the same: a double under it comes from rows of ours. */
  isOldKey(table: string, name: string): boolean;
}

/** What cannot be read any more; a table of which nothing can is said once. */
export async function goneColumns(
  { table, columns }: OldTable,
  { label, database: { scratch, engine } }: NewSchema,
): Promise<{
  readonly breaks: readonly Break[];
  readonly columns: ReadonlySet<string>;
  readonly all: boolean;
}> {
  const quote = quoteName(engine);
  const from = `FROM ${qualified(table.name, engine)}`;
  const breaks: Break[] = [];
  const gone = new Set<string>();
  for (const column of columns) {
    const head = `SELECT ${quote(column)} ${from}`;
    const said = await attempt(scratch, `${head} LIMIT 0`);
    if (said === null) continue;
    gone.add(column);
    breaks.push({ ...of(label, table.name), column, verb: 'SELECT', head, said, ordinary: true });
  }
  const all = gone.size === columns.length;
  const whole = breaks.slice(0, 1).map((one) => ({ ...one, column: null, head: `SELECT * ${from}` }));
  return { breaks: all ? whole : breaks, columns: gone, all };
}

/** What a break is about, where it is about all of a table. */
export const of = (database: string, table: string) =>
  ({ database, table, column: null, isView: false }) as const;

/** Of these views, those that can be read. */
export async function readableViews(
  { scratch, engine }: RowDatabase,
  views: readonly string[],
): Promise<readonly string[]> {
  const readable: string[] = [];
  for (const name of views) {
    const said = await scratch.query(reading(name, engine)).then(
      () => null,
      (error: unknown) => error,
    );
    if (said === null) readable.push(name);
  }
  return readable;
}

/** Inside a transaction; a view may stay and have nothing to show any more. */
export async function unreadableViews(
  { label, database: { scratch, engine } }: NewSchema,
  views: readonly string[],
): Promise<readonly Break[]> {
  const breaks: Break[] = [];
  for (const name of views) {
    const head = reading(name, engine);
    const said = await attempt(scratch, head);
    if (said !== null)
      breaks.push({ ...of(label, name), isView: true, verb: 'SELECT', head, said, ordinary: true });
  }
  return breaks;
}

const reading = (name: string, engine: RowDatabase['engine']): string =>
  `SELECT * FROM ${qualified(name, engine)} LIMIT 0`;
