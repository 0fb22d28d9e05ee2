/** Revisions as nodes that know their neighbours, linked the way `RevisionMap` links them (alembic/script/revision.py). */
import type { Revision } from '../revision/revision.ts';

export interface Node {
  readonly revision: Revision;
  /** Place in the map; of a shadowed duplicate, the place of the file that shadows it. */
  readonly rank: number;
  /** By `down_revision`, in its order, each once; ids that no file has, and its own, are left out. */
  readonly parents: readonly Node[];
  /** By `depends_on`, labels resolved; what no file has, and its own id, are left out. */
  readonly dependencies: readonly Node[];
  readonly children: ReadonlySet<Node>;
  /** Children, and those that depend on this one. */
  readonly dependants: ReadonlySet<Node>;
}

export interface LabelCollision {
  readonly label: string;
  readonly revision: Revision;
  /** Who has the label, or the id that equals it, already. */
  readonly owner: Revision;
}

export interface RevisionMap {
  /** One per file, in load order. */
  readonly nodes: readonly Node[];
  /** The later of two files with one id wins the value, the earlier one keeps the place. */
  readonly byId: ReadonlyMap<string, Node>;
  readonly byLabel: ReadonlyMap<string, Node>;
  readonly collisions: readonly LabelCollision[];
}

interface NodeUnderWork extends Node {
  rank: number;
  parents: NodeUnderWork[];
  dependencies: NodeUnderWork[];
  readonly children: Set<Node>;
  readonly dependants: Set<Node>;
}

const newNode = (revision: Revision): NodeUnderWork => ({
  revision,
  rank: -1,
  parents: [],
  dependencies: [],
  children: new Set(),
  dependants: new Set(),
});

/**
 * `depends_on` as Alembic resolves it. It tests the normalised value for truth, so that a lone empty string names
 * nothing, while one among several is looked up like any other.
 */
export const dependencyNames = ({ dependsOn }: Revision): readonly string[] =>
  dependsOn.length === 1 && dependsOn[0] === '' ? [] : dependsOn;

/** Links files in load order. Nothing is refused here: what leads nowhere is left out, and `findProblems` says so. */
export function link(revisions: readonly Revision[]): RevisionMap {
  const nodes = revisions.map(newNode);
  const byId = new Map(nodes.map((node) => [node.revision.id, node]));
  [...byId.values()].forEach((node, rank) => (node.rank = rank));
  for (const node of nodes) node.rank = byId.get(node.revision.id)?.rank ?? -1;
  const { byLabel, collisions } = nameLabels(nodes, byId);
  const inMap = (names: readonly string[], self: string): NodeUnderWork[] => {
    const ids = names.filter((name) => name !== self).map((name) => byLabel.get(name)?.revision.id ?? name);
    return [...new Set(ids)].map((id) => byId.get(id)).filter((node) => node !== undefined);
  };
  for (const node of nodes) {
    const { id, downRevisions } = node.revision;
    node.parents = inMap(
      downRevisions.filter((name) => !byLabel.has(name)),
      id,
    );
    node.dependencies = inMap(dependencyNames(node.revision), id);
  }
  // Alembic registers what its map holds: a shadowed duplicate is in it only under a label of its own.
  for (const node of new Set([...byId.values(), ...byLabel.values()])) {
    const child = byId.get(node.revision.id) ?? node;
    for (const parent of node.parents) parent.children.add(child);
    for (const parent of [...node.parents, ...node.dependencies]) parent.dependants.add(child);
  }
  return { nodes, byId, byLabel, collisions };
}

function nameLabels(
  nodes: readonly NodeUnderWork[],
  byId: ReadonlyMap<string, NodeUnderWork>,
): { readonly byLabel: ReadonlyMap<string, NodeUnderWork>; readonly collisions: readonly LabelCollision[] } {
  const byLabel = new Map<string, NodeUnderWork>();
  const collisions: LabelCollision[] = [];
  for (const node of nodes) {
    for (const label of node.revision.branchLabels) {
      const owner = byId.get(label) ?? byLabel.get(label);
      if (owner === undefined) byLabel.set(label, node);
      else collisions.push({ label, revision: node.revision, owner: owner.revision });
    }
  }
  return { byLabel, collisions };
}

/** Everything reachable from `start`, itself included, each once; depth first, so no recursion limit. */
export function reach(start: Iterable<Node>, next: (node: Node) => Iterable<Node>): Set<Node> {
  const seen = new Set<Node>();
  const todo = [...start];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const neighbour of next(node)) if (!seen.has(neighbour)) todo.push(neighbour);
  }
  return seen;
}

export const idsOf = (nodes: Iterable<Node>): string[] => Array.from(nodes, ({ revision }) => revision.id);
