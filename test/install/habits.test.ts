import { describe, expect, test } from '@jest/globals';
import { findMessagePattern, mapsTables, modelGlobs } from '../../src/install/habits.ts';

const times = (count: number, message: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => message(index));

describe('the habit of naming a ticket', () => {
  test.each<[string, readonly string[], string | null]>([
    ['one prefix', times(6, (n) => `JMS-${n} something`), 'JMS-\\d+'],
    ['two prefixes', times(8, (n) => `${n % 2 ? 'OPS' : 'CW'}-${n} something`), '(CW|OPS)-\\d+'],
    ['merges beside', [...times(6, (n) => `JMS-${n} a`), ...times(6, () => 'merge heads')], 'JMS-\\d+'],
    ['most of them', [...times(9, (n) => `JMS-${n} a`), 'hotfix'], 'JMS-\\d+'],
    ['half of them', [...times(5, (n) => `JMS-${n} a`), ...times(5, () => 'add a table')], null],
    ['too few', times(4, (n) => `JMS-${n} a`), null],
    ['none', times(9, () => 'add utf8 column'), null],
    ['a word that only looks so', times(9, (n) => `x86AB-${n}`), null],
  ])('%s', (_how, messages, pattern) => {
    expect(findMessagePattern(messages)).toBe(pattern);
    if (pattern !== null) expect(messages[0]).toMatch(new RegExp(pattern, 'u'));
  });

  test('of today counts, not that of years ago', () => {
    const messages = [...times(100, (n) => `OLD-${n} a`), ...times(60, (n) => `NEW-${n} a`)];
    expect(findMessagePattern(messages)).toBe('NEW-\\d+');
  });
});

describe('models', () => {
  test.each([
    ['__tablename__', 'class A(Base):\n    __tablename__ = "a"\n', true],
    ['Flask-SQLAlchemy', 'class A(db.Model):\n    id = 1\n', true],
    ['SQLModel', 'class A(ABase, table=True):\n    id: int\n', true],
    ['other classes', 'class A(Thing):\n    pass\n', false],
  ])('are seen by %s', (_how, text, maps) => {
    expect(mapsTables(text)).toBe(maps);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['a package', ['app/models/a.py', 'app/models/sub/b.py'], ['app/models/**/*.py']],
    ['a file', ['app/models.py'], ['app/models.py']],
    [
      'a file in each of many parts',
      ['a', 'b', 'c', 'd'].map((part) => `${part}/models.py`),
      ['**/models.py'],
    ],
    ['files of other names', ['app/tables.py', 'app/users.py'], ['app/tables.py', 'app/users.py']],
    ['files everywhere', times(20, (n) => `app/part${n}/tables.py`), []],
    ['none', [], []],
  ])('in %s', (_how, paths, globs) => {
    expect(modelGlobs(paths)).toEqual(globs);
  });
});
