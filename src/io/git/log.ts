/** What commits changed, from their trees alone: no contents are needed, so none are fetched. */
import { GitFailure, type Git } from './process.ts';

/** Renames count as a removal and an addition: to see more, git would have to read contents. */
export async function changedSince(git: Git, base: string, head: string): Promise<readonly string[] | null> {
  const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--merge-base', base, head];
  const answer = await git.tell(args);
  if (answer.code === 0) return answer.stdout.split('\0').filter(Boolean);
  if (/no merge base/.test(answer.stderr)) return null;
  throw new GitFailure(args, answer);
}

export async function lastChange(git: Git, tip: string, paths: readonly string[]): Promise<string | null> {
  if (paths.length === 0) return null;
  const args = ['log', '-1', '--format=%H', '--no-renames', tip, '--', ...paths];
  const answer = await git.tell(args);
  if (answer.code !== 0) throw new GitFailure(args, answer);
  return answer.stdout.trim() || null;
}
