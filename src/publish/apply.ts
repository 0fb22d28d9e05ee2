/** Carries out planned writes, one after the other; one that fails does not keep the others from happening. */
import type { Conversation, LineReviews, Statuses } from '../io/github.ts';
import { isOurs, type Comment } from './existing.ts';
import type { Write } from './plan.ts';
import type { ReviewWrite } from './review.ts';

type Target = Conversation & Statuses & LineReviews;

export interface Applied {
  /** A sentence for each kind of write that GitHub refused. */
  readonly failures: readonly string[];
  readonly created: readonly Comment[];
  /** How many statuses were written. */
  readonly statuses: number;
}

export async function applyWrites(writes: readonly Write[], github: Target): Promise<Applied> {
  const failures = new Set<string>();
  const created: Comment[] = [];
  let statuses = 0;
  for (const write of writes) {
    try {
      created.push(...(await apply(write, github, created)));
      if (write.kind === 'create-status') statuses += 1;
    } catch (error) {
      failures.add(error instanceof Error ? error.message : String(error));
    }
  }
  return { failures: [...failures], created, statuses };
}

/** Gives the comments that are new; `earlier` are those that the writes before it made. */
async function apply(write: Write, github: Target, earlier: readonly Comment[]): Promise<readonly Comment[]> {
  switch (write.kind) {
    case 'create-comment':
      return [await createOnce(write.pullRequest, write.body, github)];
    case 'edit-comment': {
      const isThere = await github.updateComment(write.id, write.body);
      const { orElse = null } = write;
      // Deleted since it was listed: what was to be said in it is said anew.
      return isThere || orElse === null ? [] : [await createOnce(orElse, write.body, github)];
    }
    case 'minimise-comment':
      await github.minimiseComment(write.nodeId, write.why);
      return [];
    case 'create-review':
      await reviewOnce(write, github);
      return [];
    case 'create-status':
      await github.createStatus(write.sha, write.context, write.status, earlier[0]?.url ?? write.url);
      return [];
  }
}

/** An answer that was lost may hide a comment that was written: only the list can tell. What is not there is tried again. */
export async function createOnce(pullRequest: number, body: string, github: Conversation): Promise<Comment> {
  try {
    return await github.createComment(pullRequest, body);
  } catch {
    const me = await github.me();
    const comments = await github.comments(pullRequest);
    const written = comments.find((comment) => comment.body === body && isOurs(comment.author, me));
    return written ?? (await github.createComment(pullRequest, body));
  }
}

/** The same for a review. */
async function reviewOnce({ pullRequest, ...review }: ReviewWrite, github: Target): Promise<void> {
  try {
    await github.createReview(pullRequest, review);
  } catch (error) {
    const me = await github.me();
    const posted = await github.postedReviews(pullRequest);
    const isWritten = posted.some(
      ({ body, author, minimised }) => body === review.body && isOurs(author, me) && minimised === null,
    );
    if (!isWritten) throw error;
  }
}
