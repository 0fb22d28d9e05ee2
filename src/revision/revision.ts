/** What one file of a versions directory says of itself, read without running Python. */

/** Offsets into the decoded text of a file, in UTF-16 units, end exclusive; a leading BOM is not part of the text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * One revision as Alembic would have it after loading the module (alembic-semantics §3).
 * `downRevisions` keeps duplicates and order: `("a", "a")` is two entries and a merge point.
 */
export interface Revision {
  readonly id: string;
  readonly path: string;
  readonly downRevisions: readonly string[];
  readonly dependsOn: readonly string[];
  readonly branchLabels: readonly string[];
  /** Labels that are computed and so unknown; they never stop the heads (§7). */
  readonly unreadLabels: boolean;
  /** `doc`: the module docstring up to its first blank line, `''` without one. */
  readonly message: string;
  readonly spans: RevisionSpans;
  readonly notes: readonly RevisionNote[];
}

export interface RevisionSpans {
  readonly id?: Span | undefined;
  readonly downRevision?: Span | undefined;
  readonly dependsOn?: Span | undefined;
  readonly branchLabels?: Span | undefined;
  /** The docstring literal, quotes included. */
  readonly docstring?: Span | undefined;
  /** 1-based line of the assignment of `down_revision`; 1 where it has none. */
  readonly downRevisionLine: number;
}

/** Something true and worth saying that changes nothing: bound twice, bound under `if`, header out of step. */
export interface RevisionNote {
  readonly kind: 'conditional' | 'rebound' | 'header-mismatch' | 'id-from-file-name';
  readonly message: string;
  readonly line: number;
}

/**
 * Why a file gave no revision. `broken`: Python or Alembic could not load it either, so the verdict is `fail`.
 * `refused`: it may well load, we do not guess what it computes, so the verdict is `not-evaluated`.
 */
export type Reading =
  | { readonly kind: 'revision'; readonly revision: Revision }
  | {
      readonly kind: 'broken' | 'refused';
      readonly path: string;
      /** Short kebab-case name, counted by the field reports: `call`, `f-string`, `syntax`, `conflict-marker`. */
      readonly reason: string;
      readonly message: string;
      readonly line: number;
    };
