/** What a pull request does to a history that databases may have applied already: facts only, words are src/lint's. */
import type { HeadsFault } from '../graph/expected.ts';

export interface HeadOrigin {
  readonly id: string;
  readonly path: string;
  /** Who brings it: the base as it is, the pull request, or another trunk by its name. */
  readonly from: 'base' | 'pull-request' | { readonly trunk: string };
}

export type SquashFault =
  | { readonly kind: 'cut-missing' }
  | { readonly kind: 'cut-has-parents'; readonly parents: readonly string[] }
  | { readonly kind: 'still-there'; readonly revisions: readonly string[] }
  | { readonly kind: 'not-below-cut'; readonly revisions: readonly string[] }
  | { readonly kind: 'left-out'; readonly revisions: readonly string[] }
  | { readonly kind: 'not-past-cut'; readonly deployed: readonly string[] }
  | { readonly kind: 'deployed-undeclared' };

/** Which declared databases have a revision: none of them, these, or nobody can say. */
export type AppliedIn = 'nowhere' | 'unknown' | readonly string[];

export type HistoryProblem =
  | {
      readonly kind: 'multiple-heads';
      readonly faults: readonly HeadsFault[];
      readonly heads: readonly HeadOrigin[];
      /** The lowest new revision under these heads; null where nothing is new. */
      readonly lowest: {
        readonly revision: string;
        readonly path: string;
        readonly line: number;
        readonly parents: readonly string[];
      } | null;
      /** Where the heads part. */
      readonly common: readonly string[];
      /** Whether the base alone is no better. */
      readonly inherited: boolean;
    }
  /** A branch label that decides about the expected heads is computed. */
  | {
      readonly kind: 'heads-unknown';
      readonly revision: string;
      readonly path: string;
      readonly head: string;
    }
  | {
      readonly kind: 'incomplete-merge';
      readonly revision: string;
      readonly path: string;
      readonly line: number;
      readonly joins: readonly string[];
      readonly leaves: readonly string[];
    }
  | {
      readonly kind: 'stale-parent';
      readonly revision: string;
      readonly path: string;
      readonly line: number;
      readonly parent: string;
      /** Heads of the base above that parent. */
      readonly newer: readonly string[];
    }
  | {
      readonly kind: 'edited';
      readonly revision: string;
      readonly path: string;
      readonly previousPath: string;
      readonly sameTree: boolean;
    }
  | {
      readonly kind: 'reparented';
      readonly revision: string;
      readonly path: string;
      readonly line: number;
      /** `down_revision`, then `depends_on` marked as such. */
      readonly before: readonly string[];
      readonly after: readonly string[];
      /** New revisions that now stand below it. */
      readonly inserted: readonly string[];
    }
  /** A new revision below one of the base without an edit of the latter: a label that it depends on has moved. */
  | { readonly kind: 'inserted'; readonly revision: string; readonly path: string }
  | {
      readonly kind: 'deleted';
      readonly revision: string;
      readonly path: string;
      /** Revisions that stay and stand on it. */
      readonly followers: readonly string[];
      readonly applied: AppliedIn;
    }
  | { readonly kind: 'reidentified'; readonly revision: string; readonly path: string; readonly now: string }
  /** A change of a merged revision without which the base's own fault could not be cured. */
  | { readonly kind: 'repaired'; readonly revision: string; readonly path: string; readonly fault: string }
  | {
      readonly kind: 'squash';
      readonly at: string;
      readonly path: string | null;
      readonly replaces: readonly string[];
      readonly faults: readonly SquashFault[];
    }
  | {
      readonly kind: 'backport';
      readonly revision: string;
      readonly path: string;
      readonly line: number;
      readonly parent: string;
      readonly trunk: string;
      /** What the base lacks of the trunk's history up to and including the parent, in upgrade order. */
      readonly missing: readonly string[];
      /** Heads of the base, onto which it could be moved under an id of its own. */
      readonly heads: readonly string[];
    }
  /** The same id with other parents on two trunks. */
  | {
      readonly kind: 'diverged';
      readonly revision: string;
      readonly path: string;
      readonly line: number;
      readonly trunk: string;
      readonly here: readonly string[];
      readonly there: readonly string[];
    };
