/** MySQL says the whole column again to change a part of it, and what Alembic is not told is silently lost. */
import { argument, boolOf, isNone, tableOf, stringOf, type Call } from '../arguments.ts';
import type { Value } from '../../revision/operation.ts';
import { columnNamed, type Column } from '../change.ts';
import { mapped } from '../models/model.ts';
import { changesIn, type Pass } from '../pass.ts';
import { ALL_ERROR, MYSQL, trouble, type Rule } from '../rule.ts';
import { typeOf } from '../types.ts';

const ROLE =
  'class User(DeclarativeBase):\n    __tablename__ = "user"\n    role = Column(String(9), nullable=False, server_default="guest")\n';

export const requireExistingAttributes: Rule = {
  id: 'require-existing-attributes',
  group: 'traps',
  title: 'alter_column without the attributes that it must restate',
  why: 'Alembic writes MODIFY or CHANGE, which restate the whole column. Without `existing_type` the migration fails; without `existing_nullable` a NOT NULL column silently becomes nullable. A default, comment or autoincrement that exists is lost in the same way: seen where `models:` show one on the base, or on a server, which also tells a collation that is not the table’s.',
  severity: ALL_ERROR,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'a new type without nullability',
        upgrade: 'op.alter_column("user", "name", type_=sa.Text(), existing_type=sa.String(50))',
        at: 'op.alter_column',
      },
      {
        caption: 'a new name without anything',
        upgrade: 'op.alter_column("user", "name", new_column_name="title")',
        at: 'op.alter_column',
      },
      {
        caption: 'nullability without the type, on the way back',
        upgrade: 'op.alter_column("user", "name", nullable=True, existing_type=sa.String(9))',
        downgrade: 'op.alter_column("user", "name", nullable=False)',
        at: 'op.alter_column("user", "name", nullable=False)',
      },
      {
        caption: 'a default that the model has',
        upgrade: 'op.alter_column("user", "role", type_=sa.Text(), existing_nullable=False)',
        at: 'op.alter_column',
        models: { base: ROLE, merged: ROLE },
      },
    ],
    good: [
      {
        caption: 'a default that the model has, restated',
        upgrade:
          'op.alter_column("user", "role", type_=sa.Text(), existing_nullable=False, existing_server_default="guest")',
        models: { base: ROLE, merged: ROLE },
      },
      {
        caption: 'both given',
        upgrade:
          'op.alter_column("user", "name", type_=sa.Text(), existing_type=sa.String(50), existing_nullable=False)',
      },
      {
        caption: 'a default alone, for which Alembic writes ALTER … SET DEFAULT',
        upgrade: 'op.alter_column("user", "role", server_default="guest")',
      },
      {
        caption: 'keywords that are computed',
        upgrade: 'op.alter_column("user", "name", type_=sa.Text(), **existing())',
      },
      {
        caption: 'a column that was made here, and takes NULL',
        upgrade:
          'op.create_table("worker", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("seen", sa.DateTime()))\nop.alter_column("worker", "seen", type_=mysql.DATETIME(fsp=6), existing_type=sa.DateTime())',
        before: 'from sqlalchemy.dialects import mysql',
      },
      {
        caption: 'a branch for PostgreSQL',
        upgrade:
          'if op.get_bind().dialect.name == "postgresql":\n    op.alter_column("user", "name", type_=sa.Text())',
      },
    ],
  },
  check: (pass) =>
    (['upgrade', 'downgrade'] as const).flatMap((direction) =>
      changesIn(pass, direction, 'alter-column', 'rename-column').flatMap((change) => {
        const { operation } = change;
        if (operation?.kind !== 'call' || operation.name !== 'alter_column') return [];
        const written = pass.facts.writtenColumn(tableOf(operation), columnNameOf(operation));
        const missing = missingIn(operation, pass).filter(
          (name) => name !== 'existing_nullable' || written === null || isNotNull(written),
        );
        if (missing.length === 0) return [];
        const column = columnNamed(tableOf(operation), stringOf(argument(operation, 'column_name')));
        const harm = missing.includes('existing_type')
          ? 'the migration stops with "All MySQL CHANGE/MODIFY COLUMN operations require the existing type"'
          : missing.includes('existing_nullable')
            ? 'if it is NOT NULL it silently becomes nullable, because MySQL says the whole column again'
            : 'what it has now is silently lost, because MySQL says the whole column again';
        return [
          trouble(
            change,
            `This changes ${column} without ${missing.join(' and ')}: ${harm}.`,
            `Say what the column is now:\n${missing.map((name) => spelled(name, operation)).join(', ')}`,
          ),
        ];
      }),
    ),
};

/** A column that this pull request writes out itself, and that takes NULL, loses nothing. */
const isNotNull = ({ nullable, primaryKey }: Column): boolean => nullable === false || primaryKey;

const columnNameOf = (call: Call): string => stringOf(argument(call, 'column_name')) ?? '';

const SPELLED: Readonly<Record<string, string>> = {
  existing_type: 'existing_type=sa.String(length=…)',
  existing_nullable: 'existing_nullable=False',
};
function spelled(missing: string, call: Call): string {
  const { keyword, type } = typeAfter(call);
  const name = typeOf(type)?.name.toUpperCase() ?? 'VARCHAR';
  const isPartOfType = missing.startsWith('collation=');
  return isPartOfType ? `${keyword}=mysql.${name}(…, ${missing})` : (SPELLED[missing] ?? `${missing}=…`);
}

/** What tells what a column has beside its type. */
type Known = Pick<Pass, 'models' | 'columnBefore'>;

const FURTHER = ['server_default', 'comment', 'autoincrement'];

/** What is lost beside type and nullability, as far as the base's model or schema says that the column has it. */
function furtherIn(call: Call, { models, columnBefore }: Known): readonly string[] {
  const table = tableOf(call);
  const column = stringOf(argument(call, 'column_name'));
  if (table === null || column === null) return [];
  const said = (models && mapped(models.base, table)?.columns.get(column.toLowerCase())) ?? '';
  const known = columnBefore(table, column);
  const has: Readonly<Record<string, boolean>> = {
    server_default: known !== null && known.default !== null,
    comment: known !== null && known.comment !== null && known.comment !== '',
    autoincrement: known?.autoIncrement === true,
  };
  return FURTHER.filter(
    (name) =>
      (has[name] === true || new RegExp(`[(,]${name}=(?!None)`).test(said)) &&
      call.keywords[name] === undefined &&
      call.keywords[`existing_${name}`] === undefined,
  ).map((name) => `existing_${name}`);
}

/** What Alembic's MySQLImpl.alter_column (alembic/ddl/mysql.py) restates: all for a rename, none for a default alone. */
function missingIn(call: Call, known: Known): readonly string[] {
  const { keywords } = call;
  const isGiven = (name: string): boolean => keywords[name] !== undefined && !isNone(keywords[name]);
  const comments = keywords['comment'] !== undefined && boolOf(keywords['comment']) !== false;
  const restates =
    ['new_column_name', 'name', 'nullable', 'type_', 'autoincrement'].some(isGiven) || comments;
  if (!restates || '**' in keywords) return [];
  return [
    ...(isGiven('type_') || isGiven('existing_type') ? [] : ['existing_type']),
    ...(isGiven('nullable') || isGiven('existing_nullable') ? [] : ['existing_nullable']),
    ...furtherIn(call, known),
    ...lostCollation(call, known),
  ];
}

const TEXTS = ['varchar', 'char', 'tinytext', 'text', 'mediumtext', 'longtext', 'enum', 'set'];

/** The type that Alembic restates, and where it is said. */
function typeAfter({ keywords }: Call): { readonly keyword: string; readonly type: Value | undefined } {
  const type = keywords['type_'];
  return type !== undefined && !isNone(type)
    ? { keyword: 'type_', type }
    : { keyword: 'existing_type', type: keywords['existing_type'] };
}

/** A text whose type names neither collation nor character set gets the table's. */
function lostCollation(call: Call, { columnBefore }: Known): readonly string[] {
  const collation = columnBefore(tableOf(call), columnNameOf(call))?.collation;
  const { type } = typeAfter(call);
  if (collation === undefined || !TEXTS.includes(typeOf(type)?.name ?? '')) return [];
  const says = type?.kind === 'call' ? Object.keys(type.keywords) : [];
  return says.some((name) => ['collation', 'charset', '**'].includes(name))
    ? []
    : [`collation="${collation}"`];
}
