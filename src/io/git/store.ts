/**
 * Our own bare repository beside the user's: it borrows the user's objects and takes everything that is fetched,
 * merged or written, so that the user's repository is only ever read.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from './discover.ts';
import { temporaryDirectory } from './temporary.ts';

export interface Store extends AsyncDisposable {
  readonly gitDir: string;
  /** A git directory over the same objects that knows no remote: what is missing stays missing there. */
  readonly offlineGitDir: string;
  readonly objects: string;
  /** An empty directory to run git in, so that no `.gitattributes` is found. */
  readonly empty: string;
  /** A path for a file or directory of our own. */
  path(name: string): string;
}

/**
 * `info/attributes` outranks every `.gitattributes`: a pull request that declares `merge=union` (or a filter, or an
 * end-of-line conversion) must not change how its own files are merged or written.
 */
const NO_ATTRIBUTES =
  '* !merge !text !eol !crlf !ident !filter !working-tree-encoding !conflict-marker-size !diff\n';

const CONFIG = `[core]
	bare = true
	quotePath = false
	attributesFile = /dev/null
	excludesFile = /dev/null
	looseCompression = 0
	hooksPath = /dev/null
[gc]
	auto = 0
[maintenance]
	auto = false
`;

/** Makes the repository by hand: `git init` would cost a process and copy the machine's templates. */
export function createStore(layout: Layout): Store {
  const directory = temporaryDirectory(`alembic-gate-git-${process.pid}-`);
  const path = (name: string): string => join(directory.path, name);
  const store = { gitDir: path('own.git'), offlineGitDir: path('offline.git'), empty: path('empty') };
  mkdirSync(store.empty);
  for (const gitDir of [store.gitDir, store.offlineGitDir]) {
    for (const name of ['objects/info', 'objects/pack', 'refs', 'info'])
      mkdirSync(join(gitDir, name), { recursive: true });
    writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/unborn\n');
    writeFileSync(join(gitDir, 'config'), format(layout.objectFormat) + CONFIG);
    writeFileSync(join(gitDir, 'info/attributes'), NO_ATTRIBUTES);
  }
  const objects = join(store.gitDir, 'objects');
  // Git reads a quoted line as a C string, so any directory name survives.
  writeFileSync(join(objects, 'info/alternates'), `${JSON.stringify(layout.objects)}\n`);
  writeFileSync(join(store.offlineGitDir, 'objects/info/alternates'), `${JSON.stringify(objects)}\n`);
  if (layout.shallow.length > 0) {
    writeFileSync(join(store.gitDir, 'shallow'), layout.shallow.map((id) => `${id}\n`).join(''));
  }
  return { ...store, objects, path, [Symbol.asyncDispose]: () => directory[Symbol.asyncDispose]() };
}

function format(objectFormat: string): string {
  return objectFormat === 'sha1'
    ? '[core]\n\trepositoryFormatVersion = 0\n'
    : `[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tobjectFormat = ${objectFormat}\n`;
}
