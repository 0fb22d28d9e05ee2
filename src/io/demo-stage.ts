/** Sets the stage for `demo`: a git repository of the sample application, a private Python, a server if there is none. */
import { execFile, spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryDirectory } from './git/temporary.ts';
import { UsageError } from '../tree/usage-error.ts';

const run = promisify(execFile);

/** Deterministic commits, whoever runs the demo and whatever their git configuration. */
const AUTHOR = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Dana Example',
  GIT_AUTHOR_EMAIL: 'dana@casework.example',
  GIT_COMMITTER_NAME: 'Dana Example',
  GIT_COMMITTER_EMAIL: 'dana@casework.example',
};

export interface Stage extends AsyncDisposable {
  /** The repository, on branch `case-tags`, whose base is `main`. */
  readonly directory: string;
  git(...parameters: readonly string[]): Promise<string>;
}

/** Base branch and pull-request branch both grow from one parent: the fork that nobody sees in either. */
export async function setStage(project: string): Promise<Stage> {
  const temporary = temporaryDirectory('alembic-gate-demo-');
  const directory = temporary.path;
  const git = async (...parameters: readonly string[]): Promise<string> => {
    const { stdout } = await run('git', [...parameters], {
      cwd: directory,
      env: { ...process.env, ...AUTHOR },
    });
    return stdout.trim();
  };
  const commit = async (layer: string, message: string): Promise<void> => {
    await cp(join(project, layer), directory, { recursive: true });
    await git('add', '--all');
    await git('commit', '--quiet', '--message', message);
  };
  await git('init', '--quiet', '--initial-branch', 'main');
  await commit('common', 'Casework as released');
  await git('branch', 'case-tags');
  await commit('main', 'CW-214 priority of a case');
  await git('checkout', '--quiet', 'case-tags');
  await commit('feature', 'CW-221 tags on cases');
  return { directory, git, [Symbol.asyncDispose]: () => temporary[Symbol.asyncDispose]() };
}

const cache = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'alembic-gate', 'demo');

/** A private environment with the sample's requirements, made once; the stage sees it as its `.venv`. */
export async function bringPython(stage: Stage, say: (sentence: string) => void): Promise<void> {
  const requirements = await readFile(join(stage.directory, 'requirements.txt'), 'utf8');
  const directory = join(cache(), 'python');
  const stamp = join(directory, 'requirements.txt');
  const ready = existsSync(stamp) && (await readFile(stamp, 'utf8')) === requirements;
  if (!ready) {
    say(`bringing ${requirements.trim().split('\n').join(', ')} into a private Python environment (once)`);
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    await makeEnvironment(directory, say);
    await run(join(directory, 'bin/python'), [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--requirement',
      join(stage.directory, 'requirements.txt'),
    ]);
    await writeFile(stamp, requirements);
  }
  await symlink(directory, join(stage.directory, '.venv'));
}

async function makeEnvironment(directory: string, say: (sentence: string) => void): Promise<void> {
  const make = (): Promise<unknown> => run('python3', ['-m', 'venv', directory]);
  try {
    await make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError('python3 is not installed: install Python 3, or run the demo with --static');
    await installPackage('python3-venv', say);
    await make();
  }
}

/** Installs a Debian or Ubuntu package, named before it is installed. Throws UsageError where that cannot be done. */
export async function installPackage(name: string, say: (sentence: string) => void): Promise<void> {
  const root = process.getuid?.() === 0;
  const manual = `install the package ${name} yourself, or run the demo with --static`;
  if (spawnSync('apt-get', ['--version']).status !== 0)
    throw new UsageError(`this machine has no apt-get: ${manual}`);
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0)
    throw new UsageError(`installing needs root: ${manual}`);
  say(`installing the distribution's package ${name}`);
  const apt = (...parameters: readonly string[]): Promise<unknown> => {
    const command = ['apt-get', '-q', '-y', ...parameters];
    const [file = '', ...rest] = root ? command : ['sudo', '-n', ...command];
    return run(file, rest, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 64 * 1024 * 1024,
    });
  };
  try {
    await apt('update');
    await apt('install', '--no-install-recommends', name);
  } catch (error) {
    throw new UsageError(
      `apt-get could not install ${name} (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}): ${manual}`,
    );
  }
}
