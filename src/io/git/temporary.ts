/**
 * Temporary directories that never outlive the process: removed on disposal, at exit, on the signals that end it, and by a
 * shell outside of it where it is killed at once. What even that one could not remove goes with the next run.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryDirectory extends AsyncDisposable {
  readonly path: string;
}

const alive = new Set<string>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A new private directory below the system's temporary one. */
export function temporaryDirectory(prefix: string): TemporaryDirectory {
  const path = join(tmpdir(), `${prefix}${randomBytes(6).toString('hex')}`);
  guard ??= startGuard();
  guard.write(`${path}\n`);
  mkdirSync(path, { mode: 0o700 });
  if (alive.size === 0) watch();
  alive.add(path);
  return {
    path,
    async [Symbol.asyncDispose]() {
      await rm(path, REMOVE);
      alive.delete(path);
      if (alive.size === 0) unwatch();
    },
  };
}

/** Those that are there now, for a watchdog: a process that is killed at once removes nothing. */
export const temporaryDirectories = (): readonly string[] => [...alive];

/** Hears of each directory before it is made, and removes them all when we are gone: its input ends with us. */
const GUARD =
  'trap \'\' INT TERM HUP QUIT; (while IFS= read -r path; do set -- "$@" "$path"; done; rm -rf -- "$@") <&3 3<&- &';

let guard: Socket | null = null;

/** A shell in between, so that it is no child of ours: whoever kills our process tree does not find it there. */
function startGuard(): Socket {
  sweep();
  const child = spawn('/bin/sh', ['-c', GUARD, 'sh'], {
    detached: true,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  child.on('error', () => undefined);
  child.unref();
  const pipe = child.stdio[3] as Socket;
  pipe.on('error', () => undefined);
  pipe.unref();
  return pipe;
}

const OURS = /^alembic-gate-(git|merge|command)-/;
/** Longer than any run: GitHub ends hosted jobs after six hours. */
const STALE_MS = 6 * 60 * 60 * 1000;

/** Another user's cannot be removed, and is not ours to remove. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => OURS.test(entry))) {
    const path = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(path).mtimeMs > STALE_MS) rmSync(path, REMOVE);
    } catch {
      // It went meanwhile.
    }
  }
}

/** Retried, because a git process that is just dying may still write. */
const REMOVE = { recursive: true, force: true, maxRetries: 3 } as const;

function removeAll(): void {
  for (const path of alive) rmSync(path, REMOVE);
  alive.clear();
}

function removeAndDie(signal: NodeJS.Signals): void {
  removeAll();
  unwatch();
  // With nobody else listening the signal must still end the process; otherwise that listener decides.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function watch(): void {
  process.on('exit', removeAll);
  for (const signal of SIGNALS) process.on(signal, removeAndDie);
}

function unwatch(): void {
  process.off('exit', removeAll);
  for (const signal of SIGNALS) process.off(signal, removeAndDie);
}
