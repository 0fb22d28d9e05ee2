/** `graph`: the whole map of every environment in one tree. */
import { discoverEnvironments } from '../config/discover.ts';
import type { Overrides } from '../config/overrides.ts';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import { judgeHeads } from '../graph/expected.ts';
import { neighbourhood } from '../graph/neighbourhood.ts';
import type { EnvironmentGraph, GraphPicture } from '../report/graph-report.ts';
import { reported } from '../report/reported.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Tree } from '../tree/tree.ts';
import { readHistory, type History } from './history.ts';

export interface GraphResult {
  readonly graphs: readonly EnvironmentGraph[];
  readonly pictures: readonly GraphPicture[];
  /** Every environment was read in full and Alembic would load it. */
  readonly readable: boolean;
  /** Every environment has the heads that it is expected to have. */
  readonly expected: boolean;
}

/** Throws UsageError where the tree holds no environment. */
export async function drawGraph(
  tree: Tree,
  config: Pick<Config, 'environments'>,
  overrides: Overrides,
): Promise<GraphResult> {
  const { environments, problems } = await discoverEnvironments(tree, config, overrides);
  const asked = problems.find(({ kind }) => kind === 'missing');
  if (asked !== undefined) throw new UsageError(asked.message);
  if (environments.length === 0) throw new UsageError(problems[0]?.message ?? noEnvironment(tree));
  const drawn = await Promise.all(
    environments.map(async (environment) => {
      const history = await readHistory(tree, environment, new Map());
      return { environment, history, graph: environmentGraph(environment, history) };
    }),
  );
  return {
    graphs: drawn.map(({ graph }) => graph),
    pictures: drawn.map(({ environment, history }) => ({
      name: environment.name,
      nodes: neighbourhood(history.graph, new Set()),
    })),
    readable: drawn.every(({ graph, history }) => graph.heads !== null && history.unread.length === 0),
    expected: drawn.every(
      ({ environment, history }) =>
        judgeHeads(history.graph, environment.expectedHeads).kind === 'as-expected',
    ),
  };
}

export const noEnvironment = (tree: Tree): string =>
  `no Alembic environment was found in ${tree.label}: name the directory that holds env.py with --script-location, or the versions with --versions`;

function environmentGraph(environment: Environment, { graph, unread, problems }: History): EnvironmentGraph {
  const known = graph.loads && unread.length === 0;
  const orNull = <T>(list: readonly T[]): readonly T[] | null => (known ? list : null);
  return {
    name: environment.name,
    heads: orNull(graph.heads),
    effectiveHeads: orNull(graph.effectiveHeads),
    bases: orNull(graph.bases),
    branchPoints: orNull(graph.branchPoints),
    mergePoints: orNull(graph.mergePoints),
    revisions: [...graph.revisions.values()].map(reported),
    problems: [
      ...problems.map(({ path, message }) => ({
        kind: 'unreadable-location',
        revision: null,
        path,
        message,
      })),
      ...unread.map(({ reason, path, message }) => ({ kind: reason, revision: null, path, message })),
      ...graph.problems.map(({ kind, revision, path, message }) => ({ kind, revision, path, message })),
    ],
  };
}
