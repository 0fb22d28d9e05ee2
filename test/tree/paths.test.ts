import { describe, expect, test } from '@jest/globals';
import { globMatcher } from '../../src/tree/glob.ts';
import {
  baseName,
  compareCodePoints,
  isWithin,
  joinPath,
  parentOf,
  selfAndAncestors,
} from '../../src/tree/paths.ts';

describe('paths of a repository', () => {
  test('are joined with dots folded, the repository being “.”', () => {
    expect(joinPath('a/b', '../c/./d')).toBe('a/c/d');
    expect(joinPath('.', 'a//b/')).toBe('a/b');
    expect(joinPath('a', '..')).toBe('.');
  });

  test('that leave the repository are none', () => {
    expect(joinPath('a', '../../b')).toBeNull();
    expect(joinPath('.', '..')).toBeNull();
  });

  test('have a name, a parent and ancestors', () => {
    expect([
      baseName('a/b.py'),
      baseName('b.py'),
      parentOf('a/b.py'),
      parentOf('b.py'),
      parentOf('.'),
    ]).toEqual(['b.py', 'b.py', 'a', '.', '.']);
    expect(selfAndAncestors('a/b')).toEqual(['a/b', 'a', '.']);
  });

  test('lie within a directory by whole names', () => {
    expect([isWithin('a/b', 'a'), isWithin('ab', 'a'), isWithin('a', 'a'), isWithin('x', '.')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test('sort by code point, as Python does, not by UTF-16 unit', () => {
    const names = ['\u{1f600}', '\uffee', 'a', 'B', 'aa', '', '\u{1f600}b', '\u{1f601}'];
    expect(names.sort(compareCodePoints)).toEqual([
      '',
      'B',
      'a',
      'aa',
      '\uffee',
      '\u{1f600}',
      '\u{1f600}b',
      '\u{1f601}',
    ]);
  });
});

describe('globs', () => {
  test('cross directories with two stars only, and see names that start with a dot', () => {
    const matches = globMatcher(['app/*.py', 'lib/**/models.py', '.github/**']);
    expect(
      ['app/a.py', 'lib/models.py', 'lib/x/y/models.py', '.github/w/x.yml', 'app/.a.py'].every(matches),
    ).toBe(true);
    expect(['app/x/a.py', 'a.py', 'lib/other.py'].some(matches)).toBe(false);
  });

  test('that start with ! take away', () => {
    const matches = globMatcher(['app/**', '!app/legacy/**']);
    expect([matches('app/a.py'), matches('app/legacy/a.py')]).toEqual([true, false]);
  });
});
