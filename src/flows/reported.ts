/** What another run saw on a database, in the light of which we say what we say; what it cannot be believed in is left out. */
import { rewrittenRevisions } from '../changes/provable.ts';
import type { Rewrites } from '../lint/history.ts';
import type { ReportedEnvironment } from '../publish/adopt.ts';
import type { EnvironmentFacts } from '../report/compose.ts';
import type { DatabaseProof } from '../verify/proof.ts';
import { differenceInWords } from '../verify/round-trip/round-trip.ts';
import type { Judged } from './judge.ts';

/** What a run of the gate reported of an environment, where that still answers for these revisions on this base. */
export type ReportedProof = (environment: EnvironmentFacts['report']) => ReportedEnvironment | null;

/** `reported` is null for whoever runs the migrations himself. */
export async function asReported(one: Judged, reported: ReportedProof | undefined): Promise<Judged> {
  const run = reported?.(one.facts.report) ?? null;
  return run === null ? one : squashesAsReported(await cureAsReported(one, run), run);
}

/**
 * Whoever judges without a database cannot see that the cure does not run or needs its parents in another order. A run
 * that saw it is believed, because neither can make a history pass: one withholds the cure, the other joins the same heads.
 */
async function cureAsReported(one: Judged, run: ReportedEnvironment): Promise<Judged> {
  const { facts, cure, describe } = one;
  const own = facts.report.resolution;
  if (own === null || run.cure === null) return one;
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

/**
 * That a squash holds is believed, since the base's own configuration declares it. That an edit of a merged revision is
 * harmless is not: it would turn an error of the sources into a pass by what the pull request's own code reports.
 */
function squashesAsReported(one: Judged, { database }: ReportedEnvironment): Judged {
  const cuts = one.changes.problems.flatMap((problem) => (problem.kind === 'squash' ? [problem.at] : []));
  const wanted = rewrittenRevisions(one.changes).filter((id) => cuts.includes(id));
  if (wanted.length === 0) return one;
  const shown = shownOf(database);
  const unshown = wanted.filter((id) => !shown.has(id));
  const findings = one.found(new Map([...shown].filter(([id]) => wanted.includes(id))));
  const notEvaluated = unshown.map(
    (id) => `the run on a database did not show what the squash at ${id} gives`,
  );
  return {
    ...one,
    facts: { ...one.facts, findings, notEvaluated: [...one.facts.notEvaluated, ...notEvaluated] },
  };
}

/** Of rewritten revisions, those for which the proof decided. */
export function shownOf({ engine, version, rewrites = [] }: DatabaseProof): Rewrites {
  return new Map(
    rewrites.flatMap(({ revision, outcome, reason }) =>
      outcome === 'not-evaluated'
        ? []
        : [
            [
              revision,
              {
                where: `${engine} ${version}`,
                difference: outcome === 'same' ? null : (reason ?? 'it differs'),
              },
            ] as const,
          ],
    ),
  );
}

const reorders = (theirs: readonly string[], ours: readonly string[]): boolean =>
  theirs.join() !== ours.join() && theirs.toSorted().join() === ours.toSorted().join();

function orderDifference({ database }: ReportedEnvironment): string | null {
  const [first] = database.proofs.find(({ name }) => name === 'order')?.differences ?? [];
  return first === undefined ? null : differenceInWords(first);
}
