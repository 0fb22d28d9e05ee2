/** What making rows needs of a server's catalogue beside the schema's picture. */
import type { DatabaseServer, Row } from '../../io/server.ts';
import { typeNameOf } from '../schema/sqlite-text.ts';
import type { KeyPart, RowCatalogue } from './model.ts';

type Ask = (sql: string) => Promise<readonly Row[]>;

export function catalogueOf(engine: DatabaseServer['engine'], ask: Ask): Promise<RowCatalogue> {
  if (engine === 'sqlite') return sqliteCatalogue(ask);
  return engine === 'postgresql' ? postgresqlCatalogue(ask) : mysqlCatalogue(ask);
}

async function mysqlCatalogue(ask: Ask): Promise<RowCatalogue> {
  const unique =
    await ask(`SELECT IF(INDEX_NAME = 'PRIMARY', 'primary', 'unique') AS kind, TABLE_NAME AS owner,
      INDEX_NAME AS name, COLUMN_NAME AS part, NULL AS target, NULL AS target_part
    FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND NON_UNIQUE = 0 ORDER BY 2, 3, SEQ_IN_INDEX`);
  const foreign =
    await ask(`SELECT 'foreign' AS kind, TABLE_NAME AS owner, CONSTRAINT_NAME AS name, COLUMN_NAME AS part,
      REFERENCED_TABLE_NAME AS target, REFERENCED_COLUMN_NAME AS target_part
    FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
    ORDER BY 2, 3, ORDINAL_POSITION`);
  return { keys: [...unique, ...foreign] as unknown as readonly KeyPart[], domains: new Map(), charset: '' };
}

const NAME = (relation: string, namespace: string) =>
  `CASE ${namespace}.nspname WHEN 'public' THEN ${relation} ELSE ${namespace}.nspname || '.' || ${relation} END`;

const POSTGRESQL_KEYS = `SELECT CASE WHEN i.indisprimary THEN 'primary' ELSE 'unique' END AS kind, ${NAME('t.relname', 'n')} AS owner,
    i.indexrelid::text AS name, a.attname AS part, NULL AS target, NULL AS target_part, k.at
  FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k (number, at)
  LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number AND k.number > 0
  WHERE i.indisunique AND k.at <= i.indnkeyatts AND n.nspname NOT LIKE 'pg\\_%'
  UNION ALL SELECT 'foreign', ${NAME('t.relname', 'n')}, c.oid::text, a.attname, ${NAME('r.relname', 'm')}, b.attname, k.at
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  JOIN pg_class r ON r.oid = c.confrelid JOIN pg_namespace m ON m.oid = r.relnamespace
  CROSS JOIN unnest(c.conkey, c.confkey) WITH ORDINALITY AS k (number, target, at)
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
  JOIN pg_attribute b ON b.attrelid = r.oid AND b.attnum = k.target
  WHERE c.contype = 'f' ORDER BY 2, 3, 7`;

async function postgresqlCatalogue(ask: Ask): Promise<RowCatalogue> {
  const keys = (await ask(POSTGRESQL_KEYS)) as unknown as readonly KeyPart[];
  const domains = await ask(
    "SELECT format_type(oid, NULL) AS name, format_type(typbasetype, typtypmod) AS base FROM pg_type WHERE typtype = 'd'",
  );
  const [row] = await ask('SELECT getdatabaseencoding() AS encoding');
  return {
    keys,
    domains: new Map(domains.map(({ name, base }) => [String(name), String(base)])),
    charset: row?.encoding === 'UTF8' ? 'utf8mb4' : '',
  };
}

const SQLITE_OWN = "m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
/** The primary key of its own row number has no index. */
const SQLITE_KEYS = `SELECT 'primary' AS kind, m.name AS owner, 'PRIMARY' AS name, x.name AS part, NULL AS target, NULL AS target_part, x.pk AS at
  FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS x WHERE x.pk > 0 AND ${SQLITE_OWN}
  UNION ALL SELECT 'unique', m.name, i.name, x.name, NULL, NULL, x.seqno
  FROM sqlite_master AS m, pragma_index_list(m.name) AS i, pragma_index_info(i.name) AS x
  WHERE i."unique" = 1 AND i.origin <> 'pk' AND ${SQLITE_OWN}
  UNION ALL SELECT 'foreign', m.name, m.name || '.' || k.id, k."from", k."table",
    coalesce(k."to", (SELECT x.name FROM pragma_table_xinfo(k."table") AS x WHERE x.pk = k.seq + 1)), k.seq
  FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k WHERE ${SQLITE_OWN} ORDER BY 2, 3, 7`;

/** A type is a name that anybody may write: what it says is read as the others' types are. */
async function sqliteCatalogue(ask: Ask): Promise<RowCatalogue> {
  const keys = (await ask(SQLITE_KEYS)) as unknown as readonly KeyPart[];
  const types = await ask(
    `SELECT DISTINCT upper(x.type) AS name FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS x WHERE ${SQLITE_OWN}`,
  );
  const domains = types.map(({ name }) => {
    const written = typeNameOf(String(name));
    return [written, readAs(written.toLowerCase())] as const;
  });
  return { keys, domains: new Map(domains), charset: 'utf8mb4' };
}

/** Where the name is nobody's type, by the affinity that SQLite gives it. */
function readAs(type: string): string {
  if (/^(n?varchar|n?char|nchar|character|text|clob|native character|varying character)\b/.test(type))
    return /^clob|^text/.test(type) ? 'text' : type.replace(/^(n|native |varying )/, '');
  if (
    /^(tiny|small|medium|big)?int|^integer|^bool|^(double|float|real|numeric|decimal)|^(date|time|json|uuid|blob)/.test(
      type,
    )
  )
    return type.replace(/^bool$/, 'boolean').replace(/^(datetime|date|time|json|blob)\(.*/, '$1');
  if (type.includes('int')) return 'integer';
  if (/char|clob|text/.test(type)) return 'text';
  if (type === '' || type.includes('blob')) return 'blob';
  return /real|floa|doub/.test(type) ? 'real' : 'numeric';
}
