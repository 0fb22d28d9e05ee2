import { expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { temporaryDirectory } from '../../src/io/git/temporary.ts';

const HOUR_MS = 60 * 60 * 1000;

test('the first temporary directory of a run removes those that are older than any run, and nothing else', async () => {
  const mark = basename(mkdtempSync(join(tmpdir(), 'swept-')));
  const old = ['git', 'merge', 'command'].map((kind) => `alembic-gate-${kind}-${mark}`);
  const others = [`alembic-gate-field-${mark}`, `other-git-${mark}`];
  const young = `alembic-gate-git-young-${mark}`;
  const paths = [...old, ...others, young].map((name) => join(tmpdir(), name));
  const ages = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
  try {
    for (const path of paths) {
      mkdirSync(path);
      const age = ages(path.endsWith(young) ? 5 : 7);
      utimesSync(path, age, age);
    }
    await using directory = temporaryDirectory('alembic-gate-git-');
    expect(existsSync(directory.path)).toBe(true);
    expect(paths.map((path) => existsSync(path))).toEqual([false, false, false, true, true, true]);
  } finally {
    for (const path of [...paths, join(tmpdir(), mark)]) rmSync(path, { recursive: true, force: true });
  }
});
