/** Plain values out of what the reader of Python found; null is always "not written out". */
import type { Operation, Value } from '../revision/operation.ts';

export type Call = Extract<Operation, { readonly kind: 'call' }>;

export const stringOf = (value: Value | undefined): string | null =>
  value?.kind === 'literal' && typeof value.value === 'string' ? value.value : null;

export const numberOf = (value: Value | undefined): number | null =>
  value?.kind === 'literal' && typeof value.value === 'number' ? value.value : null;

export const boolOf = (value: Value | undefined): boolean | null =>
  value?.kind === 'literal' && typeof value.value === 'boolean' ? value.value : null;

export const isNone = (value: Value | undefined): boolean =>
  value?.kind === 'literal' && value.value === null;

/** Items of a written-out list; null for anything else. */
export const itemsOf = (value: Value | undefined): readonly Value[] | null =>
  value?.kind === 'list' ? value.items : null;

/** Strings of a written-out list; null where one is not written out. */
export function stringsOf(value: Value | undefined): readonly string[] | null {
  const items = itemsOf(value)?.map(stringOf);
  return items?.every((item) => item !== null) ? items : null;
}

/** Parameters of Alembic's operations, as their signatures have them; the first named of a table is left out in a batch. */
const SIGNATURES: Readonly<Record<string, readonly string[]>> = {
  add_column: ['table_name', 'column'],
  alter_column: ['table_name', 'column_name'],
  bulk_insert: ['table', 'rows'],
  create_check_constraint: ['constraint_name', 'table_name', 'condition'],
  create_exclude_constraint: ['constraint_name', 'table_name'],
  create_foreign_key: ['constraint_name', 'source_table', 'referent_table', 'local_cols', 'remote_cols'],
  create_index: ['index_name', 'table_name', 'columns'],
  create_primary_key: ['constraint_name', 'table_name', 'columns'],
  create_table: ['table_name'],
  create_table_comment: ['table_name', 'comment'],
  create_unique_constraint: ['constraint_name', 'table_name', 'columns'],
  drop_column: ['table_name', 'column_name'],
  drop_constraint: ['constraint_name', 'table_name', 'type_'],
  drop_index: ['index_name', 'table_name'],
  drop_table: ['table_name'],
  drop_table_comment: ['table_name'],
  rename_table: ['old_table_name', 'new_table_name'],
};
const TABLE_PARAMETERS = new Set(['table_name', 'source_table']);

export const isAlembics = (name: string): boolean => Object.hasOwn(SIGNATURES, name);

/** The argument for a parameter, wherever it was written. */
export function argument({ name, args, keywords, batchTable }: Call, parameter: string): Value | undefined {
  const parameters = (SIGNATURES[name] ?? []).filter((one) => !batchTable || !TABLE_PARAMETERS.has(one));
  const index = parameters.indexOf(parameter);
  return (index < 0 ? undefined : args[index]) ?? keywords[parameter];
}

/** The table an operation is on, with its schema. */
export function tableOf(call: Call): string | null {
  const given = call.batchTable ?? argument(call, 'table_name') ?? argument(call, 'source_table');
  const schema = call.batchTable
    ? call.batchSchema
    : (call.keywords['schema'] ?? call.keywords['source_schema']);
  return qualified(schema ?? undefined, given ?? undefined);
}

/** `schema.table`; null where either is computed. */
export function qualified(schema: Value | undefined, table: Value | undefined): string | null {
  const name = stringOf(table);
  if (schema === undefined || isNone(schema)) return name;
  const prefix = stringOf(schema);
  return prefix === null || name === null ? null : `${prefix}.${name}`;
}
