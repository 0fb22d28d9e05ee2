/** From the revisions of one environment, in load order, to the graph that Alembic would have. */
import type { Revision } from '../revision/revision.ts';
import type { RevisionGraph } from './graph.ts';
import { idsOf, link, reach, type Node, type RevisionMap } from './link.ts';
import { newestFirst, stepsDown } from './order.ts';
import { findProblems } from './problems.ts';
import { spreadLabels } from './labels.ts';

/**
 * Builds the map of the newest Alembic (`RevisionMap._revision_map`). Linear in files and edges; labels and orders are
 * computed when asked for. Never throws: what Alembic would refuse is among `problems`.
 *
 * @param revisions in load order: version locations in configured order, files sorted in each (Alembic 1.10 and later;
 *   older ones take the order of the file system, so only the set of heads is theirs).
 */
export function buildGraph(revisions: readonly Revision[]): RevisionGraph {
  const map = link(revisions);
  const entries = [...map.byId.values()];
  const problems = findProblems(map);
  let labels: RevisionGraph['labels'] | undefined;
  return {
    revisions: new Map(entries.map(({ revision }) => [revision.id, revision])),
    loads: !problems.some(({ fatal }) => fatal),
    heads: idsOf(map.nodes.filter(({ children }) => children.size === 0)),
    effectiveHeads: idsOf(
      entries.filter(({ children, dependants }) => children.size === 0 && dependants.size > 0),
    ),
    realHeads: idsOf(map.nodes.filter(({ dependants }) => dependants.size === 0)),
    bases: idsOf(map.nodes.filter(({ revision }) => revision.downRevisions.length === 0)),
    branchPoints: idsOf(entries.filter(({ children }) => children.size > 1)),
    mergePoints: idsOf(entries.filter(({ revision }) => revision.downRevisions.length > 1)),
    problems,
    get labels() {
      return (labels ??= spreadLabels(map));
    },
    ...walks(map),
  };
}

type Walks = Pick<
  RevisionGraph,
  'children' | 'ancestors' | 'descendants' | 'upgradeOrder' | 'downgradeOrder'
>;

function walks(map: RevisionMap): Walks {
  const down = stepsDown();
  const nodes = (ids: Iterable<string>): readonly Node[] =>
    Array.from(ids, (id) => map.byId.get(id)).filter((node) => node !== undefined);
  const below = (start: Iterable<Node>): Set<Node> =>
    reach(start, (node) => [...node.parents, ...node.dependencies]);
  const above = (start: Iterable<Node>): Set<Node> => reach(start, ({ dependants }) => dependants);
  return {
    children: (id) => idsOf(map.byId.get(id)?.children ?? []),
    ancestors: (ids) => new Set(idsOf(below(nodes(ids)))),
    descendants: (ids) => new Set(idsOf(above(nodes(ids)))),
    upgradeOrder(targets, current = []) {
      const done = below(nodes(current));
      const wanted = new Set([...below(nodes(targets))].filter((node) => !done.has(node)));
      return idsOf(newestFirst(wanted, nodes(targets), down)).reverse();
    },
    downgradeOrder(current, target) {
      const roots =
        target === null
          ? [...map.byId.values()].filter(({ revision }) => revision.downRevisions.length === 0)
          : nodes([target]).flatMap(({ children }) => [...children]);
      const applied = below(nodes(current));
      const wanted = new Set([...above(roots)].filter((node) => applied.has(node)));
      return idsOf(newestFirst(wanted, nodes(current), down));
    },
  };
}
