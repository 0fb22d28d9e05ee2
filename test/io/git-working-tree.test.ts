import { describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openRepository } from '../../src/io/git/open.ts';
import { digest, repoAt, sandbox, type Repo } from './git-sandbox.ts';

interface Seen {
  readonly files: Readonly<Record<string, string>>;
  readonly clean: boolean;
  readonly commit: string;
}

/** The working tree as the gate sees it, after asserting that looking changed nothing in `.git`. */
async function seen(repo: Repo, env?: NodeJS.ProcessEnv): Promise<Seen> {
  const before = digest(repo.path);
  await using repository = await openRepository(repo.path, env === undefined ? {} : { env });
  const { tree, clean, commitLike } = await repository.workingTree();
  const contents = await tree.read([...tree.entries.keys()]);
  expect(digest(repo.path)).toBe(before);
  const files = [...tree.entries].map(([path, { kind }]) => [
    kind === 'file' ? path : `${path} (${kind})`,
    Buffer.from(contents.get(path) ?? []).toString(),
  ]);
  return { files: Object.fromEntries(files) as Readonly<Record<string, string>>, clean, commit: commitLike };
}

describe('the working tree', () => {
  test('that is clean is HEAD itself', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    const head = repo.commit('first', { a: '1' });
    expect(await seen(repo)).toEqual({ files: { a: '1' }, clean: true, commit: head });
  });

  test('has edits, deletions, untracked and staged files, symlinks and intended additions; ignored files are not in it', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    repo.commit('first', { edited: '1', deleted: 'd', staged: 's', '.gitignore': '*.pyc\n' });
    repo.write('edited', '2');
    rmSync(join(repo.path, 'deleted'));
    repo.write('staged', 't');
    repo.git('add', 'staged');
    repo.write('versions/ü.py', 'untracked');
    repo.write('intended', 'i');
    repo.git('add', '--intent-to-add', 'intended');
    repo.write('x.pyc', 'ignored');
    repo.write('.git/info/exclude', 'private\n');
    repo.write('private', 'ignored');
    symlinkSync('/etc/passwd', join(repo.path, 'link'));
    expect(await seen(repo)).toMatchObject({
      files: {
        '.gitignore': '*.pyc\n',
        edited: '2',
        intended: 'i',
        'link (symlink)': '/etc/passwd',
        staged: 't',
        'versions/ü.py': 'untracked',
      },
      clean: false,
    });
  });

  test('honours what the user ignores everywhere', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    repo.commit('first', { a: '1' });
    repo.write('.idea/x', 'i');
    writeFileSync(join(box.path, 'ignore'), '.idea\n');
    writeFileSync(join(box.path, '.gitconfig'), '[core]\n\texcludesFile = ~/ignore\n');
    const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], HOME: box.path };
    expect((await seen(repo, env)).clean).toBe(true);
    expect((await seen(repo, { ...env, HOME: '/nonexistent' })).clean).toBe(false);
  });

  test('notices an edit that left size and time as they were when the index was written', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    const file = join(repo.path, 'a');
    repo.commit('first', { a: '1' });
    repo.write('a', '2');
    const index = join(repo.path, '.git/index');
    const now = new Date(Math.floor(Date.now() / 1000) * 1000);
    for (const path of [file, index]) utimesSync(path, now, now);
    expect((await seen(repo)).files).toEqual({ a: '2' });
  });

  test('merges like a commit: on top of HEAD, and of the other side in the middle of a merge', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    const base = repo.commit('base', { a: 'x\n' });
    repo.git('checkout', '-qb', 'side');
    const side = repo.commit('side', { a: 'side\n' });
    repo.git('checkout', '-q', 'main');
    const main = repo.commit('main', { a: 'main\n' });
    repo.write('new', 'n');
    await using fresh = await openRepository(repo.path);
    await using repository = await openRepository(repo.path);
    const { commitLike: desk } = await fresh.workingTree();
    expect(await fresh.mergeBase(desk, side)).toBe(base);
    expect((await fresh.merge(side, desk)).conflicts).toEqual(['a']);

    rmSync(join(repo.path, 'new'));
    expect(() => repo.git('merge', 'side')).toThrow();
    repo.write('a', 'resolved\n');
    const merging = await repository.workingTree();
    expect(await repository.mergeBase(merging.commitLike, side)).toBe(side);
    expect(await repository.mergeBase(merging.commitLike, main)).toBe(main);
    expect((await repository.merge(side, merging.commitLike)).conflicts).toEqual([]);
  });

  test('with an unmerged index has the files as they lie there, conflict markers and all', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    repo.commit('base', { a: 'x\n' });
    repo.git('checkout', '-qb', 'side');
    repo.commit('side', { a: 'side\n' });
    repo.git('checkout', '-q', 'main');
    repo.commit('main', { a: 'main\n' });
    expect(() => repo.git('merge', 'side')).toThrow();
    expect((await seen(repo)).files['a']).toContain('<<<<<<<');
  });

  test('of a sparse checkout has the files that are not checked out, with and without a sparse index', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    repo.commit('first', { 'in/a': '1', 'out/b': '2', 'out/deep/c': '3' });
    for (const flag of ['--no-sparse-index', '--sparse-index']) {
      repo.git('sparse-checkout', 'set', '--cone', flag, 'in');
      expect(await seen(repo)).toMatchObject({
        files: { 'in/a': '1', 'out/b': '2', 'out/deep/c': '3' },
        clean: true,
      });
      repo.write('out/new', 'n');
      expect((await seen(repo)).files).toEqual({
        'in/a': '1',
        'out/b': '2',
        'out/deep/c': '3',
        'out/new': 'n',
      });
      rmSync(join(repo.path, 'out'), { recursive: true });
    }
  });

  test('of a linked working tree, with a split index, is that tree’s own', async () => {
    using box = sandbox();
    const main = box.repo('main');
    main.commit('first', { a: '1' });
    main.git('worktree', 'add', '-q', '-b', 'side', join(box.path, 'linked'));
    const linked = repoAt(join(box.path, 'linked'));
    linked.git('update-index', '--split-index');
    linked.write('b', '2');
    expect((await seen(linked)).files).toEqual({ a: '1', b: '2' });
    expect((await seen(main)).clean).toBe(true);
  });

  test('has a submodule as the commit it is at', async () => {
    using box = sandbox();
    const library = box.repo('library');
    const first = library.commit('first', { l: '1' });
    const repo = box.repo('repo');
    repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.path, 'vendored');
    repo.commit('with submodule');
    await using repository = await openRepository(repo.path);
    const { tree, clean } = await repository.workingTree();
    expect([tree.entries.get('vendored'), clean]).toEqual([
      { path: 'vendored', kind: 'submodule', oid: first },
      true,
    ]);
  });

  test('runs neither hooks nor monitors nor what .gitattributes names', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    repo.commit('first', { a: '1' });
    const trap = join(box.path, 'trap');
    writeFileSync(trap, `#!/bin/sh\ntouch ${box.path}/sprung\ncat\n`, { mode: 0o755 });
    mkdirSync(join(repo.path, '.git/hooks'), { recursive: true });
    writeFileSync(join(repo.path, '.git/hooks/post-index-change'), `#!/bin/sh\n${trap}\n`, { mode: 0o755 });
    repo.git('config', 'core.fsmonitor', trap);
    writeFileSync(join(box.path, '.gitconfig'), `[filter "trap"]\n\tclean = ${trap}\n`);
    repo.write('.gitattributes', '* filter=trap\n');
    repo.write('b', '2');
    rmSync(join(box.path, 'sprung'), { force: true });
    await seen(repo, { PATH: process.env['PATH'], HOME: box.path });
    expect(() => chmodSync(join(box.path, 'sprung'), 0o600)).toThrow('ENOENT');
  });

  test('that git cannot read is one sentence with git’s reason', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    repo.commit('first', { a: '1' });
    repo.git('init', '-q', 'nested');
    await using repository = await openRepository(repo.path);
    await expect(repository.workingTree()).rejects.toThrow(
      `The working tree of ${repo.path} cannot be read: adding files failed. Mend that, or name a commit with --head.`,
    );
  });
});
