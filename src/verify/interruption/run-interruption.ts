/** Lets a deployment die after each statement, runs the upgrade again, and looks whether the schema is the one it should be. */
import { readSql } from '../../lint/sql/read.ts';
import type { Waiting } from '../../io/python.ts';
import { diffDatabases, type Databases } from '../schema/diff.ts';
import { interruptionSection, type Interruption } from './interruption.ts';
import type { ProofSection } from '../proof.ts';
import { differenceInWords } from '../round-trip/round-trip.ts';
import { closeStage, openStage, type Bench } from '../run-stage.ts';
import { climb, move, type Stage } from '../run-steps.ts';

/** Each takes databases of its own, so there is an end to them. */
const LIMIT = 20;

/**
 * Not after a revision's last statement: only the version table's update comes after that one, and no revision can do
 * anything about it.
 */
export async function proveInterruption(bench: Bench): Promise<{ readonly section: ProofSection }> {
  const { plan, ports } = bench;
  const tried: Interruption[] = [];
  let skipped = 0;
  const transactional = ports.server.engine === 'postgresql';
  const idle = transactional
    ? 'PostgreSQL takes back the whole of an upgrade that was interrupted, and no new revision has statements outside of its transaction'
    : 'no new revision has more than one statement that changes anything';
  for (const [index, revision] of plan.added.entries()) {
    const below = plan.added.slice(0, index);
    const whole = await uninterrupted(bench, below, revision);
    if (whole === null) return { section: interruptionSection({ tried, skipped, idle, failing: revision }) };
    for (const at of stops(bench, whole.statements)) {
      if (tried.length < LIMIT) tried.push(await interrupted(bench, below, revision, at, whole));
      else skipped += 1;
    }
  }
  return { section: interruptionSection({ tried, skipped, idle, failing: null }) };
}

interface Whole {
  readonly statements: readonly Waiting[];
  readonly schema: Databases;
}

/** Tells apart what is committed at once. */
const AUTOCOMMIT = 'autocommit';
const LOOKS = {
  mysql: `SELECT '${AUTOCOMMIT}'`,
  mariadb: `SELECT '${AUTOCOMMIT}'`,
  // Whether a transaction is open no query can tell: each place is tried, and what a rollback takes back passes.
  sqlite: `SELECT '${AUTOCOMMIT}'`,
  // A transaction begins before its first query; outside of one, a query is its own.
  postgresql: `SELECT CASE WHEN now() = statement_timestamp() THEN '${AUTOCOMMIT}' ELSE 'transaction' END`,
} as const;

/** null where it fails. */
async function uninterrupted(
  bench: Bench,
  below: readonly string[],
  revision: string,
): Promise<Whole | null> {
  return onStage(bench, below, async (stage) => {
    const statements: Waiting[] = [];
    const { step } = await move(stage, revision, 'upgrade', {
      look: LOOKS[bench.ports.server.engine],
      before: (statement) => {
        statements.push(statement);
        return Promise.resolve('go');
      },
    });
    return step.outcome === 'pass' ? { statements, schema: await stage.world.snapshot() } : null;
  });
}

/** Indexes of the statements after which to stop: all that change something, but the last. */
function stops({ ports }: Bench, statements: readonly Waiting[]): readonly number[] {
  const own = statements.filter(({ line }) => line !== null);
  if (!own.some(({ seen }) => seen === AUTOCOMMIT || seen === null)) return [];
  return own
    .filter(({ sql }) => readSql(sql, ports.server.engine).length > 0)
    .map((statement) => statements.indexOf(statement))
    .slice(0, -1);
}

async function interrupted(
  bench: Bench,
  below: readonly string[],
  revision: string,
  at: number,
  { statements, schema }: Whole,
): Promise<Interruption> {
  const { sql, line } = statements[at] ?? { sql: '', line: null };
  bench.ports.progress(`Interrupting ${revision} after its statement ${at + 1}`);
  const faults = await onStage(bench, below, async (stage) => {
    let turn = 0;
    const first = await move(stage, revision, 'upgrade', {
      look: LOOKS[bench.ports.server.engine],
      before: () => Promise.resolve(turn++ > at ? 'stop' : 'go'),
    });
    if (first.step.outcome !== 'pass') {
      const { step } = await move(stage, revision, 'upgrade');
      if (step.outcome !== 'pass') return [step.error ?? 'no reason given'];
    }
    return diffDatabases(schema, await stage.world.snapshot()).map(differenceInWords);
  });
  const left = statements.slice(at + 1).filter((one) => one.line !== null);
  const path = bench.request.merged.graph.revisions.get(revision)?.path ?? null;
  return { revision, path, after: { sql, line }, left: left.map((one) => one.sql), faults };
}

/** On databases of its own, at the state below a revision. */
async function onStage<T>(
  bench: Bench,
  below: readonly string[],
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await openStage(bench);
  try {
    if (below.length > 0) await climb(stage, below, 'The state below the next revision');
    return await work(stage);
  } finally {
    await closeStage(stage);
  }
}
