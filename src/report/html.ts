/** The report as one page that needs nothing beside itself: the comment's story with room for all of it. */
import { renderSvg } from './graph-svg.ts';
import { sentence as verdictIn } from './headline.ts';
import { findingsPart } from './html-findings.ts';
import { proofPart } from './html-proof.ts';
import { remedyPart } from './html-remedy.ts';
import { STYLE } from './html-style.ts';
import { element, picture, sentence, type Html } from './html-text.ts';
import type { EnvironmentReport, Report } from './report.ts';
import { branchName, OUTCOME_SIGN, plural, shortSha } from './words.ts';

export function renderHtml(report: Report): string {
  const names = new Set(report.environments.map(({ name }) => name));
  const overall = report.findings.filter(
    ({ environment }) => environment === null || !names.has(environment),
  );
  const parts: readonly Html[] = [
    element('h1', [`${OUTCOME_SIGN[report.outcome]} `, sentence(verdictIn(report))]),
    element('p', element('small', judged(report))),
    ...report.environments.map((environment) => environmentPart(environment, report)),
    ...(overall.length === 0
      ? []
      : [element('section', [element('h2', 'The pull request'), ...findingsPart(overall)])]),
  ];
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>Alembic Gate: ${report.outcome}</title><style>${STYLE}</style></head><body>`,
    ...parts.map(({ html }) => html),
    '</body></html>',
    '',
  ].join('\n');
}

function judged({ base, head, tool }: Report): string {
  const by = `Alembic Gate ${tool.version}`;
  if (base.sha === '') return by;
  return `${shortSha(head.sha)} merged into ${branchName(base.ref)} at ${shortSha(base.sha)}, judged by ${by}`;
}

function environmentPart(environment: EnvironmentReport, report: Report): Html {
  const { name, outcome, reason, heads, neighbourhood } = environment;
  const findings = report.findings.filter((finding) => finding.environment === name);
  const said =
    heads.merged === null
      ? ['heads after the merge: not known']
      : [
          `${plural(heads.merged.length, 'head')} after the merge: `,
          element('code', heads.merged.join(', ') || 'none'),
        ];
  return element('section', [
    element('h2', [`${OUTCOME_SIGN[outcome]} `, name]),
    // A failure's reason is the first of its findings.
    ...(reason === null || outcome === 'fail' ? [] : [element('p', sentence(reason))]),
    element('p', said),
    ...(neighbourhood.length === 0 ? [] : [picture(renderSvg([{ name: '', nodes: neighbourhood }], 'page'))]),
    ...remedyPart(environment, report),
    ...findingsPart(findings),
    ...proofPart(environment, findings),
  ]);
}
