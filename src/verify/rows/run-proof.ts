/** The second proof: new revisions run on a database that holds awkward rows, and going back leaves the rows as they were. */
import type { DriverFailure } from '../failure.ts';
import { diffSchemas } from '../schema/diff.ts';
import type { ProofDifference, ProofSection, ProofStep } from '../proof.ts';
import { compareRows } from './compare.ts';
import type { RowTable } from './model.ts';
import { culpritOf, failedWithRows, lostRows, rowsSection, stoppedAtText, type RowsRun } from './section.ts';
import { touchedBy } from './touched.ts';
import { unreadableText } from './unreadable.ts';
import type { Seed } from '../run-ports.ts';
import {
  countAll,
  fillDatabase,
  inTransaction,
  pictureOf,
  rowDatabases,
  type RowDatabase,
} from './run-rows.ts';
import { plantSeed } from './run-seed.ts';
import { closeStage, openStage, type Bench } from '../run-stage.ts';
import { move, type Stage } from '../run-steps.ts';

/** Costs one stage of its own, and each new revision's steps once more. */
export async function proveRows(
  bench: Bench,
  known: readonly ProofStep[],
): Promise<{ readonly section: ProofSection }> {
  const { request, plan, ports } = bench;
  if (plan.added.length === 0) {
    const reason = 'no new revision to prove';
    return { section: { name: 'rows', outcome: 'not-applicable', reason, differences: [] } };
  }
  const stage = { ...(await openStage(bench)), holdsRows: true };
  try {
    const databases = await rowDatabases(ports.server, stage.world);
    const empty = new Map<string, string>();
    const generated: RowTable[] = [];
    for (const database of databases) {
      const planted = await plant(request.seed, database);
      generated.push(...database.tables.filter(({ name }) => !planted.has(name)));
      const filled = await inTransaction(database, 'COMMIT', () => fillDatabase(database, true, planted));
      for (const [table, said] of filled.empty) empty.set(table, stage.world.readable(said));
    }
    const rows = { databases, generated };
    return { section: rowsSection({ ...(await runAll(bench, stage, rows, known)), empty }) };
  } finally {
    await closeStage(stage);
  }
}

/** Tables that have rows of the seed's; the seed is for the project's own database. */
async function plant(seed: Seed | null, database: RowDatabase): Promise<ReadonlySet<string>> {
  if (seed === null || database.label !== '') return new Set();
  const before = await countAll(database);
  await plantSeed(seed, database.scratch, database.engine);
  const after = await countAll(database);
  return new Set([...after].flatMap(([table, count]) => (before.get(table) === count ? [] : [table])));
}

interface Rows {
  readonly databases: readonly RowDatabase[];
  /** Tables without rows of the seed's. */
  readonly generated: readonly RowTable[];
}

async function runAll(
  bench: Bench,
  stage: Stage,
  { databases, generated }: Rows,
  known: readonly ProofStep[],
): Promise<Omit<RowsRun, 'empty'>> {
  const { plan, request, ports } = bench;
  const differences: ProofDifference[] = [];
  const steps: ProofStep[] = [];
  for (const revision of plan.added) {
    ports.progress(`With rows: ${revision}`);
    const turn = await oneRevision(stage, databases, revision, {
      isOneWay: request.irreversible.has(revision),
      isLast: revision === plan.added.at(-1),
    });
    steps.push(...turn.steps);
    differences.push(...turn.lost);
    const failed = turn.steps.find(({ outcome }) => outcome !== 'pass');
    if (failed === undefined) continue;
    const failsAnyway = known.some(
      (one) => one.revision === revision && one.direction === failed.direction && one.outcome !== 'pass',
    );
    if (failsAnyway) {
      const stopped = `the ${failed.direction} of \`${revision}\` fails without rows as well`;
      return { differences, steps, stopped };
    }
    const { engine } = ports.server;
    const { failure } = turn;
    const unread =
      failure === undefined
        ? []
        : unreadableText({ engine, failure, statements: failed.statements, generated });
    if (unread.length > 0) return { differences, steps, stopped: stoppedAtText(failed, unread) };
    const tables = databases.flatMap((database) => database.tables.map(({ name }) => name));
    return { differences: [...differences, failedWithRows(failed, tables)], steps, stopped: null };
  }
  return { differences, steps, stopped: null };
}

interface Turn {
  /** The last one did not pass, or all did. */
  readonly steps: readonly ProofStep[];
  readonly lost: readonly ProofDifference[];
  /** Of the last step. */
  readonly failure?: DriverFailure;
}

/** Up and down, and up again where others follow. */
async function oneRevision(
  stage: Stage,
  databases: readonly RowDatabase[],
  revision: string,
  { isOneWay, isLast }: { readonly isOneWay: boolean; readonly isLast: boolean },
): Promise<Turn> {
  const below = await stage.world.snapshot();
  const before = await pictures(stage, databases);
  const { step: up, ...moved } = await move(stage, revision, 'upgrade');
  if (up.outcome !== 'pass' || isOneWay) return { ...moved, steps: [up], lost: [] };
  const above = await stage.world.snapshot();
  const down = await move(stage, revision, 'downgrade');
  if (down.step.outcome !== 'pass') return { ...down, steps: [up, down.step], lost: [] };

  const after = await pictures(stage, databases);
  const path = stage.graph.revisions.get(revision)?.path ?? null;
  const lost = databases.flatMap(({ label, engine, tables }) => {
    const touched = touchedBy({
      engine,
      differences: diffSchemas(below.get(label), above.get(label)),
      upgrade: up.statements,
      downgrade: down.step.statements,
      tables,
    });
    return compareRows(before.get(label) ?? new Map(), after.get(label) ?? new Map(), touched).map((one) => {
      const line = culpritOf(one, down.step.statements)?.line ?? down.line;
      return lostRows(one, { revision, path, line });
    });
  });
  if (isLast) return { steps: [up, down.step], lost };
  const again = await move(stage, revision, 'upgrade-again');
  return { ...again, steps: [up, down.step, again.step], lost };
}

async function pictures(stage: Stage, databases: readonly RowDatabase[]) {
  const schemas = await stage.world.snapshot();
  const found = new Map<string, Awaited<ReturnType<typeof pictureOf>>>();
  for (const database of databases)
    found.set(database.label, await pictureOf(database, schemas.get(database.label)));
  return found;
}
