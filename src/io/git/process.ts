/**
 * Running git. Commands that answer go through simple-git; it waits 50 ms after one that prints nothing, so those are
 * spawned here, as are the long-lived `cat-file` and whatever a stranger's objects could make endless.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { simpleGit } from 'simple-git';
import { UsageError } from '../../tree/usage-error.ts';
import type { Environment } from './environment.ts';

export interface Answer {
  /** git's exit status; -1 where it died by a signal. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Environment;
  readonly input?: string;
  /** Give up after so many milliseconds without a byte of output or progress. */
  readonly silenceLimit?: number;
}

/**
 * A few objects can name more files than there are atoms, and a merge of them may never end; no repository that people
 * work in comes near either.
 */
const MOST_BYTES = 128 << 20;
const MOST_MILLISECONDS = 300_000;

/** git in one directory with one environment. */
export interface Git {
  /** Runs to the end and tells how it ended; never throws for a failing command. */
  ask(args: readonly string[], options?: RunOptions): Promise<Answer>;
  /** stdout of a command that must succeed; throws GitFailure otherwise. */
  text(args: readonly string[], options?: RunOptions): Promise<string>;
  /** Runs a command that may print nothing. Throws UsageError where it says too much or takes too long. */
  tell(args: readonly string[], options?: RunOptions): Promise<Answer>;
  /** Starts a command that is talked to over its pipes. */
  start(args: readonly string[], env?: Environment): ChildProcessWithoutNullStreams;
}

/** A git command failed in a way that nobody foresaw; the message is git's own last word. */
export class GitFailure extends UsageError {
  constructor(args: readonly string[], answer: Answer) {
    super(`git ${args[0] ?? ''} failed (exit ${answer.code}): ${complaint(answer)}`);
  }
}

/** The line of git's messages that says what went wrong, without credentials of a URL. */
export function complaint({ stderr, stdout }: Answer): string {
  const lines = (stderr || stdout).split('\n').map((line) => line.trim());
  const said = lines.filter((line) => /^(fatal|error|remote):/.test(line));
  const line =
    said.find((one) => one.startsWith('fatal:')) ?? said[0] ?? lines.filter(Boolean).at(-1) ?? 'no message';
  return withoutCredentials(line.replace(/^(fatal|error): /, ''));
}

/** A URL (or a text with URLs) as it may be shown. */
export function withoutCredentials(text: string): string {
  return text.replace(/:\/\/[^/\s@]+@/g, '://');
}

/**
 * simple-git's guards against options hidden in user strings are lifted for what this folder itself sets in the
 * environment; arguments here are constants, object ids and refs that were checked not to start with `-`.
 */
const OWN_SETTINGS = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeHooksPath: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeUrlRewrite: true,
};

/** git run in `cwd`; `onProcess` hears of every process that is started. */
export function gitIn(
  cwd: string,
  env: Environment,
  onProcess: (args: readonly string[]) => void,
  mostBytes = MOST_BYTES,
): Git {
  const start: Git['start'] = (args, extra = {}) => {
    onProcess(args);
    return spawn('git', args, { cwd, env: { ...env, ...extra } });
  };
  const ask: Git['ask'] = async (args, options = {}) => {
    onProcess(args);
    const variables = { ...env, ...options.env };
    const ended = { code: -1, stderr: '' };
    const git = simpleGit({
      baseDir: cwd,
      allowEnvironment: Object.keys(variables),
      unsafe: OWN_SETTINGS,
      ...(options.input === undefined ? {} : { input: () => options.input ?? '' }),
      ...(options.silenceLimit === undefined ? {} : { timeout: { block: options.silenceLimit } }),
      errors: (error, result) => {
        ended.code = result.exitCode;
        ended.stderr = Buffer.concat(result.stdErr).toString();
        // No or a negative code: git never ran, or was killed. Any other code is for the caller to judge.
        return (result.exitCode as number | null) !== null && result.exitCode >= 0 ? undefined : error;
      },
    });
    const stdout = await git.env(variables).raw([...args]);
    return { ...ended, stdout };
  };
  return {
    ask,
    start,
    async text(args, options) {
      const answer = await ask(args, options);
      if (answer.code !== 0) throw new GitFailure(args, answer);
      return answer.stdout;
    },
    async tell(args, options = {}) {
      return await finished(args, start(args, options.env), mostBytes, options.input);
    },
  };
}

async function finished(
  [command = '']: readonly string[],
  child: ChildProcessWithoutNullStreams,
  mostBytes: number,
  input = '',
): Promise<Answer> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let bytes = 0;
  const stopped: string[] = [];
  const stop = (why: string): void => {
    stopped.push(`git ${command} was stopped because it ${why}`);
    child.kill('SIGKILL');
  };
  const keep = (chunks: Buffer[]) => (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) stop(`lists more than ${mostBytes >> 20} MB`);
    else chunks.push(chunk);
  };
  child.stdout.on('data', keep(stdout));
  child.stderr.on('data', keep(stderr));
  const timer = setTimeout(() => stop(`took more than ${MOST_MILLISECONDS / 1000} s`), MOST_MILLISECONDS);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.stdin.on('error', () => undefined); // the exit code tells why it stopped listening
      child.on('close', resolve);
      child.stdin.end(input);
    });
    const [why] = stopped;
    if (why !== undefined) throw new UsageError(why);
    const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString();
    return { code: code ?? -1, stdout: text(stdout), stderr: text(stderr) };
  } finally {
    clearTimeout(timer);
  }
}
