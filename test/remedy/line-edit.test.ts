import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits, editsOf } from '../../src/remedy/line-edit.ts';

test('Splices become edits of whole lines, one for each run of touched lines, line endings left alone', () => {
  const text = 'one\r\ntwo three\r\nfour (\r\n  five,\r\n)\r\n';
  const splice = (word: string, put: string): { from: number; to: number; text: string } => {
    const from = text.indexOf(word);
    return { from, to: from + word.length, text: put };
  };
  const splices = [splice('(\r\n  five,\r\n)', '5'), splice('two', '2'), splice('three', '3')];
  expect(editsOf('a.py', text, splices)).toEqual([
    { path: 'a.py', line: 2, before: 'two three', after: '2 3' },
    { path: 'a.py', line: 3, before: 'four (\r\n  five,\r\n)', after: 'four 5' },
  ]);
});

test('Doing the edits gives the same text as doing the splices', () => {
  const piece = fc.constantFrom('a', 'b', '\n', '\r\n', 'cd');
  const cuts = fc.uniqueArray(fc.nat(30), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), cuts, (pieces, offsets) => {
      const text = pieces.join('');
      const at = offsets
        .filter((offset) => offset < text.length && /[a-d]/.test(text[offset] ?? ''))
        .sort((a, b) => a - b);
      const splices = at.map((from) => ({ from, to: from + 1, text: 'XY' }));
      const wanted = splices.reduceRight(
        (done, { from, to, text: put }) => done.slice(0, from) + put + done.slice(to),
        text,
      );
      expect(applyEdits(text, editsOf('a.py', text, splices))).toBe(wanted);
    }),
  );
});

test('An edit of a line that has changed is not done', () => {
  expect(() => applyEdits('a\nb\n', [{ path: 'x.py', line: 2, before: 'c', after: 'd' }])).toThrow(
    'x.py:2 is not what',
  );
});
