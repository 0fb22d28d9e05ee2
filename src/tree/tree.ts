/**
 * A tree of files as git sees it: a commit's, the working tree's, or the tree of an in-memory merge.
 * Everything before the database reads trees only, so the desk, the action and the bot judge by the same code.
 */

export type EntryKind = 'file' | 'symlink' | 'submodule';

export interface TreeEntry {
  /** Path relative to the repository, `/`-separated, exactly git's bytes decoded as UTF-8. */
  readonly path: string;
  readonly kind: EntryKind;
  /** Git blob id; equal ids mean equal bytes, so it is the key of every content cache. */
  readonly oid: string;
}

export interface Tree {
  /** What the tree is, for messages: `origin/main (3f2a91c)`, `the working tree`, `the would-be merge`. */
  readonly label: string;
  /** Every entry, in the code-point order of its path. */
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Contents of entries (for a symlink: its target), in one round trip; paths that are not entries are left out. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}
