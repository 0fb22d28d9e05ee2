/** Asks autogenerate three times: of the base, of the merge's models before the upgrade, and after it. */
import { driftSection, type ModelChange } from './drift.ts';
import { explainFailure } from '../failure.ts';
import type { ProofSection } from '../proof.ts';
import { closeStage, occupy, openStage, type Bench } from '../run-stage.ts';
import { climbAsFar, NotEvaluated, type Climbed, type Stage } from '../run-steps.ts';

/** Costs one stage, a start of the base's code where it differs, and each new revision's upgrade once more. */
export async function proveDrift(bench: Bench): Promise<{ readonly section: ProofSection }> {
  const { request, plan } = bench;
  const isStill = plan.added.length === 0;
  if (isStill && request.base.models === null) return { section: notApplicable('no new revision to prove') };
  if (request.environment.declared?.command !== undefined)
    return { section: notApplicable('autogenerate cannot be asked through a `command:`') };
  bench.ports.progress('Asking autogenerate what models and database differ in');
  const { base: before, merged } = request;
  const hasOwnModels = before.models !== null;
  let stage = await openStage(
    bench,
    hasOwnModels ? { graph: before.graph, directory: before.models } : merged,
  );
  try {
    const base = await opinion(stage);
    if (hasOwnModels) {
      await stage.driver[Symbol.asyncDispose]();
      stage = await occupy(bench, stage.world, merged);
    }
    // Nothing was amiss on the base, so nothing of it can be gone.
    const unmoved = hasOwnModels && base !== null && base.length > 0 ? await opinion(stage) : base;
    const { statements, stop } = isStill ? NOWHERE : await climbAsFar(stage, plan.added);
    if (stop !== null) throw new NotEvaluated(`the upgrade of \`${stop.revision}\` fails: ${stop.error}`);
    let answer = await ask(stage);
    // Models that only a revision brought along are none of env.py's.
    if (answer?.isStale === true || (answer !== null && unmoved === null)) {
      await stage.driver[Symbol.asyncDispose]();
      stage = await occupy(bench, stage.world, merged);
      answer = await ask(stage);
    }
    const after = answer?.changes ?? null;
    if (after === null)
      return {
        section: notApplicable('env.py gives Alembic no models (`target_metadata` is None or empty)'),
      };
    if (base === null || unmoved === null)
      throw new NotEvaluated("the base's env.py gives Alembic no models, so nobody can tell what is new");
    const keepsRemoved = request.config.profile === 'add-only';
    const opinions = { base, before: unmoved, after };
    return { section: driftSection({ opinions, statements, keepsRemoved }) };
  } finally {
    await closeStage(stage);
  }
}

/** Models may change without a revision, which is when they part from the database. */
const NOWHERE: Climbed = { statements: [], stop: null };

/** null where the project has no models to compare with. */
export async function opinion(stage: Stage): Promise<readonly ModelChange[] | null> {
  return (await ask(stage))?.changes ?? null;
}

interface Answer {
  readonly changes: readonly ModelChange[];
  readonly isStale: boolean;
}

async function ask({ driver, world, limits }: Stage): Promise<Answer | null> {
  const limitMs = Math.min(limits.stepMs, limits.remainingMs());
  if (limitMs <= 0)
    throw new NotEvaluated('Time was up (`timeouts: {total: …}`) before everything was proved.');
  const compared = await driver.compare(limitMs);
  if (compared.kind === 'compared') {
    const labels = new Map(world.databases().map(([label, { name }]) => [name, label]));
    const changes = compared.changes.map((one) => ({
      ...one,
      database: labels.get(one.database) ?? one.database,
    }));
    return { changes, isStale: compared.isStale };
  }
  await world.endSessions();
  if (compared.failure.kind === 'no-models') return null;
  throw new NotEvaluated(
    `autogenerate gave no opinion: ${world.readable(explainFailure(compared.failure, driver.interpreter))}`,
  );
}

const notApplicable = (reason: string): ProofSection => ({
  name: 'drift',
  outcome: 'not-applicable',
  reason,
  differences: [],
});
