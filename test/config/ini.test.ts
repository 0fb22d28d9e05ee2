import { describe, expect, test } from '@jest/globals';
import { formatToml, iniOption } from '../../src/config/interpolate.ts';
import { parseIni } from '../../src/config/ini.ts';

describe('an ini', () => {
  test('has comments on lines of their own only, continuation lines and options in lower case', () => {
    const ini = parseIni('[s]\nKey = a ; b\n  more\n\n  # no\n  last\nother: =x\n');
    expect(iniOption(ini, 's', 'key')).toBe('a ; b\nmore\n\nlast');
    expect(iniOption(ini, 's', 'other')).toBe('=x');
  });

  test('expands references from the section, then from the defaults', () => {
    const ini = parseIni('[DEFAULT]\nroot = %(here)s/db\n[s]\npath = %(ROOT)s/%%(rev)s\n', { here: '/r' });
    expect(iniOption(ini, 's', 'path')).toBe('/r/db/%(rev)s');
  });

  test('that expands without end, or far too much, is refused at once', () => {
    const endless = parseIni('[s]\na = %(b)s\nb = %(a)s\n');
    expect(() => iniOption(endless, 's', 'a')).toThrow(/refers to itself/);
    const levels = [1, 2, 3, 4, 5, 6, 7, 8].map((level) => `a${level} = ${`%(a${level - 1})s`.repeat(20)}`);
    const bomb = parseIni(`[s]\na0 = x\n${levels.join('\n')}\n`);
    expect(() => iniOption(bomb, 's', 'a8')).toThrow(/far too much/);
  });

  test('of a very long line is read in linear time', () => {
    const line = `${' '.repeat(200_000)}x`;
    expect(() => parseIni(`[s]\nkey = 1\nx${line}`)).toThrow(/neither a \[section\]/);
  });
});

test('a toml’s strings are formatted with Python’s %', () => {
  expect(formatToml('%(here)s/%%(rev)s', 'x', { here: '/r' })).toBe('/r/%(rev)s');
  expect(() => formatToml('%(rev)s', 'file_template', { here: '/r' })).toThrow(
    /file_template in \[tool\.alembic\] refers to %\(rev\)s/,
  );
  expect(() => formatToml('100%', 'x', {})).toThrow(/single %/);
});
