/**
 * What is asked of `information_schema` for an exact picture of one schema: MySQL 8.0.16 and newer, MariaDB 10.6 and newer.
 * Left out on purpose: whatever moves without a migration (row counts, sizes, auto-increment counters, times).
 */

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

/** One query per section; its only parameter is the schema's name. Columns are named as in the standard, in lower case. */
export function mysqlQueries(product: 'mysql' | 'mariadb'): Readonly<Record<MysqlSection, string>> {
  const mysql = product === 'mysql';
  return {
    schema: select('SCHEMATA', 'SCHEMA_NAME', 'default_character_set_name default_collation_name'),
    tables: select('TABLES', 'TABLE_SCHEMA', TABLE),
    columns: select('COLUMNS', 'TABLE_SCHEMA', mysql ? `${COLUMN} srs_id` : COLUMN),
    indexes: select(
      'STATISTICS',
      'TABLE_SCHEMA',
      `${INDEX} ${mysql ? 'is_visible expression' : 'ignored'}`,
      'table_name, index_name, seq_in_index',
    ),
    foreignKeys: FOREIGN_KEYS,
    checks: mysql
      ? MYSQL_CHECKS
      : select('CHECK_CONSTRAINTS', 'CONSTRAINT_SCHEMA', 'table_name constraint_name check_clause level'),
    partitions: `${select('PARTITIONS', 'TABLE_SCHEMA', PARTITION)} AND PARTITION_NAME IS NOT NULL`,
    views: select('VIEWS', 'TABLE_SCHEMA', 'table_name view_definition check_option security_type'),
    triggers: select('TRIGGERS', 'TRIGGER_SCHEMA', TRIGGER),
    routines: select('ROUTINES', 'ROUTINE_SCHEMA', ROUTINE),
    parameters: select(
      'PARAMETERS',
      'SPECIFIC_SCHEMA',
      'specific_name routine_type parameter_mode parameter_name dtd_identifier',
      'specific_name, routine_type, ordinal_position',
    ),
    events: select('EVENTS', 'EVENT_SCHEMA', EVENT),
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

const FOREIGN_KEYS = `SELECT k.TABLE_NAME AS table_name, k.CONSTRAINT_NAME AS constraint_name, k.COLUMN_NAME AS column_name,
    k.REFERENCED_TABLE_SCHEMA AS referenced_table_schema, k.REFERENCED_TABLE_NAME AS referenced_table_name,
    k.REFERENCED_COLUMN_NAME AS referenced_column_name, r.UPDATE_RULE AS update_rule, r.DELETE_RULE AS delete_rule,
    r.MATCH_OPTION AS match_option
  FROM information_schema.REFERENTIAL_CONSTRAINTS r
  JOIN information_schema.KEY_COLUMN_USAGE k ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA
    AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME AND k.TABLE_NAME = r.TABLE_NAME
  WHERE r.CONSTRAINT_SCHEMA = ? AND k.REFERENCED_TABLE_NAME IS NOT NULL
  ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION`;

const MYSQL_CHECKS = `SELECT t.TABLE_NAME AS table_name, c.CONSTRAINT_NAME AS constraint_name,
    c.CHECK_CLAUSE AS check_clause, t.ENFORCED AS enforced
  FROM information_schema.CHECK_CONSTRAINTS c
  JOIN information_schema.TABLE_CONSTRAINTS t ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA
    AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME AND t.CONSTRAINT_TYPE = 'CHECK'
  WHERE c.CONSTRAINT_SCHEMA = ?`;

/** Names are aliased because MySQL gives the standard's upper case back and MariaDB what was asked for. */
function select(view: string, schema: string, columns: string, order?: string): string {
  const list = columns.split(' ').map((column) => `${column.toUpperCase()} AS ${column}`);
  return `SELECT ${list.join(', ')} FROM information_schema.${view} WHERE ${schema} = ?${order ? ` ORDER BY ${order}` : ''}`;
}
