import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '../../src/io/git/open.ts';
import { sandbox } from './git-sandbox.ts';

test('an export has the stored bytes and modes, and nothing that leads out of it', async () => {
  using box = sandbox();
  const repo = box.repo('repo');
  mkdirSync(join(repo.path, 'sub'));
  const links = {
    good: 'versions/ü.py',
    absolute: '/etc/passwd',
    above: '../outside',
    'sub/back': '../versions',
    'sub/out': '../../outside',
    chained: 'sub/back/../../outside',
    through: 'above/secret',
    dangling: 'nothing',
    loop: 'loop',
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(repo.path, name));
  writeFileSync(join(repo.path, 'run.sh'), '#!/bin/sh\n', { mode: 0o755 });
  const first = repo.commit('first', { 'versions/ü.py': 'unix\n', 'lfs.bin': 'pointer\n', id: '$Id$\n' });
  repo.git('update-index', '--add', '--cacheinfo', `160000,${first},module`);
  repo.git('commit', '-qm', 'submodule');
  // Committed last, so that the stored bytes are the ones above.
  repo.write('.gitattributes', '* text eol=crlf\n*.bin filter=trap\nid ident\nversions/* export-ignore\n');
  repo.git('update-index', '--add', '.gitattributes');
  repo.git('commit', '-qm', 'attributes');
  writeFileSync(
    join(box.path, '.gitconfig'),
    `[filter "trap"]\n\tsmudge = touch ${box.path}/sprung\n\trequired\n`,
  );
  mkdirSync(join(box.path, 'outside'));
  writeFileSync(join(box.path, 'outside/secret'), '');

  await using repository = await openRepository(repo.path, {
    env: { PATH: process.env['PATH'], HOME: box.path },
  });
  const target = join(box.path, 'export');
  const tree = repo.git('rev-parse', 'HEAD^{tree}').trim();
  await repository.export(tree, target);

  const written = (readdirSync(target, { recursive: true }) as string[])
    .filter((name) => !lstatSync(join(target, name)).isDirectory())
    .filter((name) => !name.startsWith('sub/back/'));
  expect(written.sort()).toEqual(
    ['.gitattributes', 'good', 'id', 'lfs.bin', 'run.sh', 'sub/back', 'versions/ü.py'].sort(),
  );
  const contents = ['versions/ü.py', 'lfs.bin', 'id'].map((name) => readFileSync(join(target, name), 'utf8'));
  expect(contents).toEqual(['unix\n', 'pointer\n', '$Id$\n']);
  expect(lstatSync(join(target, 'run.sh')).mode & 0o111).toBe(0o111);
  expect(readlinkSync(join(target, 'sub/back'))).toBe('../versions');
  expect(readdirSync(box.path)).not.toContain('sprung');
  expect(readdirSync(target)).not.toContain('module');
  await expect(repository.export(tree, target)).rejects.toThrow(`${target} is not empty`);
});

test.each(['.git', '..', '.GIT', 'git~1'])(
  'a hostile tree with an entry named %s is written nowhere',
  async (name) => {
    using box = sandbox();
    const repo = box.repo('repo');
    repo.commit('first', { 'dir/config': 'x' });
    const tree = repo.git('rev-parse', 'HEAD:dir').trim();
    const cwd = repo.path;
    const hostile = execFileSync('git', ['mktree'], {
      cwd,
      input: `040000 tree ${tree}\t${name}\n`,
      encoding: 'utf8',
    });
    await using repository = await openRepository(repo.path);
    const target = join(box.path, 'parent/export');
    await expect(repository.export(hostile.trim(), target)).rejects.toThrow(`invalid path '${name}/config'`);
    expect(readdirSync(join(box.path, 'parent'), { recursive: true })).toEqual(['export']);
  },
);

test('an export of the merge of a partial clone fetches what it lacks', async () => {
  using box = sandbox();
  const origin = box.repo('origin');
  origin.git('config', 'uploadpack.allowFilter', 'true');
  const base = origin.commit('first', { a: 'a', 'deep/b': 'b' });
  const clone = box.repo('clone', '--filter=blob:none', '--no-checkout', `file://${origin.path}`);
  await using repository = await openRepository(clone.path);
  const { treeId } = await repository.merge(base, base);
  await repository.export(treeId, join(box.path, 'export'));
  expect(readFileSync(join(box.path, 'export/deep/b'), 'utf8')).toBe('b');
});
