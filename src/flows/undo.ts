/** For merged revisions that a pull request takes away although databases have them: the revisions that undo them. */
import type { HistoryChanges } from '../changes/history.ts';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import { buildGraph } from '../graph/build.ts';
import type { Clock } from '../io/clock.ts';
import { proposeUndo, type Undo } from '../remedy/undo.ts';
import type { Revision } from '../revision/revision.ts';
import type { History } from './history.ts';
import { templateOf } from './resolve.ts';

export interface UndoRequest {
  readonly environment: Environment;
  readonly config: Pick<Config, 'messagePattern'>;
  readonly base: History;
  readonly merged: History;
  readonly changes: HistoryChanges;
  readonly clock: Clock;
}

/** By the id of the revision that is undone; later ones first, each on top of the undo before it. */
export async function proposeUndos(request: UndoRequest): Promise<ReadonlyMap<string, Undo>> {
  const { environment, config, base, merged, changes, clock } = request;
  const { graph } = base;
  const gone = new Set(
    changes.problems.flatMap((problem) =>
      problem.kind === 'deleted' && problem.followers.length === 0 && problem.applied !== 'nowhere'
        ? [problem.revision]
        : [],
    ),
  );
  const undos = new Map<string, Undo>();
  const template = gone.size === 0 ? null : await templateOf(environment, base, merged);
  let tops = buildGraph(base.revisions.filter(({ id }) => gone.has(id) || merged.graph.revisions.has(id)));
  for (const id of graph
    .upgradeOrder(graph.realHeads)
    .filter((one) => gone.has(one))
    .toReversed()) {
    const reverted = graph.revisions.get(id);
    const above = tops.realHeads.filter((head) => head === id || tops.ancestors([head]).has(id));
    const parent = tops.revisions.get(above[0] ?? '');
    if (reverted === undefined || parent === undefined) continue;
    const undo = proposeUndo({
      environment,
      reverted,
      parent,
      source: await base.bytes(reverted.path),
      template,
      messagePattern: config.messagePattern === null ? null : new RegExp(config.messagePattern, 'u'),
      id: clock.newId(),
      moment: clock.now(),
      localTimeZone: clock.timeZone,
      exists: (path) => merged.tree.entries.has(path) || base.tree.entries.has(path),
    });
    undos.set(id, above.length === 1 ? undo : { ...undo, refused: SEVERAL });
    tops = buildGraph([...tops.revisions.values(), standIn(parent, undo)]);
  }
  return undos;
}

const SEVERAL = 'several heads stand on it, which a merge revision has to join first';

/** As far as the graph asks. */
const standIn = (parent: Revision, { revision: { id, path } }: Undo): Revision => ({
  ...parent,
  id,
  path,
  downRevisions: [parent.id],
  dependsOn: [],
  branchLabels: [],
});
