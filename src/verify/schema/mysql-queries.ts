/**
 * What is asked of `information_schema` for an exact picture of one schema: MySQL 8.0.16 and newer, MariaDB 10.6 and newer.
 * Left out on purpose: whatever moves without a migration (row counts, sizes, auto-increment counters, times).
 */

export type CatalogueRow = Readonly<Record<string, unknown>>;

export type MysqlSection =
  | 'schema'
  | 'tables'
  | 'columns'
  | 'indexes'
  | 'foreignKeys'
  | 'checks'
  | 'partitions'
  | 'views'
  | 'triggers'
  | 'routines'
  | 'parameters'
  | 'events';

/** The rows of a section as they are asked for: what is selected, by lower-case name, and from where. */
interface Part {
  readonly columns: Readonly<Record<string, string>>;
  readonly rest: string;
}

export interface MysqlPicture {
  /** One query for everything, since each round trip waits for two processes; the schema's name is asked for as often as it says. */
  readonly sql: string;
  readonly parameters: (schema: string) => readonly string[];
  /** Rows by section, of what the query gave. Throws where a row is none of this query's. */
  readonly read: (
    rows: readonly Readonly<Record<string, unknown>>[],
  ) => Readonly<Record<MysqlSection, readonly CatalogueRow[]>>;
}

export function mysqlPicture(product: 'mysql' | 'mariadb'): MysqlPicture {
  const parts = Object.entries(partsOf(product)) as [MysqlSection, Part][];
  // A UNION has no order, and MariaDB's own rows would be of other types than MySQL's: everything is a text.
  const selects = parts.map(([section, { columns, rest }]) => {
    const values = Object.values(columns).map((column) => `CONVERT(${column} USING utf8mb4)`);
    return `SELECT '${section}' AS section, JSON_ARRAY(${values.join(', ')}) AS line FROM ${rest}`;
  });
  return {
    sql: selects.join('\nUNION ALL '),
    parameters: (schema) => parts.map(() => schema),
    read: (rows) => sorted(parts, rows),
  };
}

function sorted(
  parts: readonly (readonly [MysqlSection, Part])[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Readonly<Record<MysqlSection, readonly CatalogueRow[]>> {
  const names = new Map(parts.map(([section, { columns }]) => [section as string, Object.keys(columns)]));
  const sections = new Map(parts.map(([section]) => [section as string, [] as CatalogueRow[]]));
  for (const { section, line } of rows) {
    const columns = names.get(String(section)) ?? [];
    const values: unknown = typeof line === 'string' ? JSON.parse(line) : null;
    if (!Array.isArray(values) || values.length !== columns.length)
      throw new Error(`the server's catalogue gives no row of ${String(section)}`);
    sections
      .get(String(section))
      ?.push(Object.fromEntries(columns.map((column, index) => [column, values[index] as string | null])));
  }
  const inOrder = parts.map(([section]) => [
    section,
    (sections.get(section) ?? []).toSorted((a, b) => Number(a[POSITION] ?? 0) - Number(b[POSITION] ?? 0)),
  ]);
  return Object.fromEntries(inOrder) as Readonly<Record<MysqlSection, readonly CatalogueRow[]>>;
}

/** Of a row among those of one object. */
const POSITION = 'position';

function partsOf(product: 'mysql' | 'mariadb'): Readonly<Record<MysqlSection, Part>> {
  const mysql = product === 'mysql';
  return {
    schema: part('SCHEMATA', 'SCHEMA_NAME', 'default_character_set_name default_collation_name'),
    tables: part('TABLES', 'TABLE_SCHEMA', TABLE),
    columns: part('COLUMNS', 'TABLE_SCHEMA', mysql ? `${COLUMN} srs_id` : COLUMN),
    indexes: part('STATISTICS', 'TABLE_SCHEMA', `${INDEX} ${mysql ? 'is_visible expression' : 'ignored'}`, {
      [POSITION]: 'SEQ_IN_INDEX',
    }),
    foreignKeys: { columns: FOREIGN_KEY, rest: FOREIGN_KEYS },
    checks: mysql
      ? { columns: MYSQL_CHECK, rest: MYSQL_CHECKS }
      : part('CHECK_CONSTRAINTS', 'CONSTRAINT_SCHEMA', 'table_name constraint_name check_clause level'),
    partitions: part('PARTITIONS', 'PARTITION_NAME IS NOT NULL AND TABLE_SCHEMA', PARTITION),
    views: part('VIEWS', 'TABLE_SCHEMA', 'table_name view_definition check_option security_type'),
    triggers: part('TRIGGERS', 'TRIGGER_SCHEMA', TRIGGER),
    routines: part('ROUTINES', 'ROUTINE_SCHEMA', ROUTINE),
    parameters: part(
      'PARAMETERS',
      'SPECIFIC_SCHEMA',
      'specific_name routine_type parameter_mode parameter_name dtd_identifier',
      { [POSITION]: 'ORDINAL_POSITION' },
    ),
    events: part('EVENTS', 'EVENT_SCHEMA', EVENT),
  };
}

const TABLE = 'table_name table_type engine row_format table_collation create_options table_comment';
const COLUMN =
  'table_name column_name ordinal_position column_default is_nullable column_type character_set_name' +
  ' collation_name extra column_comment generation_expression';
const INDEX = 'table_name index_name non_unique column_name sub_part collation index_type index_comment';
const PARTITION =
  'table_name partition_name subpartition_name partition_ordinal_position partition_method partition_expression' +
  ' partition_description subpartition_method subpartition_expression partition_comment';
const TRIGGER =
  'event_object_table trigger_name action_timing event_manipulation action_order action_statement sql_mode';
const ROUTINE =
  'routine_name routine_type dtd_identifier routine_definition is_deterministic sql_data_access security_type' +
  ' sql_mode routine_comment';
const EVENT =
  'event_name event_definition event_type execute_at interval_value interval_field status on_completion' +
  ' event_comment sql_mode';

const FOREIGN_KEY = {
  ...of('k', 'table_name constraint_name column_name'),
  ...of('k', 'referenced_table_schema referenced_table_name referenced_column_name'),
  ...of('r', 'update_rule delete_rule match_option'),
  [POSITION]: 'k.ORDINAL_POSITION',
};
const FOREIGN_KEYS = `information_schema.REFERENTIAL_CONSTRAINTS r
  JOIN information_schema.KEY_COLUMN_USAGE k ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA
    AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME AND k.TABLE_NAME = r.TABLE_NAME
  WHERE r.CONSTRAINT_SCHEMA = ? AND k.REFERENCED_TABLE_NAME IS NOT NULL`;

const MYSQL_CHECK = { ...of('c', 'constraint_name check_clause'), ...of('t', 'table_name enforced') };
const MYSQL_CHECKS = `information_schema.CHECK_CONSTRAINTS c
  JOIN information_schema.TABLE_CONSTRAINTS t ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA
    AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME AND t.CONSTRAINT_TYPE = 'CHECK'
  WHERE c.CONSTRAINT_SCHEMA = ?`;

function part(
  view: string,
  where: string,
  columns: string,
  more: Readonly<Record<string, string>> = {},
): Part {
  return { columns: { ...of('v', columns), ...more }, rest: `information_schema.${view} v WHERE ${where} = ?` };
}

function of(view: string, columns: string): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.split(' ').map((column) => [column, `${view}.${column.toUpperCase()}`]));
}
