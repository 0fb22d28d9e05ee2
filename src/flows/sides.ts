/** What is compared with what: the base's tip, the head, and the merge of the two that would land. */
import type { MergedTree, Repository, ResolvedRef } from '../io/git.ts';
import type { Log } from '../io/log.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Tree } from '../tree/tree.ts';

export interface SidesRequest {
  /** A ref; null is the tip of the default branch. */
  readonly base: string | null;
  /** A ref; null is the working tree, uncommitted and untracked files included. */
  readonly head: string | null;
  /** The base's commit where it is not the tip of the ref: what a merge group stands on. */
  readonly onto?: string;
  /** Fetch the base first. */
  readonly fetch: boolean;
}

export interface Sides {
  readonly base: ResolvedRef & { readonly tree: Tree };
  /** `sha` is null for the working tree; `commit` can be merged in both cases. */
  readonly head: {
    readonly ref: string;
    readonly sha: string | null;
    readonly commit: string;
    readonly tree: Tree;
  };
  readonly merged: MergedTree;
  /** The tree where both sides parted; null where they share no history. */
  readonly ancestor: Tree | null;
}

/** Throws UsageError where a ref is unknown, none can be the base, or git cannot merge at all. */
export async function resolveSides(request: SidesRequest, repository: Repository, log: Log): Promise<Sides> {
  // The head first: that a repository has no commit says more than that it has no branch to be the base.
  const head = await resolveHead(request.head, repository);
  const base = { ...(await resolveBase(request, repository)), ...(await stoodOn(request, repository)) };
  await sayAge(base.ref, repository, log);
  const [baseTree, merged, ancestor] = await Promise.all([
    repository.tree(base.sha),
    repository.merge(base.sha, head.commit),
    repository.mergeBase(base.sha, head.commit),
  ]);
  return {
    base: { ...base, tree: baseTree },
    head,
    merged,
    ancestor: ancestor === null ? null : await repository.tree(ancestor),
  };
}

async function resolveBase({ base, fetch }: SidesRequest, repository: Repository): Promise<ResolvedRef> {
  const found = base === null ? await repository.defaultBase() : await named(base, fetch, repository);
  if (found === null) {
    throw new UsageError(
      'no branch origin/HEAD, origin/main, origin/master, main or master exists here: name the base with --base',
    );
  }
  if (!fetch) return found;
  await repository.fetch(found.ref);
  return repository.resolve(found.ref);
}

/** A branch that this clone has never seen may be one that is to be fetched. */
async function named(ref: string, fetch: boolean, repository: Repository): Promise<ResolvedRef> {
  try {
    return await repository.resolve(ref);
  } catch (error) {
    if (!fetch || !(error instanceof UsageError)) throw error;
    await repository.fetch(ref);
    return repository.resolve(ref);
  }
}

const stoodOn = async ({ onto }: SidesRequest, repository: Repository): Promise<{ sha?: string }> =>
  onto === undefined ? {} : { sha: (await repository.resolve(onto)).sha };

async function resolveHead(head: string | null, repository: Repository): Promise<Sides['head']> {
  if (head === null) {
    const { tree, commitLike } = await repository.workingTree();
    return { ref: 'working tree', sha: null, commit: commitLike, tree };
  }
  const { ref, sha } = await repository.resolve(head);
  return { ref, sha, commit: sha, tree: await repository.tree(sha) };
}

/** A stale base is the commonest wrong green, so its age is always said. */
async function sayAge(ref: string, repository: Repository, log: Log): Promise<void> {
  const fetched = await repository.fetchedAt(ref);
  if (fetched === null) return;
  const minutes = Math.round((Date.now() - fetched.getTime()) / 60_000);
  const age =
    minutes < 2
      ? 'just now'
      : minutes < 120
        ? `${String(minutes)} minutes ago`
        : minutes < 2880
          ? `${String(Math.round(minutes / 60))} hours ago`
          : `${String(Math.round(minutes / 1440))} days ago`;
  log.note(`base: ${ref}, fetched ${age}${minutes >= 60 ? ' (--fetch brings it up to date)' : ''}`);
}
