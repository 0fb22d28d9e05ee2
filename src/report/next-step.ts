/** What the reader should do first, in one line below the verdict. */
import type { Finding } from '../lint/finding.ts';
import { codeSpan } from './escape.ts';
import { inOrder } from './order.ts';
import { cure, prose } from './prose.ts';
import type { Report } from './report.ts';
import type { Setting } from './setting.ts';
import { branchName, isBehind, plural, shortSha } from './words.ts';

/** Nothing for a pass; of what was not evaluated the reason, which says what to do. */
export function nextStep(report: Report, setting: Setting = {}): string {
  const says = step(report, setting);
  return [
    ...(report.outcome === 'not-evaluated'
      ? [`**Why:** ${prose(report.reason ?? 'no reason was recorded')}`]
      : []),
    ...(says === null ? [] : [`**Next step:** ${says}`]),
  ].join('\n\n');
}

/** The cure that the next step has said whole, so that no finding needs to say it again; null where there are several. */
export function saidAbove(report: Report): string | null {
  const cures = new Set(openErrors(report).map(({ help }) => help));
  const [only = null] = cures;
  return cures.size === 1 && !hasCommand(report) ? only : null;
}

function step(report: Report, { fork = false }: Setting): string | null {
  const errors = openErrors(report);
  switch (report.outcome) {
    case 'pass':
      return null;
    case 'base-broken':
      return brokenBase(report);
    case 'fail':
    case 'not-evaluated': {
      if (hasCommand(report)) {
        const others = errors.filter(({ rule }) => rule !== 'no-multiple-heads');
        const base = codeSpan(branchName(report.base.ref));
        const cures = fork
          ? `apply the cure below to this branch${report.environments.some(isBehind) ? `, after merging ${base} into it` : ''}: it lives in a fork, where no command can commit.`
          : `comment ${codeSpan(`/merge-heads ${shortSha(report.head.sha)}`)}, and the cure below is committed to this branch.`;
        return `${elsewhere(report)}${cures}${then(others)}`;
      }
      const [first] = errors;
      if (first === undefined) return null;
      const others = errors.filter(({ help }) => help !== first.help);
      return `${cure(first.help)}${first.help.includes('\n') ? '' : then(others)}`;
    }
  }
}

function brokenBase({ base, forecast = [] }: Report): string {
  const branch = codeSpan(branchName(base.ref));
  const fix = forecast.find((one) => one.kind === 'cures');
  const when =
    fix === undefined
      ? `when ${branch} is mended`
      : `#${fix.pullRequest} mends ${branch} by ${codeSpan(fix.revision)}, and when it has landed`;
  return `none here: ${when}, this pull request is judged again by itself.`;
}

/** A second merge revision of the same heads would have to be joined with the first. */
function elsewhere({ forecast = [] }: Report): string {
  const fix = forecast.find((one) => one.kind === 'cures');
  if (fix === undefined) return '';
  const how = fix.into === 'branch' ? 'merge it into this branch' : 'land that one';
  return `#${fix.pullRequest} joins these heads already, by ${codeSpan(fix.revision)}: ${how}. Or `;
}

const openErrors = ({ findings }: Report): readonly Finding[] =>
  inOrder(findings).filter(({ severity, suppressed }) => severity === 'error' && suppressed === null);

/** Whether a command commits the cure: at a desk there is nobody to command. */
const hasCommand = ({ environments, head, outcome }: Report): boolean =>
  outcome !== 'base-broken' &&
  head.sha !== null &&
  environments.some(({ resolution }) => resolution !== null && resolution.refused === null);

const then = ({ length }: readonly Finding[]): string =>
  length === 0 ? '' : ` Then cure the ${length === 1 ? 'other error' : plural(length, 'other error')} below.`;
