/** Wanted × existing -> the fewest writes; applied twice, the second plan is empty. */
import type { Account, Comment, CommitStatus } from './existing.ts';
import { planStatus, type StatusWrite } from './status.ts';
import { planSticky, type CommentWrite, type WantedSticky } from './sticky.ts';

export type Write = CommentWrite | StatusWrite;

export interface Wanted {
  readonly stickies: readonly WantedSticky[];
  readonly status: { readonly sha: string; readonly verdict: CommitStatus } | null;
}

export interface Existing {
  readonly me: string;
  /** By pull request. */
  readonly comments: ReadonlyMap<number, readonly Comment[]>;
  /** The newest verdict on the commit, whoever wrote it. */
  readonly status: (CommitStatus & { readonly id: number; readonly creator: Account | null }) | null;
}

/** The status comes first: it is what a merge waits for. */
export function planPublication({ stickies, status }: Wanted, existing: Existing): readonly Write[] {
  return [
    ...(status === null ? [] : planStatus(status.sha, status.verdict, existing.status, existing.me)),
    ...stickies.flatMap((sticky) =>
      planSticky(sticky, existing.comments.get(sticky.pullRequest) ?? [], existing.me),
    ),
  ];
}
