/** When two graphs have one and the same fault. */
import type { GraphProblem } from '../graph/graph.ts';

/** About the same ids, in as many files: a third file with an id that two share already is a fault of its own. */
export function isSameFault(a: GraphProblem, b: GraphProblem): boolean {
  return (
    a.kind === b.kind &&
    a.revision === b.revision &&
    a.files.length === b.files.length &&
    a.involved.join('\n') === b.involved.join('\n')
  );
}
