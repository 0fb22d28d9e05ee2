/** The merge of two commits in memory, with the strategy and rename detection of `git merge`, as GitHub does it. */
import { compareCodePoints } from '../../tree/paths.ts';
import { UsageError } from '../../tree/usage-error.ts';
import { GitFailure, type Git } from './process.ts';

export interface Merge {
  readonly treeId: string;
  /** Every path that a conflict names, in the order of code points. */
  readonly conflicts: readonly string[];
}

/**
 * `git merge-tree --write-tree`: exit 0 is clean and 1 a conflict, each with a tree; anything else is an error.
 * Throws UsageError where the two have no common ancestor.
 */
export async function mergeCommits(git: Git, ours: string, theirs: string): Promise<Merge> {
  const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--messages', ours, theirs];
  const answer = await git.tell(args);
  if (/refusing to merge unrelated histories/.test(answer.stderr)) {
    throw new UsageError(
      `${ours} and ${theirs} have no commit in common, so there is nothing to merge them from.`,
    );
  }
  const merge = parseMerge(answer.stdout);
  if ((answer.code !== 0 && answer.code !== 1) || merge === null) throw new GitFailure(args, answer);
  return answer.code === 0 ? { ...merge, conflicts: [] } : merge;
}

/**
 * `<tree>` NUL `<conflicted path>` NUL … NUL NUL, then messages of `<count>` NUL `<path>` NUL… `<type>` NUL `<text>` NUL
 * (git-merge-tree(1)). The paths of CONFLICT messages count too: of a file/directory conflict only the new name of the
 * file is listed as conflicted.
 */
export function parseMerge(output: string): Merge | null {
  const fields = output.split('\0');
  const treeId = fields.shift() ?? '';
  if (!/^[0-9a-f]{40,64}$/.test(treeId)) return null;
  const end = fields.indexOf('');
  const conflicts = new Set(end < 0 ? fields : fields.slice(0, end));
  const messages = end < 0 ? [] : fields.slice(end + 1);
  while (messages.length > 1) {
    const paths = messages.splice(0, Number(messages.shift()));
    const [type = ''] = messages.splice(0, 2);
    if (type.startsWith('CONFLICT')) for (const path of paths) conflicts.add(path);
  }
  return { treeId, conflicts: [...conflicts].sort(compareCodePoints) };
}

/** The best common ancestor, or null where there is none. */
export async function commonAncestor(git: Git, a: string, b: string): Promise<string | null> {
  const args = ['merge-base', a, b];
  const answer = await git.ask(args);
  if (answer.code === 0) return answer.stdout.trim();
  if (answer.code === 1) return null;
  throw new GitFailure(args, answer);
}
