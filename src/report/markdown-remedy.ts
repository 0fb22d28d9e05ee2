/** Both cures for several heads, the recommended one first and open. */
import type { Resolution } from '../remedy/resolution.ts';
import type { Detail } from './detail.ts';
import { codeSpan, fence } from './escape.ts';
import { folded } from './fold.ts';
import { prose } from './prose.ts';
import type { EnvironmentReport, Report } from './report.ts';
import type { Setting } from './setting.ts';
import { branchName, isBehind, shortSha } from './words.ts';

/** Where a cure is read: how much of it is shown, and who can commit it. */
interface Place {
  readonly detail: Detail;
  readonly setting: Setting;
}

/** How the reader brings it about: by a command unless the next step has named it, and by hand. */
function ways(
  environment: EnvironmentReport,
  report: Report,
  { command, verb, setting }: { readonly command: string; readonly verb: string; readonly setting: Setting },
): string {
  const base = codeSpan(branchName(report.base.ref));
  const isBare = report.head.sha === null || setting.fork === true || command === '';
  if (isBehind(environment)) {
    const hand = `merge ${base} into the branch, then ${verb}:`;
    return isBare ? `By hand: ${hand}` : `Comment ${codeSpan(command)}, or ${hand}`;
  }
  return isBare ? 'By hand:' : `Comment ${codeSpan(command)}, or ${verb}:`;
}

function mergeRevision(environment: EnvironmentReport, report: Report, { detail, setting }: Place): string {
  const { resolution, outcome } = environment;
  const merge = resolution?.mergeRevision;
  if (merge === undefined) return '';
  const isNamed = resolution?.recommended === 'merge-revision' && outcome !== 'base-broken';
  const command = isNamed ? '' : `/merge-heads ${shortSha(report.head.sha)} merge`;
  const commits = ways(environment, report, { command, verb: 'run', setting });
  const shell = fence(merge.command, 'sh');
  if (merge.content === null) return [commits, shell].join('\n\n');
  const file = detail.files
    ? folded(`The file that it writes`, `${codeSpan(merge.path)}\n\n${fence(merge.content, 'python')}`)
    : `It writes ${codeSpan(merge.path)}.`;
  return [commits, shell, file].join('\n\n');
}

function reParent(environment: EnvironmentReport, report: Report, { setting }: Place): string {
  const { resolution, outcome } = environment;
  const edits = resolution?.reParent?.edits ?? [];
  const diff = edits.map(({ path, line, before, after }) => {
    const removed = before.split('\n').map((text) => `-${text}`);
    const added = after.split('\n').map((text) => `+${text}`);
    return [`${path}:${String(line)}`, ...removed, ...added].join('\n');
  });
  const isNamed =
    resolution?.recommended === 're-parent' && resolution.refused === null && outcome !== 'base-broken';
  const command = isNamed ? '' : `/merge-heads ${shortSha(report.head.sha)} re-parent`;
  return [ways(environment, report, { command, verb: 'edit', setting }), fence(diff.join('\n'), 'diff')].join(
    '\n\n',
  );
}

/** Nothing where the heads are as expected; folded where it is not this pull request that needs it. */
export function remedySection(environment: EnvironmentReport, report: Report, place: Place): string {
  const { resolution, outcome } = environment;
  if (resolution === null) return '';
  if (outcome !== 'base-broken')
    return ['#### Cure', remedies(environment, resolution, report, place)].join('\n\n');
  return folded('Or mend it with this pull request', remedies(environment, resolution, report, place));
}

function remedies(
  environment: EnvironmentReport,
  resolution: Resolution,
  report: Report,
  place: Place,
): string {
  if (resolution.refused !== null) {
    const other =
      resolution.reParent === null ? [] : [folded('Re-parent', reParent(environment, report, place), true)];
    return [prose(resolution.refused), ...other].join('\n\n');
  }
  const mergeFirst = resolution.recommended === 'merge-revision';
  const recommended = ' <b>(recommended)</b>';
  const merge = folded(
    `Merge revision${mergeFirst ? recommended : ''}`,
    mergeRevision(environment, report, place),
    mergeFirst,
  );
  const parts = [merge];
  if (resolution.reParent !== null) {
    const parent = folded(
      `Re-parent${mergeFirst ? '' : recommended}`,
      reParent(environment, report, place),
      !mergeFirst,
    );
    if (mergeFirst) parts.push(parent);
    else parts.unshift(parent);
  }
  return [prose(resolution.because), ...parts].join('\n\n');
}
