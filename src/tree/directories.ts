/**
 * The directories of a tree as a checkout would show them: git stores only files, and a symlink means nothing until it
 * is followed. Nothing outside the repository is ever looked at; a path that leads there is said to.
 */
import { baseName, compareCodePoints, joinPath, parentOf, ROOT } from './paths.ts';
import type { Tree, TreeEntry } from './tree.ts';

/** Where a path leads once every symlink on the way has been followed; `path` is then free of symlinks. */
export type Resolution =
  | { readonly kind: 'file'; readonly path: string; readonly oid: string }
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'missing'; readonly path: string }
  /** In a submodule, whose files belong to another repository; `path` is the submodule. */
  | { readonly kind: 'submodule'; readonly path: string }
  /** Out of the repository; `path` is the target as written. */
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'loop'; readonly path: string };

/** One name in a directory, symlinks not followed. */
export interface DirectoryEntry {
  readonly name: string;
  readonly path: string;
  readonly kind: TreeEntry['kind'] | 'directory';
}

export interface Directories {
  /** Follows a path from the repository's root as the operating system would, `..` after symlinks included. */
  resolve(path: string): Resolution;
  /** What a directory holds, by code point of the names; nothing where there is no such directory. `path` is free of symlinks. */
  list(path: string): readonly DirectoryEntry[];
}

/** Linux gives up after as many (path_resolution(7)). */
const SYMLINKS_FOLLOWED = 40;

const known = new WeakMap<Tree, Promise<Directories>>();

/** The directories of a tree; symlinks are read in one round trip, once per tree. */
export function directoriesOf(tree: Tree): Promise<Directories> {
  const cached = known.get(tree);
  if (cached !== undefined) return cached;
  const directories = readLinks(tree).then((links) => buildDirectories(tree, links));
  known.set(tree, directories);
  return directories;
}

async function readLinks(tree: Tree): Promise<ReadonlyMap<string, string>> {
  const paths = [...tree.entries.values()]
    .filter((entry) => entry.kind === 'symlink')
    .map((entry) => entry.path);
  if (paths.length === 0) return new Map();
  const decoder = new TextDecoder();
  const targets = await tree.read(paths);
  return new Map([...targets].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

function buildDirectories(tree: Tree, links: ReadonlyMap<string, string>): Directories {
  const listings = listEverything(tree);
  return {
    resolve: (path) => follow(path, tree, links, listings),
    list: (path) => listings.get(path) ?? [],
  };
}

function listEverything(tree: Tree): ReadonlyMap<string, readonly DirectoryEntry[]> {
  const listings = new Map<string, DirectoryEntry[]>([[ROOT, []]]);
  const add = (entry: DirectoryEntry): void => {
    const parent = parentOf(entry.path);
    let siblings = listings.get(parent);
    if (siblings === undefined) {
      siblings = [];
      listings.set(parent, siblings);
      add({ name: baseName(parent), path: parent, kind: 'directory' });
    }
    siblings.push(entry);
  };
  for (const { path, kind } of tree.entries.values()) add({ name: baseName(path), path, kind });
  for (const siblings of listings.values()) siblings.sort((a, b) => compareCodePoints(a.name, b.name));
  return listings;
}

function follow(
  start: string,
  tree: Tree,
  links: ReadonlyMap<string, string>,
  listings: ReadonlyMap<string, unknown>,
): Resolution {
  /** Names still to walk, the next one last. */
  const pending = start.split('/').reverse();
  let here: string = ROOT;
  let followed = 0;
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (here === ROOT) return { kind: 'outside', path: start };
      here = parentOf(here);
      continue;
    }
    const path = here === ROOT ? part : `${here}/${part}`;
    const entry = tree.entries.get(path);
    if (entry?.kind === 'submodule') return { kind: 'submodule', path };
    if (entry?.kind === 'symlink') {
      const target = links.get(path) ?? '';
      if (target.startsWith('/')) return { kind: 'outside', path: target };
      if ((followed += 1) > SYMLINKS_FOLLOWED) return { kind: 'loop', path };
      pending.push(...target.split('/').reverse());
      continue;
    }
    if (entry !== undefined && pending.every((rest) => rest === '' || rest === '.')) {
      return { kind: 'file', path, oid: entry.oid };
    }
    if (!listings.has(path)) {
      return { kind: 'missing', path: joinPath(path, pending.reverse().join('/')) ?? path };
    }
    here = path;
  }
  return { kind: 'directory', path: here };
}
