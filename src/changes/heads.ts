/** The heads of the would-be merge: too many, who brings them, and the parents and merges that lead there. */
import { nearestCommonAncestors } from '../graph/ancestry.ts';
import { judgeHeads, type HeadsFault } from '../graph/expected.ts';
import type { RevisionGraph } from '../graph/graph.ts';
import type { Revision } from '../revision/revision.ts';
import type { HistoryChanges, HistoryInput } from './history.ts';
import type { HeadOrigin, HistoryProblem } from './problem.ts';
import { place } from './trunks.ts';

export interface MergedHeads {
  readonly graph: RevisionGraph;
  readonly fresh: readonly string[];
  readonly landedElsewhere: HistoryChanges['landedElsewhere'];
}

/** Heads are judged only where Alembic would load the map: of a map that does not load, they are no heads yet. */
export function judgeMerge(input: HistoryInput, merged: MergedHeads): readonly HistoryProblem[] {
  if (!merged.graph.loads) return [];
  const verdict = judgeHeads(merged.graph, input.expected);
  switch (verdict.kind) {
    case 'as-expected':
      return [];
    case 'unknown':
      return [{ ...verdict, kind: 'heads-unknown' }];
    case 'unexpected': {
      const { faults } = verdict;
      const heads = [...new Set(faults.flatMap(headsOf))];
      const below = merged.graph.ancestors(heads);
      const lowest = freshOf(merged).find(({ id }) => below.has(id));
      return [
        {
          kind: 'multiple-heads',
          faults,
          heads: heads.map((id) => origin(id, input, merged)),
          lowest: lowest === undefined ? null : { ...place(lowest), parents: lowest.downRevisions },
          common: nearestCommonAncestors(merged.graph, heads),
          inherited: isInherited(faults, input),
        },
        ...staleParents(input, merged),
        ...incompleteMerges(faults, merged),
      ];
    }
  }
}

const headsOf = (fault: HeadsFault): readonly string[] => ('heads' in fault ? fault.heads : [fault.head]);

function origin(id: string, { base }: HistoryInput, { graph, landedElsewhere }: MergedHeads): HeadOrigin {
  const trunk = landedElsewhere.find(({ revisions }) => revisions.includes(id))?.trunk;
  const ours = trunk === undefined ? 'pull-request' : { trunk };
  const from = base.graph.heads.includes(id) ? 'base' : ours;
  return { id, path: graph.revisions.get(id)?.path ?? '', from };
}

/** Every fault is on the base too, and as bad there: this pull request neither caused nor cures it. */
function isInherited(faults: readonly HeadsFault[], { base, expected }: HistoryInput): boolean {
  const before = base.graph.loads ? judgeHeads(base.graph, expected) : { kind: 'as-expected' as const };
  if (before.kind !== 'unexpected') return false;
  const size = (among: readonly HeadsFault[], like: HeadsFault): number =>
    among
      .filter((fault) => fault.kind === like.kind && labelOf(fault) === labelOf(like))
      .reduce((sum, fault) => sum + headsOf(fault).length, 0);
  return faults.every((fault) =>
    fault.kind === 'too-few'
      ? before.faults.some((old) => old.kind === 'too-few' && old.label === fault.label)
      : size(faults, fault) <= size(before.faults, fault),
  );
}

const labelOf = (fault: HeadsFault): string | null => ('label' in fault ? fault.label : null);

const freshOf = ({ graph, fresh }: MergedHeads): readonly Revision[] =>
  fresh.map((id) => graph.revisions.get(id)).filter((revision) => revision !== undefined);

/** New revisions that hang below the base's heads, unless something new joins them with these heads again. */
function staleParents({ base }: HistoryInput, merged: MergedHeads): readonly HistoryProblem[] {
  const heads = new Set(base.graph.heads);
  const lines = merged.graph.heads.map((head) => merged.graph.ancestors([head]));
  return freshOf(merged).flatMap((revision) =>
    revision.downRevisions
      .filter((parent) => base.graph.revisions.has(parent) && !heads.has(parent))
      .map((parent) => {
        const newer = [...base.graph.descendants([parent])].filter((id) => heads.has(id));
        return { kind: 'stale-parent' as const, ...place(revision), parent, newer };
      })
      .filter(({ newer }) => newer.length > 0)
      .filter(
        ({ newer }) => !lines.some((line) => line.has(revision.id) && newer.every((id) => line.has(id))),
      ),
  );
}

/** New merge revisions under one of the surplus heads; of several in a row, the last. */
function incompleteMerges(faults: readonly HeadsFault[], merged: MergedHeads): readonly HistoryProblem[] {
  const merges = freshOf(merged).filter(({ downRevisions }) => downRevisions.length > 1);
  const lower = merged.graph.ancestors(merges.flatMap(({ downRevisions }) => downRevisions));
  return merges
    .filter(({ id }) => !lower.has(id))
    .flatMap((merge) => {
      const above = merged.graph.descendants([merge.id]);
      const crowds = faults.filter((fault) => fault.kind === 'too-many').map(({ heads }) => heads);
      const leaves = crowds
        .filter((heads) => heads.some((head) => above.has(head)))
        .flatMap((heads) => heads.filter((head) => !above.has(head)));
      const joins = merge.downRevisions;
      return leaves.length === 0
        ? []
        : [{ kind: 'incomplete-merge' as const, ...place(merge), joins, leaves }];
    });
}
