/** The one comment per pull request: what must be written so that there is one, ours, and saying what is true now. */
import { FORECAST_SECTION } from '../report/markdown-forecast.ts';
import { isOurs, type Comment } from './existing.ts';

/** Opens the body; a marker quoted anywhere else, or by anybody else, is text. */
export const MARKER = '<!-- alembic-gate:sticky -->';

export type CommentWrite =
  | { readonly kind: 'create-comment'; readonly pullRequest: number; readonly body: string }
  | {
      readonly kind: 'edit-comment';
      readonly id: number;
      readonly body: string;
      /** The pull request that gets a new comment where this one has been deleted; absent where nothing is missed. */
      readonly orElse?: number;
    }
  | MinimiseWrite;

/** Of a comment, a review or a review's comment. */
export interface MinimiseWrite {
  readonly kind: 'minimise-comment';
  readonly nodeId: string;
  readonly why: 'DUPLICATE' | 'OUTDATED';
}

export interface WantedSticky {
  readonly pullRequest: number;
  /** Markdown without the marker. */
  readonly body: string;
  /** Whether the pull request gains the comment where it has none; one that exists always follows the verdict. */
  readonly gains: boolean;
  /** A line that begins a new comment, because an edit notifies nobody; without it the one that is there is edited. */
  readonly news?: string;
}

export const stickyBody = (body: string): string => `${MARKER}\n${body}`;

/** Ours that carry the marker, oldest first; more than one where two runs raced. */
export const stickiesAmong = (comments: readonly Comment[], me: string): readonly Comment[] =>
  comments
    .filter(({ body, author }) => body.startsWith(MARKER) && isOurs(author, me))
    .toSorted((a, b) => a.id - b.id);

/** The oldest of ours stays; a duplicate loses its marker, so that it is found only once. */
export function planSticky(
  { pullRequest, body, gains, news }: WantedSticky,
  comments: readonly Comment[],
  me: string,
): readonly CommentWrite[] {
  const [kept, ...duplicates] = stickiesAmong(comments, me);
  const wanted = stickyBody(news === undefined ? body : `${NEWS}${news}\n\n${body}`);
  if (news !== undefined && gains && kept?.body !== wanted) {
    const earlier = [...(kept === undefined ? [] : [kept]), ...duplicates];
    return [
      { kind: 'create-comment', pullRequest, body: wanted },
      ...earlier.flatMap((one) => retired(one, 'A newer comment takes the place of this one.', 'OUTDATED')),
    ];
  }
  if (kept === undefined) return gains ? [{ kind: 'create-comment', pullRequest, body: wanted }] : [];
  const edit: CommentWrite[] =
    meaning(kept.body) === meaning(wanted)
      ? []
      : [{ kind: 'edit-comment', id: kept.id, body: wanted, ...(gains ? { orElse: pullRequest } : {}) }];
  return [...edit, ...duplicates.flatMap((one) => retired(one, `See ${kept.url}.`, 'DUPLICATE'))];
}

/** Without its marker a comment is never found again as the one that follows the verdict. */
const retired = (
  { id, nodeId }: Comment,
  body: string,
  why: 'DUPLICATE' | 'OUTDATED',
): readonly CommentWrite[] => [
  { kind: 'edit-comment', id, body },
  { kind: 'minimise-comment', nodeId, why },
];

/** Opens the line that says why there is a new comment. */
const NEWS = '> **No longer green.** ';

/**
 * The body without what was news when it was written, without its footer, which names the base's commit, and without the
 * forecast: a base that moved and changed nothing is no news, and neither is what others open and close.
 */
const meaning = (body: string): string =>
  body
    .replace(/^> \*\*No longer green\.\*\* [^\n]*\n\n/m, '')
    .replace(/<sub>[^\n]*<\/sub>\s*$/, '')
    .replace(FORECAST_SECTION, '')
    .trimEnd();
