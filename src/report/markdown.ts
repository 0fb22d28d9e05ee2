/** The report as GitHub markdown, for the sticky comment and the job summary: verdict, next step, graph, cure, findings, proof. */
import { FULL_DETAIL, type Detail } from './detail.ts';
import { codeSpan } from './escape.ts';
import { sentence } from './headline.ts';
import { forecastSection } from './markdown-forecast.ts';
import { findingsSection } from './markdown-findings.ts';
import { headsSection } from './markdown-heads.ts';
import { proofSection } from './markdown-proof.ts';
import { remedySection } from './markdown-remedy.ts';
import { nextStep, saidAbove } from './next-step.ts';
import { prose } from './prose.ts';
import type { EnvironmentReport, Report } from './report.ts';
import type { Setting } from './setting.ts';
import { branchName, OUTCOME_SIGN, plural, shortSha, untouched } from './words.ts';

/** The body without marker; `detail` bounds its size. A pass that needs no more words is one line, the rest folded. */
export function renderMarkdown(report: Report, detail: Detail = FULL_DETAIL, setting: Setting = {}): string {
  const overall = report.findings.filter(
    ({ environment }) => !report.environments.some(({ name }) => name === environment),
  );
  const shown = report.environments.filter((one) => !(untouched(one) && one.outcome === 'pass'));
  const more = shown.length - detail.environments;
  return [
    title(report, setting),
    setting.pending ?? nextStep(report, setting),
    ...shown.slice(0, detail.environments).map((one) => environmentSection(one, report, { detail, setting })),
    more > 0 ? `_${plural(more, 'more environment')} in the report file of the run._` : '',
    overall.length > 0 && report.environments.length > 0 ? '### The pull request' : '',
    findingsSection(overall, detail.findings, { above: saidAbove(report) }),
    forecastSection(report),
    detail.left === ''
      ? ''
      : `_Too long for a comment: ${detail.left} left out; the run’s report has everything._`,
    footer(report),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** A heading for what somebody must act on; for anything else a line is loud enough. */
function title(report: Report, { pending }: Setting): string {
  const says = prose(sentence(report));
  if (pending !== undefined) return `⏳ **Not proved yet.** ${says}`;
  switch (report.outcome) {
    case 'pass':
      return `${OUTCOME_SIGN.pass} ${says}`;
    case 'not-evaluated':
      // The reason is a sentence for a paragraph: what, where, what to do.
      return `## ${OUTCOME_SIGN[report.outcome]} Not evaluated, so this is not green.`;
    case 'fail':
    case 'base-broken':
      return `## ${OUTCOME_SIGN[report.outcome]} ${says}`;
  }
}

function environmentSection(
  environment: EnvironmentReport,
  report: Report,
  { detail, setting }: { readonly detail: Detail; readonly setting: Setting },
): string {
  const isOneOfMany = report.environments.length > 1;
  const { name, outcome, reason } = environment;
  return [
    isOneOfMany ? `### ${OUTCOME_SIGN[outcome]} ${codeSpan(name)}` : '',
    // A failure's reason is the first of its findings.
    isOneOfMany && reason !== null && outcome !== 'fail' ? prose(reason) : '',
    headsSection(environment, report, detail),
    remedySection(environment, report, { detail, setting }),
    findingsSection(
      report.findings.filter((finding) => finding.environment === name),
      detail.findings,
      { resolution: environment.resolution, above: saidAbove(report) },
    ),
    proofSection(environment, report.findings, detail),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function footer({ base, head, tool }: Report): string {
  if (base.sha === '') return `<sub>Alembic Gate ${tool.version}.</sub>`;
  return `<sub>Judged ${codeSpan(shortSha(head.sha))} merged into ${codeSpan(branchName(base.ref))} at ${codeSpan(shortSha(base.sha))} by Alembic Gate ${tool.version}.</sub>`;
}
