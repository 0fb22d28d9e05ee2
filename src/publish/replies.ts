/** What the bot answers to commands. Nothing of it starts a line with a slash, so that no answer is a command. */
import { MERGE_HEADS_USAGE } from '../event/command.ts';
import { codeSpan, commitText, fence, plain } from '../report/escape.ts';
import { prose } from '../report/prose.ts';
import type { Edit } from '../remedy/resolution.ts';
import { isOurs, type Comment } from './existing.ts';
import type { Cure } from './cure.ts';

/** Opens the reply to one command, so that a run that is repeated does not answer twice. */
const replyMarker = (commentId: number): string => `<!-- alembic-gate:reply:${commentId} -->`;

export const replyBody = (commentId: number, text: string): string => `${replyMarker(commentId)}\n${text}`;

export const isAnswered = (commentId: number, comments: readonly Comment[], me: string): boolean =>
  comments.some(({ body, author }) => body.startsWith(replyMarker(commentId)) && isOurs(author, me));

type FoundCure = Extract<Cure, { kind: 'cure' }>;

export const refusalReply = (why: string): string => `Nothing was committed: ${prose(why)}.`;

export const faultReply = (what: string): string =>
  `The command could not be carried out: ${prose(what)}. Command again to try again.`;

const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

/** Names the author, because only a mention tells them, and the commit, which GitHub turns into a link. */
export function movedNews(author: string | null, base: string, commit: string): string {
  const whom = author === null ? 'Attention' : LOGIN.test(author) ? `@${author}` : codeSpan(author);
  return `${whom}: this was green until ${commit} landed on ${codeSpan(base)}.`;
}

/** One word per group and pull request; `says` is the verdict's headline, `above` the pull request that it stands on. */
export const groupBody = (sha: string, base: string, says: string, above: number | null): string =>
  [
    groupMarker(sha),
    `The merge queue’s commit ${sha} cannot land on ${codeSpan(base)}: ${prose(says.replace(/\.$/, ''))}.`,
    `${above === null ? 'What stands before this pull request in the queue' : `#${above}, which stands before this pull request in the queue,`} is part of that commit. When it has landed, this pull request is judged against it, and the comment here says how to cure it.`,
  ].join('\n\n');

export const isTold = (sha: string, comments: readonly Comment[], me: string): boolean =>
  comments.some(({ body, author }) => body.startsWith(groupMarker(sha)) && isOurs(author, me));

const groupMarker = (sha: string): string => `<!-- alembic-gate:group:${sha} -->`;

/** The cure for whoever applies it by hand: the commands, and the files' exact text. */
export function cureByHand({ merges, edits }: FoundCure): string {
  const written = merges.flatMap(({ command, path, content }) => [
    fence(command, 'sh'),
    `It writes ${codeSpan(path)}:`,
    fence(content ?? '', 'python'),
  ]);
  return [...written, ...(edits.length === 0 ? [] : [fence(diffOf(edits), 'diff')])].join('\n\n');
}

function diffOf(edits: readonly Edit[]): string {
  const lines = (sign: string, text: string): readonly string[] =>
    text.split('\n').map((line) => sign + line);
  return edits
    .flatMap(({ path, line, before, after }) => [
      `${path}:${line}`,
      ...lines('-', before),
      ...lines('+', after),
    ])
    .join('\n');
}

export const curePaths = ({ merges, edits }: FoundCure): string =>
  [...new Set([...merges, ...edits].map(({ path }) => path))].map(codeSpan).join(', ');

/** The commit's two parts; the author of the command is named without being mentioned. */
export function commitMessage(
  { merges, edits }: FoundCure,
  message: string | null,
  by: string,
  pullRequest: number,
): { readonly headline: string; readonly body: string } {
  const ids = merges.flatMap(({ downRevisions }) => downRevisions).join(' and ');
  const own =
    merges.length > 0
      ? `Merge migration heads ${ids}`
      : `Re-parent ${edits.length === 1 ? 'a migration' : 'migrations'}`;
  return {
    headline: commitText(message ?? own, 120),
    body: `Written by Alembic Gate for a command of ${commitText(by)} on pull request ${pullRequest}.`,
  };
}

export const HELP = [
  'Commands, each as the first line of a comment on this pull request:',
  '',
  `- ${codeSpan(MERGE_HEADS_USAGE)}: commits what brings the history back to its expected heads`,
  '- `/recheck-migrations`: judges this pull request again, against the base as it is now, and runs its gate again where a proof is lacking',
  '- `/migrations-help`: this list',
].join('\n');

export const malformedReply = (why: string): string => `${plain(why)}.`;
