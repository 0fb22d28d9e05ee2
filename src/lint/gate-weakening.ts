/** `no-gate-weakening`: what a pull request would take away from its own judge, said while the old judge still decides. */
import type { Finding } from './finding.ts';

export interface Weakening {
  /** The file that weakens; null where no single file does. */
  readonly path: string | null;
  /** What would be judged less strictly, as words after "the gate judges less: ". */
  readonly what: string;
}

export function gateWeakeningFindings(weakenings: readonly Weakening[]): readonly Finding[] {
  return weakenings.map(({ path, what }) => ({
    rule: 'no-gate-weakening',
    severity: 'error',
    message: `Once landed, this pull request makes the gate judge less: ${what}.`,
    help: 'Take it out of this pull request, or land it in one of its own that an approver has seen.',
    path,
    line: path === null ? null : 1,
    endLine: path === null ? null : 1,
    revision: null,
    environment: null,
    suppressed: null,
  }));
}
