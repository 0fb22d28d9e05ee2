/** A pull request's diff as GitHub shows it: git's own, from where the branches parted. */
import type { Pull, World } from './world.ts';

export interface DiffFile {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  /** The blob at the head; at the base for a file that is removed. */
  readonly sha: string;
  /** Without the lines above the first hunk; left out for a file that is too large to show. */
  readonly patch?: string;
}

const STATUS = { A: 'added', D: 'removed', M: 'modified', R: 'renamed' } as const;

export function filesOf({ git, patchLimit }: World, { base, head }: Pull): readonly DiffFile[] {
  const parted = git.known(['merge-base', git.tip(`refs/heads/${base}`) ?? base, head]);
  const listed = git.known(['diff', '--raw', '--no-abbrev', '-M', '-z', parted, head]).split('\0');
  const [, ...patches] = `\n${git.known(['diff', '-M', parted, head])}`.split(/\ndiff --git /);
  const files: DiffFile[] = [];
  for (const patch of patches) {
    const [, , old = '', fresh = '', letter = ''] = (listed.shift() ?? '').split(' ');
    const kind = letter.charAt(0) as keyof typeof STATUS;
    const names = kind === 'R' ? [listed.shift() ?? '', listed.shift() ?? ''] : [listed.shift() ?? ''];
    const hunks = patch.slice(Math.max(0, patch.search(/^@@/m)));
    files.push({
      filename: names.at(-1) ?? '',
      status: STATUS[kind],
      sha: kind === 'D' ? old : fresh,
      ...(hunks.length > patchLimit || !hunks.startsWith('@@') ? {} : { patch: hunks }),
    });
  }
  return files;
}

/** The lines of the new side that a comment may stand on, each with the number of its hunk. */
export function commentableLines(patch: string): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  let [at, hunk] = [0, 0];
  for (const text of patch.split('\n')) {
    const start = /^@@ [^+]*\+(\d+)/.exec(text)?.[1];
    if (start !== undefined) [at, hunk] = [Number(start), hunk + 1];
    else if (text.startsWith('+') || text.startsWith(' ')) lines.set(at++, hunk);
  }
  return lines;
}
