/** One environment's history in one tree: its files read, its graph built. */
import type { Environment, EnvironmentProblem } from '../config/environment.ts';
import { revisionFilesOf } from '../config/revision-files.ts';
import { buildGraph } from '../graph/build.ts';
import type { RevisionGraph } from '../graph/graph.ts';
import { readRevision } from '../revision/read.ts';
import type { Reading, Revision } from '../revision/revision.ts';
import { scanRevision } from '../revision/scan.ts';
import type { Tree } from '../tree/tree.ts';

export interface History {
  readonly tree: Tree;
  readonly graph: RevisionGraph;
  /** In load order. */
  readonly revisions: readonly Revision[];
  /** Files that Alembic loads and that gave no revision. */
  readonly unread: readonly Exclude<Reading, { kind: 'revision' }>[];
  /** Versions directories and links that cannot be followed. */
  readonly problems: readonly EnvironmentProblem[];
  /** Blob id by path: equal ids are equal files. */
  readonly oids: ReadonlyMap<string, string>;
  /** The bytes behind a path, for those who edit or lint. */
  bytes(path: string): Promise<Uint8Array>;
}

/** Readings by path and blob: base, head and merge share almost all of their files. */
export type ReadingCache = Map<string, Reading>;

/**
 * Reads a history. Files of `touched` are parsed in full, all others by the faster reading of their header, which gives
 * the same result or hands over to the full one.
 */
export async function readHistory(
  tree: Tree,
  environment: Environment,
  cache: ReadingCache,
  touched: ReadonlySet<string> = new Set(),
): Promise<History> {
  const { files, problems } = await revisionFilesOf(tree, environment);
  const key = (path: string, oid: string): string => `${touched.has(path) ? 'full' : 'scan'} ${oid} ${path}`;
  const fresh = files.filter(({ path, oid }) => !cache.has(key(path, oid)));
  const contents = await tree.read(fresh.map(({ realPath }) => realPath));
  for (const { path, realPath, oid } of fresh) {
    const bytes = contents.get(realPath) ?? new Uint8Array();
    cache.set(key(path, oid), touched.has(path) ? readRevision(path, bytes) : scanRevision(path, bytes));
  }
  const readings = files.flatMap(({ path, oid }) => cache.get(key(path, oid)) ?? []);
  const revisions = readings.flatMap((reading) => (reading.kind === 'revision' ? [reading.revision] : []));
  const real = new Map(files.map(({ path, realPath }) => [path, realPath]));
  return {
    tree,
    graph: buildGraph(revisions),
    revisions,
    unread: readings.flatMap((reading) => (reading.kind === 'revision' ? [] : [reading])),
    problems,
    oids: new Map(files.map(({ path, oid }) => [path, oid])),
    async bytes(path) {
      const where = real.get(path) ?? path;
      return (await tree.read([where])).get(where) ?? new Uint8Array();
    },
  };
}
