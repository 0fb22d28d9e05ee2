/**
 * PostgreSQL's catalogues -> Schema. The server itself writes definitions (`pg_get_indexdef` and its kin), so that equal
 * definitions are equal texts; one query brings everything.
 */
import { inOrder, type ObjectKind, type Schema, type SchemaObject } from './schema.ts';

/** Objects of the schema `public` go by their bare names; what belongs to an extension is that extension's. */
const NAME = (relation: string, namespace: string) =>
  `CASE ${namespace}.nspname WHEN 'public' THEN ${relation} ELSE ${namespace}.nspname || '.' || ${relation} END`;
const OWN = (namespace: string, catalogue: string, oid: string) =>
  `${namespace}.nspname NOT LIKE 'pg\\_%' AND ${namespace}.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;

const TABLES = `SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'view' ELSE 'table' END, NULL, ${NAME('c.relname', 'n')},
    jsonb_build_object('definition', CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
      'type', CASE c.relkind WHEN 'm' THEN 'materialized' WHEN 'p' THEN 'partitioned' WHEN 'f' THEN 'foreign' END,
      'persistence', CASE c.relpersistence WHEN 'u' THEN 'unlogged' END, 'options', array_to_string(c.reloptions, ', '),
      'partition key', pg_get_partkeydef(c.oid), 'partition of', (SELECT p.inhparent::regclass::text || ' ' || pg_get_expr(c.relpartbound, c.oid)
        FROM pg_inherits p WHERE p.inhrelid = c.oid LIMIT 1),
      'row security', c.relrowsecurity, 'forced row security', c.relforcerowsecurity, 'replica identity', c.relreplident,
      'populated', CASE c.relkind WHEN 'm' THEN c.relispopulated END, 'inherits', CASE WHEN NOT c.relispartition THEN
        (SELECT string_agg(p.inhparent::regclass::text, ', ' ORDER BY p.inhseqno) FROM pg_inherits p WHERE p.inhrelid = c.oid) END,
      'comment', obj_description(c.oid, 'pg_class'))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${OWN('n', 'pg_class', 'c.oid')}`;

const COLUMNS = `SELECT 'column', ${NAME('c.relname', 'n')}, a.attname,
    jsonb_build_object('type', format_type(a.atttypid, a.atttypmod), 'nullable', CASE WHEN a.attnotnull THEN 'no' ELSE 'yes' END,
      'default', CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      'generated as', CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      'identity', nullif(a.attidentity, ''), 'comment', col_description(c.oid, a.attnum),
      'collation', CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END,
      'storage', CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, 'compression', nullif(a.attcompression, ''),
      'position', row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum))
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND ${OWN('n', 'pg_class', 'c.oid')}`;

const INDEXES = `SELECT 'index', ${NAME('t.relname', 'n')}, c.relname,
    jsonb_build_object('definition', pg_get_indexdef(c.oid), 'valid', CASE WHEN i.indisvalid THEN 'yes' ELSE 'no' END,
      'comment', obj_description(c.oid, 'pg_class'))
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
    AND ${OWN('n', 'pg_class', 't.oid')}`;

const CONSTRAINTS = `SELECT CASE k.contype WHEN 'p' THEN 'primary-key' WHEN 'f' THEN 'foreign-key' WHEN 'c' THEN 'check' ELSE 'unique' END,
    ${NAME('t.relname', 'n')}, k.conname,
    jsonb_build_object('definition', pg_get_constraintdef(k.oid), 'comment', obj_description(k.oid, 'pg_constraint'))
  FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE k.contype IN ('p', 'f', 'c', 'u', 'x') AND ${OWN('n', 'pg_class', 't.oid')}`;

const TRIGGERS = `SELECT 'trigger', ${NAME('t.relname', 'n')}, g.tgname,
    jsonb_build_object('definition', pg_get_triggerdef(g.oid), 'enabled', g.tgenabled, 'comment', obj_description(g.oid, 'pg_trigger'))
  FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE NOT g.tgisinternal AND ${OWN('n', 'pg_class', 't.oid')}`;

const TYPES = `SELECT 'enum', NULL, ${NAME('t.typname', 'n')},
    jsonb_build_object('values', (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
      FROM pg_enum e WHERE e.enumtypid = t.oid), 'comment', obj_description(t.oid, 'pg_type'))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND ${OWN('n', 'pg_type', 't.oid')}`;

const SEQUENCES = `SELECT 'sequence', NULL, ${NAME('c.relname', 'n')},
    jsonb_build_object('type', format_type(s.seqtypid, NULL), 'start', s.seqstart, 'increment', s.seqincrement, 'minimum', s.seqmin,
      'maximum', s.seqmax, 'cycle', s.seqcycle, 'cache', s.seqcache, 'comment', obj_description(c.oid, 'pg_class'), 'owned by', (SELECT x.refobjid::regclass::text || '.' || a.attname FROM pg_depend x
        JOIN pg_attribute a ON a.attrelid = x.refobjid AND a.attnum = x.refobjsubid
        WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype IN ('a', 'i') LIMIT 1))
  FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OWN('n', 'pg_class', 'c.oid')}`;

const ROUTINES = `SELECT 'routine', NULL, ${NAME('p.oid::regprocedure::text', 'n')},
    jsonb_build_object('definition', pg_get_functiondef(p.oid), 'comment', obj_description(p.oid, 'pg_proc'))
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind <> 'a' AND ${OWN('n', 'pg_proc', 'p.oid')}`;

const AGGREGATES = `SELECT 'routine', NULL, ${NAME('p.oid::regprocedure::text', 'n')},
    jsonb_build_object('type', 'aggregate', 'steps', g.aggtransfn::text || ', ' || g.aggfinalfn::text, 'state', format_type(g.aggtranstype, NULL),
      'initial', g.agginitval, 'comment', obj_description(p.oid, 'pg_proc'))
  FROM pg_aggregate g JOIN pg_proc p ON p.oid = g.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OWN('n', 'pg_proc', 'p.oid')}`;

const EXTENSIONS = `SELECT 'extension', NULL, e.extname, jsonb_build_object('version', e.extversion, 'schema', e.extnamespace::regnamespace::text)
  FROM pg_extension e`;

const DOMAINS = `SELECT 'domain', NULL, ${NAME('t.typname', 'n')},
    jsonb_build_object('type', format_type(t.typbasetype, t.typtypmod), 'nullable', CASE WHEN t.typnotnull THEN 'no' ELSE 'yes' END, 'default', t.typdefault,
      'collation', CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::regcollation::text END,
      'checks', (SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), ', ' ORDER BY k.conname) FROM pg_constraint k
        WHERE k.contypid = t.oid AND k.contype = 'c'), 'comment', obj_description(t.oid, 'pg_type'))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
  WHERE t.typtype = 'd' AND ${OWN('n', 'pg_type', 't.oid')}`;

/** Types made of others: the fields of the one kind, the element of the other. */
const COMPOSITES = `SELECT 'type', NULL, ${NAME('t.typname', 'n')},
    jsonb_build_object('fields', (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
      FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
      'range of', (SELECT format_type(r.rngsubtype, NULL) FROM pg_range r WHERE r.rngtypid = t.oid), 'comment', obj_description(t.oid, 'pg_type'))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE (t.typtype = 'r' OR (t.typtype = 'c' AND c.relkind = 'c')) AND ${OWN('n', 'pg_type', 't.oid')}`;

const NAMESPACES = `SELECT 'namespace', NULL, n.nspname, jsonb_build_object('comment', obj_description(n.oid, 'pg_namespace'))
  FROM pg_namespace n WHERE n.nspname <> 'public' AND ${OWN('n', 'pg_namespace', 'n.oid')}`;

const POLICIES = `SELECT 'policy', ${NAME('t.relname', 'n')}, p.polname,
    jsonb_build_object('command', p.polcmd, 'permissive', p.polpermissive, 'using', pg_get_expr(p.polqual, p.polrelid),
      'check', pg_get_expr(p.polwithcheck, p.polrelid),
      'roles', (SELECT string_agg(CASE r.oid WHEN 0 THEN 'public' ELSE r.oid::regrole::text END, ', ' ORDER BY 1) FROM unnest(p.polroles) AS r (oid)),
      'comment', obj_description(p.oid, 'pg_policy'))
  FROM pg_policy p JOIN pg_class t ON t.oid = p.polrelid JOIN pg_namespace n ON n.oid = t.relnamespace WHERE ${OWN('n', 'pg_class', 't.oid')}`;

const RULES = `SELECT 'rule', ${NAME('t.relname', 'n')}, r.rulename,
    jsonb_build_object('definition', pg_get_ruledef(r.oid), 'enabled', r.ev_enabled, 'comment', obj_description(r.oid, 'pg_rewrite'))
  FROM pg_rewrite r JOIN pg_class t ON t.oid = r.ev_class JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE r.rulename <> '_RETURN' AND ${OWN('n', 'pg_class', 't.oid')}`;

const ALL = [
  TABLES,
  COLUMNS,
  INDEXES,
  CONSTRAINTS,
  TRIGGERS,
  TYPES,
  SEQUENCES,
  ROUTINES,
  AGGREGATES,
  EXTENSIONS,
  DOMAINS,
  COMPOSITES,
  NAMESPACES,
  POLICIES,
  RULES,
];

/** Rows `kind`, `owner`, `name` and `attributes`, a JSON object as text; null is SQL's none. */
export const POSTGRESQL_QUERY = `SELECT kind, owner, name, attributes::text AS attributes FROM (
  ${ALL.join('\n  UNION ALL ')}
) AS objects (kind, owner, name, attributes)`;

/** One row of the query. */
export interface PostgresqlRow {
  readonly kind: ObjectKind;
  readonly owner: string | null;
  readonly name: string;
  readonly attributes: string;
}

/** The picture of one database; `leftOut` are names of tables that are not part of it (Alembic's version tables). */
export function postgresqlSchema(
  version: string,
  rows: readonly PostgresqlRow[],
  leftOut: ReadonlySet<string>,
): Schema {
  const objects = rows.map(({ kind, owner, name, attributes }): SchemaObject => {
    const values = JSON.parse(attributes) as Readonly<Record<string, string | number | boolean | null>>;
    const texts = Object.entries(values).map(([key, value]) => [key, value === null ? null : String(value)]);
    return { kind, table: owner, name, attributes: Object.fromEntries(texts) as SchemaObject['attributes'] };
  });
  const kept = objects.filter(
    ({ kind, table, name }) => !leftOut.has(table ?? (kind === 'table' ? name : '')),
  );
  return { engine: 'postgresql', version, objects: inOrder(kept) };
}
