/** The order in which Alembic walks: the same algorithm as `RevisionMap._topological_sort`, without its quadratic sets. */
import { reach, type Node } from './link.ts';

/** Parents, and the dependencies that no ancestor declares already (`_normalized_down_revisions`). */
export type StepsDown = (node: Node) => readonly Node[];

/**
 * Alembic keeps the dependencies of one revision in a Python set, so two or more of them have no order to promise;
 * we take the one in which they are written.
 */
export function stepsDown(): StepsDown {
  const inheritors = new Map<Node, ReadonlySet<Node>>();
  const inherits = (node: Node, dependency: Node): boolean => {
    const known = inheritors.get(dependency) ?? inheritorsOf(dependency);
    inheritors.set(dependency, known);
    return known.has(node);
  };
  return (node) => {
    if (node.dependencies.length === 0) return node.parents;
    const declared = node.dependencies.filter((dependency) => !inherits(node, dependency));
    return [...new Set([...node.parents, ...declared])];
  };
}

/** Revisions with an ancestor, by `down_revision`, that declares the dependency. */
function inheritorsOf(dependency: Node): ReadonlySet<Node> {
  const declarers = [...dependency.dependants].filter(({ dependencies }) =>
    dependencies.includes(dependency),
  );
  if (declarers.length < 2) return new Set();
  return reach(
    declarers.flatMap(({ children }) => [...children]),
    ({ children }) => children,
  );
}

/** One line of descent that the walk is on: where it stands, and what is below it, computed when first asked. */
interface Line {
  readonly node: Node;
  below: Uint8Array | null;
}

/**
 * Sorts `wanted` so that every revision comes before what it stands on. Heads go in map order; the walk follows one line
 * of descent down to what another line still needs, then changes to the first such line.
 *
 * Alembic asks "is the candidate among the ancestors of another line?" and rebuilds ancestor sets at each merge. The
 * answer is yes exactly while a child of the candidate is left, so only then are lines searched for the one to change to.
 */
export function newestFirst(
  wanted: ReadonlySet<Node>,
  heads: readonly Node[],
  down: StepsDown,
): readonly Node[] {
  const left = new Set(wanted);
  const childrenLeft = countChildren(wanted, down);
  const lines: Line[] = [...new Set(heads)]
    .filter((head) => left.has(head))
    .sort((a, b) => a.rank - b.rank)
    .map((node) => ({ node, below: null }));
  const standing = new Set(lines.map(({ node }) => node));
  const output: Node[] = [];
  let cursor = 0;
  let changes = 0;
  for (let line = lines[cursor]; line !== undefined; line = lines[cursor]) {
    const { node } = line;
    // In a cycle two lines can wait for each other for ever; Alembic then hangs, we go on with either.
    const waits = (childrenLeft.get(node) ?? 0) > 0 && changes < lines.length;
    const other = waits ? lines.findIndex((it) => it !== line && isBelow(node, it, left, down)) : -1;
    if (other !== -1) {
      cursor = other;
      changes += 1;
      continue;
    }
    changes = 0;
    output.push(node);
    left.delete(node);
    for (const parent of down(node)) childrenLeft.set(parent, (childrenLeft.get(parent) ?? 0) - 1);
    const [first, ...more] = down(node).filter((parent) => left.has(parent) && !standing.has(parent));
    standing.delete(node);
    if (first === undefined) {
      lines.splice(cursor, 1);
      cursor = Math.max(cursor - 1, 0);
    } else {
      // After a plain step what is below differs only by the node just left behind, about which nobody asks again.
      lines[cursor] = { node: first, below: down(node).length === 1 ? line.below : null };
      lines.push(...more.map((parent) => ({ node: parent, below: null })));
      for (const parent of [first, ...more]) standing.add(parent);
    }
  }
  return output;
}

function countChildren(wanted: ReadonlySet<Node>, down: StepsDown): Map<Node, number> {
  const counts = new Map<Node, number>();
  for (const node of wanted)
    for (const parent of down(node)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return counts;
}

/** Whether the walk on `line` will still come by `node`; only what is left can lie between. */
function isBelow(node: Node, line: Line, left: ReadonlySet<Node>, down: StepsDown): boolean {
  line.below ??= markBelow(line.node, left, down);
  return line.below[node.rank] === 1;
}

function markBelow(start: Node, left: ReadonlySet<Node>, down: StepsDown): Uint8Array {
  const nodes = reach([start], (node) => down(node).filter((parent) => left.has(parent)));
  let size = 0;
  for (const { rank } of nodes) size = Math.max(size, rank + 1);
  const marks = new Uint8Array(size);
  for (const { rank } of nodes) marks[rank] = 1;
  return marks;
}
