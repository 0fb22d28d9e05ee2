/** Findings as somebody works through them: what stops the pull request first, then file by file, from top to bottom. */
import type { Finding, Severity } from '../lint/finding.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Files stay in the order in which they were found. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const files = [...new Set(findings.map(({ path }) => path))];
  return findings.toSorted(
    (a, b) =>
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      files.indexOf(a.path) - files.indexOf(b.path) ||
      (a.line ?? 0) - (b.line ?? 0),
  );
}
