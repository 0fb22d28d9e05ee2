/** Carries out planned writes, one after the other; one that fails does not keep the others from happening. */
import type { Conversation, Statuses } from '../io/github.ts';
import { isOurs } from './existing.ts';
import type { Write } from './plan.ts';

type Target = Conversation & Statuses;

/** Returns a sentence for each write that GitHub refused. */
export async function applyWrites(writes: readonly Write[], github: Target): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const write of writes) {
    try {
      await apply(write, github);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  return failures;
}

async function apply(write: Write, github: Target): Promise<void> {
  switch (write.kind) {
    case 'create-comment':
      return createOnce(write.pullRequest, write.body, github);
    case 'edit-comment':
      return github.updateComment(write.id, write.body);
    case 'minimise-comment':
      return github.minimiseComment(write.nodeId, write.why);
    case 'create-status':
      return github.createStatus(write.sha, write.context, write.status);
  }
}

/** An answer that was lost may hide a comment that was written: only the list can tell. */
export async function createOnce(pullRequest: number, body: string, github: Conversation): Promise<void> {
  try {
    await github.createComment(pullRequest, body);
  } catch (error) {
    const me = await github.me();
    const comments = await github.comments(pullRequest);
    if (!comments.some((comment) => comment.body === body && isOurs(comment.author, me))) throw error;
  }
}
