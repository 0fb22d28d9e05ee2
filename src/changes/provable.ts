/** What of a pull request running its migrations could show, whether or not anybody runs them. */
import type { RevisionGraph } from '../graph/graph.ts';
import type { HistoryChanges } from './history.ts';

/**
 * Revisions of the base with another text, for which running both decides: edits that are not layout alone, and the cuts
 * of squashes that have the right shape.
 */
export function rewrittenRevisions({ problems }: Pick<HistoryChanges, 'problems'>): readonly string[] {
  return problems.flatMap((problem) => {
    if (problem.kind === 'edited') return problem.sameTree ? [] : [problem.revision];
    return problem.kind === 'squash' && problem.faults.length === 0 ? [problem.at] : [];
  });
}

export interface Provable extends Pick<HistoryChanges, 'problems' | 'added'> {
  /** The base's and the would-be merge's. */
  readonly graphs: { readonly base: RevisionGraph; readonly after: RevisionGraph };
  /** Whether `env.py`, its configuration or models change. */
  readonly touchesCode: boolean;
}

/** Where nothing is new, a database at the base must at least be one that the merge's own code can work on. */
export function isProvable({ problems, added, graphs, touchesCode }: Provable): boolean {
  if (added.length > 0) return true;
  const isKept = graphs.base.heads.every((id) => graphs.after.revisions.has(id));
  return isKept && (touchesCode || rewrittenRevisions({ problems }).length > 0);
}
