import { describe, expect, test } from '@jest/globals';
import { readRevision } from '../../src/revision/read.ts';
import type { Reading, Revision } from '../../src/revision/revision.ts';

const read = (text: string, path = 'versions/x.py'): Reading => readRevision(path, Buffer.from(text));

const revision = (text: string, path?: string): Revision => {
  const reading = read(text, path);
  if (reading.kind !== 'revision') throw new Error(reading.message);
  return reading.revision;
};

/** Parents of a revision whose `down_revision` is this expression. */
const parents = (expression: string, before = ''): readonly string[] =>
  revision(`revision = 'r'\n${before}down_revision = ${expression}\n`).downRevisions;

test('a stock revision gives its ids, its parents and its message', () => {
  expect(
    revision(
      '"""add users\n\nRevision ID: b2\nRevises: a1\n"""\nfrom alembic import op\n\nrevision: str = "b2"\ndown_revision = "a1"\n',
    ),
  ).toMatchObject({
    id: 'b2',
    downRevisions: ['a1'],
    dependsOn: [],
    branchLabels: [],
    message: 'add users',
    notes: [],
  });
});

describe('every written-out value is read', () => {
  test.each([
    ['None', []],
    ['()', []],
    ['[]', []],
    ['(None,)', []],
    [`'a'`, ['a']],
    [`("a")`, ['a']],
    [`("a",)`, ['a']],
    [`["a", "b",]`, ['a', 'b']],
    [`"a", "b"`, ['a', 'b']],
    [`("a", "a")`, ['a', 'a']],
    [`(\n    "a",  # ours\n    # theirs\n    "b"\n)`, ['a', 'b']],
    [`"a" "b" 'c'`, ['abc']],
    [`"a" + "b"`, ['ab']],
    [`("a",) + ("b",)`, ['a', 'b']],
    [`(*("a",), "b")`, ['a', 'b']],
    [`u"a"`, ['a']],
    [String.raw`r"a\x61"`, [String.raw`a\x61`]],
    [String.raw`"\x61\141\u0061\U00000061"`, ['aaaa']],
    ['"""a\\\nb"""', ['ab']],
    [`{"a"}`, ['a']],
    [`f"a"`, ['a']],
    [`"a" if True else "b"`, ['a']],
    [`""`, ['']],
    [`"None"`, ['None']],
  ])('%s', (expression, expected) => {
    expect(parents(expression)).toEqual(expected);
  });

  test('names bound before to literals, and the last of several bindings', () => {
    expect(parents('BASE', `BASE = 'a'\n`)).toEqual(['a']);
    expect(parents(`'b'`, `down_revision = 'a'\n`)).toEqual(['b']);
    expect(revision(`revision, down_revision = "0029", "0028"\n`)).toMatchObject({
      id: '0029',
      downRevisions: ['0028'],
    });
    expect(revision(`revision = 'r'\ndown_revision = depends_on = branch_labels = 'x'\n`)).toMatchObject({
      dependsOn: ['x'],
      branchLabels: ['x'],
    });
  });

  test('a rebinding at the end of a long file is seen', () => {
    const long = `def upgrade():\n${'    op.execute("""\ndown_revision = 1\n""")\n'.repeat(500)}`;
    const read = revision(`revision = 'r'\ndown_revision = 'a'\n${long}down_revision = 'b'\n`);
    expect(read).toMatchObject({ downRevisions: ['b'], notes: [{ kind: 'rebound', line: 1504 }] });
  });

  test('text that only looks like an assignment does not count', () => {
    expect(parents(`'a'`, `# down_revision = 'x'\n"""\ndown_revision = 'y'\n"""\n`)).toEqual(['a']);
    expect(parents(`'a'`)).toEqual(['a']);
    expect(
      revision(
        `revision = 'r'\ndown_revision = 'a'\ndef f():\n    down_revision = 'x'\nclass C:\n    down_revision = 'y'\n`,
      ).downRevisions,
    ).toEqual(['a']);
  });

  test('conditions that are written out are decided, ways that agree are one', () => {
    expect(parents(`'a'`, `import typing\nif typing.TYPE_CHECKING:\n    down_revision = 'x'\n`)).toEqual([
      'a',
    ]);
    const agreed = revision(
      `revision = 'r'\ntry:\n    import x\n    down_revision = 'a'\nexcept ImportError:\n    down_revision = 'a'\n`,
    );
    expect(agreed).toMatchObject({
      downRevisions: ['a'],
      notes: [{ kind: 'conditional' }, { kind: 'rebound' }],
    });
  });

  test('bytes are decoded as Python decodes them', () => {
    expect(revision('\ufeffrevision = "r"\r\ndown_revision = "a"\r\n').downRevisions).toEqual(['a']);
    const latin = Buffer.from(
      `# vim: set fileencoding=latin-1 :\n"""h\u00e9"""\nrevision = 'r'\ndown_revision = None\n`,
      'latin1',
    );
    expect(readRevision('x.py', latin)).toMatchObject({ revision: { message: 'h\u00e9' } });
  });
});

describe('what is computed is refused by name', () => {
  test.each([
    ['f()', 'call'],
    ['get_down_revision(revision)', 'get-down-revision'],
    ['alembic_git_revisions.get_down_revision(revision)', 'get-down-revision'],
    ['f"{x}"', 'f-string'],
    ['cli.BRANCH', 'attribute'],
    ['X', 'unknown-name'],
    ['__file__[:4]', 'subscript'],
    ['"%s" % "a"', 'operator'],
    ['[x for x in y]', 'comprehension'],
    ['"a" if x else "b"', 'conditional-expression'],
    ['{"a", "b"}', 'set-order'],
    ['(lambda: 1)', 'lambda'],
  ])('down_revision = %s', (expression, reason) => {
    expect(read(`revision = 'r'\ndown_revision = ${expression}\n`)).toMatchObject({
      kind: 'refused',
      reason,
      line: 2,
    });
  });

  test.each([
    [`down_revision = 'a'\nif x:\n    down_revision = 'b'\n`, 'conditional', 4],
    [`if x:\n    down_revision = 'b'\n`, 'conditional', 3],
    [`down_revision = 'a'\ndown_revision += 'b'\n`, 'augmented-assignment', 3],
    [`down_revision = 'a'\ndel down_revision\n`, 'del', 3],
    [`from app.ids import down_revision\n`, 'imported-name', 2],
    [`down_revision = 'a'\nfrom app.ids import *\n`, 'star-import', 3],
    [`down_revision = 'a'\nglobals()['down_revision'] = 'b'\n`, 'dynamic-names', 3],
    [`down_revision = 'a'\nexec('x')\n`, 'dynamic-names', 3],
    [
      `down_revision = 'a'\ndef f():\n    global down_revision\n    down_revision = 'b'\nf()\n`,
      'dynamic-names',
      6,
    ],
    [`down_revision = ['a']\ndown_revision.append('b')\n`, 'mutable', 3],
    [`for down_revision in ('a', 'b'):\n    pass\n`, 'loop', 2],
    [`def __getattr__(name):\n    return 'a'\n`, 'module-getattr', 2],
  ])('%j', (rest, reason, line) => {
    expect(read(`revision = 'r'\n${rest}`)).toMatchObject({ kind: 'refused', reason, line });
  });

  test('but code that cannot touch the identifiers is not', () => {
    const rest = `from sqlalchemy import *\nlogger = logging.getLogger(__name__)\ndef upgrade(engine):\n    globals()["upgrade_%s" % engine]()\n`;
    expect(revision(`revision = 'r'\ndown_revision = 'a'\n${rest}`)).toMatchObject({
      downRevisions: ['a'],
      notes: [],
    });
    expect(
      revision(`from app import *\nrevision = 'r'\ndown_revision = depends_on = branch_labels = None\n`).id,
    ).toBe('r');
  });

  test('unreadable labels never stop the heads', () => {
    const text = `revision = 'r'\ndown_revision = None\nbranch_labels = (cli.EXPAND,)\n`;
    expect(revision(text)).toMatchObject({ id: 'r', branchLabels: [], unreadLabels: true });
  });
});

describe('names imported from the same tree are followed to literals', () => {
  const modules: Readonly<Record<string, string>> = {
    'app.ids': `BASE = 'a'\nif x:\n    SOME = 'b'\n`,
    'app.again': 'from app.ids import BASE as ROOT\n',
    'app.cli': `EXPAND = 'expand'\n`,
    'app.circle': 'from app.circle import X\n',
  };
  const follow = (text: string): Reading =>
    readRevision('x.py', Buffer.from(`revision = 'r'\n${text}`), (name) => {
      const source = modules[name];
      return source === undefined ? null : Buffer.from(source);
    });
  test.each([
    ['from app.ids import BASE\ndown_revision = BASE\n', ['a']],
    ['from app.ids import BASE as down_revision\n', ['a']],
    ['from app.again import ROOT\ndown_revision = ROOT\n', ['a']],
    ['from app import cli\ndown_revision = cli.EXPAND\n', ['expand']],
    ['import app.cli as c\ndown_revision = c.EXPAND\n', ['expand']],
    ['import app.cli\ndown_revision = app.cli.EXPAND\n', ['expand']],
    ['from app.ids import *\ndown_revision = BASE\n', ['a']],
  ])('%j', (text, expected) => {
    expect(follow(text)).toMatchObject({ revision: { downRevisions: expected } });
  });
  test.each([
    'from app.ids import SOME\ndown_revision = SOME\n',
    'from app.circle import X\ndown_revision = X\n',
    'from elsewhere import X\ndown_revision = X\n',
  ])('%j is refused', (text) => {
    expect(follow(text)).toMatchObject({ kind: 'refused', reason: 'imported-name' });
  });
});

test('an imported list that this file changes is not what it was', () => {
  const text = `from app.list import IDS\nIDS.append('b')\nrevision = 'r'\ndown_revision = IDS\n`;
  const reading = readRevision('x.py', Buffer.from(text), () => Buffer.from(`IDS = ['a']\n`));
  expect(reading).toMatchObject({ kind: 'refused', reason: 'mutable' });
});

describe('what neither Python nor Alembic could use is broken', () => {
  test.each([
    [`revision = 'r'\n`, 'no-down-revision', /no attribute 'down_revision'/],
    [`revision = 'r'\ndown_revision: str\n`, 'no-down-revision', /no attribute/],
    ['def helper(): pass\n', 'no-revision', /Could not determine revision id from filename x\.py/],
    [`revision = 1\ndown_revision = None\n`, 'revision-type', /TypeError/],
    [`revision = None\ndown_revision = None\n`, 'revision-type', /TypeError/],
    [`revision = 'r'\ndown_revision = False\n`, 'down-revision-type', /KeyError: False/],
    [`revision = 'r'\ndown_revision = ('a', 1)\n`, 'down-revision-type', /KeyError: 1/],
    [`revision = 'r'\ndown_revision = None\ndepends_on = 1\n`, 'depends-on-type', /KeyError: 1/],
    [`from . import x\n`, 'relative-import', /ImportError/],
    [`raise RuntimeError('no')\n`, 'raise', /raises/],
    [`revision = 'r'\n<<<<<<< HEAD\ndown_revision = 'a'\n=======\n`, 'conflict-marker', /line 2/],
    [`revision = 'r'\ndown_revision = ('a'\n`, 'syntax', /never closed \(line 2\)/],
    [`revision = 'r'\nprint 'x'\n`, 'syntax', /Python 2/],
  ])('%j', (text, reason, message) => {
    expect(read(text)).toMatchObject({
      kind: 'broken',
      reason,
      message: expect.stringMatching(message) as unknown,
    });
  });

  test('text that is not in the encoding it claims', () => {
    const latin = Buffer.from(`# \u00e9\nrevision = 'r'\n`, 'latin1');
    expect(readRevision('x.py', latin)).toMatchObject({ kind: 'broken', reason: 'syntax' });
    expect(read('# coding: klingon\n')).toMatchObject({ kind: 'refused', reason: 'encoding' });
    expect(read(`x = '\0'\n`)).toMatchObject({ kind: 'broken', reason: 'syntax' });
  });
});

test('without the variable a hexadecimal file name is the id', () => {
  const legacy = revision('down_revision = None\n', 'versions/feed.py');
  expect(legacy).toMatchObject({ id: 'feed', notes: [{ kind: 'id-from-file-name' }] });
  expect(read('down_revision = None\n', 'versions/feed_x.py')).toMatchObject({
    kind: 'broken',
    reason: 'no-revision',
  });
});

test('a header that says otherwise is noted', () => {
  const { notes } = revision(
    `"""m\n\nRevision ID: q\nRevises: ('a', 'b')\n"""\nrevision = 'r'\ndown_revision = ('b', 'a')\n`,
  );
  expect(notes).toMatchObject([
    { kind: 'header-mismatch', message: expect.stringContaining('Revision ID: q') as unknown, line: 1 },
  ]);
});

test('spans are those of the values, lines those of the assignments', () => {
  const text = `"""m"""\nrevision = 'r'\ndown_revision = (\n    'a'\n)\n`;
  const { spans } = revision(text);
  const cut = (span: { from: number; to: number } | undefined): string => text.slice(span?.from, span?.to);
  expect([cut(spans.docstring), cut(spans.id), cut(spans.downRevision), spans.downRevisionLine]).toEqual([
    '"""m"""',
    `'r'`,
    `'a'`,
    3,
  ]);
  expect(spans.dependsOn).toBeUndefined();
});
