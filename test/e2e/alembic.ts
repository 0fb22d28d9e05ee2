/** The real Alembic, run on a project's directory as its authors run it. */
import { execFileSync } from 'node:child_process';
import { testbed } from '../testbed.ts';

/** stdout of `alembic …`; throws with what it said where it fails. */
export function alembic(
  directory: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  return execFileSync(testbed().python.newest, ['-m', 'alembic', ...args], {
    cwd: directory,
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', PYTHONDONTWRITEBYTECODE: '1', ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Ids as `alembic heads` lists them. */
export function alembicHeads(directory: string, args: readonly string[] = []): readonly string[] {
  return alembic(directory, [...args, 'heads'])
    .split('\n')
    .filter((line) => line.endsWith(')'))
    .map((line) => line.split(' ')[0] ?? '');
}
