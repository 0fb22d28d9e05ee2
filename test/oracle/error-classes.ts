/** Which of Alembic's errors stand for which of our reasons. */
import type { ProblemKind, RevisionGraph } from '../../src/graph/graph.ts';

/** The classes that Alembic may raise for what we say is fatal; it stops at the first, in this order. */
const CLASSES: readonly (readonly [readonly ProblemKind[], readonly string[]])[] = [
  [
    ['self-loop', 'dependency-self-loop', 'invalid-id'],
    ['LoopDetected', 'DependencyLoopDetected', 'RevisionError'],
  ],
  [['label-collision'], ['RevisionError']],
  [['missing-dependency'], ['KeyError', 'DependencyCycleDetected']],
  // A label for a parent, and a missing parent of a shadowed file, are noticed late: whatever walks there first
  // raises, and a shadowed file that follows a label of its own is walked round for ever.
  [
    ['missing-parent', 'parent-is-label'],
    ['KeyError', 'RevisionError', 'CycleDetected', 'Hangs'],
  ],
  [['cycle'], ['CycleDetected']],
  [['dependency-cycle'], ['DependencyCycleDetected']],
];

export function classesFor(graph: RevisionGraph): readonly string[] {
  const kinds = new Set(graph.problems.filter(({ fatal }) => fatal).map(({ kind }) => kind));
  // An empty name is sometimes tested for truth and sometimes looked up, so no class is certain.
  const emptyNames = graph.problems.some(({ involved }) => involved.includes(''));
  const rows = CLASSES.filter(([row]) => row.some((kind) => kinds.has(kind)));
  return (emptyNames ? CLASSES : rows.slice(0, 1)).flatMap(([, classes]) => classes);
}
