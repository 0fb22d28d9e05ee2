/** Which revisions make the base state, and which are then proved, in which order. */
import type { RevisionGraph } from '../graph/graph.ts';

export interface Plan {
  /** From nothing to the base's heads, in the order in which Alembic upgrades. */
  readonly base: readonly string[];
  /** The new revisions in upgrade order on top of that, parents first. */
  readonly added: readonly string[];
  /** New revisions below a revision of the base: databases that are at the base never run them, so neither can a proof. */
  readonly passedOver: readonly string[];
}

/** `base` is the graph of the base's own tree with its heads, `merged` that of the would-be merge. */
export function planProofs(
  base: { readonly graph: RevisionGraph; readonly heads: readonly string[] },
  merged: RevisionGraph,
  added: readonly string[],
): Plan {
  const isNew = new Set(added);
  const applied = merged.ancestors(base.heads.filter((id) => merged.revisions.has(id)));
  const order = merged.upgradeOrder(merged.realHeads).filter((id) => isNew.has(id));
  return {
    base: base.graph.upgradeOrder(base.heads),
    added: order.filter((id) => !applied.has(id)),
    passedOver: order.filter((id) => applied.has(id)),
  };
}

/**
 * Where to go back to, spelled for `alembic downgrade`, which takes one target: several, with spaces between, are one
 * command each. With other heads beside them only the own branch may go down, which `<revision>@<target>` says. Down
 * to one parent of a merge leaves the others where they are.
 */
export function rollbackTarget(plan: Plan, merged: RevisionGraph): string {
  const isNew = new Set(plan.added);
  const lowest = plan.added.filter((id) => !parents(merged, id).some((parent) => isNew.has(parent)));
  const below = [...new Set(lowest.flatMap((id) => parents(merged, id)))];
  if (below.length === 0) return 'base';
  const under = merged.ancestors(below);
  const beside = plan.base.some((id) => !under.has(id));
  const [only] = below;
  if (only !== undefined && below.length === 1 && !beside) return only;
  const isAlone = lowest.length === 1 && !beside;
  return lowest
    .toReversed()
    .map((id) => {
      const [parent = 'base'] = parents(merged, id);
      return isAlone ? parent : `${id}@${parent}`;
    })
    .join(' ');
}

/** Whether the last of the new revisions is a merge, from where `downgrade -1` goes nowhere. */
export const endsInMerge = (plan: Plan, merged: RevisionGraph): boolean =>
  parents(merged, plan.added.at(-1) ?? '').length > 1;

function parents(graph: RevisionGraph, id: string): readonly string[] {
  return graph.revisions.get(id)?.downRevisions ?? [];
}
