import { describe, expect, test } from '@jest/globals';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { parseMerge } from '../../src/io/git/merge.ts';
import type { MergedTree } from '../../src/io/git.ts';
import { openRepository } from '../../src/io/git/open.ts';
import { sandbox, type Repo, type Sandbox } from './git-sandbox.ts';

/** A repository whose branches `main` and `side` both changed `files`; each side edits the checkout before its commit. */
function diverged(
  box: Sandbox,
  files: Readonly<Record<string, string>>,
  ours: (repo: Repo) => void,
  theirs: (repo: Repo) => void,
): Repo {
  const repo = box.repo('repo');
  repo.commit('base', { keep: 'k', ...files });
  repo.git('checkout', '-qb', 'side');
  theirs(repo);
  repo.commit('theirs');
  repo.git('checkout', '-q', 'main');
  ours(repo);
  repo.commit('ours');
  return repo;
}

async function merged(repo: Repo): Promise<MergedTree> {
  await using repository = await openRepository(repo.path);
  const [ours, theirs] = await Promise.all([repository.resolve('main'), repository.resolve('side')]);
  const merge = await repository.merge(ours.sha, theirs.sha);
  const contents = await merge.tree.read([...merge.tree.entries.keys()]);
  return { ...merge, tree: { ...merge.tree, read: () => Promise.resolve(contents) } };
}

async function content(merge: MergedTree, path: string): Promise<string> {
  return Buffer.from((await merge.tree.read([path])).get(path) ?? []).toString();
}

const LINES = '1\n2\n3\n4\n5\n6\n7\n8\n9\n';
const put = (path: string, text: string) => (repo: Repo) => repo.write(path, text);
const remove = (path: string) => (repo: Repo) => rmSync(join(repo.path, path), { recursive: true });
const move = (from: string, to: string) => (repo: Repo) =>
  renameSync(join(repo.path, from), join(repo.path, to));

describe('the merge in memory', () => {
  test('is what git merge would commit, and leaves both branches alone', async () => {
    using box = sandbox();
    const repo = diverged(
      box,
      { text: LINES },
      put('text', LINES.replace('1', 'one')),
      put('text', LINES.replace('9', 'nine')),
    );
    const merge = await merged(repo);
    expect(merge.conflicts).toEqual([]);
    expect(await content(merge, 'text')).toBe(LINES.replace('1', 'one').replace('9', 'nine'));
    expect(merge.tree.label).toBe('the would-be merge');
    repo.git('merge', '-q', '--no-edit', 'side');
    expect(repo.git('rev-parse', 'HEAD^{tree}').trim()).toBe(merge.treeId);
  });

  test('follows renames, as GitHub does: an edit of a file that the other side moved lands at its new place', async () => {
    using box = sandbox();
    const repo = diverged(
      box,
      { 'versions/a.py': LINES },
      put('versions/a.py', `${LINES}10\n`),
      move('versions/a.py', 'versions/b.py'),
    );
    const merge = await merged(repo);
    expect([...merge.tree.entries.keys()]).toEqual(['keep', 'versions/b.py']);
    expect(await content(merge, 'versions/b.py')).toBe(`${LINES}10\n`);
  });

  test.each([
    [
      '.gitattributes of the head',
      (repo: Repo) => repo.write('.gitattributes', '* merge=union\n*.py merge=union -text\n'),
    ],
    [
      '.gitattributes beside the file',
      (repo: Repo) => repo.write('versions/.gitattributes', '[attr]u merge=union\n* u\n'),
    ],
    [
      'attributes and a driver in the user’s repository',
      (repo: Repo) => {
        repo.git('config', 'merge.default', 'union');
        repo.git('config', 'core.attributesFile', join(repo.path, '../attributes'));
        repo.write('../attributes', '* merge=union\n');
        repo.write('.git/info/attributes', '* merge=union\n');
      },
    ],
  ])('%s cannot turn a conflict into a clean merge', async (_, declare) => {
    using box = sandbox();
    const both = (text: string) => (repo: Repo) => {
      declare(repo);
      repo.write('versions/a.py', text);
    };
    const merge = await merged(diverged(box, { 'versions/a.py': 'x\n' }, both('ours\n'), both('theirs\n')));
    expect(merge.conflicts).toEqual(['versions/a.py']);
  });

  test('of a criss-cross history uses all common ancestors', async () => {
    using box = sandbox();
    const repo = diverged(
      box,
      { text: LINES },
      put('text', LINES.replace('1', 'one')),
      put('text', LINES.replace('9', 'nine')),
    );
    const [main, side] = [repo.git('rev-parse', 'main').trim(), repo.git('rev-parse', 'side').trim()];
    repo.git('merge', '-q', '--no-edit', side);
    repo.git('checkout', '-q', 'side');
    repo.git('merge', '-q', '--no-edit', main);
    repo.commit('theirs again', { side: 's' });
    repo.git('checkout', '-q', 'main');
    repo.commit('ours again', { text: LINES.replace('1', 'one').replace('5', 'five').replace('9', 'nine') });
    const merge = await merged(repo);
    expect([merge.conflicts, await content(merge, 'side'), await content(merge, 'text')]).toEqual([
      [],
      's',
      LINES.replace('1', 'one').replace('5', 'five').replace('9', 'nine'),
    ]);
  });

  test('of histories without a common commit is refused in one sentence', async () => {
    using box = sandbox();
    const repo = box.repo('repo');
    const main = repo.commit('one', { a: '1' });
    repo.git('checkout', '-q', '--orphan', 'side');
    const side = repo.commit('two', { b: '2' });
    await using repository = await openRepository(repo.path);
    await expect(repository.merge(main, side)).rejects.toThrow('have no commit in common');
    expect(await repository.mergeBase(main, side)).toBeNull();
    expect(await repository.mergeBase(main, main)).toBe(main);
    await expect(repository.merge(main, '0'.repeat(40))).rejects.toThrow(/^git merge-tree failed/);
  });
});

describe('conflicts are named with every path they concern', () => {
  const cases: readonly (readonly [
    string,
    Readonly<Record<string, string>>,
    (repo: Repo) => void,
    (repo: Repo) => void,
    readonly string[],
  ])[] = [
    [
      'both edit, also where the path needs quoting',
      { 'ü "q"\n.py': 'x\n' },
      put('ü "q"\n.py', 'o\n'),
      put('ü "q"\n.py', 't\n'),
      ['ü "q"\n.py'],
    ],
    ['both add', {}, put('a.py', 'o\n'), put('a.py', 't\n'), ['a.py']],
    ['modify/delete', { 'a.py': LINES }, put('a.py', `${LINES}10\n`), remove('a.py'), ['a.py']],
    [
      'rename/rename',
      { 'a.py': LINES },
      move('a.py', 'b.py'),
      move('a.py', 'c.py'),
      ['a.py', 'b.py', 'c.py'],
    ],
    ['rename/delete', { 'a.py': LINES }, move('a.py', 'b.py'), remove('a.py'), ['a.py', 'b.py']],
    [
      'file/directory',
      { a: 'x\n' },
      (repo) => {
        remove('a')(repo);
        put('a/f.py', 'dir\n')(repo);
      },
      put('a', 'file\n'),
      ['a', 'a~<theirs>'],
    ],
    [
      'symlinks',
      {},
      (repo) => symlinkSync('keep', join(repo.path, 'link')),
      (repo) => symlinkSync('other', join(repo.path, 'link')),
      ['link'],
    ],
    [
      'submodules',
      {},
      (repo) => repo.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},sub`),
      (repo) => repo.git('update-index', '--add', '--cacheinfo', `160000,${'2'.repeat(40)},sub`),
      ['sub'],
    ],
    [
      'a file added to a directory that the other side moved',
      { 'old/a.py': LINES, 'old/b.py': `${LINES}b` },
      put('old/new.py', 'n\n'),
      move('old', 'moved'),
      ['moved/new.py', 'old/new.py'],
    ],
  ];

  test.each(cases)('%s', async (_, files, ours, theirs, conflicts) => {
    using box = sandbox();
    const repo = box.repo('repo');
    repo.commit('base', { keep: 'k', ...files });
    const commit = (change: (repo: Repo) => void, branch: string): string => {
      repo.git('checkout', '-q', '--force', '-B', branch, 'main');
      repo.git('clean', '-qfd');
      change(repo);
      // Staged by hand: `add --all` would drop a submodule that is not checked out.
      if (repo.git('diff', '--cached', '--name-only') === '') repo.git('add', '--all');
      repo.git('commit', '-qm', branch);
      return repo.git('rev-parse', 'HEAD').trim();
    };
    const [a, b] = [commit(ours, 'ours'), commit(theirs, 'theirs')];
    await using repository = await openRepository(repo.path);
    const merge = await repository.merge(a, b);
    expect(merge.conflicts).toEqual(conflicts.map((path) => path.replace('<theirs>', b)));
    expect([...merge.tree.entries.keys()]).toContain('keep');
  });
});

test('output that does not begin with a tree is no merge', () => {
  expect(parseMerge('')).toBeNull();
  expect(parseMerge('usage: git merge-tree\n')).toBeNull();
  expect(parseMerge('0123456789'.repeat(4) + '\0')).toEqual({
    treeId: '0123456789'.repeat(4),
    conflicts: [],
  });
});
