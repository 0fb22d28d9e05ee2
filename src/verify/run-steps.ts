/** Moves one scenario's databases revision by revision, and says truthfully what happened. */
import type { RevisionGraph } from '../graph/graph.ts';
import type { MigrationDriver, Migrated, Pause, RanStep, VersionTable } from '../io/python.ts';
import { targetSteps, type Step } from './command-target.ts';
import type { CapturedStatement, ProofStep } from './proof.ts';
import { explainFailure, type DriverFailure } from './failure.ts';
import { stopInWords } from './run-stop.ts';
import type { World } from './run-world.ts';

/** The proof as a whole cannot be had; the message is the reason. */
export class NotEvaluated extends Error {
  override readonly name = 'NotEvaluated';
}

export interface Limits {
  readonly stepMs: number;
  /** Milliseconds left for everything. */
  remainingMs(): number;
}

/** A driver at work on one world's databases. */
export interface Stage {
  readonly driver: MigrationDriver;
  readonly world: World;
  readonly graph: RevisionGraph;
  readonly limits: Limits;
  /** Whether there are rows that no migration wrote: generated, of a seed or of a dump. */
  readonly holdsRows: boolean;
}

export interface Moved {
  readonly step: ProofStep;
  /** Line of `def upgrade` or `def downgrade`. */
  readonly line: number | null;
  /** Of a step that did not pass. */
  readonly failure?: DriverFailure;
}

/** One revision one step up or down. A step that raises or hangs is a result; what is not the migration's fault throws NotEvaluated. */
export async function move(
  stage: Stage,
  revision: string,
  direction: ProofStep['direction'],
  pause?: Pause,
): Promise<Moved> {
  const asked: Step = { revision, direction: direction === 'downgrade' ? 'downgrade' : 'upgrade' };
  const migrated = await migrate(stage, [asked], pause);
  const steps = migrated.steps.filter((step) => step.revision === revision);
  const path = stage.graph.revisions.get(revision)?.path ?? null;
  const statements = steps.flatMap((step) => captured(step, path));
  const durationMs = steps.reduce((sum, step) => sum + step.durationMs, 0);
  const line = steps[0]?.line ?? null;
  if (migrated.kind === 'done') {
    await checkVersions(stage, migrated.versionTables, asked);
    return { step: { revision, direction, outcome: 'pass', durationMs, error: null, statements }, line };
  }
  const outcome = migrated.kind === 'timeout' ? 'timeout' : 'fail';
  const at = {
    path,
    line: migrated.failure.line ?? statements.findLast((one) => one.line !== null)?.line ?? line,
  };
  const error = stage.world.readable(stopInWords(migrated, steps.at(-1), stage.holdsRows));
  const step = { revision, direction, outcome, durationMs, error, at, statements } as const;
  return { step, line, failure: migrated.failure };
}

/** Where a run of many revisions stopped, and why. */
export interface Stop {
  readonly revision: string;
  readonly path: string | null;
  readonly line: number | null;
  readonly error: string;
  /** Whether it is about something that is not there: a table, a column, an index. */
  readonly isMissing: boolean;
}

export interface Climbed {
  readonly statements: readonly CapturedStatement[];
  /** null where every revision was applied. */
  readonly stop: Stop | null;
}

/** Many revisions up in one run of env.py, as far as it goes. What is not a migration's fault throws NotEvaluated. */
export async function climbAsFar(stage: Stage, revisions: readonly string[]): Promise<Climbed> {
  const migrated = await migrate(
    stage,
    revisions.map((revision) => ({ revision, direction: 'upgrade' })),
  );
  const path = (revision: string) => stage.graph.revisions.get(revision)?.path ?? null;
  const statements = migrated.steps.flatMap((step) => captured(step, path(step.revision)));
  if (migrated.kind === 'done') {
    for (const revision of revisions.slice(-1))
      await checkVersions(stage, migrated.versionTables, { revision, direction: 'upgrade' });
    return { statements, stop: null };
  }
  const last = migrated.steps.at(-1);
  const revision = last?.revision ?? '?';
  const line = migrated.failure.line ?? statements.findLast((one) => one.line !== null)?.line ?? null;
  const error = stage.world.readable(stopInWords(migrated, last, stage.holdsRows));
  return {
    statements,
    stop: { revision, path: path(revision), line, error, isMissing: isMissing(migrated.failure) },
  };
}

/** The way to a state that others start from: any failure throws NotEvaluated. `cure`: what to do where something is missing. */
export async function climb(
  stage: Stage,
  revisions: readonly string[],
  what: string,
  cure = NAME_BASE_STATE,
): Promise<void> {
  const { stop } = await climbAsFar(stage, revisions);
  if (stop === null) return;
  throw new NotEvaluated(
    `${what} cannot be built: the upgrade of \`${stop.revision}\` fails: ${stop.error}.${stop.isMissing ? ` ${cure}` : ''}`,
  );
}

const NAME_BASE_STATE =
  "This history cannot build its database alone: name what does in the environment's configuration, with `base-state: {command: …}` (the project's own command that creates and stamps a database) or `base-state: {dump: FILE}`.";

/** The way back to a state that lies below: any failure throws NotEvaluated. */
export async function descend(stage: Stage, revisions: readonly string[], what: string): Promise<void> {
  for (const revision of revisions) {
    const { step } = await move(stage, revision, 'downgrade');
    if (step.outcome === 'pass') continue;
    throw new NotEvaluated(
      `${what} cannot be built: it lies below what \`base-state:\` makes, and the downgrade of \`${revision}\` fails: ${step.error ?? 'no reason given'}`,
    );
  }
}

/** What the databases say of themselves, in each version table of Alembic's contexts; null where the table is not there. */
export async function recordedVersions(
  stage: Stage,
): Promise<readonly { readonly table: VersionTable; readonly ids: readonly string[] | null }[]> {
  const migrated = await migrate(stage, []);
  const tables = migrated.kind === 'done' ? migrated.versionTables : [];
  return Promise.all(tables.map(async (table) => ({ table, ids: await stage.world.versions(table) })));
}

/** Throws NotEvaluated where the run ended outside of a migration, which no revision can be blamed for. */
async function migrate(stage: Stage, steps: readonly Step[], pause?: Pause): Promise<Migrated> {
  const { driver, world, limits } = stage;
  const totalMs = limits.remainingMs();
  if (totalMs <= 0)
    throw new NotEvaluated('Time was up (`timeouts: {total: …}`) before everything was proved.');
  const targeted = targetSteps(stage.graph, steps);
  const migrated = await driver.migrate(
    targeted,
    { stepMs: Math.min(limits.stepMs, totalMs), totalMs },
    pause,
  );
  requireExactly(steps, migrated);
  if (migrated.kind === 'done') {
    world.noteVersionTables(migrated.versionTables);
    return migrated;
  }
  await world.endSessions();
  const running = migrated.steps.at(-1)?.finished === false;
  if (running && !ENVIRONMENTAL.has(migrated.failure.kind)) return migrated;
  throw new NotEvaluated(world.readable(explainFailure(migrated.failure, driver.interpreter)));
}

/** What stops a migration in the middle and is no fault of it. */
const ENVIRONMENTAL: ReadonlySet<string> = new Set(['missing-extension', 'foreign-file']);

/** A command line moves what its target asks Alembic for, which beside other heads may be more than was meant, or less. */
function requireExactly(asked: readonly Step[], { kind, steps: ran }: Migrated): void {
  const isIn = (steps: readonly Step[], { revision, direction }: Step) =>
    steps.some((step) => step.revision === revision && step.direction === direction);
  const other = ran.find((step) => !isIn(asked, step));
  const missing = kind === 'done' ? asked.find((step) => !isIn(ran, step)) : undefined;
  const wrong = other ?? missing;
  if (wrong === undefined) return;
  const what = wrong === other ? 'as well, which was not asked for' : 'not, though it was asked for';
  throw new NotEvaluated(
    `The configured \`command:\` ran the ${wrong.direction} of \`${wrong.revision}\` ${what}: it must end in what is put after it, \`upgrade\` or \`downgrade\` and a revision.`,
  );
}

/** Alembic said it moved: the version table must say so too, or the migrations ran somewhere else. */
async function checkVersions(stage: Stage, tables: readonly VersionTable[], step: Step): Promise<void> {
  for (const table of tables) {
    const ids = await stage.world.versions(table);
    const applied = ids !== null && stage.graph.ancestors(ids).has(step.revision);
    if (ids === null || applied !== (step.direction === 'upgrade')) {
      throw new NotEvaluated(
        `The ${step.direction} of \`${step.revision}\` left no trace in the version table \`${table.table}\` of the scratch database: ` +
          "env.py writes its versions elsewhere or never commits them; see that it begins a transaction, uses the connection it is configured with, or name its URL's variable with `url-env:`.",
      );
    }
  }
}

function captured(step: RanStep, path: string | null): readonly CapturedStatement[] {
  return step.statements.map(({ sql, line, durationMs, rows }) => ({
    sql,
    path: line === null ? null : path,
    line,
    durationMs,
    rows,
    lockClass: 'unknown',
    rebuilds: null,
  }));
}

/** Of MySQL and MariaDB: tables, columns, keys, what foreign keys refer to, routines, triggers. Of PostgreSQL: the same, types and schemas. */
const MISSING = new Set(
  '1005 1051 1054 1072 1091 1146 1176 1305 1360 1824 42P01 42703 42704 42883 3F000'.split(' '),
);

function isMissing({ errno, class: name, message }: DriverFailure): boolean {
  if (errno === 'SQLITE_ERROR') return message.startsWith('no such ');
  return name === 'NoSuchTableError' || (errno !== null && MISSING.has(errno));
}
