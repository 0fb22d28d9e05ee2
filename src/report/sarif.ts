/** Findings for code scanning (SARIF 2.1.0); an outcome without a finding is a notification, so nothing is silently empty. */
import type { Finding } from '../lint/finding.ts';
import type { Edit } from '../remedy/resolution.ts';
import { visible } from './escape.ts';
import type { Report } from './report.ts';
import { LEVEL, ruleDescriptor } from './sarif-rules.ts';

/** Plain text in which `[words](target)` is no link: a viewer may make one of it (SARIF 2.1.0, 3.11.6). */
const words = (text: string): string => visible(text).replaceAll('](', ']\u200b(');

const artifact = (path: string) => ({ artifactLocation: { uri: encodeURI(visible(path)) } });

/** Code scanning refuses a file with a result that is nowhere: what has no place stands on its environment's own file. */
function location({ path, line, endLine, environment }: Finding, { environments }: Report): object {
  const of = environments.find(({ name }) => name === environment) ?? environments[0];
  const file = path ?? (of === undefined ? '.github/alembic-gate.yml' : `${of.scriptLocation}/env.py`);
  const startLine = Math.max(1, line ?? 1);
  return {
    physicalLocation: {
      ...artifact(file),
      region: { startLine, endLine: Math.max(startLine, endLine ?? startLine) },
    },
  };
}

/** Whole lines are replaced, their endings left as they are. */
function replacement({ line, before, after }: Edit): object {
  const lines = before.split('\n');
  const startLine = Math.max(1, line);
  return {
    deletedRegion: {
      startLine,
      startColumn: 1,
      endLine: startLine + lines.length - 1,
      endColumn: (lines.at(-1)?.length ?? 0) + 1,
    },
    insertedContent: { text: after },
  };
}

function fixOf({ help, fix = [] }: Finding): object {
  if (fix.length === 0) return {};
  const paths = [...new Set(fix.map(({ path }) => path))];
  const artifactChanges = paths.map((path) => ({
    ...artifact(path),
    replacements: fix.filter((edit) => edit.path === path).map(replacement),
  }));
  return { fixes: [{ description: { text: words(help.split('\n', 1)[0] ?? '') }, artifactChanges }] };
}

/** A comment in the file is there to be seen; the configuration and an approval are elsewhere. */
function suppressionOf({ suppressed }: Finding): object {
  if (suppressed === null) return {};
  const { reason, by } = suppressed;
  const kind = by.startsWith('comment on line ') ? 'inSource' : 'external';
  return { suppressions: [{ kind, status: 'accepted', justification: words(`${reason} (${by})`) }] };
}

export function renderSarif(report: Report): string {
  const ids = [...new Set(report.findings.map(({ rule }) => rule))].sort();
  const results = report.findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: LEVEL[finding.severity],
    message: { text: words(`${finding.message}\n${finding.help}`) },
    locations: [location(finding, report)],
    ...fixOf(finding),
    ...suppressionOf(finding),
  }));
  const evaluated = report.outcome === 'pass' || report.outcome === 'fail';
  const notification = {
    level: 'error',
    message: { text: words(`${report.outcome}: ${report.reason ?? ''}`) },
  };
  const run = {
    tool: {
      driver: { name: 'Alembic Gate', version: report.tool.version, rules: ids.map(ruleDescriptor) },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: evaluated,
        ...(evaluated ? {} : { toolExecutionNotifications: [notification] }),
      },
    ],
    results,
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}
