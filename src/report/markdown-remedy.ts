/** Both cures for several heads, the recommended one first and open. */
import type { Detail } from './detail.ts';
import { codeSpan, fence } from './escape.ts';
import { prose } from './prose.ts';
import type { EnvironmentReport, Report } from './report.ts';
import { shortSha } from './words.ts';

function mergeRevision(environment: EnvironmentReport, report: Report, detail: Detail): string {
  const merge = environment.resolution?.mergeRevision;
  if (merge === undefined) return '';
  const command =
    report.head.sha === null
      ? ''
      : `Comment ${codeSpan(`/merge-heads ${shortSha(report.head.sha)}`)}, or run:`;
  const shell = fence(merge.command, 'sh');
  if (merge.content === null) return [command, shell].join('\n\n').trim();
  const file = detail.files
    ? `It writes ${codeSpan(merge.path)}:\n\n${fence(merge.content, 'python')}`
    : `It writes ${codeSpan(merge.path)}.`;
  return [command, shell, file].filter((part) => part !== '').join('\n\n');
}

function reParent(environment: EnvironmentReport): string {
  const edits = environment.resolution?.reParent?.edits ?? [];
  const diff = edits.map(({ path, line, before, after }) => {
    const removed = before.split('\n').map((text) => `-${text}`);
    const added = after.split('\n').map((text) => `+${text}`);
    return [`${path}:${String(line)}`, ...removed, ...added].join('\n');
  });
  return fence(diff.join('\n'), 'diff');
}

const folded = (title: string, body: string, open: boolean): string =>
  `<details${open ? ' open' : ''}><summary>${title}</summary>\n\n${body}\n\n</details>`;

/** Nothing where the heads are as expected. */
export function remedySection(environment: EnvironmentReport, report: Report, detail: Detail): string {
  const { resolution } = environment;
  if (resolution === null) return '';
  if (resolution.refused !== null) {
    const other = resolution.reParent === null ? [] : [folded('Re-parent', reParent(environment), true)];
    return ['#### Cure', prose(resolution.refused), ...other].join('\n\n');
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
    const parent = folded(`Re-parent${mergeFirst ? '' : recommended}`, reParent(environment), !mergeFirst);
    if (mergeFirst) parts.push(parent);
    else parts.unshift(parent);
  }
  return ['#### Cure', prose(resolution.because), ...parts].join('\n\n');
}
