/** One environment's history in one tree: its files read, its graph built. */
import type { Environment, EnvironmentProblem } from '../config/environment.ts';
import { revisionFilesOf, type RevisionFile } from '../config/revision-files.ts';
import { buildGraph } from '../graph/build.ts';
import type { RevisionGraph } from '../graph/graph.ts';
import { readRevision } from '../revision/read.ts';
import type { Reading, Revision } from '../revision/revision.ts';
import type { Tree } from '../tree/tree.ts';
import { TreeImports } from './imports.ts';

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

/** Readings by path and blob: base, head and merge share almost all of their files, and so do many pull requests. */
export type ReadingCache = Map<string, Reading>;

/** Files that import their identifiers, from files that do the same, and so on: more rounds than anybody writes. */
const IMPORT_ROUNDS = 4;

/** `demandTime` throws where the time for all of it is over. */
export async function readHistory(
  tree: Tree,
  environment: Environment,
  cache: ReadingCache,
  demandTime: () => void = () => undefined,
): Promise<History> {
  const { files, problems } = await revisionFilesOf(tree, environment);
  const key = ({ path, oid }: RevisionFile): string => `${oid} ${path}`;
  const fresh = files.filter((file) => !cache.has(key(file)));
  const read = await readAll(tree, environment, fresh, demandTime);
  const own = new Map(fresh.map((file, index) => [key(file), read[index]?.reading]));
  for (const { file, reading, imported } of read) if (!imported) cache.set(key(file), reading);
  const all = files.flatMap((file) => own.get(key(file)) ?? cache.get(key(file)) ?? []);
  const revisions = all.flatMap((reading) => (reading.kind === 'revision' ? [reading.revision] : []));
  const real = new Map(files.map(({ path, realPath }) => [path, realPath]));
  return {
    tree,
    graph: buildGraph(revisions),
    revisions,
    unread: all.flatMap((reading) => (reading.kind === 'revision' ? [] : [reading])),
    problems,
    oids: new Map(files.map(({ path, oid }) => [path, oid])),
    async bytes(path) {
      const where = real.get(path) ?? path;
      return (await tree.read([where])).get(where) ?? new Uint8Array();
    },
  };
}

interface ReadFile {
  readonly file: RevisionFile;
  readonly reading: Reading;
  /** Whether it depends on other files of the tree. */
  readonly imported: boolean;
}

/** One reading per file, in order; files whose identifiers are imported are read again once the imports are here. */
async function readAll(
  tree: Tree,
  environment: Environment,
  files: readonly RevisionFile[],
  demandTime: () => void,
): Promise<readonly ReadFile[]> {
  const contents = await tree.read(files.map(({ realPath }) => realPath));
  const imports = new TreeImports(tree, environment);
  const read = (file: RevisionFile): ReadFile => {
    demandTime();
    const before = imports.served;
    const reading = readRevision(file.path, contents.get(file.realPath) ?? new Uint8Array(), imports.find);
    return { file, reading, imported: isOpen(reading) || imports.served > before };
  };
  let all = files.map(read);
  for (
    let round = 0;
    round < IMPORT_ROUNDS && all.some(({ reading }) => isOpen(reading)) && (await imports.bring());
    round += 1
  ) {
    all = all.map((one) => (isOpen(one.reading) ? read(one.file) : one));
  }
  return all;
}

/** Whether another file of the tree might say more. */
const isOpen = (reading: Reading): boolean =>
  reading.kind === 'refused' || (reading.kind === 'revision' && reading.revision.unreadLabels);
