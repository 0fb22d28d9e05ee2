/** What a tree lists, and the contents of its files, read in batches and only up to a limit. */
import type { EntryKind, TreeEntry } from '../../tree/tree.ts';
import { UsageError } from '../../tree/usage-error.ts';
import type { ObjectReader } from './objects.ts';
import { GitFailure, type Git } from './process.ts';

/** Larger files are no migrations; reading them would only serve to exhaust memory. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;
/** What one `read` may bring into memory. */
export const MAX_READ_BYTES = 256 * 1024 * 1024;

/** Every entry below `treeish` (a commit or tree id), in one process. Throws UsageError where there is no end of them. */
export async function listTree(git: Git, treeish: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', treeish];
  const answer = await git.tell(args);
  if (answer.code !== 0) throw new GitFailure(args, answer);
  return parseListing(answer.stdout);
}

/** Parses `ls-tree -r -z`: git lists by the bytes of the path, which for UTF-8 is the order of code points. */
export function parseListing(listing: string): ReadonlyMap<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (const line of listing.split('\0')) {
    if (line === '') continue;
    const tab = line.indexOf('\t');
    const [mode = '', , oid = ''] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    if (entries.has(path)) {
      throw new UsageError(
        `Two files are named ${JSON.stringify(path)} once read as UTF-8: rename one of them.`,
      );
    }
    entries.set(path, { path, kind: kindOf(mode), oid });
  }
  return entries;
}

function kindOf(mode: string): EntryKind {
  if (mode === '160000') return 'submodule';
  return mode === '120000' ? 'symlink' : 'file';
}

/**
 * Contents of files and symlinks by path; submodules have none. `fetchMissing` is asked once for those that the store
 * lacks. Throws UsageError, before anything large is read, for files over the limits or missing for good.
 */
export async function readBlobs(
  objects: ObjectReader,
  entries: readonly TreeEntry[],
  fetchMissing: (ids: readonly string[]) => Promise<void>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = entries.filter(({ kind }) => kind !== 'submodule');
  const ids = [...new Set(blobs.map(({ oid }) => oid))];
  if (ids.length === 0) return new Map();
  const sizes = await bringBlobs(objects, ids, fetchMissing);
  demandReadable(blobs, sizes);
  const contents = await objects.contents(ids);
  return new Map(blobs.flatMap(({ path, oid }) => [[path, contents.get(oid) ?? NOTHING] as const]));
}

const NOTHING = new Uint8Array();

/** Sizes by id, null for what is missing for good; `fetchMissing` is asked once for those that the store lacks. */
export async function bringBlobs(
  objects: ObjectReader,
  ids: readonly string[],
  fetchMissing: (ids: readonly string[]) => Promise<void>,
): Promise<ReadonlyMap<string, number | null>> {
  const sizes = new Map(await objects.sizes(ids));
  const missing = ids.filter((id) => sizes.get(id) === null);
  if (missing.length > 0) {
    await fetchMissing(missing);
    for (const [id, size] of await objects.sizes(missing)) sizes.set(id, size);
  }
  return sizes;
}

function demandReadable(blobs: readonly TreeEntry[], sizes: ReadonlyMap<string, number | null>): void {
  let total = 0;
  for (const { path, oid } of blobs) {
    const size = sizes.get(oid) ?? null;
    if (size === null)
      throw new UsageError(`The contents of ${path} (${oid}) are missing from the repository.`);
    if (size > MAX_FILE_BYTES)
      throw new UsageError(`${path} has ${size} bytes; at most ${MAX_FILE_BYTES} are read.`);
    total += size;
  }
  if (total > MAX_READ_BYTES) {
    throw new UsageError(
      `${blobs.length} files have ${total} bytes together; at most ${MAX_READ_BYTES} are read.`,
    );
  }
}
