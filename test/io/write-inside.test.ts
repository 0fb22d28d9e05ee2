import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeInside } from '../../src/io/write-inside.ts';

let tree = '';
let elsewhere = '';
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'alembic-gate-test-'));
  elsewhere = mkdtempSync(join(tmpdir(), 'alembic-gate-test-'));
});
afterEach(() => {
  for (const path of [tree, elsewhere]) rmSync(path, { recursive: true });
});

test('a file is written, its directories made where they are missing', async () => {
  await writeInside(tree, 'versions/2026/joined.py', 'pass\n');
  expect(readFileSync(join(tree, 'versions/2026/joined.py'), 'utf8')).toBe('pass\n');
});

test('nothing is written through a link that leads outside', async () => {
  symlinkSync(elsewhere, join(tree, 'versions'));
  await expect(writeInside(tree, 'versions/joined.py', 'pass\n')).rejects.toThrow(
    'versions/joined.py lies outside of the repository',
  );
  expect(readdirSync(elsewhere)).toEqual([]);
});
