/** Findings for code scanning (SARIF 2.1.0); an outcome without a finding is a notification, so nothing is silently empty. */
import type { Finding, Severity } from '../lint/finding.ts';
import { visible } from './escape.ts';
import type { Report } from './report.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function result({ rule, severity, message, help, path, line, endLine, suppressed }: Finding): object {
  const region = line === null ? {} : { region: { startLine: line, endLine: endLine ?? line } };
  return {
    ruleId: rule,
    level: LEVEL[severity],
    message: { text: `${message}\n${help}` },
    locations:
      path === null
        ? []
        : [{ physicalLocation: { artifactLocation: { uri: encodeURI(visible(path)) }, ...region } }],
    ...(suppressed === null
      ? {}
      : { suppressions: [{ kind: 'external', justification: suppressed.reason }] }),
  };
}

export function renderSarif(report: Report): string {
  const rules = [...new Set(report.findings.map(({ rule }) => rule))].sort().map((id) => ({ id }));
  const evaluated = report.outcome === 'pass' || report.outcome === 'fail';
  const notification = { level: 'error', message: { text: `${report.outcome}: ${report.reason ?? ''}` } };
  const run = {
    tool: { driver: { name: 'Alembic Gate', version: report.tool.version, rules } },
    invocations: [
      {
        executionSuccessful: evaluated,
        ...(evaluated ? {} : { toolExecutionNotifications: [notification] }),
      },
    ],
    results: report.findings.map(result),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}
