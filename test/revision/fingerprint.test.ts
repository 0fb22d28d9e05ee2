import { describe, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/revision/fingerprint.ts';

const of = (text: string): string | null => fingerprint(new TextEncoder().encode(text));

describe('two texts are the same program', () => {
  test.each([
    ['comments and blank lines', 'a = 1\n', '# hello\n\na = 1  # one\n'],
    ['spaces and line breaks inside brackets', 'f(a, b)\n', 'f(\n    a,\n    b\n)\n'],
    ['quotes', "a = 'x'\n", 'a = "x"\n'],
    ['escapes', "a = '\\x41'\n", "a = 'A'\n"],
    ['a trailing comma of a call', 'f(a)\n', 'f(\n    a,\n)\n'],
    ['a trailing comma of a list', 'a = [1]\n', 'a = [\n    1,\n]\n'],
    ['line endings', 'a = 1\nb = 2\n', 'a = 1\r\nb = 2\r\n'],
    ['the width of an indent', 'def f():\n  pass\n', 'def f():\n    pass\n'],
  ])('when only %s differ', (_, before, after) => {
    expect(of(before)).not.toBeNull();
    expect(of(after)).toBe(of(before));
  });
});

describe('two texts are different programs', () => {
  test.each([
    ['a value', 'a = 1\n', 'a = 2\n'],
    ['a tuple of one', 'a = (1)\n', 'a = (1,)\n'],
    ['an index by a tuple', 'a[1]\n', 'a[1,]\n'],
    ['bytes', "a = 'x'\n", "a = b'x'\n"],
    ['a returned tuple', 'def f(): return (a)\n', 'def f(): return (a,)\n'],
    ['what is indented', 'if a:\n    b\nc\n', 'if a:\n    b\n    c\n'],
    ['the subject of a match', 'match (a):\n    case b: pass\n', 'match (a,):\n    case b: pass\n'],
    ['the text of an f-string', "f'{a}'\n", "f'{b}'\n"],
    ['the docstring', '"""a"""\n', '"""b"""\n'],
    ['a raw string with a backslash', "r'\\n'\n", "'\\n'\n"],
  ])('when %s differs', (_, before, after) => {
    expect(of(after)).not.toBe(of(before));
  });

  test('when one of them is no Python, nothing is said', () => {
    expect(of("a = 'unterminated\n")).toBeNull();
  });
});
