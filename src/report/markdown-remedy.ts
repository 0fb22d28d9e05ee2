/** Both cures for several heads, the recommended one first and open. */
import type { Resolution } from '../remedy/resolution.ts';
import type { Detail } from './detail.ts';
import { codeSpan, fence } from './escape.ts';
import { folded } from './fold.ts';
import { prose } from './prose.ts';
import type { EnvironmentReport, Report } from './report.ts';
import { shortSha } from './words.ts';

function mergeRevision({ resolution }: EnvironmentReport, report: Report, detail: Detail): string {
  const merge = resolution?.mergeRevision;
  if (merge === undefined) return '';
  const commits =
    report.head.sha === null
      ? 'Run:'
      : `Comment ${codeSpan(`/merge-heads ${shortSha(report.head.sha)}`)}, or run:`;
  const shell = fence(merge.command, 'sh');
  if (merge.content === null) return [commits, shell].join('\n\n');
  const file = detail.files
    ? folded(`The file that it writes`, `${codeSpan(merge.path)}\n\n${fence(merge.content, 'python')}`)
    : `It writes ${codeSpan(merge.path)}.`;
  return [commits, shell, file].join('\n\n');
}

function reParent({ resolution }: EnvironmentReport, { head }: Report): string {
  const edits = resolution?.reParent?.edits ?? [];
  const diff = edits.map(({ path, line, before, after }) => {
    const removed = before.split('\n').map((text) => `-${text}`);
    const added = after.split('\n').map((text) => `+${text}`);
    return [`${path}:${String(line)}`, ...removed, ...added].join('\n');
  });
  const command = `/merge-heads ${shortSha(head.sha)} re-parent`;
  const commits = head.sha === null ? [] : [`Comment ${codeSpan(command)}, or edit:`];
  return [...commits, fence(diff.join('\n'), 'diff')].join('\n\n');
}

/** Nothing where the heads are as expected; folded where it is not this pull request that needs it. */
export function remedySection(environment: EnvironmentReport, report: Report, detail: Detail): string {
  const { resolution, outcome } = environment;
  if (resolution === null) return '';
  if (outcome !== 'base-broken')
    return ['#### Cure', remedies(environment, resolution, report, detail)].join('\n\n');
  return folded('Or mend it with this pull request', remedies(environment, resolution, report, detail));
}

function remedies(
  environment: EnvironmentReport,
  resolution: Resolution,
  report: Report,
  detail: Detail,
): string {
  if (resolution.refused !== null) {
    const other =
      resolution.reParent === null ? [] : [folded('Re-parent', reParent(environment, report), true)];
    return [prose(resolution.refused), ...other].join('\n\n');
  }
  const mergeFirst = resolution.recommended === 'merge-revision';
  const recommended = ' <b>(recommended)</b>';
  const merge = folded(
    `Merge revision${mergeFirst ? recommended : ''}`,
    mergeRevision(environment, report, detail),
    mergeFirst,
  );
  const parts = [merge];
  if (resolution.reParent !== null) {
    const parent = folded(
      `Re-parent${mergeFirst ? '' : recommended}`,
      reParent(environment, report),
      !mergeFirst,
    );
    if (mergeFirst) parts.push(parent);
    else parts.unshift(parent);
  }
  return [prose(resolution.because), ...parts].join('\n\n');
}
