/** What landed on a trunk though nothing ever showed that it works: the record of it, which a person closes. */
import { codeSpan, oneLine } from '../report/escape.ts';
import { plural, shortSha } from '../report/words.ts';
import { issuesOn, markerWord, type ExistingIssue, type Topic } from './issues.ts';

export interface Unproven {
  readonly revision: string;
  readonly path: string;
  /** The commit that never had a green verdict: the pull request's head, or what was pushed. */
  readonly commit: string;
  /** null: it was pushed without one. */
  readonly pullRequest: number | null;
  /** Who merged or wrote it, as far as GitHub knows. */
  readonly by: string | null;
}

const marker = (branch: string): string => `<!-- alembic-gate:unproven:${markerWord(branch)} -->`;

/** null: it could not be found out. */
export function unprovenTopic(branch: string, all: readonly Unproven[] | null): Topic {
  if (all === null) return { marker: marker(branch), state: 'unknown' };
  if (all.length === 0) return { marker: marker(branch), state: 'healed' };
  const title = oneLine(
    `${plural(all.length, 'migration')} landed on ${branch} without a proof: ${all.map(({ revision }) => revision).join(', ')}`,
    200,
  );
  const body = [
    `Nothing has shown that ${all.length === 1 ? 'this migration' : 'these migrations'} can be run or undone: the next deployment of ${codeSpan(branch)} is the first to try.`,
    all.map((one) => `- ${sentence(one)}`).join('\n'),
    '**What to do:** run it on a copy of the database, or revert it, then close this issue: `alembic-gate/base` turns green with the next push or the next night. Where an emergency was the reason, this issue is the record of it.',
    all.map(entry).join('\n'),
  ].join('\n\n');
  return { marker: marker(branch), state: { title, body } };
}

function sentence({ revision, path, commit, pullRequest, by }: Unproven): string {
  const who = by === null ? 'somebody' : codeSpan(by);
  const what = `${codeSpan(revision)} (${codeSpan(path)})`;
  return pullRequest === null
    ? `${what} was pushed by ${who} in ${shortSha(commit)}, without a pull request.`
    : `${what} came with #${pullRequest}, merged by ${who}; its head ${shortSha(commit)} never had a green \`alembic-gate/verdict\`.`;
}

/** Words after `failure: `, for the trunk's status. */
export const unprovenWords = (all: readonly Unproven[]): string =>
  `Landed unproven: ${all
    .map(
      ({ revision, pullRequest, by }) =>
        `${revision} ${pullRequest === null ? 'pushed' : `with #${pullRequest}`} by ${by ?? 'somebody'}`,
    )
    .join(', ')}`;

const entry = ({ revision, path, commit, pullRequest, by }: Unproven): string =>
  `<!-- alembic-gate:entry ${[revision, path, commit, String(pullRequest ?? 0), by ?? ''].map(markerWord).join(' ')} -->`;

const ENTRY = /^<!-- alembic-gate:entry (\S*) (\S*) ([0-9a-f]{40}) (\d+) (\S*) -->$/gm;

/** What the open record says: an issue that was closed says that somebody has looked. */
export function recorded(branch: string, issues: readonly ExistingIssue[], me: string): readonly Unproven[] {
  return issuesOn(marker(branch), issues, me).flatMap(({ body }) =>
    [...body.replaceAll('\r', '').matchAll(ENTRY)].flatMap(([, revision, path, commit = '', number, by]) => {
      const [id, file, who] = [revision, path, by].map(decoded);
      if (id === undefined || file === undefined || who === undefined) return [];
      const pullRequest = Number(number) === 0 ? null : Number(number);
      return [{ revision: id, path: file, commit, pullRequest, by: who === '' ? null : who }];
    }),
  );
}

/** undefined for what was never written by us. */
function decoded(word = ''): string | undefined {
  try {
    return decodeURIComponent(word);
  } catch {
    return undefined;
  }
}
