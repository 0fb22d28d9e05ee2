/** Cycles, both those that Alembic refuses and those that its reachability test lets through. */
import { idsOf, reach, type Node, type RevisionMap } from './link.ts';

type Neighbours = (node: Node) => Iterable<Node>;

export interface Cycle {
  /** In map order. */
  readonly members: readonly Node[];
  /** Whether Alembic raises CycleDetected (DependencyCycleDetected); it does not ask which of several cycles is why. */
  readonly refused: boolean;
}

const parents: Neighbours = (node) => node.parents;
const allParents: Neighbours = (node) => [...node.parents, ...node.dependencies];

/** Cycles of `down_revision` alone, self-loops left out (Alembic tells them apart). */
export function findCycles(map: RevisionMap): readonly Cycle[] {
  const cycles = components([...map.byId.values()], parents).filter((members) => members.length > 1);
  return cycles.length === 0 ? [] : judged(cycles, outsideParents(map));
}

/** Cycles that close only through `depends_on`; a revision that depends on a label of its own is one. */
export function findDependencyCycles(map: RevisionMap, plain: readonly Cycle[]): readonly Cycle[] {
  if (map.nodes.every(({ dependencies }) => dependencies.length === 0)) return [];
  const known = new Set(plain.map(({ members }) => idsOf(members).join('\n')));
  const cycles = components([...map.byId.values()], allParents)
    .filter((members) => members.length > 1 || members.some((only) => only.dependencies.includes(only)))
    .filter((members) => !known.has(idsOf(members).join('\n')));
  return cycles.length === 0 ? [] : judged(cycles, outsideDependencies(map));
}

const judged = (cycles: readonly (readonly Node[])[], outside: ReadonlySet<Node>): readonly Cycle[] =>
  cycles.map((members) => ({ members, refused: outside.size > 0 }));

/** What Alembic calls a cycle. */
function outsideParents(map: RevisionMap): ReadonlySet<Node> {
  const heads = map.nodes.filter(({ children }) => children.size === 0);
  const bases = map.nodes.filter(({ revision }) => revision.downRevisions.length === 0);
  return outside(
    map,
    reach(heads, parents),
    reach(bases, (node) => node.children),
  );
}

/** What Alembic calls a dependency cycle, which need not be one: a first revision that depends on "" is here as well. */
export function outsideDependencies(map: RevisionMap): ReadonlySet<Node> {
  const heads = map.nodes.filter(({ dependants }) => dependants.size === 0);
  const bases = map.nodes.filter(
    ({ revision }) => revision.downRevisions.length + revision.dependsOn.length === 0,
  );
  return outside(
    map,
    reach(heads, allParents),
    reach(bases, (node) => node.dependants),
  );
}

/**
 * What Alembic's own test finds: ids that are not both below the heads and above the bases. A cycle with a base leading
 * in and a head leading out is inside both, so it passes (`RevisionMap._detect_cycles`); hence the search for components.
 */
function outside(map: RevisionMap, below: Iterable<Node>, above: Iterable<Node>): ReadonlySet<Node> {
  const [lower, upper] = [new Set(idsOf(below)), new Set(idsOf(above))];
  return new Set([...map.byId].filter(([id]) => !(lower.has(id) && upper.has(id))).map(([, node]) => node));
}

/** Strongly connected components (Tarjan, without recursion), members and components in map order. */
function components(nodes: readonly Node[], next: Neighbours): readonly (readonly Node[])[] {
  // By rank: when a node was entered (0: not yet), and the earliest open node that can be reached from it.
  const entered = new Uint32Array(nodes.length);
  const low = new Uint32Array(nodes.length);
  const isOpen = new Uint8Array(nodes.length);
  const open: Node[] = [];
  const found: Node[][] = [];
  let count = 0;
  const enter = (node: Node): { readonly node: Node; readonly rest: Iterator<Node> } => {
    entered[node.rank] = low[node.rank] = ++count;
    isOpen[node.rank] = 1;
    open.push(node);
    return { node, rest: next(node)[Symbol.iterator]() };
  };
  const lower = ({ rank }: Node, bound = 0): void => {
    low[rank] = Math.min(low[rank] ?? 0, bound);
  };
  for (const root of nodes) {
    const path = entered[root.rank] === 0 ? [enter(root)] : [];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top;
      const step = top.rest.next();
      if (step.done !== true) {
        if (entered[step.value.rank] === 0) path.push(enter(step.value));
        else if (isOpen[step.value.rank] === 1) lower(node, entered[step.value.rank]);
        continue;
      }
      path.pop();
      const below = path.at(-1);
      if (below !== undefined) lower(below.node, low[node.rank]);
      if (low[node.rank] !== entered[node.rank]) continue;
      const members = open.splice(open.lastIndexOf(node));
      for (const { rank } of members) isOpen[rank] = 0;
      found.push(members.sort((a, b) => a.rank - b.rank));
    }
  }
  return found.sort(([a], [b]) => (a?.rank ?? 0) - (b?.rank ?? 0));
}
