/** A tree that never was in a repository: same interface, same blob ids as git would give. */
import { createHash } from 'node:crypto';
import { compareCodePoints } from '../../src/tree/paths.ts';
import type { Tree, TreeEntry } from '../../src/tree/tree.ts';

export type MemoryFile = string | Uint8Array | { readonly symlink: string } | { readonly submodule: string };

/** `{ 'a/b.py': 'text', 'link.py': { symlink: 'a/b.py' } }` as a tree; strings are UTF-8. */
export function memoryTree(files: Readonly<Record<string, MemoryFile>>, label = 'a tree in memory'): Tree {
  const contents = new Map<string, Uint8Array>();
  const entries = new Map<string, TreeEntry>();
  for (const path of Object.keys(files).sort(compareCodePoints)) {
    const { kind, bytes, oid } = entryOf(files[path] ?? '');
    contents.set(path, bytes);
    entries.set(path, { path, kind, oid });
  }
  return {
    label,
    entries,
    read: (paths) =>
      Promise.resolve(
        new Map(
          paths.flatMap((path) => {
            const bytes = contents.get(path);
            return bytes === undefined ? [] : [[path, bytes] as const];
          }),
        ),
      ),
  };
}

function entryOf(file: MemoryFile): { kind: TreeEntry['kind']; bytes: Uint8Array; oid: string } {
  if (typeof file === 'object' && 'submodule' in file) {
    return { kind: 'submodule', bytes: new Uint8Array(), oid: file.submodule };
  }
  const link = typeof file === 'object' && 'symlink' in file;
  const bytes = link ? Buffer.from(file.symlink) : typeof file === 'string' ? Buffer.from(file) : file;
  return { kind: link ? 'symlink' : 'file', bytes, oid: blobId(bytes) };
}

function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
