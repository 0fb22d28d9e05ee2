/** Rows of a seed as code of the base writes them: tried at the base, and tried again on the new schema. */
import { mentions } from '../anchor.ts';
import type { Break } from './old-code.ts';
import { of, type NewSchema } from './run-old-reads.ts';
import { countAll, type RowDatabase } from '../rows/run-rows.ts';
import { tryStatements, writesOf } from '../rows/run-seed.ts';
import { headOf } from '../rows/words.ts';
import type { Seed } from '../run-ports.ts';

export interface OldSeed {
  /** Statements that the base takes. */
  readonly statements: readonly string[];
  /** Tables that have rows by them. */
  readonly planted: ReadonlySet<string>;
}

const NOTHING: OldSeed = { statements: [], planted: new Set() };

/** The seed is for the project's own database. Inside a transaction that is taken back. */
export async function plantAtBase(seed: Seed | null, database: RowDatabase): Promise<OldSeed> {
  if (seed === null || database.label !== '') return NOTHING;
  const before = await countAll(database);
  const tried = await tryStatements(writesOf(seed, database.engine), database.scratch, database.engine);
  const after = await countAll(database);
  return {
    statements: tried.flatMap(({ sql, said }) => (said === null ? [sql] : [])),
    planted: new Set([...after].flatMap(([table, count]) => (before.get(table) === count ? [] : [table]))),
  };
}

/** What worked at the base and fails now. What only misses the rows of another that failed is said with that one. */
export async function plantAgain(
  { statements, planted }: OldSeed,
  { label, database }: NewSchema,
): Promise<readonly Break[]> {
  const breaks: Break[] = [];
  for (const { sql, said } of await tryStatements(statements, database.scratch, database.engine)) {
    if (said === null || (breaks.length > 0 && /foreign key/i.test(said))) continue;
    const head = headOf(sql);
    const table = [...planted].find((name) => mentions(head, name.split('.').at(-1) ?? name));
    const verb = /^UPDATE/i.test(sql) ? 'UPDATE' : 'INSERT';
    if (table !== undefined) breaks.push({ ...of(label, table), verb, head, said, ordinary: true });
  }
  return breaks;
}
