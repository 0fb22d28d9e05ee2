/** Docker's command line, whose processes do not outlive us either (a pull may take minutes). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { StandRequest } from './standing.ts';

export interface DockerAnswer {
  readonly ok: boolean;
  readonly stdout: string;
  /** What Docker, or `logs` the server, complained of. */
  readonly stderr: string;
}

/** Never rejects for what Docker says; a missing client is `ok: false` as well. `enough` ends it early. */
export async function docker(
  request: StandRequest,
  args: readonly string[],
  limitMs = 30_000,
  enough?: AbortSignal,
): Promise<DockerAnswer> {
  const child = spawn('docker', args, {
    detached: true,
    env: request.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid === undefined) {
    await once(child, 'error').catch(() => undefined);
    return { ok: false, stdout: '', stderr: 'there is no program "docker" on the PATH' };
  }
  const group = request.watch.protect({ kind: 'process-group', pid: child.pid });
  const kill = (): boolean => child.kill('SIGKILL');
  const timer = setTimeout(kill, limitMs);
  enough?.addEventListener('abort', kill);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  clearTimeout(timer);
  await group[Symbol.asyncDispose]();
  const inTime = child.signalCode === null;
  return {
    ok: child.exitCode === 0,
    stdout: stdout.trim(),
    stderr: inTime ? stderr : `no answer within ${limitMs / 1000} s`,
  };
}
