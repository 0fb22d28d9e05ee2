/** The working tree as a commit would record it, without touching the user's index or object store. */
import { copyFile, readFile, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../tree/usage-error.ts';
import type { Layout } from './discover.ts';
import { settingsEnvironment, type Environment } from './environment.ts';
import { complaint, type Git } from './process.ts';
import type { Settings } from './remote.ts';
import type { Store } from './store.ts';

export interface Snapshot {
  readonly treeId: string;
  /** A commit of the tree on top of HEAD (and of MERGE_HEAD in the middle of a merge); HEAD where that is the same. */
  readonly commit: string;
  /** Whether the tree is HEAD's own. */
  readonly clean: boolean;
}

/**
 * Adds all that is not ignored to a copy of the user's index. Runs in the user's git directory, because what is ignored,
 * sparse or a submodule is said there; `user` writes objects into our store.
 */
export async function snapshot(
  user: Git,
  store: Store,
  layout: Layout,
  settings: Settings,
): Promise<Snapshot> {
  if (layout.bare) {
    throw new UsageError(
      `${layout.root} is a bare repository without a working tree: name a commit with --head, or with --ref of graph.`,
    );
  }
  const index = store.path('index');
  await copyIndex(layout.index, index);
  const env = { GIT_WORK_TREE: layout.root, GIT_INDEX_FILE: index, ...indexSettings(settings) };
  const add = await user.tell(['add', '--all', '--sparse'], { env });
  if (add.code !== 0) {
    const cure = 'Mend that, or name a commit with --head.';
    throw new UsageError(`The working tree of ${layout.root} cannot be read: ${complaint(add)}. ${cure}`);
  }
  const [written, tips, merging] = await Promise.all([
    user.text(['write-tree', '--missing-ok'], { env }),
    user.ask(['rev-parse', 'HEAD^{commit}', 'HEAD^{tree}']),
    readFile(join(layout.gitDir, 'MERGE_HEAD'), 'latin1').catch(() => ''),
  ]);
  if (tips.code !== 0)
    throw new UsageError(`${layout.root} has no commits yet: commit once, then check again.`);
  const treeId = written.trim();
  const [head = '', headTree] = tips.stdout.trim().split('\n');
  const clean = treeId === headTree;
  const parents = [head, ...merging.split('\n').filter(Boolean)];
  return {
    treeId,
    clean,
    commit: clean && parents.length === 1 ? head : await commit(user, treeId, parents),
  };
}

/** Paths relative to the repository. */
export async function ignoredPaths(
  user: Git,
  layout: Layout,
  settings: Settings,
): Promise<readonly string[]> {
  const env = { GIT_WORK_TREE: layout.root, ...indexSettings(settings) };
  const args = [
    'ls-files',
    '--others',
    '--ignored',
    '--exclude-standard',
    '--directory',
    '-z',
    '--full-name',
  ];
  const { code, stdout, stderr } = await user.tell(args, { env });
  if (code !== 0)
    throw new UsageError(
      `Ignored files of ${layout.root} cannot be listed: ${complaint({ code, stdout, stderr })}.`,
    );
  return stdout.split('\0').filter((path) => path !== '');
}

/**
 * The copy keeps the time of the original: git compares it with the files' times to know which of them it must read
 * again. Rounding down errs on the side of reading.
 */
async function copyIndex(from: string, to: string): Promise<void> {
  const original = await stat(from).catch(() => null);
  if (original === null) return; // nothing was ever added
  await copyFile(from, to);
  await utimes(to, original.atime, Math.floor(original.mtimeMs / 1000));
}

/** What the user set that decides which bytes a commit would have; hooks, monitors and index formats stay out of it. */
function indexSettings(settings: Settings): Environment {
  const theirs = ['core.autocrlf', 'core.eol', 'core.excludesfile'].flatMap((key) => {
    const value = settings.get(key)?.at(-1);
    return value === undefined ? [] : [[key, value] as const];
  });
  return settingsEnvironment([
    ...theirs,
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['core.splitIndex', 'false'],
    ['core.untrackedCache', 'false'],
    ['core.safecrlf', 'false'],
    ['core.looseCompression', '0'],
  ]);
}

/** A commit that nobody will see; of now, because git finds merge bases by walking back in time. */
async function commit(user: Git, treeId: string, parents: readonly string[]): Promise<string> {
  const args = [
    'commit-tree',
    '-m',
    'The working tree',
    ...parents.flatMap((parent) => ['-p', parent]),
    treeId,
  ];
  const env: Environment = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, 'alembic-gate'],
      [`GIT_${role}_EMAIL`, 'alembic-gate@localhost'],
    ]),
  );
  return (await user.text(args, { env })).trim();
}
