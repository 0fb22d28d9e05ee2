/** Throw-away git repositories for tests, made by the real git with a configuration of their own. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ENV = {
  PATH: process.env['PATH'] ?? '',
  HOME: devNull,
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

/** A repository on disk and the few things tests do to it. */
export interface Repo {
  readonly path: string;
  /** stdout of a git command; throws with its stderr where it fails. */
  git(...args: string[]): string;
  write(path: string, content: string): void;
  /** Writes the files, stages everything and commits; the commit's id. */
  commit(message: string, files?: Readonly<Record<string, string>>): string;
}

export interface Sandbox extends Disposable {
  readonly path: string;
  /** A new repository on branch `main`, or what `cloneArgs` make of it. */
  repo(name: string, ...cloneArgs: string[]): Repo;
}

/** A directory for the repositories of one test. */
export function sandbox(): Sandbox {
  const path = mkdtempSync(join(tmpdir(), 'alembic-gate-test-'));
  return {
    path,
    repo(name, ...cloneArgs) {
      const directory = join(path, name);
      run(
        path,
        cloneArgs.length > 0
          ? ['clone', '-q', ...cloneArgs, directory]
          : ['init', '-q', '-b', 'main', directory],
      );
      return repoAt(directory);
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A repository that exists already, such as a linked working tree. */
export function repoAt(path: string): Repo {
  const git = (...args: string[]): string => run(path, args);
  const write = (name: string, content: string): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  return {
    path,
    git,
    write,
    commit(message, files = {}) {
      for (const [name, content] of Object.entries(files)) write(name, content);
      git('add', '--all');
      git('commit', '-q', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD').trim();
    },
  };
}

/** A digest of every file below a directory: names, types and bytes. */
export function digest(directory: string): string {
  const hash = createHash('sha256');
  for (const name of (readdirSync(directory, { recursive: true }) as string[]).sort()) {
    const path = join(directory, name);
    const stat = lstatSync(path);
    const content = stat.isFile() ? readFileSync(path) : stat.isSymbolicLink() ? readlinkSync(path) : '';
    hash.update(JSON.stringify([name, stat.mode])).update(content);
  }
  return hash.digest('hex');
}

function run(cwd: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, env: ENV, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}
