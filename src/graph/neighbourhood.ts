/** The part of a graph that people need to see: from the heads and the new revisions down to where they meet. */
import type { RevisionGraph } from './graph.ts';

export interface NeighbourhoodNode {
  readonly id: string;
  readonly path: string;
  readonly message: string;
  /** `proposed` is the suggested merge revision, which no file holds yet. */
  readonly role: 'base' | 'pull-request' | 'proposed';
  readonly head: boolean;
  /** Parents inside the picture; `skipped` counts plain revisions left out on the way. */
  readonly parents: readonly { readonly id: string; readonly skipped: number }[];
}

/** Beyond this a drawing hides more than it shows (and Mermaid refuses 500 edges). */
const MAX_NODES = 60;

/** The ancestors of some, not all, heads; with a single head, nothing. */
function sinceCommonAncestor(graph: RevisionGraph): ReadonlySet<string> {
  const perHead = [...new Set(graph.heads)].map((head) => graph.ancestors([head]));
  const all = new Set(perHead.flatMap((set) => [...set]));
  for (const id of [...all]) if (perHead.every((set) => set.has(id))) all.delete(id);
  return all;
}

/**
 * Picks heads, new revisions, everything above the heads' common ancestors, and the parents these stand on.
 * Runs of plain revisions between them are contracted to an edge that counts them. Parents come before children.
 */
export function neighbourhood(
  graph: RevisionGraph,
  added: ReadonlySet<string>,
): readonly NeighbourhoodNode[] {
  const parentsOf = (id: string): readonly string[] =>
    (graph.revisions.get(id)?.downRevisions ?? []).filter((parent) => graph.revisions.has(parent));
  const core = new Set(
    [...graph.heads, ...added, ...sinceCommonAncestor(graph)].filter((id) => graph.revisions.has(id)),
  );
  const wanted = new Set([...core].flatMap((id) => [id, ...parentsOf(id)]));
  const heads = new Set(graph.heads);
  const plain = (id: string): boolean =>
    !heads.has(id) && !added.has(id) && parentsOf(id).length === 1 && graph.children(id).length <= 1;
  const crowded = wanted.size > MAX_NODES;
  const shown = [...graph.revisions.values()]
    .filter(({ id }) => wanted.has(id) && !(crowded && plain(id)))
    .slice(-MAX_NODES);
  const visible = new Set(shown.map(({ id }) => id));
  const nodes = shown.map(({ id, path, message }): NeighbourhoodNode => ({
    id,
    path,
    message,
    role: added.has(id) ? 'pull-request' : 'base',
    head: heads.has(id),
    parents: parentsOf(id).flatMap((parent) => {
      let skipped = 0;
      let at: string | undefined = parent;
      while (at !== undefined && !visible.has(at) && wanted.has(at) && plain(at)) {
        skipped += 1;
        at = parentsOf(at)[0];
      }
      return at !== undefined && visible.has(at) ? [{ id: at, skipped }] : [];
    }),
  }));
  return parentsFirst(nodes);
}

/** Else in map order; a circle is entered anywhere. */
function parentsFirst(nodes: readonly NeighbourhoodNode[]): readonly NeighbourhoodNode[] {
  const left = [...nodes];
  const sorted: NeighbourhoodNode[] = [];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ id }) => id));
    const free = left.findIndex(({ parents }) => parents.every(({ id }) => !waiting.has(id)));
    sorted.push(...left.splice(Math.max(free, 0), 1));
  }
  return sorted;
}

/** The picture with a suggested merge revision on top of the heads it joins. */
export function withProposal(
  nodes: readonly NeighbourhoodNode[],
  merge: { readonly id: string; readonly path: string; readonly downRevisions: readonly string[] },
): readonly NeighbourhoodNode[] {
  const parents = merge.downRevisions
    .filter((id) => nodes.some((node) => node.id === id))
    .map((id) => ({ id, skipped: 0 }));
  const { id, path } = merge;
  return [
    ...nodes,
    { id, path, message: 'suggested merge revision', role: 'proposed', head: false, parents },
  ];
}
