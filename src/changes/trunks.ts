/** What the other trunks know: revisions that landed there already, and parents that only they have. */
import type { Revision } from '../revision/revision.ts';
import type { GraphProblem } from '../graph/graph.ts';
import type { HistoryChanges, HistoryInput, HistorySide, Trunk } from './history.ts';
import type { HistoryProblem } from './problem.ts';

/** Added revisions by the first trunk that has them. */
export function landedElsewhere(
  added: readonly Revision[],
  trunks: readonly Trunk[],
): HistoryChanges['landedElsewhere'] {
  const firstTrunk = ({ id }: Revision): Trunk | undefined =>
    trunks.find(({ graph }) => graph.revisions.has(id));
  return trunks
    .map((trunk) => ({
      trunk: trunk.name,
      revisions: added.filter((revision) => firstTrunk(revision) === trunk).map(({ id }) => id),
    }))
    .filter(({ revisions }) => revisions.length > 0);
}

export interface Backports {
  readonly problems: readonly HistoryProblem[];
  /** Graph problems that are better told as a backport. */
  readonly explained: ReadonlySet<GraphProblem>;
}

/**
 * A cherry-picked revision misses its parent, which another trunk has: not a slip but a decision to make. A cherry-pick
 * that was given another parent keeps the id that stands for other ancestors on the trunk it came from.
 */
export function diagnoseBackports(
  { base, trunks }: HistoryInput,
  merged: HistorySide,
  added: readonly Revision[],
): Backports {
  const explained = new Set<GraphProblem>();
  const problems: HistoryProblem[] = [];
  const byId = new Map(added.map((revision) => [revision.id, revision]));
  for (const problem of merged.graph.problems) {
    if (problem.kind !== 'missing-parent' && problem.kind !== 'missing-dependency') continue;
    const revision = byId.get(problem.revision);
    const [parent = ''] = problem.involved;
    const trunk = trunks.find(({ graph }) => graph.revisions.has(parent));
    if (revision === undefined || trunk === undefined) continue;
    explained.add(problem);
    problems.push({
      kind: 'backport',
      ...place(revision),
      parent,
      trunk: trunk.name,
      missing: trunk.graph.upgradeOrder([parent]).filter((id) => !base.graph.revisions.has(id)),
      heads: [...new Set(base.graph.heads)],
    });
  }
  const diverged = added.flatMap((revision) => divergence(revision, trunks));
  return { problems: [...problems, ...diverged], explained };
}

function divergence(revision: Revision, trunks: readonly Trunk[]): readonly HistoryProblem[] {
  const here = revision.downRevisions;
  return trunks.flatMap(({ name, graph }) => {
    const there = graph.revisions.get(revision.id)?.downRevisions;
    if (there === undefined || there.join('\n') === here.join('\n')) return [];
    return [{ kind: 'diverged' as const, ...place(revision), trunk: name, here, there }];
  });
}

/** Where a problem with a revision's parents is shown. */
export const place = ({ id, path, spans }: Revision): { revision: string; path: string; line: number } => ({
  revision: id,
  path,
  line: spans.downRevisionLine,
});
