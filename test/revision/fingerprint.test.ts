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
    [
      'the order of imports',
      'from alembic import op\nimport sqlalchemy as sa\n',
      'import sqlalchemy as sa\n\nfrom alembic import op\n',
    ],
    ['the names of one import', 'from a import b, c as d\n', 'from a import (\n    c as d,\n    b,\n)\n'],
    ['imports of one package', 'import a.b\nimport a.c\nx = 1\n', 'import a.c\nimport a.b\nx = 1\n'],
    ['the width of an indent', 'def f():\n  pass\n', 'def f():\n    pass\n'],
  ])('when only %s differ', (_, before, after) => {
    expect(of(before)).not.toBeNull();
    expect(of(after)).toBe(of(before));
  });
});

describe('two texts are different programs', () => {
  test.each([
    ['a value', 'a = 1\n', 'a = 2\n'],
    ['what is imported', 'from a import b\n', 'from a import c\n'],
    ['where it is imported from', 'from a import b\n', 'from .a import b\n'],
    ['its name', 'import a as b\n', 'import a as c\n'],
    ['an import more', 'import a\n', 'import a\nimport b\n'],
    [
      'which of two imports of a name comes last',
      'from a import x\nfrom b import x\n',
      'from b import x\nfrom a import x\n',
    ],
    ['what stands between imports', 'import a\nf()\nimport b\n', 'import b\nf()\nimport a\n'],
    ['the order of imports of everything', 'from a import *\nimport b\n', 'import b\nfrom a import *\n'],
    [
      'the order of imports in a block',
      'def f():\n    import a\n    import b\n',
      'def f():\n    import b\n    import a\n',
    ],
    ['a statement behind an import', 'import a; f()\nimport b\n', 'import b\nimport a; f()\n'],
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
