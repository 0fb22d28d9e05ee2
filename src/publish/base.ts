/** The trunk's own verdict: a status on its tip, and the issues that are open while something is wrong with it. */
import { FULL_DETAIL } from '../report/detail.ts';
import { codeSpan, fence, oneLine } from '../report/escape.ts';
import { COMMENT_LIMIT } from '../report/fit.ts';
import { folded } from '../report/fold.ts';
import { drawing } from '../report/markdown-heads.ts';
import type { EnvironmentReport, Report } from '../report/report.ts';
import { plural, shortSha } from '../report/words.ts';
import type { CommitStatus } from './existing.ts';
import { markerWord, type Topic } from './issues.ts';
import { unprovenWords, type Unproven } from './unproven.ts';

export const BASE_CONTEXT = 'alembic-gate/base';

/** Beyond the expected heads there is a cure for it. */
const forked = ({ environments }: Report): readonly EnvironmentReport[] =>
  environments.filter(({ resolution }) => resolution !== null);

/** `report` is the trunk's tip against itself; `unproven` what landed on it so, or a sentence about why nobody knows. */
export function baseStatus(report: Report, unproven: readonly Unproven[] | string): CommitStatus {
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
  if (typeof unproven === 'string') return say('error', `Not evaluated: ${unproven}`);
  if (unproven.length > 0) return say('failure', unprovenWords(unproven));
  return say('success', headsOf(report.environments));
}

const headsOf = (environments: readonly EnvironmentReport[]): string =>
  environments
    .map(({ name, heads: { base } }) => `${plural(base.length, 'head')} in ${name} (${base.join(', ')})`)
    .join('; ');

/** While the trunk is forked. */
export function forkedTopic(branch: string, report: Report): Topic {
  const marker = `<!-- alembic-gate:base:${markerWord(branch)} -->`;
  const split = forked(report);
  if (split.length === 0)
    return { marker, state: baseStatus(report, []).state === 'success' ? 'healed' : 'unknown' };
  const title = oneLine(`The migrations of ${branch} are forked: ${headsOf(split)}`, 200);
  const body = [
    `\`alembic upgrade head\` applies nothing on ${codeSpan(branch)} until its heads are one again: ${split
      .map(({ heads: { base } }) => base.map((id) => codeSpan(id)).join(' and '))
      .join('; ')}.`,
    ...sections(split, report),
    `<sub>${codeSpan(branch)} at ${codeSpan(shortSha(report.base.sha))}, judged by Alembic Gate ${report.tool.version}. This issue is closed when the heads are one again.</sub>`,
  ].join('\n\n');
  return { marker, state: { title, body } };
}

/** While two trunks are single-headed and what they would be together is not; `report` is of one merged into the other. */
export function apartTopic(branch: string, other: string, report: Report): Topic {
  const names = [branch, other].toSorted();
  const marker = `<!-- alembic-gate:apart:${names.map(markerWord).join(':')} -->`;
  if (report.environments.some(({ heads }) => heads.merged === null) || report.environments.length === 0)
    return { marker, state: 'unknown' };
  const split = forked(report);
  if (split.length === 0) return { marker, state: 'healed' };
  const heads = split.map(({ name, heads: { merged } }) => `${(merged ?? []).join(', ')} in ${name}`);
  const [one = '', two = ''] = names;
  const title = oneLine(`${one} and ${two} will fork when they are merged: ${heads.join('; ')}`, 200);
  const body = [
    `Each of ${codeSpan(one)} and ${codeSpan(two)} has one line of history, and their merge has not: whoever merges one into the other stops every deployment of it.`,
    ...split.map(remedy),
  ].join('\n\n');
  return { marker, state: { title, body } };
}

/** The drawing and the cure of each environment; without the drawings and the files where that is too long for an issue. */
function sections(split: readonly EnvironmentReport[], report: Report): readonly string[] {
  const whole = split.flatMap((one) => [
    drawing(one.neighbourhood, report, FULL_DETAIL),
    remedy(one),
    file(one),
  ]);
  const fits = whole.join('').length < COMMENT_LIMIT - 5000;
  return (fits ? whole : split.map(remedy)).filter((part) => part !== '');
}

function file({ resolution }: EnvironmentReport): string {
  const { path = '', content = null } = resolution?.mergeRevision ?? {};
  if (content === null) return '';
  return folded('The file that it writes', `${codeSpan(path)}\n\n${fence(content, 'python')}`);
}

function remedy({ resolution }: EnvironmentReport): string {
  const { command = '' } = resolution?.mergeRevision ?? {};
  return `Open a pull request with what this writes: ${codeSpan(command)}`;
}
