/**
 * Git as this project needs it: trees at refs, the in-memory merge, ancestry, and what was fetched when.
 * Nothing here checks out, writes to the user's repository or lets the user's git configuration judge.
 * `git/open.ts` makes the real one.
 */
import type { Tree } from '../tree/tree.ts';
import type { Credential } from './git/remote.ts';

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

/** A file as the head has it; without contents where it is taken away or no file. */
export interface ChangedFile {
  readonly path: string;
  readonly contents: string | null;
}

export interface Repository extends AsyncDisposable {
  /** Absolute path of the user's working tree (a bare repository's own directory). */
  readonly root: string;
  /** The commit of a branch, tag, id or any other name of git's. Throws UsageError with the ref's name. */
  resolve(ref: string): Promise<ResolvedRef>;
  /** The default branch's tip: `origin/HEAD`, else origin/main, origin/master, main, master; null where there is none. */
  defaultBase(): Promise<ResolvedRef | null>;
  /** When the remote-tracking ref was last fetched; null for local branches and where git did not record it. */
  fetchedAt(ref: string): Promise<Date | null>;
  /** Brings `origin/main`, `main`, `refs/…` or a commit id from its remote; `resolve` knows it from then on. */
  fetch(ref: string): Promise<void>;
  /** The same for many refs in one conversation with their remote; rejects where any of them cannot be had. */
  fetchAll(refs: readonly string[]): Promise<void>;
  /** Paths that `head` changed since it and `base` parted; null where no one commit is where they did. */
  changedSince(base: string, head: string): Promise<readonly string[] | null>;
  /** The same for many heads at once; those for which that is not simple are not in the answer. */
  changedSinceEach(
    base: string,
    heads: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ChangedFile[]>>;
  /** Fetches what is lacking of these contents, all of it in one conversation with the remote. */
  bringContents(ids: readonly string[]): Promise<void>;
  /** The newest commit of `tip`'s history that changed something below one of the paths; null where none did. */
  lastChange(tip: string, paths: readonly string[]): Promise<string | null>;
  /** The files of a commit or tree; `label` is how messages call it. */
  tree(sha: string, label?: string): Promise<Tree>;
  /**
   * The working tree, uncommitted and untracked files included, as a git tree of our own object store.
   * `commitLike` is a commit of it; `clean` says that it is HEAD's tree.
   */
  workingTree(): Promise<{
    readonly tree: Tree;
    readonly treeId: string;
    readonly commitLike: string;
    readonly clean: boolean;
  }>;
  /** What git ignores in the working tree, by path; a directory that is ignored as a whole is one entry, ending in `/`. */
  ignored(): Promise<readonly string[]>;
  /** The best common ancestor, null where there is none. Completes a shallow clone first. */
  mergeBase(a: string, b: string): Promise<string | null>;
  /** `ours` and `theirs` are commits (or `commitLike`s). Throws UsageError for unrelated histories. */
  merge(ours: string, theirs: string): Promise<MergedTree>;
  /** Writes every file of a tree below a directory: symlinks that leave it and submodules are skipped. */
  export(treeId: string, directory: string): Promise<void>;
  /** Names of the tags whose tree has that path. */
  tagsWithPath(path: string): Promise<readonly string[]>;
}

export interface RepositoryOptions {
  /** Sent to this server only; without it the credentials that the user's git has are used. */
  readonly credential?: Credential;
  /** The environment to inherit from; the process's own where not given. */
  readonly env?: NodeJS.ProcessEnv;
  /** Bytes that one git process may answer with, in place of more than any repository that people work in needs. */
  readonly mostBytes?: number;
  /** Hears the arguments of every git process. */
  readonly onProcess?: (args: readonly string[]) => void;
}
