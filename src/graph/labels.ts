/** How branch labels spread from the revisions that declare them (`RevisionMap._add_branches`). */
import { reach, type Node, type RevisionMap } from './link.ts';

/**
 * Labels by revision id. Every labelled revision gives its labels to all that descend from it by `down_revision`; then
 * they climb down from the last descendant until a branch or merge point, so the revision's own ancestors get them only
 * where nothing between their first and the tip branches or merges.
 */
export function spreadLabels(map: RevisionMap): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<Node, Set<string>>();
  const give = (node: Node, names: Iterable<string>): void => {
    const own = labels.get(node) ?? new Set(node.revision.branchLabels);
    for (const name of names) own.add(name);
    labels.set(node, own);
  };
  for (const node of map.nodes.filter(({ revision }) => revision.branchLabels.length > 0)) {
    give(node, node.revision.branchLabels);
    const names = [...(labels.get(node) ?? [])];
    const family = reach([node], ({ children }) => children);
    for (const descendant of family) give(descendant, names);
    for (const member of plainRunDown([...family].at(-1) ?? node)) give(member, names);
  }
  return new Map(
    [...map.byId].flatMap(([id, node]) => {
      const names = labels.get(node);
      return names === undefined ? [] : [[id, names] as const];
    }),
  );
}

/** From a revision downwards as long as nothing branches (dependants count) or merges; such a point is not in the run. */
function plainRunDown(from: Node): ReadonlySet<Node> {
  const run = new Set<Node>();
  let node: Node | undefined = from;
  while (
    node !== undefined &&
    node.dependants.size <= 1 &&
    node.revision.downRevisions.length <= 1 &&
    !run.has(node)
  ) {
    run.add(node);
    // Alembic tests the parent's id for truth, so an empty one ends the run.
    node = node.parents.find(({ revision }) => revision.id !== '');
  }
  return run;
}
