import { describe, expect, test } from '@jest/globals';
import { reparentEdits, reparentFile, spliceText } from '../../src/revision/edit.ts';
import { readRevision } from '../../src/revision/read.ts';

const reparent = (text: string, parents: readonly string[]): string | null => {
  const edited = reparentFile('versions/x.py', Buffer.from(text), parents);
  return edited && Buffer.from(edited).toString();
};

describe('a re-parent changes the fewest characters', () => {
  test.each([
    [
      'one id',
      `revision = 'b'\ndown_revision = 'a'  # why\n`,
      ['z'],
      `revision = 'b'\ndown_revision = 'z'  # why\n`,
    ],
    [
      'prefix, quotes and annotation stay',
      'revision = "b"\ndown_revision: str | None = u"""a"""\n',
      ['z'],
      'revision = "b"\ndown_revision: str | None = u"""z"""\n',
    ],
    [
      'parentheses that mean nothing stay',
      `revision = 'b'\ndown_revision = ('a')\n`,
      ['z'],
      `revision = 'b'\ndown_revision = ('z')\n`,
    ],
    [
      'a member of a tuple',
      `revision = 'c'\ndown_revision = ('a', "b",)\n`,
      ['a', 'z'],
      `revision = 'c'\ndown_revision = ('a', "z",)\n`,
    ],
    [
      'a member more',
      `revision = 'c'\ndown_revision = (\n    "a",  # ours\n    "b",\n)\n`,
      ['a', 'b', 'z'],
      `revision = 'c'\ndown_revision = (\n    "a",  # ours\n    "b",\n    "z",\n)\n`,
    ],
    [
      'from one to two',
      `revision = "c"\ndown_revision = "a"\n`,
      ['a', 'z'],
      `revision = "c"\ndown_revision = ("a", "z")\n`,
    ],
    [
      'from two to one',
      `revision = 'c'\ndown_revision = 'a', 'b'\n`,
      ['z'],
      `revision = 'c'\ndown_revision = 'z'\n`,
    ],
    [
      'from nothing, in the quotes of the id',
      'revision = "c"\ndown_revision = None\n',
      ['z'],
      'revision = "c"\ndown_revision = "z"\n',
    ],
    ['to nothing', `revision = 'c'\ndown_revision = 'a'\n`, [], `revision = 'c'\ndown_revision = None\n`],
    [
      'a name is replaced where it is used',
      `BASE = 'a'\nrevision = 'c'\ndown_revision = BASE\n`,
      ['z'],
      `BASE = 'a'\nrevision = 'c'\ndown_revision = 'z'\n`,
    ],
    ['unpacked', `revision, down_revision = 'c', 'a'\n`, ['z'], `revision, down_revision = 'c', 'z'\n`],
    [
      'the last of several',
      `revision = 'c'\ndown_revision = 'a'\ndown_revision = 'b'\n`,
      ['z'],
      `revision = 'c'\ndown_revision = 'a'\ndown_revision = 'z'\n`,
    ],
    [
      'line ends and byte order mark stay',
      '\ufeffrevision = "c"\r\ndown_revision = "a"\r\n',
      ['z'],
      '\ufeffrevision = "c"\r\ndown_revision = "z"\r\n',
    ],
  ])('%s', (_, before, parents, after) => {
    expect(reparent(before, parents)).toBe(after);
  });
});

describe('the docstring follows', () => {
  const file = (revises: string, down: string): string =>
    `"""add\n\nRevision ID: c\n${revises}\nCreate Date: now\n"""\nrevision = 'c'\ndown_revision = ${down}\n`;
  test.each([
    ['one id', file('Revises: a', `'a'`), ['z'], file('Revises: z', `'z'`)],
    ['several', file('Revises: a, b', `('a', 'b')`), ['a', 'z'], file('Revises: a, z', `('a', 'z')`)],
    [
      "a tuple's repr",
      file(`Revises: ('a', 'b')`, `('a', 'b')`),
      ['a', 'z'],
      file(`Revises: ('a', 'z')`, `('a', 'z')`),
    ],
    ['a root', file('Revises: ', 'None'), ['z'], file('Revises: z', `'z'`)],
    ['a stale line too', file('Revises: old', `'a'`), ['z'], file('Revises: z', `'z'`)],
  ])('%s', (_, before, parents, after) => {
    expect(reparent(before, parents)).toBe(after);
  });
});

test('bytes of other encodings stay as they are', () => {
  const before = Buffer.from(
    `# -*- coding: latin-1 -*-\n"""h\u00e9\n\nRevises: a\n"""\nrevision = 'c'\ndown_revision = 'a'\n# \u00fc\n`,
    'latin1',
  );
  const after = reparentFile('x.py', before, ['zz']);
  const expected = before.toString('latin1').replace('Revises: a', 'Revises: zz').replace(`= 'a'`, `= 'zz'`);
  expect(Buffer.from(after ?? []).toString('latin1')).toBe(expected);
});

test.each([
  ['a value that another name shares', `revision = down_revision = 'a'\n`],
  ['a computed value', `revision = 'b'\ndown_revision = f()\n`],
  ['no revision', 'x = 1\n'],
])('%s is not edited', (_, text) => {
  expect(reparent(text, ['z'])).toBeNull();
});

test('a hostile id cannot leave its literal', () => {
  const id = `x'"\\\n\ndown_revision = "evil`;
  const edited = reparent(`revision = 'c'\ndown_revision = 'a'\n`, [id]);
  expect(readRevision('x.py', Buffer.from(edited ?? ''))).toMatchObject({
    revision: { downRevisions: [id] },
  });
});

test('splicing nothing changes nothing, and splices may come in any order', () => {
  expect(spliceText('abc', [])).toBe('abc');
  const splices = [
    { from: 0, to: 1, text: 'xx' },
    { from: 2, to: 3, text: '' },
  ];
  expect(spliceText('abc', splices)).toBe('xxb');
  expect(spliceText('abc', [...splices].reverse())).toBe('xxb');
});

test('an edit of a chained value that another name shares is refused for texts as well', () => {
  const text = `revision = 'c'\nbranch_labels = down_revision = 'a'\n`;
  const reading = readRevision('x.py', Buffer.from(text));
  if (reading.kind !== 'revision') throw new Error(reading.message);
  expect(reparentEdits(text, reading.revision, ['z'])).toBeNull();
});
