import { describe, expect, test } from '@jest/globals';
import { sizeOfTable } from '../../src/config/table-size.ts';
import { readTableSizes } from '../../src/config/table-sizes.ts';

test('tables by name, in YAML or as a server writes them', () => {
  const sizes = readTableSizes('user: {rows: 12000000}\naudit.log: {rows: 5, bytes: 1024}\n', 'sizes.yml');
  expect(sizeOfTable(sizes, 'User')).toEqual({ rows: 12_000_000, bytes: null });
  expect(sizeOfTable(sizes, 'audit.log')).toEqual({ rows: 5, bytes: 1024 });
  expect(sizeOfTable(sizes, 'public.user')).toEqual({ rows: 12_000_000, bytes: null });
  expect(sizeOfTable(sizes, 'note')).toBeNull();
  expect(readTableSizes('{"user": {"rows": 3, "bytes": 16384}}', 'sizes.json').get('user')).toEqual({
    rows: 3,
    bytes: 16_384,
  });
});

describe('a file that is wrong is one sentence with the place', () => {
  test.each([
    [
      '- user',
      'sizes.yml: must be tables with their sizes, such as user: {rows: 12000000, bytes: 5368709120}',
    ],
    ['', 'sizes.yml: must be tables with their sizes, such as user: {rows: 12000000, bytes: 5368709120}'],
    ['user: many', 'sizes.yml: user must be a table of rows and bytes, not "many"'],
    ['user: {lines: 3}', 'sizes.yml: user.lines is unknown: known are rows, bytes'],
    ['user: {rows: -1}', 'sizes.yml: user.rows must be a whole number, 0 or more, not -1'],
    ['user: {bytes: 5 GB}', 'sizes.yml: user.bytes must be a whole number, 0 or more, not "5 GB"'],
    ['a: &x {rows: 1}\nb: *x', 'sizes.yml: table-sizes takes no aliases; write each table out'],
  ])('%s', (text, sentence) => {
    expect(() => readTableSizes(text, 'sizes.yml')).toThrow(sentence);
  });

  test('no YAML at all names the line', () => {
    expect(() => readTableSizes('user: {rows: 1}\n"', 'sizes.yml')).toThrow(/^sizes\.yml:\d+: /);
  });
});
