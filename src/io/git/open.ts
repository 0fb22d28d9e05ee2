/** The real `Repository`: it puts the pieces of this folder together over one user's repository. */
import type { Tree, TreeEntry } from '../../tree/tree.ts';
import { discover, type Layout } from './discover.ts';
import { configuredEnvironment, hermeticEnvironment, type Environment } from './environment.ts';
import { exportTree } from './export.ts';
import { declareRemotes, fetcher, isIncomplete, type Fetcher, type Network } from './fetch.ts';
import { commonAncestor, mergeCommits, type Merge } from './merge.ts';
import { changedSince, changedSinceEach, lastChange } from './log.ts';
import { objectReader, type ObjectReader } from './objects.ts';
import { gitIn, type Git } from './process.ts';
import { defaultBranch, lastFetch, listTags, resolveCommit, type Refs } from './refs.ts';
import { readSettings, remotesOf, transportOf, type Settings } from './remote.ts';
import { createStore, type Store } from './store.ts';
import { bringBlobs, listTree, readBlobs } from './tree.ts';
import { ignoredPaths, snapshot } from './working-tree.ts';
import type { ChangedFile, MergedTree, Repository, RepositoryOptions, ResolvedRef } from '../git.ts';

/** Opens the repository that holds `directory`. Throws UsageError with one sentence where that is not possible. */
export async function openRepository(
  directory: string,
  options: RepositoryOptions = {},
): Promise<Repository> {
  const { env = process.env, onProcess = () => undefined, mostBytes } = options;
  const configured = configuredEnvironment(env);
  const layout = await discover(directory, configured, onProcess);
  const store = createStore(layout);
  try {
    const git = (gitDir: string, variables: Environment): Git =>
      gitIn(store.empty, { ...variables, GIT_DIR: gitDir }, onProcess, mostBytes);
    const settings = once(() => readSettings(git(layout.gitDir, configured)));
    const network = once(async (): Promise<Network> => {
      const remotes = remotesOf(await settings(), layout);
      declareRemotes(store, layout, remotes);
      return { remotes, transport: transportOf(await settings(), env, options.credential) };
    });
    const hermetic = hermeticEnvironment(env);
    // Git itself fetches what an incomplete clone lacks, so there every command must be able to reach the remote.
    const reach = isIncomplete(layout) ? (await network()).transport : {};
    return new GitRepository({
      layout,
      store,
      settings,
      own: git(store.gitDir, { ...hermetic, ...reach }),
      offline: git(store.offlineGitDir, hermetic),
      user: git(layout.gitDir, { ...hermetic, GIT_OBJECT_DIRECTORY: store.objects }),
      network,
    });
  } catch (error) {
    await store[Symbol.asyncDispose]();
    throw error;
  }
}

interface Parts {
  readonly layout: Layout;
  readonly store: Store;
  readonly settings: () => Promise<Settings>;
  readonly network: () => Promise<Network>;
  /** git over our own repository, which borrows the user's objects. */
  readonly own: Git;
  /** The same without remotes: it says what is missing, where `own` would fetch it piece by piece. */
  readonly offline: Git;
  /** git over the user's refs, index and working tree, with new objects going to our own repository. */
  readonly user: Git;
}

/** Base, head, merge and ancestor of one question; a large tree's listing takes tens of megabytes. */
const KEPT = 4;

class GitRepository implements Repository {
  readonly root: string;
  readonly #parts: Parts;
  readonly #objects: ObjectReader;
  readonly #promised: ObjectReader;
  readonly #fetcher: Fetcher;
  readonly #listings = new Map<string, Promise<ReadonlyMap<string, TreeEntry>>>();
  readonly #merges = new Map<string, Promise<Merge>>();
  readonly #ancestors = new Map<string, Promise<string | null>>();

  constructor(parts: Parts) {
    const { own, offline, store, layout, network } = parts;
    this.#parts = parts;
    this.root = layout.root;
    this.#objects = objectReader(offline);
    this.#promised = objectReader(own);
    this.#fetcher = fetcher(own, store, layout, network);
  }

  async resolve(ref: string): Promise<ResolvedRef> {
    return { ref, sha: (await this.#fetcher.commit(ref)) ?? (await resolveCommit(this.#refs, ref)) };
  }

  async defaultBase(): Promise<ResolvedRef | null> {
    const branch = await defaultBranch(this.#refs);
    return branch === null ? null : await this.resolve(branch);
  }

  async fetchedAt(ref: string): Promise<Date | null> {
    return this.#fetcher.when(ref) ?? (await lastFetch(this.#parts.user, this.#parts.layout, ref));
  }

  async fetch(ref: string): Promise<void> {
    await this.#fetcher.ref(ref);
  }

  async fetchAll(refs: readonly string[]): Promise<void> {
    await this.#fetcher.refs(refs);
  }

  async changedSince(base: string, head: string): Promise<readonly string[] | null> {
    return await changedSince(this.#parts.own, base, head);
  }

  async changedSinceEach(
    base: string,
    heads: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ChangedFile[]>> {
    return await changedSinceEach(this.#parts.own, base, heads);
  }

  async bringContents(ids: readonly string[]): Promise<void> {
    await bringBlobs(this.#objects, ids, (missing) => this.#fetcher.objects(missing));
  }

  async lastChange(tip: string, paths: readonly string[]): Promise<string | null> {
    return await lastChange(this.#parts.own, tip, paths);
  }

  async tree(sha: string, label = sha.slice(0, 12)): Promise<Tree> {
    const entries = await this.#list(sha);
    return { label, entries, read: (paths) => this.#read(paths.flatMap((path) => entries.get(path) ?? [])) };
  }

  async workingTree(): Promise<{
    readonly tree: Tree;
    readonly treeId: string;
    readonly commitLike: string;
    readonly clean: boolean;
  }> {
    const { user, store, layout, settings } = this.#parts;
    const { treeId, commit, clean } = await snapshot(user, store, layout, await settings());
    return { tree: await this.tree(treeId, 'the working tree'), treeId, commitLike: commit, clean };
  }

  async ignored(): Promise<readonly string[]> {
    const { user, layout, settings } = this.#parts;
    return await ignoredPaths(user, layout, await settings());
  }

  async mergeBase(a: string, b: string): Promise<string | null> {
    await this.#fetcher.history();
    return await keeping(this.#ancestors, `${a} ${b}`, () => commonAncestor(this.#parts.own, a, b));
  }

  async merge(ours: string, theirs: string): Promise<MergedTree> {
    await this.#fetcher.history();
    const merging = (): Promise<Merge> => mergeCommits(this.#parts.own, ours, theirs);
    const { treeId, conflicts } = await keeping(this.#merges, `${ours} ${theirs}`, merging);
    return { tree: await this.tree(treeId, 'the would-be merge'), treeId, conflicts };
  }

  async export(treeId: string, directory: string): Promise<void> {
    const { own, store } = this.#parts;
    await exportTree(own, store, treeId, (await this.#list(treeId)).values(), directory);
  }

  async tagsWithPath(path: string): Promise<readonly string[]> {
    const tags = await listTags(this.#refs);
    const paths = [...tags].map(([tag, id]) => [tag, `${id}:${path}`] as const);
    const sizes = await this.#promised.sizes(paths.map(([, name]) => name));
    return paths.filter(([, name]) => sizes.get(name) !== null).map(([tag]) => tag);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#objects.close();
    this.#promised.close();
    await this.#parts.store[Symbol.asyncDispose]();
  }

  get #refs(): Refs {
    return { ...this.#parts, ownHasRefs: this.#fetcher.hasRefs };
  }

  #list(treeish: string): Promise<ReadonlyMap<string, TreeEntry>> {
    return keeping(this.#listings, treeish, () => listTree(this.#parts.own, treeish));
  }

  #read(entries: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return readBlobs(this.#objects, entries, (ids) => this.#fetcher.objects(ids));
  }
}

/** The answer that is kept, or a new one, which the one that was longest not asked for makes room for. */
function keeping<T>(kept: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const answer = kept.get(key) ?? ask();
  kept.delete(key);
  kept.set(key, answer);
  // What failed may succeed after a fetch.
  answer.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size > KEPT) kept.delete(oldest);
  return answer;
}

/** The same promise at every call, begun at the first. */
function once<T>(begin: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => (begun ??= begin());
}
