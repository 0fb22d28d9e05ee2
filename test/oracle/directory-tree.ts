/** A directory on disk as the tree that git would make of it: names are listed at once, bytes read when asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compareCodePoints } from '../../src/tree/paths.ts';
import type { Tree, TreeEntry } from '../../src/tree/tree.ts';

/** Holds regular files only; a path is its own blob id, so caches tell files apart and never share them. */
export function directoryTree(directory: string, label: string): Tree {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .sort(compareCodePoints);
  const entries = new Map(
    paths.map((path): [string, TreeEntry] => [path, { path, kind: 'file', oid: path }]),
  );
  return {
    label,
    entries,
    read: (wanted) => {
      const known = wanted.filter((path) => entries.has(path));
      return Promise.resolve(new Map(known.map((path) => [path, readFileSync(join(directory, path))])));
    },
  };
}
