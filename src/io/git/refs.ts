/** From the names people use to commits: the user's refs, and before them those that this run fetched itself. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../tree/usage-error.ts';
import type { Layout } from './discover.ts';
import type { Git } from './process.ts';

/** Where refs are looked up: in our own repository, where it has any, before the user's. */
export interface Refs {
  readonly own: Git;
  readonly user: Git;
  readonly ownHasRefs: boolean;
}

/** The commit that a ref or any other name of git's means; throws UsageError that names it. */
export async function resolveCommit({ own, user, ownHasRefs }: Refs, ref: string): Promise<string> {
  if (ref === '' || ref.startsWith('-') || ref.includes('\0')) {
    throw new UsageError(
      `${JSON.stringify(ref)} is not the name of a commit: refs are not empty and do not start with "-".`,
    );
  }
  const question = ['rev-parse', '--verify', `${ref}^{commit}`];
  const fetched = ownHasRefs ? await own.ask(question) : null;
  const answer = fetched?.code === 0 ? fetched : await user.ask(question);
  if (/is ambiguous/.test(answer.stderr)) {
    throw new UsageError(
      `${ref} names more than one thing: say refs/heads/${ref}, refs/tags/${ref} or the whole id.`,
    );
  }
  if (answer.code === 0) return answer.stdout.trim();
  const head = await user.ask(['rev-parse', '--verify', 'HEAD^{commit}']);
  throw new UsageError(
    head.code === 0 || ref !== 'HEAD'
      ? `${ref} is not a commit, branch or tag here: name another, or fetch it first.`
      : 'The repository has no commits yet: commit once, then check again.',
  );
}

/** Where the default branch's tip may be recorded, best first. */
const DEFAULT_BRANCHES = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

/** The default branch as a short name (`origin/main`; what `origin/HEAD` points to), or null. */
export async function defaultBranch(refs: Refs): Promise<string | null> {
  const targets = await listRefs(refs, '%(refname)%00%(symref)', DEFAULT_BRANCHES);
  const first = DEFAULT_BRANCHES.find((name) => targets.has(name));
  return first === undefined ? null : (targets.get(first) || first).replace(/^refs\/(remotes|heads)\//, '');
}

/** Where our own repository keeps tags of the remote: nobody's `main` may turn out to be a tag that was not here. */
export const REMOTE_TAGS = 'refs/remote-tags';

/** Ids by name of all tags, the user's and fetched ones. */
export async function listTags(refs: Refs): Promise<ReadonlyMap<string, string>> {
  return await listRefs(refs, '%(refname:strip=2)%00%(objectname)', ['refs/tags', REMOTE_TAGS]);
}

/** `format` makes two fields, `%00` between them; git lists in the order of names. */
async function listRefs(
  { own, user, ownHasRefs }: Refs,
  format: string,
  patterns: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const args = ['for-each-ref', `--format=${format}`, ...patterns];
  const answers = await Promise.all([user, ...(ownHasRefs ? [own] : [])].map((git) => git.tell(args)));
  const lines = answers.flatMap(({ stdout }) => stdout.split('\n')).filter(Boolean);
  return new Map(lines.map((line) => line.split('\0') as [string, string]));
}

/**
 * When the user last fetched a remote-tracking branch: git records the update of the branch in its log, and every
 * fetch in FETCH_HEAD with the branches it asked for. null where `ref` is no such branch or nothing is recorded.
 */
export async function lastFetch(user: Git, layout: Layout, ref: string): Promise<Date | null> {
  const named = await user.tell(['rev-parse', '--symbolic-full-name', '--verify', ref]);
  const name = named.stdout.trim();
  if (!name.startsWith('refs/remotes/')) return null;
  const branch = name.split('/').slice(3).join('/');
  const times = await Promise.all([
    modified(join(layout.commonDir, 'logs', name)),
    modified(join(layout.commonDir, 'logs', ...name.split('/').slice(0, 3), 'HEAD')),
    modified(join(layout.gitDir, 'FETCH_HEAD'), `branch '${branch}' of `),
    modified(join(layout.commonDir, 'FETCH_HEAD'), `branch '${branch}' of `),
  ]);
  const latest = Math.max(...times);
  return latest > 0 ? new Date(latest) : null;
}

/** Milliseconds since 1970; 0 where the file is not there or does not say `mention`. */
async function modified(file: string, mention = ''): Promise<number> {
  const text = mention === '' ? '' : await readFile(file, 'utf8').catch(() => null);
  if (text === null || !text.includes(mention)) return 0;
  return await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
