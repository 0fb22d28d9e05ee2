/** Puts the rows of a seed file into a database that has the base's schema. */
import { cutStatements, type WrittenStatement } from '../../lint/sql/statements.ts';
import type { DatabaseServer, Scratch } from '../../io/server.ts';
import { familyOf } from '../family.ts';
import { headOf, withoutValues } from './words.ts';
import type { Seed } from '../run-ports.ts';
import { NotEvaluated } from '../run-steps.ts';
import { attempt } from './run-rows.ts';

/** Throws NotEvaluated where the file is not there, cannot be read, or a statement fails; no value of it is said. */
export async function plantSeed(
  seed: Seed,
  scratch: Scratch,
  engine: DatabaseServer['engine'],
): Promise<void> {
  const statements = statementsOf(seed, engine);
  try {
    await scratch.query('BEGIN');
    for (const [index, { sql, line }] of statements.entries()) {
      const where = `statement ${index + 1} of \`${seed.path}\` (line ${line}, \`${headOf(sql).slice(0, 80)}\`)`;
      await run(scratch, sql, `${where} fails on the schema of the base`);
    }
    await run(scratch, 'COMMIT', `the rows of \`${seed.path}\` do not fit each other`);
  } catch (error) {
    await scratch.query('ROLLBACK').catch(() => undefined); // the first error is the one to tell
    throw error;
  } finally {
    // Dumps set the session up for themselves, and others go on in it.
    for (const sql of RESETS[familyOf(engine)]) await scratch.query(sql);
  }
}

export interface SeedStatement {
  readonly sql: string;
  /** What the server said against it; null where it worked. */
  readonly said: string | null;
}

/** Statements that write rows or set up the session; locks and their like would end the transaction. */
const WRITES = /^(INSERT|REPLACE|UPDATE|WITH|SELECT|SET (?!.*autocommit))|^\/\*!\d+ SET /is;

/** The seed's statements one by one, inside a transaction that is taken back. */
export async function tryStatements(
  statements: readonly string[],
  scratch: Scratch,
  engine: DatabaseServer['engine'],
): Promise<readonly SeedStatement[]> {
  const tried: SeedStatement[] = [];
  if (statements.length === 0) return tried;
  for (const sql of statements) tried.push({ sql, said: await attempt(scratch, sql) });
  for (const sql of RESETS[familyOf(engine)]) if (sql !== 'UNLOCK TABLES') await scratch.query(sql);
  return tried;
}

/** What of a seed can be tried; none where it is of no use, which the proof with rows says. */
export function writesOf(seed: Seed, engine: DatabaseServer['engine']): readonly string[] {
  try {
    return statementsOf(seed, engine).flatMap(({ sql }) => (WRITES.test(sql) ? [sql] : []));
  } catch (error) {
    if (error instanceof NotEvaluated) return [];
    throw error;
  }
}

const RESETS = {
  postgresql: ['RESET ALL'],
  sqlite: [],
  mysql: [
    'UNLOCK TABLES',
    // MySQL takes DEFAULT of foreign_key_checks for off.
    'SET SESSION sql_mode = DEFAULT, foreign_key_checks = 1, unique_checks = 1, time_zone = DEFAULT, autocommit = 1',
    'SET NAMES utf8mb4',
  ],
} as const;

function statementsOf({ path, text }: Seed, engine: DatabaseServer['engine']): readonly WrittenStatement[] {
  if (text === null)
    throw new NotEvaluated(
      `the base has no file \`${path}\`, which \`seed:\` names; add it there, or take the line out to have rows generated`,
    );
  const statements = cutStatements(text, engine);
  if (statements === null)
    throw new NotEvaluated(
      `\`${path}\` cannot be cut into statements: a quote, comment, bracket or block in it does not end`,
    );
  const copy = statements.find(({ sql }) => /\bCOPY\b[^;]*\bFROM\s+stdin\s*$/i.test(sql));
  if (copy !== undefined)
    throw new NotEvaluated(
      `line ${copy.line} of \`${path}\` is a COPY from the client, which only psql can read; write the dump with \`pg_dump --data-only --inserts\``,
    );
  return statements.filter(({ sql }) => !sql.startsWith('\\'));
}

async function run(scratch: Scratch, sql: string, what: string): Promise<void> {
  try {
    await scratch.query(sql);
  } catch (error) {
    throw new NotEvaluated(
      `${what}: ${withoutValues(error instanceof Error ? error.message : String(error))}`,
    );
  }
}
