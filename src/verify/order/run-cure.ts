/** The suggested cure is run before anybody sees it: upgraded to and downgraded from, as a deployment would. */
import type { RevisionGraph } from '../../graph/graph.ts';
import type { Resolution } from '../../remedy/resolution.ts';
import { diffDatabases } from '../schema/diff.ts';
import { differenceInWords } from '../round-trip/round-trip.ts';
import type { AppliedCure } from '../run-ports.ts';
import { closeStage, openStageAt, type Bench } from '../run-stage.ts';
import { move, NotEvaluated, type Stage } from '../run-steps.ts';

export interface TriedCure {
  /** Refused if it did not run. */
  readonly resolution: Resolution;
  /** What came of it, for the section; null where there was nothing to run. */
  readonly words: string | null;
}

/** Asks that its sides have run without it, so that whatever fails here is the cure's fault. */
export async function tryCure(bench: Bench, { resolution, tried }: AppliedCure): Promise<TriedCure> {
  if (tried === null) return { resolution, words: null };
  const { kind, graph } = tried;
  bench.ports.progress(`Trying the suggested cure: ${kind}`);
  const what = kind === 'merge-revision' ? 'suggested merge revision' : 'suggested re-parenting';
  const why = await faultOf(bench, graph);
  if (why === null) return { resolution, words: `the ${what} was upgraded to and downgraded from` };
  if (bench.limits.remainingMs() <= 0) return { resolution, words: `the ${what} was not tried: ${why}` };
  const words = `the ${what} is refused, because it does not run on ${bench.ports.server.product}: ${why}`;
  const refused = `T${words.slice(1)}.`;
  const reParent = kind === 're-parent' ? null : resolution.reParent;
  return { resolution: { ...resolution, reParent, refused }, words };
}

async function faultOf(bench: Bench, graph: RevisionGraph): Promise<string | null> {
  const { merged, irreversible } = bench.request;
  const changed = changedRevisions(merged.graph, graph);
  const order = graph.upgradeOrder(graph.realHeads);
  const revisions = order.filter((id) => changed.has(id));
  const below = order.filter((id) => !changed.has(id));
  const isNeutral = revisions.every((id) => !merged.graph.revisions.has(id));
  const code = { graph, directory: merged.directory };
  try {
    const stage = await openStageAt(bench, code, below, 'The state below it');
    try {
      return await upAndDown(stage, { revisions, irreversible, isNeutral });
    } finally {
      await closeStage(stage);
    }
  } catch (error) {
    if (error instanceof NotEvaluated) return error.message.replace(/\.$/, '');
    throw error;
  }
}

/** New or moved, and everything that stands on these. */
function changedRevisions(before: RevisionGraph, after: RevisionGraph): ReadonlySet<string> {
  const changed = [...after.revisions.values()].filter(({ id, downRevisions }) => {
    const old = before.revisions.get(id);
    return old === undefined || old.downRevisions.join() !== downRevisions.join();
  });
  return after.descendants(changed.map(({ id }) => id));
}

interface Trial {
  readonly revisions: readonly string[];
  readonly irreversible: ReadonlyMap<string, string>;
  /** Whether the schema must stay as it is. */
  readonly isNeutral: boolean;
}

async function upAndDown(
  stage: Stage,
  { revisions, irreversible, isNeutral }: Trial,
): Promise<string | null> {
  const before = await stage.world.snapshot();
  const floor = revisions.findLastIndex((id) => irreversible.has(id));
  const steps = [
    ...revisions.map((revision) => ({ revision, direction: 'upgrade' }) as const),
    ...revisions
      .slice(floor + 1)
      .toReversed()
      .map((revision) => ({ revision, direction: 'downgrade' }) as const),
  ];
  for (const { revision, direction } of steps) {
    const { step } = await move(stage, revision, direction);
    if (step.outcome !== 'pass')
      return `the ${direction} of \`${revision}\` fails: ${step.error ?? 'no reason given'}`;
    if (!isNeutral) continue;
    const [change] = diffDatabases(before, await stage.world.snapshot());
    if (change !== undefined)
      return `the ${direction} of \`${revision}\` changes the schema: ${differenceInWords(change)}`;
  }
  return null;
}
