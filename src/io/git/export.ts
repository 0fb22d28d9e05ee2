/** Writing a tree's files into a directory as they are stored, for code that has to run from a real checkout. */
import { mkdir, readdir, realpath, rm, rmdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { TreeEntry } from '../../tree/tree.ts';
import { UsageError } from '../../tree/usage-error.ts';
import { GitFailure, type Git } from './process.ts';
import type { Store } from './store.ts';

/**
 * Checks `treeId` out below `directory`, which must be empty or new. Contents are the stored bytes: no filter, no
 * end-of-line conversion (see `store.ts`). Symlinks that leave the directory or lead nowhere, and submodules, are left out.
 */
export async function exportTree(
  git: Git,
  store: Store,
  treeId: string,
  entries: Iterable<TreeEntry>,
  directory: string,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  if ((await readdir(directory)).length > 0)
    throw new UsageError(`${directory} is not empty: export into a new directory.`);
  const env = { GIT_WORK_TREE: directory, GIT_INDEX_FILE: store.path(`export-${treeId}`) };
  // Git itself refuses paths such as `.git/config` or `..`, and never writes through a symlink.
  for (const args of [
    ['read-tree', treeId],
    ['checkout-index', '--all', '--quiet'],
  ]) {
    const answer = await git.tell(args, { env });
    if (answer.code !== 0) throw new GitFailure(args, answer);
  }
  const root = await realpath(directory);
  for (const { kind, path } of entries) {
    const written = join(root, path);
    if (kind === 'submodule') await rmdir(written).catch(() => undefined);
    if (kind === 'symlink' && !(await leadsInside(root, written))) await rm(written, { force: true });
  }
}

async function leadsInside(root: string, link: string): Promise<boolean> {
  const target = await realpath(link).catch(() => null);
  return target !== null && (target === root || target.startsWith(root + sep));
}
