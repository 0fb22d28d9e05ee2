/** Findings as workflow commands, within what GitHub shows: ten of each level a step; the rest silently vanish there. */
import type { Finding, Severity } from '../lint/finding.ts';
import { commandMessage, commandProperty } from './escape.ts';
import type { Report } from './report.ts';
import { besidePlace, withoutEchoes } from './said-once.ts';

/** GitHub's limit per level and step. */
const PER_LEVEL = 10;

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

function annotation(finding: Finding): string {
  const { severity, path, line, endLine, rule, help } = finding;
  const place =
    path === null
      ? []
      : [
          `file=${commandProperty(path)}`,
          `line=${String(line ?? 1)}`,
          `endLine=${String(endLine ?? line ?? 1)}`,
        ];
  const properties = [...place, `title=${commandProperty(rule)}`].join(',');
  return `::${COMMAND[severity]} ${properties}::${commandMessage(`${besidePlace(finding)}\n${help}`)}`;
}

/** One workflow command a line, errors first; a last notice counts what did not fit. */
export function renderAnnotations(report: Report): string {
  const open = withoutEchoes(report.findings.filter(({ suppressed }) => suppressed === null));
  const lines = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const all = open.filter((finding) => finding.severity === severity);
    const fitting = all.length <= PER_LEVEL ? all : all.slice(0, PER_LEVEL - 1);
    const rest = all.length - fitting.length;
    return [
      ...fitting.map(annotation),
      ...(rest > 0
        ? [`::${COMMAND[severity]} title=alembic-gate::${String(rest)} more in the job summary`]
        : []),
    ];
  });
  const noFinding = lines.length === 0 && report.outcome !== 'pass';
  if (noFinding) lines.push(`::error title=alembic-gate::${commandMessage(report.reason ?? report.outcome)}`);
  return lines.map((line) => `${line}\n`).join('');
}
