/** Carries out planned writes, one after the other; one that fails does not keep the others from happening. */
import type { Conversation, Statuses } from '../io/github.ts';
import { isOurs, type Comment } from './existing.ts';
import type { Write } from './plan.ts';

type Target = Conversation & Statuses;

export interface Applied {
  /** A sentence for each write that GitHub refused. */
  readonly failures: readonly string[];
  readonly created: readonly Comment[];
  /** How many statuses were written. */
  readonly statuses: number;
}

export async function applyWrites(writes: readonly Write[], github: Target): Promise<Applied> {
  const failures: string[] = [];
  const created: Comment[] = [];
  let statuses = 0;
  for (const write of writes) {
    try {
      if (write.kind === 'create-comment')
        created.push(await createOnce(write.pullRequest, write.body, github));
      else await apply(write, github);
      if (write.kind === 'create-status') statuses += 1;
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { failures, created, statuses };
}

async function apply(write: Exclude<Write, { kind: 'create-comment' }>, github: Target): Promise<void> {
  switch (write.kind) {
    case 'edit-comment':
      return github.updateComment(write.id, write.body);
    case 'minimise-comment':
      return github.minimiseComment(write.nodeId, write.why);
    case 'create-status':
      return github.createStatus(write.sha, write.context, write.status);
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
