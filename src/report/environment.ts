/** The report's section of one environment, from its graphs and what changed; its verdict and proof come later. */
import type { HistoryChanges } from '../changes/history.ts';
import type { Environment } from '../config/environment.ts';
import type { RevisionGraph } from '../graph/graph.ts';
import { neighbourhood, withProposal, type NeighbourhoodNode } from '../graph/neighbourhood.ts';
import type { Resolution } from '../remedy/resolution.ts';
import { reported } from './reported.ts';
import type { EnvironmentReport } from './report.ts';

export interface EnvironmentDescription {
  readonly environment: Environment;
  readonly graphs: {
    readonly base: RevisionGraph;
    readonly head: RevisionGraph;
    /** null where versions conflict. */
    readonly merged: RevisionGraph | null;
  };
  readonly changes: HistoryChanges;
  readonly provable: boolean;
  readonly resolution: Resolution | null;
}

export function describeEnvironment(
  description: EnvironmentDescription,
): Omit<EnvironmentReport, 'outcome' | 'reason'> {
  const { environment, graphs, changes, provable, resolution } = description;
  return {
    name: environment.name,
    scriptLocation: environment.scriptLocation,
    versionLocations: environment.versionLocations,
    heads: { base: graphs.base.heads, head: graphs.head.heads, merged: graphs.merged?.heads ?? null },
    effectiveHeads: graphs.merged?.effectiveHeads ?? [],
    expectedHeads: environment.expectedHeads,
    revisions: {
      added: changes.added.map(reported),
      changed: changes.changed.map(({ before, after }) => ({
        ...reported(after),
        ...(before.path === after.path ? {} : { previousPath: before.path }),
      })),
      removed: changes.removed.map(reported),
    },
    neighbourhood: graphs.merged === null ? [] : drawn(graphs.merged, changes, resolution),
    resolution,
    provable,
    database: null,
  };
}

function drawn(
  graph: RevisionGraph,
  { added }: HistoryChanges,
  resolution: Resolution | null,
): readonly NeighbourhoodNode[] {
  const nodes = neighbourhood(graph, new Set(added.map(({ id }) => id)));
  const merge = resolution?.mergeRevision;
  return merge === undefined || merge.path === '' ? nodes : withProposal(nodes, merge);
}
