/** Which files of a pull request an approver has approved just as they are. */
import type { Config } from '../config/config.ts';
import type { Repository } from '../io/git.ts';
import type { GitHub, Review } from '../io/github.ts';
import type { Log } from '../io/log.ts';
import type { Tree } from '../tree/tree.ts';
import { UsageError } from '../tree/usage-error.ts';

/** Asked for the paths of findings that an approval would settle; answers path -> login for those that have one. */
export type AskApprovals = (
  paths: readonly string[],
  head: Tree,
  approvers: Config['approvers'],
) => Promise<ReadonlyMap<string, string>>;

export type ReviewPorts = Pick<GitHub, 'pullRequest' | 'reviews' | 'inTeam'>;

export interface ReviewedPull {
  readonly pullRequest: number;
  readonly github: ReviewPorts;
  readonly repository: Pick<Repository, 'tree' | 'fetch' | 'resolve'>;
  /** Hears of teams that GitHub does not tell about. */
  readonly log: Log;
}

/**
 * An approval holds for the file's contents and not for the commit, so that a push which leaves the file alone keeps it.
 * Of each reviewer only the last word counts, which may be that the approval was dismissed; the author has no say.
 */
export function approvalsOf({ pullRequest, github, repository, log }: ReviewedPull): AskApprovals {
  return async (paths, head, { users, teams }) => {
    if (paths.length === 0 || users.length + teams.length === 0) return new Map();
    const opener = (await github.pullRequest(pullRequest)).author;
    const approvals = lastWords(await github.reviews(pullRequest)).filter(
      ({ state, author }) => state === 'APPROVED' && !same(author, opener),
    );
    const found = new Map<string, string>();
    for (const { author, commit } of approvals) {
      if (author === null || commit === null) continue;
      if (!(await isApprover(author, { users, teams }, github, log))) continue;
      const reviewed = await treeAt(commit, repository);
      if (reviewed === null) continue;
      for (const path of paths)
        if (reviewed.entries.get(path)?.oid === head.entries.get(path)?.oid) found.set(path, author);
    }
    return found;
  };
}

const same = (a: string | null, b: string | null): boolean => a?.toLowerCase() === b?.toLowerCase();

/** A comment takes nothing back. */
function lastWords(reviews: readonly Review[]): readonly Review[] {
  const last = new Map<string, Review>();
  for (const review of reviews) {
    const says = review.state !== 'COMMENTED' && review.state !== 'PENDING';
    if (says && review.author !== null) last.set(review.author, review);
  }
  return [...last.values()];
}

async function isApprover(
  login: string,
  { users, teams }: Config['approvers'],
  github: ReviewPorts,
  log: Log,
): Promise<boolean> {
  if (users.some((user) => same(user, login))) return true;
  for (const team of teams) {
    try {
      if (await github.inTeam(team, login)) return true;
    } catch (error) {
      // Nobody approves by a membership that cannot be seen, and nobody's verdict waits for it.
      log.warn(error instanceof Error ? error.message : String(error));
    }
  }
  return false;
}

/** null where the commit cannot be had any more: then nobody knows what was approved. */
async function treeAt(commit: string, repository: ReviewedPull['repository']): Promise<Tree | null> {
  try {
    const { sha } = await repository.resolve(commit).catch(async () => {
      // A commit that was pushed over is in nobody's branch any more.
      await repository.fetch(commit);
      return repository.resolve(commit);
    });
    return await repository.tree(sha, commit);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}
