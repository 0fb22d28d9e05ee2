/** Runs the built command line as a person at a desk does, each run with a temporary directory that must be empty after it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from '../../src/report/report.ts';
import { testbed } from '../testbed.ts';
import { builtDist } from './dist.ts';

/** What the watchdog may take to clear up after a death (design §8). */
export const CLEARED_WITHIN_MS = 10_000;

export interface Ended {
  /** The exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** What it has made below its temporary directory so far. */
  readonly made: () => readonly string[];
  /** Command lines of the processes that belong to it. */
  readonly processes: () => readonly string[];
  readonly ended: Promise<Ended>;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** An environment in which nothing of the person who runs the tests has a say. */
const NEUTRAL = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  // Base states of one test are none of the next one's business.
  ALEMBIC_GATE_CACHE: 'off',
};

/** Finds the testbed's MySQL first, and the Python that projects have. */
export function withServerAndPython(): Record<string, string> {
  const { mysqld, python } = testbed();
  return { PATH: `${dirname(mysqld)}:${NEUTRAL.PATH}`, VIRTUAL_ENV: dirname(dirname(python.newest)) };
}

/** Starts the command line; `ended` rejects if anything of the run is left: a file, a directory, a process. */
export function startCli(args: readonly string[], { cwd, env = {} }: Surroundings = {}): Running {
  const program = join(builtDist(), 'cli.js');
  const temporary = mkdtempSync('/tmp/ag-e2e-');
  // Servers run as another user where we are root.
  chmodSync(temporary, 0o711);
  const child = spawn(process.execPath, [program, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...NEUTRAL, TMPDIR: temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(async ([code]: readonly (number | null)[]): Promise<Ended> => {
    await expectNothingLeft(temporary);
    return { code: code ?? null, stdout, stderr };
  });
  return {
    child,
    made: () => readdirSync(temporary),
    processes: () => processesOf(temporary).map(commandLine),
    ended,
  };
}

/** Runs to the end. */
export function cli(args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  return startCli(args, surroundings).ended;
}

/** `check --format json` on a repository, and what else was said. */
export async function checkReport(
  repo: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended & { readonly report: Report }> {
  const ended = await cli(['check', '--repo', repo, '--format', 'json', ...args], { env });
  return { ...ended, report: JSON.parse(ended.stdout) as Report };
}

async function expectNothingLeft(temporary: string): Promise<void> {
  const deadline = Date.now() + CLEARED_WITHIN_MS;
  let left = remains(temporary);
  while (left.length > 0 && Date.now() < deadline) {
    await sleep(50);
    left = remains(temporary);
  }
  rmSync(temporary, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`the run left behind: ${left.join(', ')}`);
}

function remains(temporary: string): readonly string[] {
  return [...readdirSync(temporary), ...processesOf(temporary).map(commandLine)];
}

/** Processes that know the directory by their arguments or their environment. */
function processesOf(temporary: string): readonly string[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => ['cmdline', 'environ'].some((file) => read(id, file).includes(temporary)));
}

const commandLine = (id: string): string => `${id}: ${read(id, 'cmdline').replaceAll('\0', ' ')}`;

/** Empty where it has ended, or is another user's, who has nothing of ours. */
function read(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
