/** What running the migrations on a throwaway server showed: plain data, the `database` part of the report. */
import type { ProofName, Source } from '../config/config.ts';
import type { KnownColumn } from '../lint/before.ts';

export interface CapturedStatement {
  readonly sql: string;
  /** Revision file and innermost line that issued it; null for the version table's own bookkeeping. */
  readonly path: string | null;
  readonly line: number | null;
  readonly durationMs: number;
  /** Rows affected as the driver reports them; null where it does not. */
  readonly rows: number | null;
  readonly lockClass: 'instant' | 'online' | 'blocks-writes' | 'unknown';
  readonly rebuilds: boolean | null;
}

export interface ProofStep {
  readonly revision: string;
  readonly direction: 'upgrade' | 'downgrade' | 'upgrade-again';
  readonly outcome: 'pass' | 'fail' | 'timeout';
  readonly durationMs: number;
  readonly error: string | null;
  /** Where a step that did not pass stopped: the revision's file, its innermost line if there was one. */
  readonly at?: { readonly path: string | null; readonly line: number | null };
  readonly statements: readonly CapturedStatement[];
}

export interface ProofDifference {
  readonly object: string;
  readonly attribute: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly path: string | null;
  readonly line: number | null;
  readonly revision: string | null;
  /** When it was seen, in words: `after the downgrade`; absent where the proof compares no points in time. */
  readonly when?: string;
}

export interface ProofSection {
  readonly name: ProofName;
  readonly outcome: 'pass' | 'fail' | 'not-evaluated' | 'not-applicable' | 'off';
  readonly reason: string | null;
  readonly differences: readonly ProofDifference[];
}

/** A revision of the base with another text: what both texts, each with all below it, make of an empty database. */
export interface Rewrite {
  readonly revision: string;
  readonly outcome: 'same' | 'differs' | 'not-evaluated';
  readonly reason: string | null;
  /** `before` is what the old text gives. */
  readonly differences: readonly ProofDifference[];
}

/** One server of a proof that was divided over several. */
export interface ProofPart {
  readonly part: string;
  /** As the server names itself; null where the part has shown nothing. */
  readonly server: string | null;
  readonly outcome: 'pass' | 'fail' | 'not-evaluated';
  readonly reason: string | null;
}

export interface DatabaseProof {
  /** As the server names itself: `MySQL`, `MariaDB`, `PostgreSQL`, `SQLite`. */
  readonly engine: string;
  readonly version: string;
  readonly source: Source;
  readonly declaredVersion: string | null;
  /** The configuration's, where SQLite was chosen in its place. */
  readonly declaredEngine?: string;
  readonly steps: readonly ProofStep[];
  readonly proofs: readonly ProofSection[];
  /** Columns on the base of the tables that statements name; absent where there are none. */
  readonly before?: readonly KnownColumn[];
  /** Absent where nothing that is on the base was rewritten. */
  readonly rewrites?: readonly Rewrite[];
  /** Where several servers were asked: all of them. The rest is the worst one's, its proofs are the worst of all. */
  readonly parts?: readonly ProofPart[];
  readonly rollback: Rollback | null;
}

export interface Rollback {
  /** For `alembic downgrade`; several, with spaces between, one after the other. */
  readonly target: string;
  /** Tables and columns, with all that is in them. */
  readonly loses: readonly string[];
  /** Whether it starts at a merge revision, where Alembic knows no `-1`. */
  readonly fromMerge?: boolean;
}
