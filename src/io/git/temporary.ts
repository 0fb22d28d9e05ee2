/** Temporary directories that never outlive the process: removed on disposal, at exit, and on the signals that end it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryDirectory extends AsyncDisposable {
  readonly path: string;
}

const alive = new Set<string>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A new private directory below the system's temporary one. */
export function temporaryDirectory(prefix: string): TemporaryDirectory {
  const path = mkdtempSync(join(tmpdir(), prefix));
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
