import { describe, expect, test } from '@jest/globals';
import { bareEnvironment } from '../../src/config/assemble.ts';
import type { Environment } from '../../src/config/environment.ts';
import { revisionFilesOf } from '../../src/config/revision-files.ts';
import type { RevisionFiles } from '../../src/config/revision-files.ts';
import { directoriesOf } from '../../src/tree/directories.ts';
import { memoryTree } from '../fakes/memory-tree.ts';
import type { MemoryFile } from '../fakes/memory-tree.ts';

async function filesOf(
  files: Readonly<Record<string, MemoryFile>>,
  settings: Partial<Environment> = {},
): Promise<RevisionFiles> {
  const tree = memoryTree(files);
  const environment = bareEnvironment({ path: 'm', flask: false }, await directoriesOf(tree));
  return revisionFilesOf(tree, { ...environment, ...settings });
}

describe('which files are revisions', () => {
  test('every .py counts but __init__ and editors’ locks, by code point of the name', async () => {
    const names = [
      'b.py',
      'a.py',
      'B.py',
      '.hidden.py',
      'foo bar.py',
      '__init__.py',
      '__init__x.py',
      '.#a.py',
      'a.PY',
      'a.pyi',
      'a.py.orig',
    ];
    const { files, problems } = await filesOf(
      Object.fromEntries(names.map((name) => [`m/versions/${name}`, name])),
    );
    expect(files.map(({ path }) => path)).toEqual(
      ['.hidden.py', 'B.py', 'a.py', 'b.py', 'foo bar.py'].map((name) => `m/versions/${name}`),
    );
    expect(problems).toEqual([]);
  });

  test('sub-directories count only where the locations are recursive, after their parent’s files', async () => {
    const tree = {
      'm/versions/a/2.py': '',
      'm/versions/z.py': '',
      'm/versions/__pycache__/c.py': '',
      'm/versions/A/1.py': '',
    };
    expect((await filesOf(tree)).files.map(({ path }) => path)).toEqual(['m/versions/z.py']);
    expect((await filesOf(tree, { recursive: true })).files.map(({ path }) => path)).toEqual([
      'm/versions/z.py',
      'm/versions/A/1.py',
      'm/versions/a/2.py',
    ]);
  });

  test('locations keep their order, missing ones are skipped, a file reached twice counts once', async () => {
    const { files, problems } = await filesOf(
      { 'm/b/1.py': 'x', 'm/a/2.py': 'y', 'm/a/again.py': { symlink: '../b/1.py' } },
      { versionLocations: ['m/b', 'm/gone', 'm/a'] },
    );
    expect(files.map(({ path, realPath }) => [path, realPath])).toEqual([
      ['m/b/1.py', 'm/b/1.py'],
      ['m/a/2.py', 'm/a/2.py'],
    ]);
    expect(problems).toEqual([]);
  });

  test('a symlink is judged by the name it leads to', async () => {
    const { files } = await filesOf({
      'm/versions/s.txt': { symlink: '../../shared/r.py' },
      'm/versions/t.py': { symlink: '../../shared/notes.txt' },
      'shared/r.py': 'r',
      'shared/notes.txt': 'n',
    });
    expect(files.map(({ path, realPath }) => [path, realPath])).toEqual([
      ['m/versions/s.txt', 'shared/r.py'],
    ]);
  });

  const links: readonly (readonly [string, string, RegExp, boolean])[] = [
    ['that leads nowhere', 'gone.py', /m\/versions\/gone\.py, which does not exist/, true],
    ['that leads back to itself', 's.py', /back to itself/, true],
    [
      'that leaves the repository',
      '/srv/shared/r.py',
      /out of the repository, to \/srv\/shared\/r\.py/,
      false,
    ],
  ];
  for (const [what, symlink, message, fail] of links) {
    test(`a symlink ${what} is a problem`, async () => {
      const { files, problems } = await filesOf({ 'm/versions/s.py': { symlink } });
      expect(files).toEqual([]);
      expect(problems).toEqual([
        {
          kind: 'unreadable',
          path: 'm/versions/s.py',
          line: 1,
          message: expect.stringMatching(message),
          fail,
        },
      ]);
    });
  }

  test('versions in a submodule are not in the tree, which is said', async () => {
    const { problems } = await filesOf({ 'm/versions': { submodule: '2'.repeat(40) } });
    expect(problems).toMatchObject([
      { kind: 'unreadable', fail: false, message: expect.stringMatching(/submodule m\/versions/) },
    ]);
  });
});
