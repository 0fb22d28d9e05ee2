/** A repository of three moments in memory: where two sides parted, what each did, and the merge that git would make. */
import type { Repository } from '../../src/io/git.ts';
import type { Tree } from '../../src/tree/tree.ts';
import { UsageError } from '../../src/tree/usage-error.ts';
import { memoryTree } from './memory-tree.ts';

/** Text by path; null takes the file away. */
export type Changes = Readonly<Record<string, string | null>>;

export interface Story {
  readonly before: Readonly<Record<string, string>>;
  readonly onMain?: Changes;
  readonly inPullRequest?: Changes;
  /** Paths that git could not merge. */
  readonly conflicts?: readonly string[];
  /** What the repository held at each tag. */
  readonly tags?: Readonly<Record<string, Story['before']>>;
}

export const SHA = {
  before: 'c'.repeat(40),
  main: 'b'.repeat(40),
  head: 'a'.repeat(40),
  merge: 'd'.repeat(40),
} as const;

/** The base is `origin/main`; the head is checked out and clean. */
export function memoryRepository({
  before,
  onMain = {},
  inPullRequest = {},
  conflicts = [],
  tags = {},
}: Story): Repository {
  const trees: Readonly<Record<string, Tree>> = {
    [SHA.before]: treeOf('where both sides parted', before),
    [SHA.main]: treeOf('main', before, onMain),
    [SHA.head]: treeOf('the head', before, inPullRequest),
    [SHA.merge]: treeOf('the would-be merge', before, onMain, inPullRequest),
    ...Object.fromEntries(Object.entries(tags).map(([tag, files]) => [`tag ${tag}`, treeOf(tag, files)])),
  };
  const tree = (sha: string): Tree => trees[sha] ?? memoryTree({});
  const refs: Readonly<Record<string, string>> = {
    'origin/main': SHA.main,
    [SHA.head]: SHA.head,
    ...Object.fromEntries(Object.keys(tags).map((tag) => [tag, `tag ${tag}`])),
  };
  return {
    root: '/checkout',
    resolve: (ref) => {
      const sha = refs[ref];
      return sha === undefined
        ? Promise.reject(new UsageError(`${ref} is not here`))
        : Promise.resolve({ ref, sha });
    },
    defaultBase: () => Promise.resolve({ ref: 'origin/main', sha: SHA.main }),
    fetchedAt: () => Promise.resolve(null),
    fetch: () => Promise.resolve(),
    fetchAll: () => Promise.resolve(),
    changedSince: () => Promise.resolve([]),
    changedSinceEach: () => Promise.resolve(new Map()),
    bringContents: () => Promise.resolve(),
    lastChange: () => Promise.resolve(null),
    tree: (sha) => Promise.resolve(tree(sha)),
    workingTree: () =>
      Promise.resolve({ tree: tree(SHA.head), treeId: SHA.merge, commitLike: SHA.head, clean: true }),
    mergeBase: () => Promise.resolve(SHA.before),
    merge: () => Promise.resolve({ tree: tree(SHA.merge), treeId: SHA.merge, conflicts }),
    export: () => Promise.resolve(),
    tagsWithPath: () => Promise.resolve([]),
    ignored: () => Promise.resolve([]),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function treeOf(label: string, files: Story['before'], ...changes: readonly Changes[]): Tree {
  const all: Changes = Object.assign({}, files, ...changes) as Changes;
  const left = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return memoryTree(Object.fromEntries(left), label);
}
