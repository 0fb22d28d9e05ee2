/** A database of PostgreSQL as its own `pg_dump` says it; loaded by plain statements, with no program needed. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Client } from './client.ts';
import { DUMP_LIMIT, limitedDump, type Dump } from './dump.ts';

const run = promisify(execFile);
const LIMIT_MS = 60_000;

/** Program, first arguments and further environment of a `pg_dump` that reaches the server. */
export interface Dumper {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** Rejects with a sentence where the program cannot, or the database has too many rows. */
export async function dumpPostgresql(dumper: Dumper, name: string, user: string): Promise<Dump> {
  const args = ['--format=plain', '--inserts', '--rows-per-insert=500', `--dbname=${name}`];
  const { stdout } = await run(dumper.program, [...dumper.args, ...args], {
    env: dumper.environment,
    timeout: LIMIT_MS,
    maxBuffer: 4 * DUMP_LIMIT,
  }).catch((error: unknown) => {
    throw new Error(`pg_dump cannot tell what is in it (${complaint(error)})`);
  });
  const sql = limitedDump()(withoutRestriction(stdout));
  return { name, user, parts: [{ sql, mode: null, collation: null, view: false }] };
}

/** `client` is nobody else's and in the new, empty database. */
export async function loadPostgresql(client: Client, dump: Dump, user: string): Promise<void> {
  for (const { sql } of dump.parts) await client.query(sql.replaceAll(dump.user, user));
}

/** Sums over the rows of every table, and how far sequences have come. `user` is the run's, whose name differs each time. */
export async function contentsPostgresql(client: Client, user: string): Promise<string> {
  const tables = await client.query(
    "SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1",
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const table = String(name);
    const [sum] = await client.query(
      `SELECT count(*)::text || ' ' || coalesce(md5(string_agg(md5(replace(t::text, $1, '')), '' ORDER BY md5(replace(t::text, $1, '')))), '') AS sum FROM ${table} t`,
      [user],
    );
    lines.push(`${table} ${String(sum?.sum)}`);
  }
  const sequences = await client.query(
    "SELECT format('%I.%I %s', schemaname, sequencename, last_value) AS line FROM pg_sequences ORDER BY 1",
  );
  return [...lines, ...sequences.map(({ line }) => String(line))].join('\n');
}

/** Newer ones put the whole between two commands of `psql`, each with the same random word. */
function withoutRestriction(sql: string): string {
  const word = /^\\restrict (\S+)$/m.exec(sql)?.[1];
  if (word === undefined) return sql;
  return sql.replace(`\\restrict ${word}\n`, '').replace(`\\unrestrict ${word}\n`, '');
}

function complaint(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr?.trim().split('\n').at(-1) || message || String(error)).slice(0, 300);
}
