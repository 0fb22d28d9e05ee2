import { describe, expect, test } from '@jest/globals';
import { parseModule } from '../../../src/revision/python/parse.ts';
import { NestingLimit, PythonSyntaxError } from '../../../src/revision/python/syntax-error.ts';

const failureOf = (text: string): PythonSyntaxError | null => {
  try {
    parseModule(text);
    return null;
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
};

const inFunction = (line: string): string => `async def f():\n    ${line}\n`;

describe('syntax of every Python 3 is no mistake', () => {
  test.each([
    ['3.8', 'if (n := 10) > 5: pass\ndef f(a, /, b, *, c): pass\nx = f"{a=}"\nreturn_ = 1\n'],
    ['3.9', '@buttons[0].clicked.connect\ndef f(): pass\nwith (open(a) as b, open(c) as d,): pass\n'],
    [
      '3.10',
      'match x:\n    case [1, *rest] if rest: pass\n    case {"a": b, **c} | A(x=1, y=B()) as d: pass\n    case -1 + 2j | None | a.b | "s" "t": pass\n    case (1, 2) | []: pass\n    case _: pass\n',
    ],
    [
      '3.10, soft keywords as names',
      'match = case = type = lazy = _ = 1\nmatch(x)\nmatch[1]\nmatch.x = 1\nmatch * a\nprint(match, -case)\ntype(x)\nmatch: int = 1\n',
    ],
    ['3.11', 'try: pass\nexcept* (A, B) as e: pass\nx[*a]\ndef f(*args: *Ts): pass\n'],
    [
      '3.12',
      'type X[T: int, *Ts, **P] = list[T]\ndef f[T](x: T) -> T: pass\nclass C[T](B): pass\nx = f"{a["b"]} {f"{f"{1}"}"} {\n  1  # why\n}"\n',
    ],
    ['3.13', 'type X[T = int, *Ts = *tuple[int]] = T\n'],
    ['3.14', 'try: pass\nexcept A, B: pass\nx = t"{a!r:>{w}}" t"b"\n'],
    ['3.15', 'lazy import a\nlazy from a import b\nx = [*a for a in b]\nf(*a for a in b)\n'],
    [
      'f-strings of all kinds',
      "x = f\"{{}} {a!r:>{w}.{p}} {b:%H:%M} {c != d} {lambda_} \\{e} \\N{DASH}\" rf\"\\{f}\" F'''{\ng\n}'''\n",
    ],
    [
      'lambdas, stars, slices',
      'x = lambda *a, b=1, **k: (yield_)\na, *b = c[1:2, ::3, ...]\nfor x, *y in 1, *z: pass\nprint(*a, **b, c=1)\n',
    ],
    [
      'continuations, form feeds, tabs',
      'if 1:\n\tx = 1 + \\\n 2\n\f\ny = (1,\n# c\n 2)\nif 1:\n        \\\n    pass\n',
    ],
    ['numbers', 'x = 0_0, 1_000.5e-1_0j, 0xF_F, 0o17, 0b1, .5, 5., 1if 1else 2, 00\n'],
    ['async', inFunction('return [x async for x in y if await z]')],
  ])('%s', (_, text) => {
    expect(() => parseModule(text)).not.toThrow();
  });
});

describe('what no Python 3 loads is a mistake, at its place', () => {
  test.each([
    ['print "x"\n', 1, /Python 2/],
    ['x = 1\ny = (1,\nz = 2\n', 2, /'\(' was never closed/],
    ["x = 'abc\n", 1, /unterminated string literal/],
    ['\n\nx = """abc\n', 3, /unterminated triple-quoted/],
    ['if x:\n\ty\n        z\n', 3, /tabs and spaces/],
    ['if x:\n    y\n  z\n', 3, /unindent/],
    ['def f():\npass\n', 2, /expected an indented block/],
    ['x = 1\n  y = 2\n', 2, /unexpected indent/],
    ['f(a=1, 2)\n', 1, /positional argument follows/],
    ['x = 0777\n', 1, /leading zeros/],
    ["x = '\\x1'\n", 1, /truncated/],
    ['x = “a”\n', 1, /invalid character/],
    ['return\n', 1, /outside function/],
    ['x = (]\n', 1, /does not match/],
    ['1 = x\n', 1, /cannot assign/],
    ['x = f"{a"\n', 1, /f-string|unterminated/],
    ['def f():\n    x = 1\n    global x\n', 3, /prior to its global/],
    ['x = 1\nfrom __future__ import annotations\n', 2, /beginning of the file/],
    ['def f(): await x\n', 1, /outside async/],
  ])('%j', (text, line, message) => {
    const error = failureOf(text);
    expect(error?.message).toMatch(message);
    expect(text.slice(0, error?.at).split('\n')).toHaveLength(line);
  });
});

test('text from strangers cannot exhaust the stack', () => {
  const deep = [
    `x = ${'('.repeat(100_000)}`,
    `x = ${'-'.repeat(100_000)}1\n`,
    `x = ${'not '.repeat(100_000)}1\n`,
    `x = ${'lambda: '.repeat(100_000)}1\n`,
    `x = ${'1 if 1 else '.repeat(100_000)}1\n`,
    `x = ${'2 ** '.repeat(100_000)}1\n`,
    `x = 1${' + 1'.repeat(100_000)}\n`,
    `x = a${'.b'.repeat(100_000)}\n`,
    `x = ${'f"{'.repeat(10_000)}`,
    `${Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n')}\n`,
  ];
  for (const text of deep) expect(() => parseModule(text)).toThrow(NestingLimit);
});
