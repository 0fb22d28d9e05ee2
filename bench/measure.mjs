/** Whole processes, measured from outside: time, CPU of the process and of all that it waited for, memory. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Throws where it ends with something else than 0. */
export function measure(command, options = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'alembic-gate-bench-'));
  const times = join(directory, 'times');
  try {
    const begun = performance.now();
    const { status, stdout, stderr } = spawnSync(
      '/usr/bin/time',
      ['-f', '%U %S %M', '-o', times, ...command],
      { encoding: 'utf8', maxBuffer: 1 << 28, ...options },
    );
    const ms = performance.now() - begun;
    if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
    const [user, system, kilobytes] = readFileSync(times, 'utf8').trim().split(' ').map(Number);
    return { ms, cpu: (user + system) * 1000, mb: kilobytes / 1024, stdout };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
