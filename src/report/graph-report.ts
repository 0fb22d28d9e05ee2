/** What `graph` says: the whole map of every environment, as plain data (contracts, `graph --format json`). */
import type { NeighbourhoodNode } from '../graph/neighbourhood.ts';
import type { ReportedRevision } from './report.ts';

export interface GraphProblemReport {
  readonly kind: string;
  readonly revision: string | null;
  readonly path: string;
  readonly message: string;
}

/** Lists are null where Alembic would not load the map. */
export interface EnvironmentGraph {
  readonly name: string;
  readonly heads: readonly string[] | null;
  readonly effectiveHeads: readonly string[] | null;
  readonly bases: readonly string[] | null;
  readonly branchPoints: readonly string[] | null;
  readonly mergePoints: readonly string[] | null;
  /** In map order. */
  readonly revisions: readonly ReportedRevision[];
  readonly problems: readonly GraphProblemReport[];
}

export interface GraphReport {
  readonly environments: readonly EnvironmentGraph[];
}

/** What drawings need besides the JSON: the part worth drawing, and labels per head. */
export interface GraphPicture {
  readonly name: string;
  readonly nodes: readonly NeighbourhoodNode[];
}
