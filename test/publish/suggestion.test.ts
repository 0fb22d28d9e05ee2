import { describe, expect, test } from '@jest/globals';
import { hunksOf } from '../../src/publish/hunks.ts';
import { suggestionOf } from '../../src/publish/suggestion.ts';

const added = (text: string): ReturnType<typeof hunksOf> => {
  const lines = text.split('\n');
  return hunksOf([`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n'));
};
const edit = (line: number, before: string, after: string) => ({ path: 'v/a.py', line, before, after });

describe('a suggestion', () => {
  test('replaces exactly the lines of its edit, indentation and all', () => {
    const hunks = added("def upgrade():\n    op.drop_index('ix')\n    pass");
    expect(suggestionOf([edit(2, "    op.drop_index('ix')", "    op.drop_index('ix', 't')")], hunks)).toEqual(
      {
        line: 2,
        endLine: 2,
        block: "```suggestion\n    op.drop_index('ix', 't')\n```",
      },
    );
  });

  test('makes all edits of a cure at once, with what stands between them as it is', () => {
    const hunks = added('"""x\n\nRevises: a\n"""\n\tindented\ndown_revision = "a"');
    expect(
      suggestionOf(
        [edit(3, 'Revises: a', 'Revises: b'), edit(6, 'down_revision = "a"', 'down_revision = "b"')],
        hunks,
      ),
    ).toEqual({
      line: 3,
      endLine: 6,
      block: '```suggestion\nRevises: b\n"""\n\tindented\ndown_revision = "b"\n```',
    });
  });

  test('keeps carriage returns, because they are the file’s', () => {
    const hunks = added('a = 1\r\nb = 2\r');
    expect(suggestionOf([edit(1, 'a = 1', 'a = 3')], hunks)?.block).toBe('```suggestion\na = 3\r\n```');
    expect(suggestionOf([edit(1, 'a = 1\r\nb = 2', 'a = 3\r\nb = 4')], hunks)?.block).toBe(
      '```suggestion\na = 3\r\nb = 4\r\n```',
    );
  });

  test('has a fence that nothing inside of it ends', () => {
    const hunks = added('x = "`````"');
    expect(suggestionOf([edit(1, 'x = "`````"', 'y = "`````"')], hunks)?.block).toBe(
      '``````suggestion\ny = "`````"\n``````',
    );
  });

  test.each([
    ['nothing to edit', [], 'a'],
    ['a line outside of the diff', [edit(2, 'b', 'c')], 'a'],
    ['a line that is not what it was made for', [edit(1, 'b', 'c')], 'a'],
    ['a line of which it knows the beginning only', [edit(1, 'a', 'c')], 'a longer'],
    ['what a reader would not see', [edit(1, 'a', 'a\u202e')], 'a'],
    ['a carriage return that is no line’s end', [edit(1, 'a', 'b\rc')], 'a'],
    [
      'more lines than anybody reads',
      [edit(1, 'a', 'b'), edit(40, 'a', 'b')],
      Array(40).fill('a').join('\n'),
    ],
  ])('is none for %s', (_what, edits, text) => {
    expect(suggestionOf(edits, added(text))).toBeNull();
  });

  test('is none across two hunks', () => {
    const hunks = hunksOf('@@ -1 +1 @@\n-x\n+a\n@@ -9 +9 @@\n-x\n+b');
    expect(suggestionOf([edit(1, 'a', 'A'), edit(9, 'b', 'B')], hunks)).toBeNull();
  });
});
