/** The report as GitHub markdown, for the sticky comment and the job summary: verdict, next step, graph, cure, findings, proof. */
import { FULL_DETAIL, type Detail } from './detail.ts';
import { codeSpan, fence } from './escape.ts';
import { forecastSection } from './markdown-forecast.ts';
import { findingsSection } from './markdown-findings.ts';
import { proofSection } from './markdown-proof.ts';
import { remedySection } from './markdown-remedy.ts';
import { mermaid, textGraph } from './mermaid.ts';
import { cure, prose } from './prose.ts';
import type { EnvironmentReport, Report } from './report.ts';
import { headline, OUTCOME_SIGN, plural, shortSha, untouched } from './words.ts';

function headsSection(environment: EnvironmentReport, detail: Detail): string {
  const { heads, expectedHeads, neighbourhood } = environment;
  const merged = heads.merged;
  const expected =
    typeof expectedHeads === 'number'
      ? expectedHeads
      : Object.values(expectedHeads).reduce((a, b) => a + b, 0);
  const list = merged === null ? 'not known' : merged.map(codeSpan).join(', ') || 'none';
  const line = `**Heads after the merge:** ${list}${merged !== null && merged.length === expected ? '' : ` (${plural(expected, 'head')} expected)`}`;
  if (neighbourhood.length === 0) return line;
  const text = `<details><summary>The same as text</summary>\n\n${fence(textGraph(neighbourhood), 'text')}\n\n</details>`;
  return [
    line,
    ...(detail.drawing
      ? [fence(mermaid(neighbourhood), 'mermaid'), text]
      : [fence(textGraph(neighbourhood), 'text')]),
  ].join('\n\n');
}

function environmentSection(environment: EnvironmentReport, report: Report, detail: Detail): string {
  if (untouched(environment) && environment.outcome === 'pass') return '';
  const title =
    report.environments.length > 1
      ? `### ${OUTCOME_SIGN[environment.outcome]} ${codeSpan(environment.name)}`
      : '';
  const reason =
    report.environments.length > 1 && environment.reason !== null ? prose(environment.reason) : '';
  return [
    title,
    reason,
    headsSection(environment, detail),
    remedySection(environment, report, detail),
    findingsSection(
      report.findings.filter((finding) => finding.environment === environment.name),
      detail.findings,
    ),
    proofSection(environment, detail),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The body without marker; `detail` bounds its size. */
export function renderMarkdown(report: Report, detail: Detail = FULL_DETAIL): string {
  const overall = report.findings.filter(
    ({ environment }) => !report.environments.some(({ name }) => name === environment),
  );
  return [
    `## ${OUTCOME_SIGN[report.outcome]} ${prose(headline(report))}`,
    nextStep(report),
    ...report.environments.map((environment) => environmentSection(environment, report, detail)),
    overall.length > 0 && report.environments.length > 0 ? '### The pull request' : '',
    findingsSection(overall, detail.findings),
    forecastSection(report),
    footer(report),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** What the reader should do first; the reason of what was not evaluated says it itself. */
function nextStep(report: Report): string {
  if (report.outcome === 'pass') return '';
  const sha = shortSha(report.head.sha);
  if (
    report.environments.some(({ resolution }) => resolution !== null && resolution.refused === null) &&
    report.head.sha !== null
  ) {
    return `**Next step:** comment ${codeSpan(`/merge-heads ${sha}`)} on this pull request, and the merge revision below is committed to its branch.`;
  }
  const first = report.findings.find(
    ({ severity, suppressed }) => severity === 'error' && suppressed === null,
  );
  return first === undefined ? '' : `**Next step:** ${cure(first.help)}`;
}

function footer(report: Report): string {
  if (report.base.sha === '') return `<sub>Alembic Gate ${report.tool.version}.</sub>`;
  return `<sub>Judged ${codeSpan(shortSha(report.head.sha))} merged into ${codeSpan(report.base.ref)} at ${codeSpan(shortSha(report.base.sha))} by Alembic Gate ${report.tool.version}.</sub>`;
}
