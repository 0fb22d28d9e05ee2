/** What commits changed, from their trees alone: no contents are needed, so none are fetched. */
import type { ChangedFile } from '../git.ts';
import { GitFailure, type Git } from './process.ts';

/** Renames count as a removal and an addition: to see more, git would have to read contents. */
const CHANGES = ['diff-tree', '-r', '-z', '--no-renames'];

/** null where the two have no common ancestor, or several of which none is the best. */
export async function changedSince(git: Git, base: string, head: string): Promise<readonly string[] | null> {
  const args = [...CHANGES, '--name-only', '--merge-base', base, head];
  const answer = await git.tell(args);
  if (answer.code === 0) return answer.stdout.split('\0').filter(Boolean);
  if (/(no merge base|multiple merge bases)/.test(answer.stderr)) return null;
  throw new GitFailure(args, answer);
}

/**
 * The same for many heads at the price of two processes: where a head's own commits all leave from one commit of the
 * base, that one is where they parted, and the changes of all of them are listed together. The others, and everything
 * where one head makes the listing fail, are not in the answer: they are asked for one by one.
 */
export async function changedSinceEach(
  git: Git,
  base: string,
  heads: readonly string[],
): Promise<ReadonlyMap<string, readonly ChangedFile[]>> {
  const said = (args: readonly string[], lines: readonly string[]): Promise<string> =>
    git.tell(args, { input: lines.map((line) => `${line}\n`).join('') }).then(
      ({ code, stdout }) => (code === 0 ? stdout : ''),
      () => '',
    );
  const walk = await said(['rev-list', '--parents', '--stdin'], [...heads, `^${base}`]);
  if (walk === '') return new Map();
  const lines = walk.split('\n').map((line) => line.split(' '));
  const own = new Map(lines.map(([id = '', ...parents]) => [id, parents]));
  const parted = heads.flatMap((head) => {
    const [at, ...others] = leavesFrom(head, own);
    return at === undefined || others.length > 0 ? [] : [[head, at] as const];
  });
  return byHead(
    await said(
      [...CHANGES, '--raw', '--no-abbrev', '--stdin'],
      parted.map((pair) => pair.join(' ')),
    ),
    parted.map(([head]) => head),
  );
}

/** Commits outside of `own`, which are the base's, that the head's own ones grew from. */
function leavesFrom(head: string, own: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const left = new Set<string>();
  const seen = new Set([head]);
  // A set is walked in the order of insertion, also over what is put into it meanwhile.
  for (const id of seen) {
    const parents = own.get(id);
    if (parents === undefined) left.add(id);
    for (const parent of parents ?? []) seen.add(parent);
  }
  return [...left];
}

/**
 * `<commit>` NUL, then for each change `:<modes, ids, letter>` NUL `<path>` NUL: a file may be named like a commit. There is
 * nothing at all for a head without changes, which cannot be told from a listing that was not made, so it is left out.
 */
function byHead(listing: string, heads: readonly string[]): ReadonlyMap<string, readonly ChangedFile[]> {
  const found = new Map<string, ChangedFile[]>();
  const known = new Set(heads);
  const fields = listing.split('\0');
  let current: ChangedFile[] = [];
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index] ?? '';
    if (field.startsWith(':'))
      current.push({ path: fields[(index += 1)] ?? '', contents: contentsIn(field) });
    else if (known.has(field)) found.set(field, (current = []));
  }
  return found;
}

/** `:<old mode> <new mode> <old id> <new id> <letter>`, of a file or a link that is there afterwards. */
function contentsIn(change: string): string | null {
  const [, mode = '', , id = ''] = change.split(' ');
  return mode.startsWith('10') || mode.startsWith('12') ? id : null;
}

export async function lastChange(git: Git, tip: string, paths: readonly string[]): Promise<string | null> {
  if (paths.length === 0) return null;
  const args = ['log', '-1', '--format=%H', '--no-renames', tip, '--', ...paths];
  const answer = await git.tell(args);
  if (answer.code !== 0) throw new GitFailure(args, answer);
  return answer.stdout.trim() || null;
}
