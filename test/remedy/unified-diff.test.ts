/** The patch, applied by git itself. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyEdits } from '../../src/remedy/line-edit.ts';
import { unifiedDiff } from '../../src/remedy/unified-diff.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'patch-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const edit = (line: number, before: string, after: string) => ({ path: 'p1.py', line, before, after });
const numbered = (count: number, ending: string): string =>
  Array.from({ length: count }, (_, at) => `line ${at + 1}${ending}`).join('');

test.each([
  ['two edits near each other', numbered(12, '\n'), [edit(4, 'line 4', 'four'), edit(9, 'line 9', 'nine')]],
  [
    'two edits far from each other',
    numbered(40, '\n'),
    [edit(2, 'line 2', 'two'), edit(30, 'line 30', 'a\nb\nc'), edit(39, 'line 39', 'z')],
  ],
  ['Windows line ends', numbered(12, '\r\n'), [edit(4, 'line 4', 'four'), edit(12, 'line 12', 'twelve')]],
  ['the first line of a short file', 'a\nb\n', [edit(1, 'a', 'A')]],
  ['a last line that does not end', 'a\nb', [edit(2, 'b', 'B')]],
  ['several lines by one', 'a\nb\nc\nd\n', [edit(2, 'b\nc', 'x')]],
])('is what git applies: %s', (_name, text, edits) => {
  writeFileSync(join(directory, 'p1.py'), text);
  const patch = unifiedDiff('p1.py', text, edits);
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: directory, input: patch });
  expect(readFileSync(join(directory, 'p1.py'), 'utf8')).toBe(
    text.includes('\r') ? applyEdits(text, edits).replace(/(?<!\r)\n/g, '\r\n') : applyEdits(text, edits),
  );
});
