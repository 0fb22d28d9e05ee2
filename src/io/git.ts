/**
 * Git as this project needs it: trees at refs, the in-memory merge, ancestry, and what was fetched when.
 * Nothing here checks out, writes to the user's repository or reads the user's git configuration.
 */
import type { Tree } from '../tree/tree.ts';

export interface ResolvedRef {
  readonly ref: string;
  readonly sha: string;
}

/** Conflicted paths are listed; everything else in `tree` is the true merge. */
export interface MergedTree {
  readonly tree: Tree;
  readonly treeId: string;
  readonly conflicts: readonly string[];
}

export interface Repository extends AsyncDisposable {
  /** Absolute path of the user's repository. */
  readonly root: string;
  /** Throws UnknownRef with the ref's name. */
  resolve(ref: string): Promise<ResolvedRef>;
  /** The default branch's tip by the order of contracts.md; null where there is none. */
  defaultBase(): Promise<ResolvedRef | null>;
  /** When the remote-tracking ref was last fetched; null for local branches. */
  fetchedAt(ref: string): Promise<Date | null>;
  fetch(ref: string): Promise<void>;
  tree(sha: string): Promise<Tree>;
  /** The working tree, uncommitted and untracked files included, as a git tree of our own object store. */
  workingTree(): Promise<{ readonly tree: Tree; readonly commitLike: string; readonly clean: boolean }>;
  mergeBase(a: string, b: string): Promise<string | null>;
  /** `ours` and `theirs` are commits (or `commitLike`s). */
  merge(ours: string, theirs: string): Promise<MergedTree>;
  /** Writes every file of a tree below a directory: symlinks that leave it and submodules are skipped. */
  export(treeId: string, directory: string): Promise<void>;
  /** Names of tags that contain the commit or, given a path, whose tree has that path. */
  tagsWithPath(path: string): Promise<readonly string[]>;
}
