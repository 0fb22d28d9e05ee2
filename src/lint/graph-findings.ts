/** Faults of a graph as findings, each under the rule of the catalogue that names it. */
import type { GraphProblem, ProblemKind } from '../graph/graph.ts';
import type { Finding } from './finding.ts';

/** A label shares one namespace with the ids, so a label that is taken is one name in two files, too. */
const RULES: Readonly<Record<ProblemKind, string>> = {
  'missing-parent': 'no-missing-parent',
  'parent-is-label': 'no-missing-parent',
  'missing-dependency': 'no-missing-parent',
  'duplicate-revision': 'no-duplicate-revision',
  'label-collision': 'no-duplicate-revision',
  cycle: 'no-cycle',
  'dependency-cycle': 'no-cycle',
  'self-loop': 'no-cycle',
  'dependency-self-loop': 'no-cycle',
  'invalid-id': 'no-invalid-revision-id',
  'id-too-long': 'no-invalid-revision-id',
};

/** @param touched files of the pull request: of several at fault, its own is the one to show and to change. */
export function graphFinding(
  problem: GraphProblem,
  environment: string,
  touched: ReadonlySet<string>,
): Finding {
  const own = problem.files.find((file) => touched.has(file));
  const path = touched.has(problem.path) ? problem.path : (own ?? problem.path);
  const line = path === problem.path ? problem.line : null;
  return {
    rule: RULES[problem.kind],
    severity: 'error',
    message: problem.message,
    help: problem.cure,
    path,
    line,
    endLine: line,
    revision: problem.revision,
    environment,
    suppressed: null,
  };
}
