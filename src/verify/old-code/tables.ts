/** Which tables old code has to be tried on: those that the new revisions change, with what they refer to. */
import { diffSchemas } from '../schema/diff.ts';
import type { RowTable } from '../rows/model.ts';
import type { ObjectKind, Schema } from '../schema/schema.ts';

/** What tables share: a change of one may concern any table. */
const SHARED: readonly ObjectKind[] = [
  'schema',
  'enum',
  'routine',
  'sequence',
  'extension',
  'domain',
  'type',
];

/** Tables of the base that are not as they were. */
export function affectedTables(before: Schema, after: Schema): ReadonlySet<string> {
  const differences = diffSchemas(before, after);
  const tables = before.objects.flatMap(({ kind, name }) => (kind === 'table' ? [name] : []));
  const isShared = differences.some(({ kind, before: was }) => SHARED.includes(kind) && was !== 'no');
  if (isShared) return new Set(tables);
  const changed = new Set(differences.map(({ table, name }) => table ?? name));
  return new Set(tables.filter((name) => changed.has(name)));
}

/** With all tables that their rows refer to, however far. */
export function withParents(names: ReadonlySet<string>, tables: readonly RowTable[]): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found)
    for (const { target } of tables.find((one) => one.name === name)?.foreignKeys ?? []) found.add(target);
  return found;
}

/** Names of a table's columns, generated ones included. */
export function columnsOf(schema: Schema, table: string): readonly string[] {
  return schema.objects.flatMap((one) => (one.kind === 'column' && one.table === table ? [one.name] : []));
}

/** Whether a key is the same on both sides. */
export function sameKey(before: Schema, after: Schema): (table: string, name: string) => boolean {
  const textOf = (schema: Schema, table: string, name: string) =>
    JSON.stringify(
      schema.objects.filter(
        (one) =>
          one.table === table && one.name === name && ['index', 'primary-key', 'unique'].includes(one.kind),
      ),
    );
  return (table, name) => {
    const was = textOf(before, table, name);
    return was !== '[]' && was === textOf(after, table, name);
  };
}

/** Views that are there on both sides. */
export function keptViews(before: Schema, after: Schema): readonly string[] {
  const views = ({ objects }: Schema) => objects.flatMap(({ kind, name }) => (kind === 'view' ? [name] : []));
  return views(before).filter((name) => views(after).includes(name));
}

/** A table, or one column of it, that no code of the base knows. */
export interface Unmapped {
  readonly database: string;
  readonly table: string;
  readonly column: string | null;
}

/** The tables as code knows them that has no use for these. */
export function withoutUnmapped(
  tables: readonly RowTable[],
  unmapped: readonly Unmapped[],
): readonly RowTable[] {
  return tables
    .filter(({ name }) => !unmapped.some((one) => one.table === name && one.column === null))
    .map((table) => {
      const hidden = new Set(unmapped.flatMap((one) => (one.table === table.name ? [one.column] : [])));
      return {
        ...table,
        columns: table.columns.filter(({ name }) => !hidden.has(name)),
        foreignKeys: table.foreignKeys.filter(({ columns }) => !columns.some((name) => hidden.has(name))),
      };
    });
}
