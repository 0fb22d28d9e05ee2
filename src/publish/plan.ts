/** Wanted × existing -> the fewest writes; applied twice, the second plan is empty. */
import type { Account, Comment, CommitStatus, PostedReview } from './existing.ts';
import { planReview, type ReviewWrite, type WantedReview } from './review.ts';
import { planStatus, type StatusWrite } from './status.ts';
import { planSticky, stickiesAmong, type CommentWrite, type WantedSticky } from './sticky.ts';

export type Write = CommentWrite | StatusWrite | ReviewWrite;

export interface Wanted {
  readonly stickies: readonly WantedSticky[];
  /** By pull request; null where nothing is to be said on lines, and no entry where nobody could look. */
  readonly reviews: ReadonlyMap<number, WantedReview | null>;
  readonly status: { readonly sha: string; readonly verdict: CommitStatus } | null;
}

export interface Existing {
  readonly me: string;
  /** By pull request. */
  readonly comments: ReadonlyMap<number, readonly Comment[]>;
  /** By pull request, oldest first. */
  readonly reviews: ReadonlyMap<number, readonly PostedReview[]>;
  /** The newest verdict on the commit, whoever wrote it. */
  readonly status: (CommitStatus & { readonly id: number; readonly creator: Account | null }) | null;
}

/** A green is taken back first, because it lets a merge happen; any other status waits for the comment that it leads to. */
export function planPublication({ stickies, reviews, status }: Wanted, existing: Existing): readonly Write[] {
  const { me } = existing;
  const comments = stickies.flatMap((sticky) =>
    planSticky(sticky, existing.comments.get(sticky.pullRequest) ?? [], me),
  );
  const [known] = stickies.flatMap(({ pullRequest }) =>
    stickiesAmong(existing.comments.get(pullRequest) ?? [], me),
  );
  const link = known === undefined ? {} : { url: known.url };
  const statuses = (status === null ? [] : planStatus(status.sha, status.verdict, existing.status, me)).map(
    (write) => ({ ...write, ...link }),
  );
  return [
    ...(existing.status?.state === 'success' ? [...statuses, ...comments] : [...comments, ...statuses]),
    ...[...reviews].flatMap(([pullRequest, review]) =>
      planReview(review, existing.reviews.get(pullRequest) ?? [], me),
    ),
  ];
}
