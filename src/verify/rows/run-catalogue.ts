/** What making rows needs of a server's catalogue beside the schema's picture. */
import type { DatabaseServer, Row } from '../../io/server.ts';
import type { KeyPart, RowCatalogue } from './model.ts';

type Ask = (sql: string) => Promise<readonly Row[]>;

export function catalogueOf(engine: DatabaseServer['engine'], ask: Ask): Promise<RowCatalogue> {
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
