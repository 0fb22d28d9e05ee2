/** Generates heads of revision modules in every spelling that people use, and some that nobody should. */
import fc from 'fast-check';

const IDS = ['a1', 'b2', 'c_3', 'ünï', 'x y'];

/** One string literal with some value. */
const literal: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...IDS),
    fc.constantFrom('', 'u', 'r', 'U', 'R'),
    fc.constantFrom("'", '"', "'''", '"""'),
  )
  .map(([id, prefix, quote]) => `${prefix}${quote}${id}${quote}`);

const escaped = fc.constantFrom(
  String.raw`'\x61\x31'`,
  String.raw`"a\
1"`,
  String.raw`'\141\061'`,
  String.raw`'a\u0031'`,
  String.raw`'\q1'`,
  String.raw`r'a\1'`,
  String.raw`'\U00000061'`,
  String.raw`'\N{DIGIT ONE}'`,
  `'''a\r\n1'''`,
  `'a' '1'`,
  `('a'\n  '1')`,
  `'a' + "1"`,
  `f'a1'`,
  `f'{1}'`,
  `b'a1'`,
);

const string = fc.oneof(
  { weight: 5, arbitrary: literal },
  escaped,
  literal.map((one) => `(${one})`),
);

/** Values that are written out. */
const plainValue = fc.oneof(
  { weight: 4, arbitrary: string },
  { weight: 2, arbitrary: fc.constant('None') },
  fc.array(string, { maxLength: 3 }).map((items) => `(${items.map((item) => `${item},`).join(' ')})`),
  fc.array(string, { minLength: 2, maxLength: 3 }).map((items) => items.join(', ')),
  fc.array(string, { maxLength: 3 }).map((items) => `[${items.join(',\n  # why\n  ')}]`),
  fc.array(string, { minLength: 1, maxLength: 2 }).map((items) => `{${items.join(', ')}}`),
  fc.tuple(string, string).map(([a, b]) => `(${a},) + (${b},)`),
  fc.tuple(string, string).map(([a, b]) => `(*(${a},), ${b})`),
);

/** Values that have to be computed, or that Alembic dies on. */
const oddValue = fc.constantFrom(
  '1',
  '0',
  'False',
  'True',
  '...',
  '""',
  'b""',
  '{}',
  '(None,)',
  '(None, "a1")',
  '((),)',
  '(("a1", "b2"),)',
  '1.5',
  '0x0',
  'str("a1")',
  '"a1".upper()',
  'f"{BASE}"',
  '"%s" % "a1"',
  '"a1" * 2',
  '["a1"][0]',
  '[x for x in ("a1",)]',
  'BASE',
  'TUPLE',
  'LIST',
  'unbound',
  'dict(a1=1)',
  '"a1" if True else "b2"',
  '"a1" if BASE else "b2"',
  '"a1" if len(BASE) else "b2"',
  '"a1" or "b2"',
  'lambda: 1',
  '(y := "a1")',
  '{"a1": 1, "b2": 2}',
  'not "a1"',
  '-1',
  '"a1" == "a1"',
  '__name__',
  '__doc__',
  '(lambda: "a1")()',
);

const name = fc.constantFrom('revision', 'down_revision', 'down_revision', 'depends_on', 'branch_labels');

/** Statements that bind, with the given values. */
const binding = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(name, value).map(([to, one]) => `${to} = ${one}`) },
    fc.tuple(name, value).map(([to, one]) => `${to}: "str | None" = ${one}`),
    fc.tuple(name, name, value).map(([a, b, one]) => `${a} = ${b} = ${one}`),
    fc.tuple(name, name, value, value).map(([a, b, x, y]) => `${a}, ${b} = (${x}), (${y})`),
    fc.tuple(name, value).map(([to, one]) => `${to} = (\n    ${one}\n)`),
  );

const plainBinding = binding(plainValue);
const anyBinding = binding(fc.oneof({ weight: 3, arbitrary: plainValue }, oddValue));

const indented = (text: string): string => `    ${text}`;

/** Statements in which a binding hides, or that change a name behind one's back. */
const trick = fc.oneof(
  anyBinding.map((one) => `if True:\n${indented(one)}`),
  anyBinding.map((one) => `if len(BASE) > 5:\n${indented(one)}`),
  fc
    .tuple(anyBinding, anyBinding)
    .map(([a, b]) => `if BASE.isalpha():\n${indented(a)}\nelse:\n${indented(b)}`),
  fc.tuple(anyBinding, anyBinding).map(([a, b]) => `try:\n${indented(a)}\nexcept Exception:\n${indented(b)}`),
  fc
    .tuple(anyBinding, anyBinding)
    .map(
      ([a, b]) => `try:\n    1 / 0\n${indented(a)}\nexcept Exception:\n${indented(b)}\nfinally:\n    pass`,
    ),
  fc
    .tuple(anyBinding, anyBinding)
    .map(([a, b]) => `for i in range(2):\n${indented(a)}\n    if i: break\n${indented(b)}\nelse:\n    pass`),
  anyBinding.map((one) => `while BASE == 0:\n${indented(one)}`),
  anyBinding.map(
    (one) => `import contextlib\nwith contextlib.nullcontext("b2") as down_revision:\n${indented(one)}`,
  ),
  anyBinding.map((one) => `def f():\n${indented(one)}\nf()`),
  anyBinding.map(
    (one) => `def f():\n    global down_revision\n${indented(one)}\n${indented('down_revision = "g1"')}\nf()`,
  ),
  anyBinding.map((one) => `def f():\n    global down_revision\n${indented(one)}\n`),
  anyBinding.map((one) => `class C:\n${indented(one)}`),
  fc.constantFrom(
    'globals()["down_revision"] = "g1"',
    'exec("down_revision = 1")',
    'vars()["revision"] = "g1"',
    'del down_revision',
    'del BASE',
    'import sys; sys.modules',
    'down_revision += "x"',
    'down_revision += ("x",)',
    'for down_revision in ("a1", "b2"): pass',
    '(down_revision := "w1")',
    '[down_revision := "w1" for _ in (1,)]',
    'import os as down_revision',
    'from os import sep as revision',
    'from os.path import *',
    'from sqlalchemy import *',
    'down_revision.append("x")',
    'LIST.append("x")',
    'print(LIST)',
    'match BASE:\n    case down_revision:\n        pass',
    'match BASE:\n    case "nope":\n        down_revision = "m1"',
    'x = down_revision = BASE',
    'def __getattr__(name):\n    return "g1"',
    'raise ValueError("x")',
    'if BASE:\n    raise ValueError("x")',
    'from . import x',
    'try:\n    from . import x\nexcept ImportError:\n    down_revision = "t1"',
    'revision: str',
    'down_revision: str',
    '__doc__ = "other\\n\\nx"',
    'if __name__ == "__main__":\n    down_revision = "m1"',
    'down_revision = 1; down_revision = "s1"',
    'import typing\nif typing.TYPE_CHECKING:\n    down_revision = "t1"',
    'LIST2 = LIST; LIST2.append("x"); down_revision = LIST',
    'def f(x=globals().update(down_revision="d1")): pass',
    '*down_revision, y = "a1", "b2"',
    'down_revision, (depends_on, y) = "a1", ("b2", "c3")',
    'type = 1; down_revision = "y1"',
    'async def f(): pass',
    'lazy = match = case = 1',
    'class C:\n    x = globals().update(down_revision="c1")',
    'assert BASE',
    'down_revision = [*LIST]',
    'with open(__file__) as f:\n    depends_on = f.read(1)',
    'while True:\n    down_revision = "w1"\n    break',
    'while True:\n    if BASE: break\n    down_revision = "w2"',
    'for i in ():\n    down_revision = "e1"',
  ),
);

/** Text that only looks like one, or that no Python loads. */
const noise = fc.constantFrom(
  '# down_revision = "no"',
  '"""down_revision = \'no\'"""',
  'x = """\ndown_revision = "no"\n"""',
  'import os',
  '',
  '   ',
  'def upgrade():\n    pass',
  'def downgrade():\n\tpass',
  'class X: pass',
  "x = 'down_revision = 1'",
  '\f',
  'x = 1 \\\n  + 2',
  'if 1: pass',
  '@staticmethod\ndef f(): pass',
);
const broken = fc.constantFrom(
  'print "x"',
  'x = (',
  'x = )',
  "x = 'abc",
  'x = """abc',
  '  indented',
  'def f():\nx',
  '<<<<<<< HEAD',
  '=======',
  'return 1',
  'break',
  'f(a=1, 2)',
  'x = 0777',
  'if x:\n\ty = 1\n        z = 2',
  '1 = x',
  'exec "x"',
  'raise E, "x"',
  'x = 1L',
  '`x`',
  'async = 1',
  "x = '\\x1'",
  "b'ü'",
  'def f(a, a): pass',
  'nonlocal x',
  'x = \u201ca\u201d',
);

const docstring = fc.constantFrom(
  '',
  '"""add users\n\nRevision ID: a1\nRevises: b2\n"""',
  "'''one\ntwo\n\nthree'''",
  '"""  padded  """',
  'r"""raw\\n"""',
  'f"""no"""',
  '"""a""" "b"',
  '("""wrapped""")',
  '# comment only',
  'b"""bytes"""',
  '"""tab\\tx\\n\\ny"""',
  "u'uni'",
);

const START = 'BASE = "b0"\nTUPLE = ("t1", "t2")\nLIST = ["l1"]';

const file = (parts: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> =>
  fc
    .tuple(docstring, parts, fc.constantFrom('\n', '\n', '\r\n', '\r'), fc.boolean())
    .map(
      ([doc, lines, ending, bom]) =>
        (bom ? '\ufeff' : '') + [doc, START, ...lines, ''].join('\n').replaceAll(/\r\n|\n/g, ending),
    );

const essential = fc.tuple(
  string.map((id) => `revision = ${id}`),
  plainBinding,
  plainBinding,
);

/** Modules that hold nothing but written-out values: every one must be read. */
export const plainModule: fc.Arbitrary<string> = file(
  fc
    .tuple(essential, fc.array(noise, { maxLength: 3 }), fc.array(plainBinding, { maxLength: 3 }))
    .map((parts) => parts.flat()),
);

/** Modules that hold anything. */
export const anyModule: fc.Arbitrary<string> = file(
  fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: essential }, fc.constant([])),
      fc.array(fc.oneof({ weight: 3, arbitrary: trick }, { weight: 3, arbitrary: anyBinding }, noise), {
        maxLength: 4,
      }),
      fc.oneof(
        { weight: 6, arbitrary: fc.constant([]) },
        broken.map((one) => [one]),
      ),
      fc.array(fc.oneof(plainBinding, noise), { maxLength: 2 }),
    )
    .map((parts) => parts.flat()),
);

/** What an editor's slip does to a file: a piece cut out, doubled, or put in. */
export const slip = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 12 }),
  put: fc.constantFrom(
    '',
    '',
    '(',
    ')',
    '"',
    "'",
    '"""',
    ':',
    '\n',
    '    ',
    '\t',
    '=',
    ',',
    '\\',
    'def ',
    'if ',
    '*',
    '#',
    '{',
    '}',
    ' in ',
    'f"',
    '@',
    '0',
    '.',
  ),
});
