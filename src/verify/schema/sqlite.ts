/** SQLite's own tables and pragmas -> Schema. What a pragma tells is taken from it, the rest from the text of the definition. */
import { Phrase } from '../../lint/sql/phrase.ts';
import { inOrder, type ObjectKind, type Schema, type SchemaObject } from './schema.ts';
import { readTable, withoutAscending, type KeptConstraint, type KeptTable } from './sqlite-create.ts';
import { spell, spellExpression, tokensOf, typeNameOf } from './sqlite-text.ts';

type CatalogueRow = Readonly<Record<string, unknown>>;

const OWN = "m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

export const SQLITE_QUERIES = {
  objects: `SELECT m.type, m.name, m.tbl_name AS owner, m.sql FROM sqlite_master AS m WHERE ${OWN} AND m.sql IS NOT NULL`,
  columns: `SELECT m.name AS owner, x.name, x.type, x."notnull" AS required, x.dflt_value AS standard, x.pk, x.cid, x.hidden
    FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS x WHERE m.type = 'table' AND ${OWN} ORDER BY 1, x.cid`,
  foreignKeys: `SELECT m.name AS owner, COUNT(DISTINCT k.id) AS there
    FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k WHERE m.type = 'table' AND ${OWN} GROUP BY 1`,
  settings: `SELECT e.encoding, u.user_version, a.application_id
    FROM pragma_encoding AS e, pragma_user_version AS u, pragma_application_id AS a`,
} as const;

export type SqliteSection = keyof typeof SQLITE_QUERIES;
export type SqliteCatalogue = Readonly<Record<SqliteSection, readonly CatalogueRow[]>>;

/** The picture of one file; `leftOut` are names of tables that are not part of it (Alembic's version tables). */
export function sqliteSchema(
  version: string,
  catalogue: SqliteCatalogue,
  leftOut: ReadonlySet<string>,
): Schema {
  const virtual = catalogue.objects.filter(isVirtual).map((row) => text(row, 'name'));
  // A virtual table keeps its contents in tables that begin with its name.
  const isShadow = (name: string) => virtual.some((one) => name.startsWith(`${one}_`));
  const kept = catalogue.objects.filter((row) => {
    const owner = text(row, 'owner');
    return !leftOut.has(owner) && !isShadow(owner);
  });
  const objects = kept.flatMap((row) => {
    const [type, name, owner] = [text(row, 'type'), text(row, 'name'), text(row, 'owner')];
    if (type === 'table') return table(row, catalogue);
    if (type === 'index') return [index(row)];
    const definition = spellDefinition(text(row, 'sql'));
    if (type === 'view') return [object('view', null, name, { definition })];
    return [object('trigger', owner, name, { definition })];
  });
  const settings = catalogue.settings.map((row) =>
    object('schema', null, '', {
      encoding: text(row, 'encoding'),
      'user version': text(row, 'user_version'),
      'application id': text(row, 'application_id'),
    }),
  );
  return { engine: 'sqlite', version, objects: inOrder(apart([...settings, ...objects])) };
}

const isVirtual = (row: CatalogueRow): boolean =>
  text(row, 'type') === 'table' && /^\s*CREATE\s+VIRTUAL\b/i.test(text(row, 'sql'));

function table(row: CatalogueRow, catalogue: SqliteCatalogue): readonly SchemaObject[] {
  const name = text(row, 'name');
  const columns = catalogue.columns.filter((one) => text(one, 'owner') === name && text(one, 'hidden') !== '1');
  const tokens = tokensOf(text(row, 'sql'));
  const keys = Number(catalogue.foreignKeys.find((one) => text(one, 'owner') === name)?.['there'] ?? 0);
  const read = isVirtual(row) || tokens === null ? null : readTable(tokens);
  if (read === null || !agrees(read, columns.length, keys)) {
    const attributes = {
      definition: spellDefinition(text(row, 'sql')),
      ...(isVirtual(row) ? { type: 'virtual' } : {}),
    };
    return [object('table', null, name, attributes), ...columns.map((one) => column(one, columns, null))];
  }
  const own = object('table', null, name, {
    'without rowid': yesNo(read.options.includes('WITHOUT ROWID')),
    strict: yesNo(read.options.includes('STRICT')),
  });
  return [
    own,
    ...columns.map((one) => column(one, columns, read)),
    ...read.constraints.map((one) => constraint(one, name, catalogue)),
  ];
}

/** Where the pragmas count otherwise, the text was misread. */
const agrees = ({ columns, constraints }: KeptTable, all: number, keys: number): boolean =>
  columns.length === all && constraints.filter(({ kind }) => kind === 'foreign-key').length === keys;

function column(row: CatalogueRow, all: readonly CatalogueRow[], table: KeptTable | null): SchemaObject {
  const name = text(row, 'name');
  const type = typeNameOf(text(row, 'type'));
  const primary = all.filter((one) => text(one, 'pk') !== '0');
  const isRowid =
    primary.length === 1 &&
    text(row, 'pk') !== '0' &&
    type === 'INTEGER' &&
    table?.options.includes('WITHOUT ROWID') === false;
  const kept = table?.columns.find((one) => one.name === name);
  const generated = { 2: 'virtual', 3: 'stored' }[text(row, 'hidden')];
  const standard = row['standard'];
  const collation = kept?.collation ?? 'BINARY';
  return object('column', text(row, 'owner'), name, {
    type,
    // The number of a row is never NULL, whatever is declared.
    nullable: text(row, 'required') === '1' || isRowid ? 'no' : 'yes',
    default: typeof standard === 'string' ? spellExpression(standard) : null,
    'generated as': generated === undefined ? null : `${kept?.generated ?? ''} ${generated}`,
    collation: collation === 'BINARY' ? null : collation,
    'auto-increment': yesNo(kept?.autoIncrement ?? false),
    ...(kept?.conflict ? { 'on conflict': kept.conflict } : {}),
    position: String(Number(row['cid']) + 1),
  });
}

/** Where SQLite keeps no name, what the constraint says is its name. */
function constraint(one: KeptConstraint, table: string, catalogue: SqliteCatalogue): SchemaObject {
  switch (one.kind) {
    case 'primary-key': {
      const { name, columns, conflict } = one;
      return object(one.kind, table, 'PRIMARY', { name, columns, 'on conflict': conflict });
    }
    case 'unique': {
      const { name, columns, conflict } = one;
      return object(one.kind, table, name ?? columns, { columns, 'on conflict': conflict });
    }
    case 'check':
      return object(one.kind, table, one.name ?? one.clause, { clause: one.clause });
    case 'foreign-key':
      return object(one.kind, table, one.name ?? one.columns, {
        columns: one.columns,
        target: `${one.target}${one.targets ?? primaryOf(one.target, catalogue)}`,
        'on delete': one.onDelete,
        'on update': one.onUpdate,
        deferred: yesNo(one.deferred),
      });
  }
}

function primaryOf(table: string, { columns }: SqliteCatalogue): string {
  const keys = columns.filter((row) => text(row, 'owner') === table && text(row, 'pk') !== '0');
  const ordered = keys.toSorted((a, b) => Number(a['pk']) - Number(b['pk']));
  return `(${ordered.map((row) => spell([{ kind: 'name', text: text(row, 'name') }])).join(', ')})`;
}

function index(row: CatalogueRow): SchemaObject {
  const [name, owner, sql] = [text(row, 'name'), text(row, 'owner'), text(row, 'sql')];
  const phrase = new Phrase(tokensOf(sql) ?? []);
  phrase.accept('CREATE');
  const unique = phrase.accept('UNIQUE');
  const isKnown = phrase.accept('INDEX') && phrase.dotted() !== null && phrase.accept('ON');
  const columns = isKnown && phrase.dotted() !== null ? phrase.group() : null;
  if (columns === null) return object('index', owner, name, { definition: spellDefinition(sql) });
  return object('index', owner, name, {
    unique: yesNo(unique),
    columns: `(${withoutAscending(columns)})`,
    where: phrase.accept('WHERE') ? spell(phrase.rest) : null,
  });
}

const spellDefinition = (sql: string): string => spell(tokensOf(sql) ?? [{ kind: 'word', text: sql, upper: '' }]);

/** Unnamed constraints may be there twice. */
function apart(objects: readonly SchemaObject[]): readonly SchemaObject[] {
  const seen = new Map<string, number>();
  return objects.map((one) => {
    const key = [one.kind, one.table, one.name].join('\0');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? one : { ...one, name: `${one.name} #${count}` };
  });
}

function object(
  kind: ObjectKind,
  owner: string | null,
  name: string,
  attributes: SchemaObject['attributes'],
): SchemaObject {
  return { kind, table: owner, name, attributes };
}

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

function text(row: CatalogueRow, name: string): string {
  const value = row[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
