/** Docker's command line, whose processes do not outlive us either (a pull may take minutes). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { StandRequest } from './standing.ts';

export interface DockerAnswer {
  readonly ok: boolean;
  readonly stdout: string;
  /** What it complained of, as part of a sentence. */
  readonly complaint: string;
}

/** Never rejects for what Docker says; a missing client is `ok: false` as well. */
export async function docker(
  request: StandRequest,
  args: readonly string[],
  limitMs = 30_000,
): Promise<DockerAnswer> {
  const child = spawn('docker', args, {
    detached: true,
    env: request.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid === undefined) {
    await once(child, 'error').catch(() => undefined);
    return { ok: false, stdout: '', complaint: 'there is no program "docker" on the PATH' };
  }
  const group = request.watch.protect({ kind: 'process-group', pid: child.pid });
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  clearTimeout(timer);
  await group[Symbol.asyncDispose]();
  const inTime = child.signalCode === null;
  return {
    ok: child.exitCode === 0,
    stdout: stdout.trim(),
    complaint: inTime ? stderr.trim().replace(/\s*\n\s*/g, ' | ') : `no answer within ${limitMs / 1000} s`,
  };
}
