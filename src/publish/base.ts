/** The trunk's own verdict: a status on its tip, and the one issue that is open while it is forked. */
import { fitMarkdown } from '../report/fit.ts';
import { codeSpan, oneLine } from '../report/escape.ts';
import type { EnvironmentReport, Report } from '../report/report.ts';
import { plural } from '../report/words.ts';
import { isOurs, type Account, type CommitStatus } from './existing.ts';

export const BASE_CONTEXT = 'alembic-gate/base';

export type IssueWrite =
  | { readonly kind: 'create-issue'; readonly title: string; readonly body: string }
  | {
      readonly kind: 'update-issue';
      readonly number: number;
      readonly change: { readonly title: string; readonly body: string } | 'close';
    };

interface ExistingIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: Account | null;
}

/** Beyond the expected heads there is a cure for it. */
const forked = ({ environments }: Report): readonly EnvironmentReport[] =>
  environments.filter(({ resolution }) => resolution !== null);

/** `report` is the trunk's tip against itself. */
export function baseStatus(report: Report): CommitStatus {
  const split = forked(report);
  const say = (state: CommitStatus['state'], words: string): CommitStatus => ({
    state,
    description: oneLine(words, 140),
  });
  if (split.length > 0) return say('failure', headsOf(split));
  if (report.outcome === 'not-evaluated')
    return say('error', `Not evaluated: ${report.reason ?? 'no reason was recorded'}`);
  const wrong = report.findings.find(({ suppressed }) => suppressed === null);
  if (wrong !== undefined) return say('failure', wrong.message);
  return say('success', headsOf(report.environments));
}

const headsOf = (environments: readonly EnvironmentReport[]): string =>
  environments
    .map(({ name, heads: { base } }) => `${plural(base.length, 'head')} in ${name} (${base.join(', ')})`)
    .join('; ');

const marker = (branch: string): string => `<!-- alembic-gate:base:${encodeURIComponent(branch)} -->`;

/** Exactly one issue of ours per trunk while it is forked, none when it is healed. */
export function planIssue(
  branch: string,
  report: Report,
  issues: readonly ExistingIssue[],
  me: string,
): readonly IssueWrite[] {
  const ours = issues
    .filter(({ body, author }) => body.startsWith(marker(branch)) && isOurs(author, me))
    .toSorted((a, b) => a.number - b.number);
  const split = forked(report);
  // What cannot be read is not healed.
  const close = ({ number }: ExistingIssue): IssueWrite => ({
    kind: 'update-issue',
    number,
    change: 'close',
  });
  if (split.length === 0) return baseStatus(report).state === 'success' ? ours.map(close) : [];
  const title = oneLine(`The migrations of ${branch} are forked: ${headsOf(split)}`, 200);
  const body = [
    marker(branch),
    `\`alembic upgrade head\` applies nothing on ${codeSpan(branch)} until its heads are one again: ${split
      .map(({ heads: { base } }) => base.map((id) => codeSpan(id)).join(' and '))
      .join('; ')}.`,
    ...split.map(({ resolution }) => {
      const { command = '' } = resolution?.mergeRevision ?? {};
      return `Open a pull request with what this writes: ${codeSpan(command)}`;
    }),
    fitMarkdown(report, undefined, 2000),
  ].join('\n\n');
  const [kept, ...more] = ours;
  if (kept === undefined) return [{ kind: 'create-issue', title, body }];
  const same = kept.title === title;
  return [
    ...(same ? [] : [{ kind: 'update-issue' as const, number: kept.number, change: { title, body } }]),
    ...more.map(close),
  ];
}
