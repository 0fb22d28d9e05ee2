/** The eighth proof: the upgrade from every state that databases out there are in reaches the schema of the merge. */
import type { DeployedState } from '../../changes/history.ts';
import { statementOf } from '../anchor.ts';
import { diffDatabases, type Databases } from '../schema/diff.ts';
import type { ProofDifference, ProofSection } from '../proof.ts';
import { differenceInWords, isMinor } from '../round-trip/round-trip.ts';
import { OUTCOME } from './start-states.ts';
import { closeStage, openStage, openStageAt, type Bench } from '../run-stage.ts';
import { climb, climbAsFar, NotEvaluated } from '../run-steps.ts';

/** Throws NotEvaluated where a state cannot be built, or a name in `deployed:` stands for no revision. */
export async function proveStartStates(bench: Bench): Promise<{ readonly section: ProofSection }> {
  const { deployed } = bench.request;
  if (deployed.length === 0) return { section: section('not-applicable', '`deployed:` names no state', []) };
  const reference = await schemaOfMerge(bench);
  const reached: Reached[] = [];
  for (const state of deployed) reached.push(await upgradeFrom(bench, state, reference));
  const faults = reached.flatMap(({ fault }) => fault ?? []);
  const differences = reached.flatMap((one) => one.differences);
  if (faults.length > 0) return { section: section('fail', faults.join('; '), differences) };
  const names = deployed.map(({ name }) => `\`${name}\``).join(', ');
  return { section: section('pass', `the same schema from ${names}`, differences) };
}

interface Reached {
  /** What is wrong, in words; null where the state ends at the merge's schema. */
  readonly fault: string | null;
  readonly differences: readonly ProofDifference[];
}

async function schemaOfMerge(bench: Bench): Promise<Databases> {
  const stage = await openStage(bench);
  try {
    await climb(stage, bench.plan.added, 'The schema of the merge');
    return await stage.world.snapshot();
  } finally {
    await closeStage(stage);
  }
}

async function upgradeFrom(
  bench: Bench,
  { name, heads }: DeployedState,
  reference: Databases,
): Promise<Reached> {
  const { merged } = bench.request;
  const unknown = heads.filter((id) => !merged.graph.revisions.has(id));
  if (heads.length === 0 || unknown.length > 0) throw new NotEvaluated(unresolved(name, unknown));
  bench.ports.progress(`Upgrading from ${name}`);
  const below = merged.graph.upgradeOrder(heads);
  const ahead = merged.graph.upgradeOrder(merged.graph.realHeads).filter((id) => !below.includes(id));
  const stage = await openStageAt(bench, merged, below, `The state \`${name}\``, 'up');
  try {
    const { statements, stop } = await climbAsFar(stage, ahead);
    if (stop !== null) {
      const { path, line, revision, error } = stop;
      const object = `the upgrade of \`${revision}\``;
      const difference = {
        object,
        attribute: OUTCOME,
        before: 'works',
        after: error,
        path,
        line,
        revision,
      };
      return {
        fault: `from \`${name}\` ${object} fails: ${error}`,
        differences: [{ ...difference, when: `from \`${name}\`` }],
      };
    }
    const isNew = new Set(bench.plan.added.map((id) => merged.graph.revisions.get(id)?.path ?? null));
    // Only what the pull request brings can still be changed.
    const own = statements.filter(({ path }) => isNew.has(path));
    const differences = diffDatabases(reference, await stage.world.snapshot()).map((one) => {
      const { path = null, line = null } = statementOf(one, own) ?? {};
      const { object, attribute, before, after } = one;
      return { object, attribute, before, after, path, line, revision: null, when: `from \`${name}\`` };
    });
    const real = differences.filter((one) => !isMinor(one));
    const words = real.slice(0, 3).map(differenceInWords).join(', ');
    return {
      fault: real.length === 0 ? null : `the upgrade from \`${name}\` ends at another schema: ${words}`,
      differences,
    };
  } finally {
    await closeStage(stage);
  }
}

function unresolved(name: string, unknown: readonly string[]): string {
  return unknown.length === 0
    ? `\`deployed:\` names \`${name}\`, which is neither a revision nor a tag with this environment's revisions`
    : `databases at \`${name}\` hold ${unknown.map((id) => `\`${id}\``).join(', ')}, which the merge does not have`;
}

const section = (
  outcome: ProofSection['outcome'],
  reason: string,
  differences: readonly ProofDifference[],
): ProofSection => ({ name: 'start-states', outcome, reason, differences });
