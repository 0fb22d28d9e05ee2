/**
 * Which files of an environment Alembic loads as revisions, and in which order: `ScriptDirectory._load_revisions` and
 * `Script._list_py_dir` of alembic/script/base.py. Before 1.10 the order within a directory was the file system's, and
 * a symlink was judged by its own name.
 */
import { directoriesOf } from '../tree/directories.ts';
import type { Directories, DirectoryEntry } from '../tree/directories.ts';
import { baseName } from '../tree/paths.ts';
import type { Tree } from '../tree/tree.ts';
import type { Environment, EnvironmentProblem } from './environment.ts';

export interface RevisionFile {
  /** Where it is listed; what reports show. */
  readonly path: string;
  /** Where its bytes are, once symlinks are followed; its name is the one that Alembic's name rule is applied to. */
  readonly realPath: string;
  readonly oid: string;
}

export interface RevisionFiles {
  readonly files: readonly RevisionFile[];
  readonly problems: readonly EnvironmentProblem[];
}

/** `_only_source_rev_file`, anchored at the start; Python's `$` also matches before a final newline. */
const LOADED_NAME = /^(?!\.#|__init__)[^\n]*\.py\n?$/;

/**
 * The files in load order. Missing version directories are skipped as Alembic skips them; a file that is reached twice
 * counts once, at its first place, as Alembic has it with a warning.
 */
export async function revisionFilesOf(tree: Tree, environment: Environment): Promise<RevisionFiles> {
  const directories = await directoriesOf(tree);
  const files = new Map<string, RevisionFile>();
  const problems: EnvironmentProblem[] = [];
  for (const location of environment.versionLocations) {
    const real = directories.resolve(location);
    if (real.kind === 'submodule') {
      problems.push(
        unreadable(
          location,
          `the versions are in the submodule ${real.path}, whose files are not in this tree`,
          false,
        ),
      );
    }
    if (real.kind !== 'directory') continue;
    for (const entry of listed(real.path, environment.recursive, directories)) {
      const found = revisionFile(entry, directories);
      if (found === null) continue;
      if ('message' in found) problems.push(found);
      else if (!files.has(found.realPath)) files.set(found.realPath, found);
    }
  }
  return { files: [...files.values()], problems };
}

/** Files by code point, then, if recursive, sub-directories likewise; symlinked directories are not entered. */
function listed(directory: string, recursive: boolean, directories: Directories): readonly DirectoryEntry[] {
  const entries = directories.list(directory);
  const files = baseName(directory).endsWith('__pycache__')
    ? []
    : entries.filter(({ kind }) => kind !== 'directory');
  const below = recursive ? entries.filter(({ kind }) => kind === 'directory') : [];
  return [
    ...files.filter(({ kind }) => kind !== 'submodule' || recursive),
    ...below.flatMap(({ path }) => listed(path, recursive, directories)),
  ];
}

/** One entry as Alembic would load it; null for what it passes over. */
function revisionFile(
  entry: DirectoryEntry,
  directories: Directories,
): RevisionFile | EnvironmentProblem | null {
  const { path } = entry;
  if (entry.kind === 'submodule')
    return unreadable(path, 'this submodule may hold revisions, and its files are not in this tree', false);
  const target = directories.resolve(path);
  if (target.kind === 'directory' || !LOADED_NAME.test(baseName(target.path))) return null;
  switch (target.kind) {
    case 'file':
      return { path, realPath: target.path, oid: target.oid };
    case 'missing':
      return unreadable(
        path,
        `this symlink leads to ${target.path}, which does not exist: every Alembic command dies on it`,
        true,
      );
    case 'loop':
      return unreadable(path, 'this symlink leads back to itself: every Alembic command dies on it', true);
    case 'outside':
      return unreadable(
        path,
        `this symlink leads out of the repository, to ${target.path}, so the revision cannot be read`,
        false,
      );
    case 'submodule':
      return unreadable(
        path,
        `this symlink leads into the submodule ${target.path}, whose files are not in this tree`,
        false,
      );
  }
}

function unreadable(path: string, message: string, fail: boolean): EnvironmentProblem {
  return { kind: 'unreadable', path, line: 1, message, fail };
}
