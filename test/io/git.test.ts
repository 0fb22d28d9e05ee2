import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MAX_FILE_BYTES } from '../../src/io/git/tree.ts';
import { openRepository } from '../../src/io/git/open.ts';
import type { RepositoryOptions } from '../../src/io/git.ts';
import { digest, repoAt, sandbox } from './git-sandbox.ts';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

describe('opening', () => {
  const opening = async (directory: string, options?: RepositoryOptions): Promise<string> => {
    await using repository = await openRepository(directory, options);
    return repository.root;
  };

  test('finds the repository from a directory inside it, whatever GIT_DIR a hook has set', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    mkdirSync(join(repo.path, 'a/b'), { recursive: true });
    const env = { ...process.env, GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere/index' };
    expect(await opening(join(repo.path, 'a/b'), { env })).toBe(repo.path);
  });

  test('says in one sentence that a directory is missing or not a repository', async () => {
    using box = sandbox();
    await expect(opening(join(box.path, 'none'))).rejects.toThrow(`${box.path}/none is not a directory`);
    await expect(opening(box.path)).rejects.toThrow(
      `${box.path} is not in a git repository: give one with --repo.`,
    );
  });

  test('says that git is missing or too old', async () => {
    using box = sandbox();
    const bin = join(box.path, 'bin');
    mkdirSync(bin);
    await expect(opening(box.path, { env: { PATH: bin } })).rejects.toThrow('git was not found on PATH');
    writeFileSync(join(bin, 'git'), '#!/bin/sh\necho git version 2.37.9\n', { mode: 0o755 });
    await expect(opening(box.path, { env: { PATH: `${bin}:/bin` } })).rejects.toThrow(
      'git version 2.37.9 cannot merge in memory: install git 2.38 or newer.',
    );
  });

  test("refuses another owner's repository with git's own cure, and honours the user's safe.directory", async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    const sha = repo.commit('first', { file: 'x' });
    // Git's own switch that makes every owner look foreign; our own store must work in spite of it.
    const wrapper = join(box.path, 'bin');
    mkdirSync(wrapper);
    const real = repo.git('--exec-path').trim();
    writeFileSync(
      join(wrapper, 'git'),
      `#!/bin/sh\nexport GIT_TEST_ASSUME_DIFFERENT_OWNER=1\nexec "${real}/git" "$@"\n`,
      { mode: 0o755 },
    );
    const env: NodeJS.ProcessEnv = {
      PATH: `${wrapper}:${process.env['PATH'] ?? ''}`,
      HOME: box.path,
      GIT_CONFIG_NOSYSTEM: '1',
    };
    await expect(opening(repo.path, { env })).rejects.toThrow(
      `git does not trust ${repo.path}, which belongs to another user: run \`git config --global --add safe.directory ${repo.path}\` first.`,
    );
    writeFileSync(join(box.path, '.gitconfig'), `[safe]\n\tdirectory = ${repo.path}\n`);
    await using repository = await openRepository(repo.path, { env });
    expect((await repository.resolve('HEAD')).sha).toBe(sha);
    expect([...(await repository.workingTree()).tree.entries.keys()]).toEqual(['file']);
  });
});

describe('refs', () => {
  test('resolve to commits: branches, annotated tags, ids and expressions', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    const first = repo.commit('first', { file: '1' });
    repo.git('tag', '-a', 'v1', '-m', 'one');
    const second = repo.commit('second', { file: '2' });
    await using repository = await openRepository(repo.path);
    const shas = await Promise.all(
      ['v1', 'main', 'HEAD~1', first.slice(0, 10)].map((ref) => repository.resolve(ref)),
    );
    expect(shas.map(({ sha }) => sha)).toEqual([first, second, first, first]);
  });

  test('that are unknown, options in disguise, not commits or ambiguous are refused by name', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    repo.commit('first', { file: '1' });
    repo.git('branch', 'twice');
    repo.git('tag', 'twice');
    await using repository = await openRepository(repo.path);
    await expect(repository.resolve('nope')).rejects.toThrow('nope is not a commit, branch or tag here');
    await expect(repository.resolve('--upload-pack=x')).rejects.toThrow(
      '"--upload-pack=x" is not the name of a commit',
    );
    await expect(repository.resolve('')).rejects.toThrow('"" is not the name of a commit');
    await expect(repository.resolve('HEAD:file')).rejects.toThrow('HEAD:file is not a commit');
    await expect(repository.resolve('twice')).rejects.toThrow(
      'say refs/heads/twice, refs/tags/twice or the whole id.',
    );
  });

  test('of an empty repository: the sentence says to commit once', async () => {
    using box = sandbox();
    await using repository = await openRepository(box.repo('repo').path);
    await expect(repository.resolve('HEAD')).rejects.toThrow('has no commits yet');
    await expect(repository.workingTree()).rejects.toThrow('has no commits yet');
    expect(await repository.defaultBase()).toBeNull();
  });

  test('the default base is what origin/HEAD points to, else the first of the usual names', async () => {
    using box = sandbox();
    const origin = box.repo('origin');
    const sha = origin.commit('first', { file: '1' });
    origin.git('branch', '-m', 'develop');
    const clone = box.repo('clone', origin.path);
    await using repository = await openRepository(clone.path);
    expect(await repository.defaultBase()).toEqual({ ref: 'origin/develop', sha });
    clone.git('remote', 'remove', 'origin');
    expect(await repository.defaultBase()).toBeNull();
    clone.git('branch', 'master');
    expect(await repository.defaultBase()).toEqual({ ref: 'master', sha });
    clone.git('branch', 'main');
    expect(await repository.defaultBase()).toEqual({ ref: 'main', sha });
  });

  test('tags are found by the paths of their trees, also paths that would break a line protocol', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    repo.commit('first', { 'versions/a.py': '1', 'odd\nname 1 2\n.py': '' });
    repo.git('tag', 'v1');
    repo.commit('second', { 'versions/b.py': '2' });
    repo.git('tag', '-a', 'v2', '-m', 'two');
    repo.git('tag', 'blob', 'HEAD:versions/a.py');
    await using repository = await openRepository(repo.path);
    expect(await repository.tagsWithPath('versions/a.py')).toEqual(['v1', 'v2']);
    expect(await repository.tagsWithPath('versions/b.py')).toEqual(['v2']);
    expect(await repository.tagsWithPath('odd\nname 1 2\n.py')).toEqual(['v1', 'v2']);
    expect(await repository.tagsWithPath('odd\nname 3 4\n.py')).toEqual([]);
  });
});

describe('trees', () => {
  test('list every path as git stores it, in code-point order, and read contents by path', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    const names = ['a-b/x', 'a/x', 'a"quote', 'new\nline', 'ümläut.py', '\u{1F600}', '\uFB01'];
    symlinkSync('a/x', join(repo.path, 'link'));
    const sha = repo.commit('first', Object.fromEntries(names.map((name) => [name, `content of ${name}`])));
    await using repository = await openRepository(repo.path);
    const tree = await repository.tree(sha, 'main');
    const sorted = [...names, 'link'].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect([...tree.entries.keys()]).toEqual(sorted);
    expect(tree.entries.get('link')?.kind).toBe('symlink');
    const contents = await tree.read([...names, 'link', 'absent']);
    expect([...contents].map(([path, bytes]) => [path, text(bytes)])).toEqual([
      ...names.map((name) => [name, `content of ${name}`]),
      ['link', 'a/x'],
    ]);
    expect(tree.label).toBe('main');
  });

  test('read empty, binary and large files whole, many at once, and refuse one over the limit by name', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`many/${n}`, '\0\n'.repeat(n * 20)]),
    );
    const big = 'x'.repeat(3_000_000);
    const sha = repo.commit('first', { ...files, big, huge: 'y'.repeat(MAX_FILE_BYTES + 1) });
    await using repository = await openRepository(repo.path);
    const tree = await repository.tree(sha);
    const [contents, again] = await Promise.all([
      tree.read([...Object.keys(files), 'big']),
      tree.read(['big']),
    ]);
    for (const [path, content] of Object.entries(files)) expect(text(contents.get(path))).toBe(content);
    expect([text(contents.get('big')), text(again.get('big'))]).toEqual([big, big]);
    await expect(tree.read(['big', 'huge'])).rejects.toThrow(`huge has ${MAX_FILE_BYTES + 1} bytes`);
  });

  test('name submodules and do not read them', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    const first = repo.commit('first', { file: 'x' });
    repo.git('update-index', '--add', '--cacheinfo', `160000,${first},vendored`);
    repo.git('commit', '-qm', 'submodule');
    await using repository = await openRepository(repo.path);
    const tree = await repository.tree(repo.git('rev-parse', 'HEAD').trim());
    expect(tree.entries.get('vendored')).toEqual({ path: 'vendored', kind: 'submodule', oid: first });
    expect([...(await tree.read(['vendored', 'file'])).keys()]).toEqual(['file']);
  });

  test('are readable in a repository of SHA-256 ids, in one that borrows objects, and in a bare one', async () => {
    using box = sandbox();
    const origin = box.repo('origin');
    const sha = origin.commit('first', { file: 'borrowed' });
    const sharing = box.repo('sharing', '--shared', origin.path);
    const bare = box.repo('bare', '--bare', '--shared', sharing.path);
    for (const path of [sharing.path, bare.path]) {
      await using repository = await openRepository(path);
      expect(text((await (await repository.tree(sha)).read(['file'])).get('file'))).toBe('borrowed');
    }
    await using repository = await openRepository(bare.path);
    await expect(repository.workingTree()).rejects.toThrow('bare repository without a working tree');

    origin.git('init', '-q', '--object-format=sha256', join(box.path, 'sha256'));
    const modern = repoAt(join(box.path, 'sha256'));
    modern.commit('first', { file: 'long ids' });
    await using other = await openRepository(modern.path);
    const { tree, commitLike, clean } = await other.workingTree();
    expect([text((await tree.read(['file'])).get('file')), commitLike.length, clean]).toEqual([
      'long ids',
      64,
      true,
    ]);
    expect((await other.merge(commitLike, commitLike)).conflicts).toEqual([]);
  });
});

test("the user's repository is only read, and nothing of ours is left behind", async () => {
  using box = sandbox();
  const repo = box.repo('repo');
  const base = repo.commit('first', { 'versions/a.py': '1' });
  repo.git('checkout', '-qb', 'side');
  repo.commit('side', { 'versions/b.py': '2' });
  repo.write('versions/c.py', 'untracked');
  const before = digest(repo.path);
  const ours = (): readonly string[] =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`alembic-gate-git-${process.pid}-`));
  {
    await using repository = await openRepository(repo.path);
    const { commitLike, tree } = await repository.workingTree();
    await tree.read([...tree.entries.keys()]);
    await repository.merge(base, commitLike);
    await repository.mergeBase(base, commitLike);
    await repository.defaultBase();
    expect(ours()).toHaveLength(1);
  }
  expect(ours()).toEqual([]);
  expect(digest(repo.path)).toBe(before);
});
