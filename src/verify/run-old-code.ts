/** Tries the base's inserts and updates at the base, and again after the upgrade of all new revisions. */
import { oldCodeDifference, type Break } from './old-code.ts';
import type { ProofSection, ProofStep } from './proof.ts';
import { updatesOf } from './rows-generate.ts';
import { headOf } from './rows-words.ts';
import { attempt, fillDatabase, inTransaction, rowDatabases, type RowDatabase } from './run-rows.ts';
import { closeStage, openStage, type Bench } from './run-stage.ts';
import { move, NotEvaluated, type Stage } from './run-steps.ts';

/** Costs one stage of its own, and each new revision's upgrade once more. */
export async function proveOldCode(bench: Bench): Promise<{ readonly section: ProofSection }> {
  const { request, plan, ports } = bench;
  const none =
    request.config.deploys === 'stop'
      ? 'deployments stop the old code first (`deploys: stop`)'
      : plan.added.length === 0
        ? 'no new revision to prove'
        : plan.base.length === 0
          ? 'no code of the base has a database'
          : null;
  if (none !== null) return { section: section('not-applicable', none) };
  const stage = await openStage(bench);
  try {
    const written: OldCode[] = [];
    for (const database of await rowDatabases(ports.server, stage.world))
      written.push(await inTransaction(database, 'ROLLBACK', () => oldCode(database)));
    const steps = await upgrade(stage, plan.added);
    ports.progress("Old code's inserts and updates on the new schema");
    const breaks: Break[] = [];
    for (const code of written)
      breaks.push(...(await inTransaction(code.database, 'ROLLBACK', () => replay(code))));
    const differences = breaks.map((one) =>
      oldCodeDifference({ ...one, said: stage.world.readable(one.said) }, steps),
    );
    if (differences.length > 0) {
      const reason = differences.map((one) => `${one.attribute} fails: ${one.after ?? ''}`).join('; ');
      return { section: { ...section('fail', reason), differences } };
    }
    const mute = written.flatMap(({ untried }) => untried.map((table) => `\`${table}\``));
    const words = mute.length === 0 ? null : `no row could be made at the base for ${mute.join(', ')}`;
    return { section: section('pass', words) };
  } finally {
    await closeStage(stage);
  }
}

const section = (outcome: ProofSection['outcome'], reason: string | null): ProofSection => ({
  name: 'old-code',
  outcome,
  reason,
  differences: [],
});

interface OldCode {
  readonly database: RowDatabase;
  /** What the base took, in order. */
  readonly statements: readonly { readonly table: string; readonly sql: string }[];
  /** Tables that took no row. */
  readonly untried: readonly string[];
}

/** Inside a transaction that is taken back. */
async function oldCode(database: RowDatabase): Promise<OldCode> {
  // All rows differ: that nothing may be there twice any more is about rows, which have a proof of their own.
  const { statements, empty } = await fillDatabase(database, false);
  const updates: { table: string; sql: string }[] = [];
  const making = { engine: database.engine, seed: 0, alike: true, filled: new Map<string, number>() };
  for (const table of database.tables) {
    if (empty.has(table.name)) continue;
    for (const sql of updatesOf(table, making))
      if ((await attempt(database.scratch, sql)) === null) updates.push({ table: table.name, sql });
  }
  return { database, statements: [...statements, ...updates], untried: [...empty.keys()] };
}

async function upgrade(stage: Stage, revisions: readonly string[]): Promise<readonly ProofStep[]> {
  const steps: ProofStep[] = [];
  for (const revision of revisions) {
    const { step } = await move(stage, revision, 'upgrade');
    if (step.outcome !== 'pass')
      throw new NotEvaluated(`the upgrade of \`${revision}\` fails: ${step.error ?? 'no reason given'}`);
    steps.push(step);
  }
  return steps;
}

/** The first refusal of each kind of statement; children of a table that breaks have nothing to stand on. */
async function replay({ database, statements }: OldCode): Promise<readonly Break[]> {
  const parents = new Map(
    database.tables.map(({ name, foreignKeys }) => [name, foreignKeys.map(({ target }) => target)]),
  );
  const broken = new Set<string>();
  const breaks = new Map<string, Break>();
  for (const { table, sql } of statements) {
    if ((parents.get(table) ?? []).some((parent) => parent !== table && broken.has(parent))) {
      broken.add(table);
      continue;
    }
    const said = await attempt(database.scratch, sql);
    if (said === null) continue;
    const isInsert = sql.startsWith('INSERT');
    // An update of a table that takes no inserts says nothing more.
    if (!isInsert && broken.has(table)) continue;
    if (isInsert) broken.add(table);
    const key = `${headOf(sql)} ${said}`;
    if (!breaks.has(key)) breaks.set(key, { table, sql, said });
  }
  return [...breaks.values()];
}
