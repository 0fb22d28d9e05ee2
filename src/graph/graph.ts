/** The revision map as Alembic builds it, and what is wrong with it. */
import type { Revision } from '../revision/revision.ts';

export type ProblemKind =
  | 'missing-parent'
  | 'parent-is-label'
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
  /** The file to change: a duplicate's last one, else the one of `revision`. */
  readonly path: string;
  /** 1-based line of `down_revision` in `path` where that is what is wrong; null otherwise. */
  readonly line: number | null;
  /** One sentence: what breaks, and for whom. */
  readonly message: string;
  /** One imperative sentence. */
  readonly cure: string;
  /** Every id the sentence is about: the cycle's members, the missing parent, the label. */
  readonly involved: readonly string[];
  /** Files of everything involved, in load order. */
  readonly files: readonly string[];
  /** Whether Alembic itself would refuse to load the map because of it. */
  readonly fatal: boolean;
}

/**
 * Lists are in load order. Where Alembic would not load the map at all (`loads` false) they are what a tolerant reading
 * gives, which leaves out the edges that lead nowhere: good for messages and nothing else.
 * Ids that the map does not have are passed over by every query.
 */
export interface RevisionGraph {
  /** In map order: a duplicate's later file takes the earlier one's place. */
  readonly revisions: ReadonlyMap<string, Revision>;
  /** Whether the newest Alembic would load it. */
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
  /** Branch labels by revision, those that Alembic propagates included; revisions without any have no entry. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly GraphProblem[];
  /** Children by `down_revision`, in map order. */
  children(id: string): readonly string[];
  /** Every revision reachable downwards over `down_revision` and resolved dependencies, the ids themselves included. */
  ancestors(ids: Iterable<string>): ReadonlySet<string>;
  /** Every revision reachable upwards over children and dependants, the ids themselves included. */
  descendants(ids: Iterable<string>): ReadonlySet<string>;
  /** What `alembic upgrade` runs, in its order, to reach `targets` from a database that is at `current` (default: empty). */
  upgradeOrder(targets: readonly string[], current?: readonly string[]): readonly string[];
  /** What `alembic downgrade` undoes, in its order, to get from `current` to `target`; null is `base`. */
  downgradeOrder(current: readonly string[], target: string | null): readonly string[];
}
