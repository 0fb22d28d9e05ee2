/** Alembic's operations -> what they do. */
import type { Engine } from '../config/config.ts';
import type { Operation, Value } from '../revision/operation.ts';
import { alterColumn } from './alter-column.ts';
import {
  argument,
  boolOf,
  isAlembics,
  isNone,
  itemsOf,
  qualified,
  stringOf,
  stringsOf,
  tableOf,
  type Call,
} from './arguments.ts';
import type { Change, Constraint, ConstraintKind, Effect, Place, TableIndex } from './change.ts';
import { charsetOf } from './charsets.ts';
import { columnOf, constraintOf, isColumn } from './columns.ts';
import { constructEffects } from './constructs.ts';
import { readSql } from './sql/read.ts';

/** In the order of the operations; one piece of SQL may give several. */
export function changesOf(operations: readonly Operation[], engine: Engine | null): readonly Change[] {
  return operations.flatMap((operation) =>
    effectsOf(operation, engine).map((effect) => ({ ...effect, ...placeOf(operation) })),
  );
}

const placeOf = (operation: Operation): Place => ({
  direction: operation.direction,
  database: operation.database,
  line: operation.line,
  endLine: operation.endLine,
  under: operation.under,
  autocommit: operation.autocommit,
  operation,
  span: operation.span,
});

const UNREAD: Readonly<Record<Extract<Operation, { kind: 'unread' }>['why'], string>> = {
  'dynamic-call': 'what it calls is computed',
  'imported-call': 'it is code of another file',
  session: 'it writes through the ORM, whose SQL is not written here',
  'local-call': 'the function cannot be followed',
  'too-long': 'there is more than the gate follows',
};

function effectsOf(operation: Operation, engine: Engine | null): readonly Effect[] {
  switch (operation.kind) {
    case 'sql':
      return readSql(operation.sql, engine);
    case 'unread':
      return [{ kind: 'unread', text: operation.text, why: UNREAD[operation.why] }];
    case 'call':
      return isAlembics(operation.name) ? callEffects(operation, engine) : constructEffects(operation);
  }
}

/** Options that make an index another thing than its columns say. */
const SPECIAL = /^(?:mysql|mariadb)_(?:length|prefix|using)$|^postgresql_(?:using|ops|include)$/;

function callEffects(call: Call, engine: Engine | null): readonly Effect[] {
  const table = tableOf(call);
  const text = (parameter: string): string | null => stringOf(argument(call, parameter));
  const columns = stringsOf(argument(call, 'columns'));
  const guarded =
    boolOf(call.keywords['if_exists']) === true || boolOf(call.keywords['if_not_exists']) === true;
  switch (call.name) {
    case 'create_table':
      return [createTable(call, table, guarded)];
    case 'drop_table':
      return [{ kind: 'drop-table', table, guarded }];
    case 'rename_table': {
      const schema = call.keywords['schema'];
      const old = qualified(schema, argument(call, 'old_table_name'));
      return [{ kind: 'rename-table', table: old, to: qualified(schema, argument(call, 'new_table_name')) }];
    }
    case 'add_column':
      return addColumn(call, table, guarded);
    case 'drop_column':
      return [{ kind: 'drop-column', table, column: text('column_name'), guarded }];
    case 'alter_column':
      return alterColumn(call, table, text('column_name'), engine);
    case 'create_index': {
      const unique = boolOf(call.keywords['unique']) === true;
      const asked = call.keywords['postgresql_concurrently'];
      const concurrently = asked === undefined || isNone(asked) ? false : boolOf(asked);
      const whole = call.keywords['postgresql_where'] === undefined;
      const name = text('index_name');
      const special = Object.keys(call.keywords).some((option) => SPECIAL.test(option));
      return [
        {
          kind: 'create-index',
          table,
          name,
          columns: whole ? columns : null,
          unique,
          special,
          sort: sortOf(stringOf(call.keywords['mysql_prefix'] ?? call.keywords['mariadb_prefix'])),
          concurrently,
          guarded,
        },
      ];
    }
    case 'drop_index': {
      const concurrently = boolOf(call.keywords['postgresql_concurrently']) === true;
      return [{ kind: 'drop-index', table, name: text('index_name'), concurrently, guarded }];
    }
    case 'drop_constraint':
      return [{ kind: 'drop-constraint', table, name: text('constraint_name'), constraint: kindOf(call) }];
    case 'bulk_insert':
      return constructEffects(call);
    case 'create_table_comment':
    case 'drop_table_comment':
      return [{ kind: 'other', statement: 'COMMENT', guarded: true }];
    default:
      return [{ kind: 'add-constraint', table, constraint: createdConstraint(call, columns) }];
  }
}

/** `FULLTEXT`, `SPATIAL`. */
function sortOf(prefix: string | null): 'fulltext' | 'spatial' | null {
  const sort = prefix?.toLowerCase();
  return sort === 'fulltext' || sort === 'spatial' ? sort : null;
}

function createTable(call: Call, table: string | null, guarded: boolean): Effect {
  const parts = call.args.slice(1);
  const constraints = parts.flatMap((part) => constraintOf(part) ?? []);
  const engine = stringOf(call.keywords['mysql_engine'] ?? call.keywords['mariadb_engine']);
  const prefixes = itemsOf(call.keywords['prefixes'])?.map(stringOf) ?? [];
  return {
    kind: 'create-table',
    table,
    columns: parts.filter(isColumn).map(columnOf),
    constraints,
    complete: parts.every((part) => part.kind === 'call'),
    engine,
    charset: charsetOfTable(call),
    comment: call.keywords['comment'] !== undefined && !isNone(call.keywords['comment']),
    indexes: parts.flatMap(indexOf),
    guarded,
    temporary: prefixes.includes('TEMPORARY'),
    partition: false,
  };
}

function charsetOfTable({ keywords }: Call): string | null {
  const option = (name: string): string | null =>
    stringOf(keywords[`mysql_${name}`] ?? keywords[`mariadb_${name}`]);
  return option('charset') ?? option('default_charset') ?? charsetOf(option('collate'));
}

/** `sa.Index('ix', 'a')` inside `op.create_table`. */
function indexOf(part: Value): readonly TableIndex[] {
  if (part.kind !== 'call' || part.callee !== 'Index') return [];
  const columns = part.args.slice(1).map(stringOf);
  const known = columns.length > 0 && columns.every((one) => one !== null);
  return [{ name: stringOf(part.args[0]), columns: known ? columns : null }];
}

/** `index=True` and `unique=True` make an index of their own; `ForeignKey` makes a constraint. */
function addColumn(call: Call, table: string | null, guarded: boolean): readonly Effect[] {
  const value = argument(call, 'column');
  const column = columnOf(value);
  const placed = call.keywords['insert_after'] !== undefined || call.keywords['insert_before'] !== undefined;
  const added: Effect = { kind: 'add-column', table, column, placed, guarded };
  if (column.references === null) return [added];
  const constraint: Constraint = {
    kind: 'foreign-key',
    name: null,
    columns: column.name === null ? null : [column.name],
    references: column.references.table,
    referred: column.references.column === null ? null : [column.references.column],
    onDelete: column.onDelete,
    notValid: false,
    usingIndex: false,
  };
  return [added, { kind: 'add-constraint', table, constraint }];
}

const KINDS: Readonly<Record<string, ConstraintKind>> = {
  foreignkey: 'foreign-key',
  primary: 'primary-key',
  unique: 'unique',
  check: 'check',
  create_foreign_key: 'foreign-key',
  create_primary_key: 'primary-key',
  create_unique_constraint: 'unique',
  create_check_constraint: 'check',
  create_exclude_constraint: 'exclude',
};

const kindOf = (call: Call): ConstraintKind | null => KINDS[stringOf(argument(call, 'type_')) ?? ''] ?? null;

function createdConstraint(call: Call, columns: readonly string[] | null): Constraint {
  const { keywords } = call;
  return {
    kind: KINDS[call.name] ?? 'check',
    name: stringOf(argument(call, 'constraint_name')),
    columns: call.name === 'create_foreign_key' ? stringsOf(argument(call, 'local_cols')) : columns,
    references: qualified(keywords['referent_schema'], argument(call, 'referent_table')),
    referred: call.name === 'create_foreign_key' ? stringsOf(argument(call, 'remote_cols')) : null,
    onDelete: stringOf(keywords['ondelete']),
    notValid: boolOf(keywords['postgresql_not_valid']) === true,
    usingIndex: keywords['postgresql_using_index'] !== undefined,
  };
}
