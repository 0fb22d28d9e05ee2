/** Where a repository keeps its things, asked of git once; every way of not being usable has its own sentence. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../../tree/usage-error.ts';
import type { Environment } from './environment.ts';
import { complaint, gitIn, type Answer } from './process.ts';

/** Absolute paths into the user's repository; nothing below them is ever written. */
export interface Layout {
  /** The top of the working tree; for a bare repository its git directory. */
  readonly root: string;
  readonly bare: boolean;
  /** The git directory of this working tree (`.git/worktrees/<name>` in a linked one). */
  readonly gitDir: string;
  /** What all working trees share: refs, their logs, `shallow`. */
  readonly commonDir: string;
  readonly objects: string;
  readonly index: string;
  readonly objectFormat: string;
  /** Commits whose parents were cut off by a shallow clone. */
  readonly shallow: readonly string[];
  /** Whether objects may be missing because the clone was made with a filter. */
  readonly partial: boolean;
}

/** `merge-tree --write-tree` and `cat-file --batch-command -z` came with git 2.38. */
const OLDEST = [2, 38] as const;

/**
 * Finds the repository that holds `directory`. `env` carries the user's configuration, because whether a repository
 * of another owner is safe is said there (`safe.directory`). Throws UsageError with one sentence.
 */
export async function discover(
  directory: string,
  env: Environment,
  onProcess: (args: readonly string[]) => void,
): Promise<Layout> {
  const from = resolve(directory);
  const found = await stat(from).catch(() => null);
  if (!found?.isDirectory())
    throw new UsageError(`${from} is not a directory: give the repository with --repo.`);
  const git = gitIn(from, env, onProcess);
  const [version, answer] = await withGit(Promise.all([git.tell(['version']), git.tell(QUESTION)]));
  demandVersion(version.stdout);
  const [gitDir, commonDir, objects, index, shallowFile, objectFormat, bare, top] = answer.stdout.split('\n');
  if (!bare || (answer.code !== 0 && bare !== 'true')) throw new UsageError(refusal(from, answer));
  const layout = {
    gitDir: gitDir ?? '',
    commonDir: commonDir ?? '',
    objects: objects ?? '',
    index: index ?? '',
  };
  return {
    ...layout,
    bare: !top,
    root: top || layout.gitDir,
    objectFormat: objectFormat ?? 'sha1',
    shallow: await readShallow(shallowFile ?? ''),
    partial: await hasPromisedPacks(layout.objects),
  };
}

/** `--show-toplevel` comes last: it fails in a bare repository, after everything else has been answered. */
const QUESTION = [
  'rev-parse',
  '--path-format=absolute',
  '--absolute-git-dir',
  '--git-common-dir',
  ...['--git-path', 'objects', '--git-path', 'index', '--git-path', 'shallow'],
  '--show-object-format',
  '--is-bare-repository',
  '--show-toplevel',
];

async function withGit<T>(run: Promise<T>): Promise<T> {
  return await run.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new UsageError(`git was not found on PATH: install git ${OLDEST.join('.')} or newer.`);
  });
}

function demandVersion(printed: string): void {
  const [, major = 0, minor = 0] = /^git version (\d+)\.(\d+)/.exec(printed)?.map(Number) ?? [];
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  const found = printed.trim() || 'git of an unknown version';
  throw new UsageError(`${found} cannot merge in memory: install git ${OLDEST.join('.')} or newer.`);
}

function refusal(directory: string, answer: Answer): string {
  if (/dubious ownership/.test(answer.stderr)) {
    const owned = /repository at '([^']+)'/.exec(answer.stderr)?.[1] ?? directory;
    return `git does not trust ${owned}, which belongs to another user: run \`git config --global --add safe.directory ${owned}\` first.`;
  }
  if (/not a git repository/.test(answer.stderr)) {
    return `${directory} is not in a git repository: give one with --repo.`;
  }
  return `git cannot open ${directory}: ${complaint(answer)}`;
}

async function readShallow(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'latin1').catch(() => '');
  return text.split('\n').filter(Boolean);
}

/** Packs that a filtered clone or fetch brought carry a `.promisor` file beside them; also in a borrowed store. */
async function hasPromisedPacks(objects: string): Promise<boolean> {
  const borrowed = await readFile(join(objects, 'info', 'alternates'), 'utf8').catch(() => '');
  const stores = [objects, ...borrowed.split('\n').filter(Boolean)];
  const packs = await Promise.all(
    stores.map((store) => readdir(resolve(objects, store, 'pack')).catch(() => [])),
  );
  return packs.flat().some((name) => name.endsWith('.promisor'));
}
