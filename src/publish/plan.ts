/** Wanted × existing -> the fewest writes; applied twice, the second plan is empty. */
import type { Account, Comment, CommitStatus, PostedReview } from './existing.ts';
import { planReview, type ReviewWrite, type WantedReview } from './review.ts';
import { planStatus, type StatusWrite } from './status.ts';
import { planSticky, type CommentWrite, type WantedSticky } from './sticky.ts';

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

/** The status comes first: it is what a merge waits for. */
export function planPublication({ stickies, reviews, status }: Wanted, existing: Existing): readonly Write[] {
  return [
    ...(status === null ? [] : planStatus(status.sha, status.verdict, existing.status, existing.me)),
    ...stickies.flatMap((sticky) =>
      planSticky(sticky, existing.comments.get(sticky.pullRequest) ?? [], existing.me),
    ),
    ...[...reviews].flatMap(([pullRequest, review]) =>
      planReview(review, existing.reviews.get(pullRequest) ?? [], existing.me),
    ),
  ];
}
