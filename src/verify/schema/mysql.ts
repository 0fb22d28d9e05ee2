/** Rows of MySQL's and MariaDB's `information_schema` -> Schema, spelled so that equal schemas are equal values. */
import { inOrder, type ObjectKind, type Schema, type SchemaObject } from './schema.ts';
import type { CatalogueRow, MysqlSection } from './mysql-queries.ts';

export interface MysqlCatalogue {
  readonly engine: 'mysql' | 'mariadb';
  readonly version: string;
  /** The schema's own name: it is dropped from definitions, so that schemas of different names can be compared. */
  readonly name: string;
  readonly rows: Readonly<Record<MysqlSection, readonly CatalogueRow[]>>;
}

/** The picture of one schema; `leftOut` are names of tables that are not part of it (Alembic's version tables). */
export function mysqlSchema(catalogue: MysqlCatalogue, leftOut: ReadonlySet<string>): Schema {
  const { rows } = catalogue;
  const objects = [
    ...rows.schema.map((row) =>
      object('schema', null, '', {
        charset: text(row, 'default_character_set_name'),
        collation: text(row, 'default_collation_name'),
      }),
    ),
    ...rows.tables.filter((row) => text(row, 'table_type') !== 'VIEW').map(table),
    ...rows.columns.filter(withoutViews(rows.views)).map((row) => column(row, catalogue.name)),
    ...grouped(rows.indexes, 'table_name', 'index_name').map(index),
    ...grouped(rows.foreignKeys, 'table_name', 'constraint_name').map((parts) =>
      foreignKey(parts, catalogue.name),
    ),
    ...rows.checks.map(check),
    ...rows.partitions.map(partition),
    ...rows.views.map((row) => view(row, catalogue.name)),
    ...rows.triggers.map(trigger),
    ...rows.routines.map((row) => routine(row, rows.parameters)),
    ...rows.events.map(event),
  ];
  const kept = objects.filter(
    ({ table: owner, name, kind }) => !leftOut.has(owner ?? (kind === 'table' ? name : '')),
  );
  return { engine: catalogue.engine, version: catalogue.version, objects: inOrder(kept) };
}

function table(row: CatalogueRow): SchemaObject {
  const type = text(row, 'table_type');
  return object(type === 'SEQUENCE' ? 'sequence' : 'table', null, required(row, 'table_name'), {
    engine: text(row, 'engine'),
    collation: text(row, 'table_collation'),
    'row format': text(row, 'row_format'),
    options: text(row, 'create_options'),
    comment: text(row, 'table_comment'),
    ...(type === 'BASE TABLE' ? {} : { type }),
  });
}

function column(row: CatalogueRow, schema: string): SchemaObject {
  const extra = text(row, 'extra') ?? '';
  const generated = /\b(VIRTUAL|STORED|PERSISTENT) GENERATED\b/i.exec(extra)?.[1]?.toLowerCase();
  const srid = text(row, 'srs_id');
  return object('column', required(row, 'table_name'), required(row, 'column_name'), {
    type: text(row, 'column_type'),
    nullable: text(row, 'is_nullable')?.toLowerCase() ?? null,
    // A default that draws from a sequence names the schema that it is in.
    default: columnDefault(row, extra)?.replaceAll(`\`${schema}\`.`, '') ?? null,
    comment: text(row, 'column_comment'),
    charset: text(row, 'character_set_name'),
    collation: text(row, 'collation_name'),
    'generated as': generated ? `${text(row, 'generation_expression') ?? ''} ${generated}` : null,
    'auto-increment': yesNo(/\bauto_increment\b/i.test(extra)),
    'on update': /\bon update (\S+)/i.exec(extra)?.[1]?.toLowerCase() ?? null,
    invisible: yesNo(/\bINVISIBLE\b/i.test(extra)),
    ...(srid === null ? {} : { srid }),
    position: text(row, 'ordinal_position'),
  });
}

/** A literal is quoted and an expression is not. MariaDB quotes by itself and says `NULL` where MySQL gives none. */
function columnDefault(row: CatalogueRow, extra: string): string | null {
  const value = text(row, 'column_default');
  if (!('srs_id' in row)) return value === 'NULL' ? null : value;
  return value === null || /\bDEFAULT_GENERATED\b/.test(extra) ? value : `'${value}'`;
}

function index(parts: readonly CatalogueRow[]): SchemaObject {
  const [first = {}] = parts;
  const name = required(first, 'index_name');
  const hidden = text(first, 'is_visible') === 'NO' || text(first, 'ignored') === 'YES';
  return object(name === 'PRIMARY' ? 'primary-key' : 'index', required(first, 'table_name'), name, {
    columns: parts.map(indexPart).join(', '),
    unique: yesNo(text(first, 'non_unique') === '0'),
    type: text(first, 'index_type'),
    visible: yesNo(!hidden),
    comment: text(first, 'index_comment'),
  });
}

function indexPart(row: CatalogueRow): string {
  const expression = text(row, 'expression');
  const prefix = text(row, 'sub_part');
  const what = expression === null ? `\`${required(row, 'column_name')}\`` : `(${expression})`;
  return `${what}${prefix === null ? '' : `(${prefix})`}${text(row, 'collation') === 'D' ? ' DESC' : ''}`;
}

function foreignKey(parts: readonly CatalogueRow[], schema: string): SchemaObject {
  const [first = {}] = parts;
  const elsewhere = text(first, 'referenced_table_schema');
  const names = (field: string) => parts.map((part) => `\`${required(part, field)}\``).join(', ');
  const referenced = `\`${required(first, 'referenced_table_name')}\` (${names('referenced_column_name')})`;
  return object('foreign-key', required(first, 'table_name'), required(first, 'constraint_name'), {
    columns: names('column_name'),
    references: elsewhere === null || elsewhere === schema ? referenced : `\`${elsewhere}\`.${referenced}`,
    'on update': text(first, 'update_rule'),
    'on delete': text(first, 'delete_rule'),
    match: text(first, 'match_option'),
  });
}

function check(row: CatalogueRow): SchemaObject {
  return object('check', required(row, 'table_name'), required(row, 'constraint_name'), {
    clause: text(row, 'check_clause'),
    ...('enforced' in row ? { enforced: text(row, 'enforced')?.toLowerCase() ?? null } : {}),
  });
}

function partition(row: CatalogueRow): SchemaObject {
  const sub = text(row, 'subpartition_name');
  const name = required(row, 'partition_name');
  return object('partition', required(row, 'table_name'), sub === null ? name : `${name}/${sub}`, {
    method: text(row, 'partition_method'),
    expression: text(row, 'partition_expression'),
    values: text(row, 'partition_description'),
    'subpartition method': text(row, 'subpartition_method'),
    'subpartition expression': text(row, 'subpartition_expression'),
    order: text(row, 'partition_ordinal_position'),
    comment: text(row, 'partition_comment'),
  });
}

function view(row: CatalogueRow, schema: string): SchemaObject {
  return object('view', null, required(row, 'table_name'), {
    definition: text(row, 'view_definition')?.replaceAll(`\`${schema}\`.`, '') ?? null,
    'check option': text(row, 'check_option'),
    security: text(row, 'security_type'),
  });
}

function trigger(row: CatalogueRow): SchemaObject {
  return object('trigger', required(row, 'event_object_table'), required(row, 'trigger_name'), {
    when: `${required(row, 'action_timing')} ${required(row, 'event_manipulation')}`,
    order: text(row, 'action_order'),
    statement: text(row, 'action_statement'),
    'sql mode': text(row, 'sql_mode'),
  });
}

function routine(row: CatalogueRow, parameters: readonly CatalogueRow[]): SchemaObject {
  const name = required(row, 'routine_name');
  const type = required(row, 'routine_type');
  const own = parameters.filter(
    (one) => text(one, 'specific_name') === name && text(one, 'routine_type') === type,
  );
  const list = own.map((one) =>
    ['parameter_mode', 'parameter_name', 'dtd_identifier']
      .map((field) => text(one, field) ?? '')
      .join(' ')
      .trim(),
  );
  return object('routine', null, name, {
    type,
    parameters: list.join(', '),
    returns: text(row, 'dtd_identifier'),
    definition: text(row, 'routine_definition'),
    deterministic: text(row, 'is_deterministic'),
    'data access': text(row, 'sql_data_access'),
    security: text(row, 'security_type'),
    'sql mode': text(row, 'sql_mode'),
    comment: text(row, 'routine_comment'),
  });
}

function event(row: CatalogueRow): SchemaObject {
  return object('event', null, required(row, 'event_name'), {
    type: text(row, 'event_type'),
    at: text(row, 'execute_at'),
    every: `${text(row, 'interval_value') ?? ''} ${text(row, 'interval_field') ?? ''}`.trim() || null,
    definition: text(row, 'event_definition'),
    status: text(row, 'status'),
    'on completion': text(row, 'on_completion'),
    'sql mode': text(row, 'sql_mode'),
    comment: text(row, 'event_comment'),
  });
}

/** Rows of one object, which the query has already put next to each other and in order. */
function grouped(
  rows: readonly CatalogueRow[],
  ...fields: readonly string[]
): readonly (readonly CatalogueRow[])[] {
  const groups = new Map<string, CatalogueRow[]>();
  for (const row of rows) {
    const key = fields.map((field) => text(row, field)).join('\0');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** A view's columns follow from its definition. */
function withoutViews(views: readonly CatalogueRow[]): (row: CatalogueRow) => boolean {
  const names = new Set(views.map((row) => text(row, 'table_name')));
  return (row) => !names.has(text(row, 'table_name'));
}

function object(
  kind: ObjectKind,
  owner: string | null,
  name: string,
  attributes: Readonly<Record<string, string | null>>,
): SchemaObject {
  return { kind, table: owner, name, attributes };
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function text(row: CatalogueRow, field: string): string | null {
  const value = row[field];
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** For names, which no row is without. */
function required(row: CatalogueRow, field: string): string {
  return text(row, field) ?? '';
}
