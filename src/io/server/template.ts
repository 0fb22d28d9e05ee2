/** Initialised data directories, made once per server program and copied in a tenth of a second. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binary } from './binary.ts';
import type { Command } from './recipe.ts';
import type { StandRequest } from './standing.ts';

const run = promisify(execFile);

export interface Template {
  /** False where there is none, or it cannot be read. */
  copyTo(directory: string): Promise<boolean>;
  /** Keeps a fresh data directory for the next time. Whoever comes first wins; a cache that cannot be written is no fault. */
  keep(directory: string): Promise<void>;
  /** A server did not start on a copy. */
  discard(): Promise<void>;
}

/** `made` is how it is initialised. A program that was replaced has another template. */
export async function templateOf(binary: Binary, made: Command, request: StandRequest): Promise<Template> {
  const { XDG_CACHE_HOME, HOME } = request.environment;
  const { size, mtimeMs } = await stat(binary.path);
  const recipe = JSON.stringify([binary, size, mtimeMs, made]);
  const hash = createHash('sha256').update(recipe).digest('hex').slice(0, 12);
  const cache = join(XDG_CACHE_HOME ?? join(HOME ?? homedir(), '.cache'), 'alembic-gate', 'templates');
  const template = join(cache, `${binary.engine}-${binary.version}-${hash}`);
  const remove = (directory: string): AsyncDisposable =>
    request.watch.protect({ kind: 'workplace', directory });
  return {
    copyTo: (directory) =>
      copy(template, directory).then(
        () => true,
        () => rm(directory, { recursive: true, force: true }).then(() => false),
      ),
    keep: async (directory) => {
      const incoming = `${template}.${request.run}`;
      const unfinished = remove(incoming);
      await mkdir(cache, { recursive: true })
        .then(() => copy(directory, incoming))
        .then(() => rename(incoming, template))
        .catch(() => undefined);
      await unfinished[Symbol.asyncDispose]();
    },
    discard: async () => {
      // Another gate may be doing the same.
      await Promise.allSettled([remove(template)[Symbol.asyncDispose]()]);
    },
  };
}

/**
 * By the system's own program, which is ten times as fast as Node's; owners stay as they are. Two thirds of a data directory
 * are zeros, which GNU's need not write.
 */
async function copy(from: string, to: string): Promise<void> {
  await run('cp', ['-Rp', '--sparse=always', from, to]).catch(async () => {
    await rm(to, { recursive: true, force: true });
    await run('cp', ['-Rp', from, to]);
  });
}
