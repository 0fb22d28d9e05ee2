/** How to get from several heads to the expected ones (design §7): both remedies, one recommended. */

export interface Edit {
  readonly path: string;
  /** 1-based line of `before`'s first line. */
  readonly line: number;
  /** Whole lines, without the final line ending. */
  readonly before: string;
  readonly after: string;
}

export interface MergeRevision {
  readonly id: string;
  /** Relative to the repository; empty where the file can have no name. */
  readonly path: string;
  /** The file's exact text; null where `refused` says why there is none. */
  readonly content: string | null;
  readonly downRevisions: readonly string[];
  /** The `alembic merge` (or `flask db merge`) command that writes the same file; empty where no such command would help. */
  readonly command: string;
}

export interface Resolution {
  readonly recommended: 'merge-revision' | 're-parent';
  /** One sentence from facts. */
  readonly because: string;
  readonly mergeRevision: MergeRevision;
  readonly reParent: null | { readonly edits: readonly Edit[] };
  /** Why the recommended remedy cannot be offered (template, effective heads, duplicates); null where it can. */
  readonly refused: string | null;
}
