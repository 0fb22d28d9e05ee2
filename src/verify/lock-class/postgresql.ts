/**
 * What a statement held on PostgreSQL, from what its own session saw before and after it: a lock says who waits, a file
 * that was replaced or a table that was read to its end says that they wait long.
 */
import * as z from 'zod/mini';
import { lockStatement, type Lock } from './statement.ts';

/** Scans are those of the session's transaction; files are replaced by a rewrite. */
export const POSTGRESQL_LOOK = `SELECT json_build_object(
  'relations', (SELECT json_agg(json_build_array(c.oid::text, c.relname, c.relfilenode::text, coalesce(pg_stat_get_xact_numscans(c.oid), 0)))
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'),
  'locks', (SELECT json_agg(json_build_array(l.relation::text, l.mode)) FROM pg_locks l
    WHERE l.pid = pg_backend_pid() AND l.granted AND l.locktype = 'relation'),
  'database', current_database())::text`;

const looked = z.object({
  relations: z.nullable(z.array(z.tuple([z.string(), z.string(), z.string(), z.number()]))),
  locks: z.nullable(z.array(z.tuple([z.string(), z.string()]))),
  database: z.string(),
});

interface Relation {
  readonly name: string;
  readonly file: string;
  readonly scans: number;
}

export interface Look {
  readonly database: string;
  /** Tables by oid. */
  readonly relations: ReadonlyMap<string, Relation>;
  /** Modes by oid. */
  readonly locks: ReadonlyMap<string, readonly string[]>;
}

/** null where it is none: the text comes from the project's own process. */
export function readLook(text: string | null): Look | null {
  const parsed = looked.safeParse(parseJson(text ?? ''));
  if (!parsed.success) return null;
  const { relations, locks, database } = parsed.data;
  const modes = new Map<string, string[]>();
  for (const [oid, mode] of locks ?? []) modes.set(oid, [...(modes.get(oid) ?? []), mode]);
  return {
    database,
    relations: new Map((relations ?? []).map(([oid, name, file, scans]) => [oid, { name, file, scans }])),
    locks: modes,
  };
}

/** From the mildest on; from SHARE on nobody writes. */
const MODES = ['ShareUpdateExclusive', 'Share', 'ShareRowExclusive', 'Exclusive', 'AccessExclusive'];
const weight = (mode: string): number => MODES.indexOf(mode.replace(/Lock$/, ''));
const WRITERS_WAIT = weight('Share');

/** `standing` are the oids of tables that the pull request did not make. null where the statement is about none of them. */
export function postgresqlLock(
  sql: string,
  before: Look | null,
  after: Look | null,
  standing: ReadonlySet<string>,
): Lock | null {
  const statement = lockStatement(sql, 'postgresql');
  if (statement === null) return null;
  if (before === null || after === null) return unknown('the session did not say what it holds');
  const tables = [...after.relations].filter(([oid]) => standing.has(oid) && before.relations.has(oid));
  const name = (oid: string) => after.relations.get(oid)?.name ?? oid;
  const rewritten = tables.filter(([oid, { file }]) => before.relations.get(oid)?.file !== file);
  if (rewritten.length > 0) {
    const how = 'it takes ACCESS EXCLUSIVE and writes the table anew';
    return { lockClass: 'blocks-writes', rebuilds: true, tables: rewritten.map(([oid]) => name(oid)), how };
  }
  if (statement.concurrently) return free('online', 'CONCURRENTLY waits for nobody who writes');
  const held = (oid: string) => after.locks.get(oid) ?? [];
  const gained = (oid: string) => held(oid).filter((mode) => !before.locks.get(oid)?.includes(mode));
  const anew = tables.filter(([oid]) => gained(oid).some((mode) => weight(mode) >= 0));
  // A second change of one table finds its lock taken already.
  const meant = anew.length > 0 ? anew : tables.filter(([, one]) => one.name === statement.table);
  const locked = meant.filter(([oid]) => held(oid).some((mode) => weight(mode) >= 0));
  if (locked.length === 0) {
    const isNew = [...after.locks.keys()].some((oid) => after.relations.has(oid) && !standing.has(oid));
    return isNew && meant.length === 0
      ? null
      : unknown('it ran outside of a transaction, where its lock is gone at once');
  }
  const strongest = (oid: string) => Math.max(...held(oid).map(weight));
  const read = locked.filter(
    ([oid, { scans }]) => strongest(oid) >= WRITERS_WAIT && scans > (before.relations.get(oid)?.scans ?? 0),
  );
  const [first] = read;
  if (first) {
    const mode = MODES[strongest(first[0])] ?? '';
    const how = `it takes ${mode.replaceAll(/(?<=.)(?=[A-Z])/g, ' ').toUpperCase()} and reads the whole table`;
    return { lockClass: 'blocks-writes', rebuilds: false, tables: read.map(([oid]) => name(oid)), how };
  }
  return locked.some(([oid]) => strongest(oid) >= WRITERS_WAIT)
    ? free('instant', 'its lock is held for a change of the catalogue only')
    : free('online', 'its lock stops nobody who writes');
}

const free = (lockClass: 'instant' | 'online', how: string): Lock => ({
  lockClass,
  rebuilds: false,
  tables: [],
  how,
});

const unknown = (how: string): Lock => ({ lockClass: 'unknown', rebuilds: null, tables: [], how });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
