/** The suggested cure in the light of what another run saw of it: never bolder than our own, at times more careful. */
import type { ReportedEnvironment } from '../publish/adopt.ts';
import type { EnvironmentFacts } from '../report/compose.ts';
import { differenceInWords } from '../verify/round-trip.ts';
import type { Judged } from './judge.ts';

/** What a run of the gate reported of an environment, where that still answers for these revisions on this base. */
export type ReportedProof = (environment: EnvironmentFacts['report']) => ReportedEnvironment | null;

/**
 * Whoever judges without a database cannot see that the cure does not run or needs its parents in another order. A run
 * that saw it is believed, because neither can make a history pass: one withholds the cure, the other joins the same heads.
 */
export async function cureAsReported(one: Judged, reported: ReportedProof = () => null): Promise<Judged> {
  const { facts, cure, describe } = one;
  const own = facts.report.resolution;
  if (own === null) return one;
  const run = reported(facts.report);
  if (run === null || run.cure === null) return one;
  const { parents, reParents, refused } = run.cure;
  const [runLast] = parents;
  const isOtherOrder = runLast !== undefined && reorders(parents, own.mergeRevision.downRevisions);
  const difference = orderDifference(run) ?? 'as the run on a database reports';
  const ordered = isOtherOrder ? await cure({ kind: 'orders-differ', difference, runLast }) : null;
  const known = ordered ?? own;
  const careful =
    refused === null ? known : { ...known, refused, reParent: reParents ? known.reParent : null };
  return { ...one, facts: { ...facts, report: describe(careful) } };
}

const reorders = (theirs: readonly string[], ours: readonly string[]): boolean =>
  theirs.join() !== ours.join() && theirs.toSorted().join() === ours.toSorted().join();

function orderDifference({ database }: ReportedEnvironment): string | null {
  const [first] = database.proofs.find(({ name }) => name === 'order')?.differences ?? [];
  return first === undefined ? null : differenceInWords(first);
}
