/** The revision map as Alembic builds it (alembic-semantics §4-§7), and what is wrong with it. */
import type { Revision } from '../revision/revision.ts';

export type ProblemKind =
  | 'missing-parent'
  | 'missing-dependency'
  | 'duplicate-revision'
  | 'cycle'
  | 'dependency-cycle'
  | 'self-loop'
  | 'dependency-self-loop'
  | 'invalid-id'
  | 'id-too-long'
  | 'label-collision';

export interface GraphProblem {
  readonly kind: ProblemKind;
  /** The revision that is at fault, or the first one of a cycle in load order. */
  readonly revision: string;
  readonly path: string;
  readonly message: string;
  /** Ids of everything involved: the cycle's members, the missing parent, the two files' ids. */
  readonly involved: readonly string[];
  /** Whether Alembic itself would refuse to load the map because of it. */
  readonly fatal: boolean;
}

/**
 * Lists are in map order (load order; a duplicate's later file takes the earlier one's place). Where Alembic would
 * not load the map at all (`loads` false) they are what a tolerant reading gives, good for messages and nothing else.
 */
export interface RevisionGraph {
  readonly revisions: ReadonlyMap<string, Revision>;
  readonly loads: boolean;
  /** `get_heads()`: no child by `down_revision`; a shadowed duplicate counts (phantom head), so ids may repeat. */
  readonly heads: readonly string[];
  /** Heads that some revision `depends_on`: heads to `upgrade head`, not to `heads`. */
  readonly effectiveHeads: readonly string[];
  /** The symbolic name `heads`: neither child nor dependant. */
  readonly realHeads: readonly string[];
  readonly bases: readonly string[];
  readonly branchPoints: readonly string[];
  readonly mergePoints: readonly string[];
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly GraphProblem[];
  /** Children by `down_revision`, in map order. */
  children(id: string): readonly string[];
  /** Every revision reachable downwards over `down_revision` and resolved dependencies, the ids themselves included. */
  ancestors(ids: Iterable<string>): ReadonlySet<string>;
  /** Upgrade order of a set of ancestors-closed ids, as `alembic upgrade` runs them (§9), from nothing to `targets`. */
  upgradeOrder(targets: readonly string[]): readonly string[];
}
