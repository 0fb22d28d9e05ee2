/**
 * Running git. Commands that answer go through simple-git; it waits 50 ms after one that prints nothing, so those
 * (and the long-lived `cat-file`) are spawned here.
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

/** git in one directory with one environment. */
export interface Git {
  /** Runs to the end and tells how it ended; never throws for a failing command. */
  ask(args: readonly string[], options?: RunOptions): Promise<Answer>;
  /** stdout of a command that must succeed; throws GitFailure otherwise. */
  text(args: readonly string[], options?: RunOptions): Promise<string>;
  /** Runs a command that prints nothing on success. */
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
export function gitIn(cwd: string, env: Environment, onProcess: (args: readonly string[]) => void): Git {
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
      return await finished(start(args, options.env), options.input);
    },
  };
}

function finished(child: ChildProcessWithoutNullStreams, input = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.stdin.on('error', () => undefined); // the exit code tells why it stopped listening
    child.on('close', (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
    child.stdin.end(input);
  });
}
