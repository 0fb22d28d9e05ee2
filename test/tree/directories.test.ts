import { describe, expect, test } from '@jest/globals';
import { directoriesOf } from '../../src/tree/directories.ts';
import type { Resolution } from '../../src/tree/directories.ts';
import { memoryTree } from '../fakes/memory-tree.ts';

const tree = memoryTree({
  'a/b/file.py': 'x',
  'a/link.py': { symlink: 'b/file.py' },
  'a/up': { symlink: '../c/d' },
  'c/d/deep.py': 'y',
  'c/outside': { symlink: '../../elsewhere/x.py' },
  'c/absolute': { symlink: '/etc/passwd' },
  'c/dangling': { symlink: 'gone/x.py' },
  'c/loop': { symlink: 'loop2' },
  'c/loop2': { symlink: 'loop' },
  vendor: { submodule: '1'.repeat(40) },
});

async function resolve(path: string): Promise<Resolution> {
  return (await directoriesOf(tree)).resolve(path);
}

describe('the directories of a tree', () => {
  test('list names by code point, directories that git does not store included', async () => {
    const directories = await directoriesOf(tree);
    expect(directories.list('a').map(({ name, kind }) => [name, kind])).toEqual([
      ['b', 'directory'],
      ['link.py', 'symlink'],
      ['up', 'symlink'],
    ]);
    expect(directories.list('.').map(({ path }) => path)).toEqual(['a', 'c', 'vendor']);
    expect(directories.list('nowhere')).toEqual([]);
  });

  test('symlinks are followed to the file', async () => {
    expect(await resolve('a/link.py')).toMatchObject({
      kind: 'file',
      path: 'a/b/file.py',
      oid: tree.entries.get('a/b/file.py')?.oid,
    });
    expect(await resolve('a/up/deep.py')).toMatchObject({ kind: 'file', path: 'c/d/deep.py' });
  });

  test('.. after a symlink goes up from where it leads', async () => {
    expect(await resolve('a/up/../d')).toEqual({ kind: 'directory', path: 'c/d' });
    expect(await resolve('a/./b/..')).toEqual({ kind: 'directory', path: 'a' });
    expect(await resolve('.')).toEqual({ kind: 'directory', path: '.' });
  });

  test('what is not there, or not ours, is said to be', async () => {
    expect(await resolve('a/nope/x')).toEqual({ kind: 'missing', path: 'a/nope/x' });
    expect(await resolve('a/b/file.py/x')).toEqual({ kind: 'missing', path: 'a/b/file.py/x' });
    expect(await resolve('c/dangling')).toEqual({ kind: 'missing', path: 'c/gone/x.py' });
    expect(await resolve('c/outside')).toMatchObject({ kind: 'outside' });
    expect(await resolve('c/absolute')).toEqual({ kind: 'outside', path: '/etc/passwd' });
    expect(await resolve('../a')).toMatchObject({ kind: 'outside' });
    expect(await resolve('vendor/x/y.py')).toEqual({ kind: 'submodule', path: 'vendor' });
    expect(await resolve('c/loop')).toMatchObject({ kind: 'loop' });
  });

  test('symlinks are read once per tree, and only they', async () => {
    const reads: (readonly string[])[] = [];
    const counted = { ...tree, read: (paths: readonly string[]) => (reads.push(paths), tree.read(paths)) };
    await Promise.all([directoriesOf(counted), directoriesOf(counted)]);
    expect(reads).toEqual([
      ['a/link.py', 'a/up', 'c/absolute', 'c/dangling', 'c/loop', 'c/loop2', 'c/outside'],
    ]);
  });
});
