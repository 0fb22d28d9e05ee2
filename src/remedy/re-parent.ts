/** Which `down_revision`s to change so that a pull request's own revisions follow the other head. */
import type { RevisionGraph } from '../graph/graph.ts';
import type { Revision } from '../revision/revision.ts';
import { enumerate } from './message.ts';

export interface Move {
  readonly revision: Revision;
  /** What its `down_revision` must be. */
  readonly parents: readonly string[];
}

export type ReParenting =
  | { readonly kind: 'moves'; readonly moves: readonly Move[]; readonly onto: string }
  /** The pull request's own merge revision takes in the new head instead of a second merge on top of it. */
  | { readonly kind: 'extension'; readonly moves: readonly Move[]; readonly onto: string }
  | { readonly kind: 'impossible'; readonly why: string };

/**
 * Puts the unlanded heads one after the other on top of the landed one. Only revisions that are not in `landed` (no
 * trunk, no release tag) are ever moved: a database that has such a revision would never run what is put below it.
 *
 * @param heads the heads to join, in Alembic's order.
 */
export function planReParenting(
  graph: RevisionGraph,
  heads: readonly string[],
  landed: ReadonlySet<string>,
): ReParenting {
  const fixed = heads.filter((id) => landed.has(id));
  const free = heads.filter((id) => !landed.has(id));
  if (free.length === 0)
    return { kind: 'impossible', why: `${enumerate(heads)} have all landed, so databases may have them` };
  if (fixed.length > 1)
    return { kind: 'impossible', why: `${enumerate(fixed)} have landed, and neither may be moved` };
  const [onto = '', ...movable] = [...fixed, ...free];
  const placed = new Set([...landed, ...graph.ancestors([onto])]);
  const moves: Move[] = [];
  let tip = onto;
  for (const head of movable) {
    const own = [...graph.ancestors([head])].filter((id) => !placed.has(id));
    moves.push(...movesOnto(graph, own, tip));
    for (const id of own) placed.add(id);
    tip = head;
  }
  const extended = moves.some(({ revision }) => isMerge(revision));
  return { kind: extended ? 'extension' : 'moves', moves, onto };
}

/** A merge revision among them that reaches outside is given the tip; without one, the lowest of them move onto it. */
function movesOnto(graph: RevisionGraph, own: readonly string[], tip: string): readonly Move[] {
  const inside = new Set(own);
  const revisions = own.flatMap((id) => graph.revisions.get(id) ?? []);
  const merge = revisions.find((one) => isMerge(one) && one.downRevisions.some((id) => !inside.has(id)));
  if (merge !== undefined) return [{ revision: merge, parents: extendedParents(graph, merge, tip, inside) }];
  return revisions
    .filter(({ downRevisions }) => !downRevisions.some((id) => inside.has(id)))
    .map((revision) => ({ revision, parents: [tip] }));
}

/** The tip stands where the first of its ancestors stood; parents that it already implies are left out. */
function extendedParents(
  graph: RevisionGraph,
  merge: Revision,
  tip: string,
  inside: ReadonlySet<string>,
): readonly string[] {
  const below = graph.ancestors([tip]);
  const kept = merge.downRevisions.map((id) => (!inside.has(id) && below.has(id) ? tip : id));
  return [...new Set([...kept, tip])];
}

function isMerge({ downRevisions }: Revision): boolean {
  return new Set(downRevisions).size > 1;
}
