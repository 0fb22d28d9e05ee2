/** The one shape of bad news about a pull request, whoever found it: the graph, a rule, the database. */
import type { Edit } from '../remedy/resolution.ts';

export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  /** A rule id of the catalogue; permanent. */
  readonly rule: string;
  readonly severity: Severity;
  /** What breaks and for whom, in plain words; may hold text from the pull request, escaped only when rendered. */
  readonly message: string;
  /** What to do, one imperative sentence; may span lines where it holds code. */
  readonly help: string;
  readonly path: string | null;
  /** 1-based lines, both inclusive; null where the finding has no place in a file. */
  readonly line: number | null;
  readonly endLine: number | null;
  readonly revision: string | null;
  /** Environment name; null where the finding is about the pull request as a whole. */
  readonly environment: string | null;
  /** The mechanical cure as edits of `path`'s lines, where there is one; all of them belong together. */
  readonly fix?: readonly Edit[];
  readonly suppressed: null | { readonly reason: string; readonly by: string };
}
