/** What of a report belongs on lines of files: findings of one place together, and with them the cure that edits it. */
import type { Finding, Severity } from '../lint/finding.ts';
import type { Edit } from '../remedy/resolution.ts';
import type { EnvironmentReport, Report } from '../report/report.ts';
import { withoutEchoes } from '../report/said-once.ts';
import { isBehind } from '../report/words.ts';

export interface Remark {
  readonly path: string;
  /** Both inclusive. */
  readonly line: number;
  readonly endLine: number;
  /** The worst first; none where the cure alone belongs here. */
  readonly findings: readonly Finding[];
  readonly cure: LineCure | null;
}

/** Edits of one file. */
export type LineCure =
  | { readonly kind: 'fix'; readonly edits: readonly Edit[] }
  | {
      readonly kind: 're-parent';
      readonly edits: readonly Edit[];
      readonly recommended: boolean;
      /** How many files have to be edited together. */
      readonly files: number;
      /** Whether the branch lacks the revision that is to be followed. */
      readonly behind: boolean;
    };

type Placed = Finding & { readonly path: string; readonly line: number };

const isPlaced = (finding: Finding): finding is Placed => finding.path !== null && finding.line !== null;

const ORDER: readonly Severity[] = ['error', 'warning'];
/** What a re-parent cures, of the findings that have a place. */
const HEADS: ReadonlySet<string> = new Set(['no-multiple-heads', 'no-stale-parent']);

/** Errors first. Information stays in the comment alone, since a review notifies everybody who follows. */
export function remarksOf(report: Report): readonly Remark[] {
  const findings = withoutEchoes(report.findings);
  const remarks = ORDER.flatMap((severity) =>
    byPlace(findings.filter((one) => one.suppressed === null && one.severity === severity)),
  ).reduce(joined, []);
  return report.environments.flatMap(reParents).reduce(withReParent, remarks);
}

function byPlace(findings: readonly Finding[]): readonly Remark[] {
  return findings.filter(isPlaced).map((finding) => {
    const { path, line, fix = [] } = finding;
    const endLine = Math.max(line, finding.endLine ?? line);
    const cure: LineCure | null = fix.length === 0 ? null : { kind: 'fix', edits: fix };
    return { path, line, endLine, findings: [finding], cure };
  });
}

/** Two cures of one place would be two blocks that undo each other, so the first one counts. */
function joined(remarks: readonly Remark[], one: Remark): readonly Remark[] {
  const there = remarks.find(
    ({ path, line, endLine }) => path === one.path && line === one.line && endLine === one.endLine,
  );
  if (there === undefined) return [...remarks, one];
  const both = { ...there, findings: [...there.findings, ...one.findings], cure: there.cure ?? one.cure };
  return remarks.map((remark) => (remark === there ? both : remark));
}

/** One for each file that the cure edits. */
function reParents(environment: EnvironmentReport): readonly Remark[] {
  const { resolution } = environment;
  const edits = resolution?.reParent?.edits ?? [];
  const paths = [...new Set(edits.map(({ path }) => path))];
  return paths.map((path) => {
    const own = edits.filter((edit) => edit.path === path);
    const line = Math.min(...own.map((edit) => edit.line));
    const cure: LineCure = {
      kind: 're-parent',
      edits: own,
      recommended: resolution?.recommended === 're-parent',
      files: paths.length,
      behind: isBehind(environment),
    };
    return { path, line, endLine: line, findings: [], cure };
  });
}

/** It says what the findings about the heads ask for, so it stands with them. */
function withReParent(remarks: readonly Remark[], one: Remark): readonly Remark[] {
  const there = remarks.find(
    ({ path, findings }) => path === one.path && findings.some(({ rule }) => HEADS.has(rule)),
  );
  if (there === undefined) return [...remarks, one];
  return remarks.map((remark) => (remark === there ? { ...remark, cure: one.cure } : remark));
}
