/** Questions about who stands below whom. One question costs one walk; for many, ask `graph.ancestors` once. */
import type { RevisionGraph } from './graph.ts';

/** Whether `upper` needs `lower` to be applied first; a revision is its own ancestor. */
export function isAncestor(graph: RevisionGraph, lower: string, upper: string): boolean {
  return graph.ancestors([upper]).has(lower);
}

/**
 * The highest revisions that all of `ids` stand on, in map order: several after criss-cross merges, none for histories
 * with separate roots or for an empty list.
 */
export function nearestCommonAncestors(graph: RevisionGraph, ids: readonly string[]): readonly string[] {
  const [first, ...rest] = [...new Set(ids)].map((id) => graph.ancestors([id]));
  const common = [...(first ?? [])].filter((id) => rest.every((ancestors) => ancestors.has(id)));
  const highest = new Set(common);
  for (const id of common) {
    const revision = graph.revisions.get(id);
    const below = graph.ancestors([...(revision?.downRevisions ?? [])]);
    if (highest.has(id)) for (const lower of below) highest.delete(lower);
  }
  return [...graph.revisions.keys()].filter((id) => highest.has(id));
}
