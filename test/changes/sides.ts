/** Sides of a comparison in the notation of graphs, for tests. */
import type { DeployedState, HistoryInput, HistorySide } from '../../src/changes/history.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Revision } from '../../src/revision/revision.ts';
import { history } from '../graph/notation.ts';

/** Files are named after their id, so that a revision keeps its path from side to side. */
export function side(
  text: string,
  change: (revisions: readonly Revision[]) => readonly Revision[] = (all) => all,
): HistorySide {
  const revisions = change(
    history(text).map((revision) => ({ ...revision, path: `versions/${revision.id}.py` })),
  );
  return {
    graph: buildGraph(revisions),
    revisions,
    oids: new Map(revisions.map((revision) => [revision.path, textOf(revision)])),
    unread: [],
  };
}

/** What stands for the text of a file: everything it says of itself. */
const textOf = ({ id, downRevisions, dependsOn, branchLabels, message }: Revision): string =>
  JSON.stringify([id, downRevisions, dependsOn, branchLabels, message]);

/** One revision of a side, changed. */
export const changing =
  (id: string, facts: Partial<Revision>) =>
  (revisions: readonly Revision[]): readonly Revision[] =>
    revisions.map((revision) => (revision.id === id ? { ...revision, ...facts } : revision));

/** What is not unremarkable about a pull request; a database stands at a revision unless more is said. */
export type Change = Partial<Omit<HistoryInput, 'deployed'>> & {
  readonly deployed?: readonly (string | DeployedState)[];
};

/** A pull request into `main`, a trunk, where one head is expected. The head is the merge unless given. */
export function pullRequest(
  base: HistorySide,
  merged: HistorySide,
  { deployed = [], ...rest }: Change = {},
): HistoryInput {
  return {
    base: { ...base, name: 'main' },
    mergeBase: base,
    head: merged,
    merged,
    expected: 1,
    baseIsTrunk: true,
    trunks: [],
    squash: [],
    deployed: deployed.map((state) => (typeof state === 'string' ? { name: state, heads: [state] } : state)),
    ...rest,
  };
}
