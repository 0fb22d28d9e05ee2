/** The one comment per pull request: what must be written so that there is one, ours, and saying what is true now. */
import { isOurs, type Comment } from './existing.ts';

/** Opens the body; a marker quoted anywhere else, or by anybody else, is text. */
export const MARKER = '<!-- alembic-gate:sticky -->';

export type CommentWrite =
  | { readonly kind: 'create-comment'; readonly pullRequest: number; readonly body: string }
  | { readonly kind: 'edit-comment'; readonly id: number; readonly body: string }
  | { readonly kind: 'minimise-comment'; readonly nodeId: string; readonly why: 'DUPLICATE' };

export interface WantedSticky {
  readonly pullRequest: number;
  /** Markdown without the marker. */
  readonly body: string;
  /** Whether the pull request gains the comment where it has none; one that exists always follows the verdict. */
  readonly gains: boolean;
}

export const stickyBody = (body: string): string => `${MARKER}\n${body}`;

/** Ours that carry the marker, oldest first; more than one where two runs raced. */
export const stickiesAmong = (comments: readonly Comment[], me: string): readonly Comment[] =>
  comments
    .filter(({ body, author }) => body.startsWith(MARKER) && isOurs(author, me))
    .toSorted((a, b) => a.id - b.id);

/** The oldest of ours stays; a duplicate loses its marker, so that it is found only once. */
export function planSticky(
  { pullRequest, body, gains }: WantedSticky,
  comments: readonly Comment[],
  me: string,
): readonly CommentWrite[] {
  const [kept, ...duplicates] = stickiesAmong(comments, me);
  const wanted = stickyBody(body);
  if (kept === undefined) return gains ? [{ kind: 'create-comment', pullRequest, body: wanted }] : [];
  const edit: CommentWrite[] =
    meaning(kept.body) === meaning(wanted) ? [] : [{ kind: 'edit-comment', id: kept.id, body: wanted }];
  return [
    ...edit,
    ...duplicates.flatMap(({ id, nodeId }): CommentWrite[] => [
      { kind: 'edit-comment', id, body: `See ${kept.url}.` },
      { kind: 'minimise-comment', nodeId, why: 'DUPLICATE' },
    ]),
  ];
}

/** The body without its footer, which names the base's commit: a base that moved and changed nothing is no news. */
const meaning = (body: string): string => body.replace(/<sub>[^\n]*<\/sub>\s*$/, '').trimEnd();
