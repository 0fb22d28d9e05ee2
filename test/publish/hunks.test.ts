/** GitHub's patches against git's own: a line counts as commentable only where it is on the new side of a whole hunk. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hunksOf, linesWithin } from '../../src/publish/hunks.ts';

const PATCH = [
  '@@ -1,3 +1,4 @@ def upgrade():',
  ' a',
  '-b',
  '+B',
  '+b2',
  ' c',
  '@@ -10 +11,2 @@',
  ' x',
  '+y',
  '\\ No newline at end of file',
].join('\n');

describe('hunks', () => {
  test('hold what is added and what is unchanged, at their lines of the new file', () => {
    expect(hunksOf(PATCH)).toEqual([
      { start: 1, lines: ['a', 'B', 'b2', 'c'] },
      { start: 11, lines: ['x', 'y'] },
    ]);
  });

  test('that only take away have no line to speak of', () => {
    expect(hunksOf('@@ -4,2 +3,0 @@\n-a\n-b')).toEqual([]);
  });

  test.each([
    ['cut off', '@@ -1,3 +1,4 @@\n a\n+b'],
    ['with a line of no kind', '@@ -1 +1,2 @@\n a\nb'],
    ['nothing', ''],
    ['binary', 'Binary files differ'],
  ])('are none where the patch is %s', (_what, patch) => {
    expect(hunksOf(patch)).toEqual([]);
  });

  test('do not take the text of a line for a header', () => {
    expect(hunksOf('@@ -1,2 +1,2 @@\n-@@ -1 +1 @@\n+@@ -5 +5 @@\n b')).toEqual([
      { start: 1, lines: ['@@ -5 +5 @@', 'b'] },
    ]);
  });

  test('give a range only where one of them holds all of it', () => {
    const hunks = hunksOf(PATCH);
    expect(linesWithin(hunks, 2, 3)).toEqual(['B', 'b2']);
    expect(linesWithin(hunks, 4, 4)).toEqual(['c']);
    expect(linesWithin(hunks, 4, 11)).toBeNull();
    expect(linesWithin(hunks, 5, 5)).toBeNull();
    expect(linesWithin(hunks, 3, 2)).toBeNull();
    expect(linesWithin(hunks, 0, 1)).toBeNull();
  });
});

test('every line that they name is that line of the file, whatever git had to compare', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hunks-'));
  const line = fc.constantFrom('a', 'b', '', '@@ -1 +1 @@', '-x', '+x', ' x', '\\ x', 'c\r', '\tindented');
  const file = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
    .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));
  try {
    fc.assert(
      fc.property(file, file, (before, after) => {
        writeFileSync(join(directory, 'a'), before);
        writeFileSync(join(directory, 'b'), after);
        const patch = diff(directory);
        const lines = after.split('\n');
        const hunks = hunksOf(patch.slice(Math.max(0, patch.search(/^@@/m))));
        for (const { start, lines: own } of hunks)
          expect(lines.slice(start - 1, start - 1 + own.length)).toEqual(own);
        const shown = hunks.flatMap(({ lines: own }) => own).length;
        expect(shown).toBe(
          patch.split('\n').filter((one) => /^[ +]/.test(one) && !/^\+\+\+ /.test(one)).length,
        );
      }),
      { numRuns: 60 },
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}, 60_000);

/** git tells by its exit code that there is a difference. */
function diff(directory: string): string {
  try {
    return execFileSync('git', ['-C', directory, 'diff', '--no-index', '--text', 'a', 'b'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
