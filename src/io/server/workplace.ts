/** A private directory in which processes are started that must not outlive us. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdir, open, readdir, readFile, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ending, Watch } from '../watch.ts';
import { removeWorkplace } from '../watch/undo.ts';
import { tellingLines } from './log.ts';
import { isLeftover } from './names.ts';
import type { Command } from './recipe.ts';

/** Database servers refuse to run as root; everybody has this user. */
const NOBODY = 'nobody';

/** Less free memory than this and the disk has to do; bytes. */
const ROOMY = 2 * 1024 ** 3;

/** Leaves only if the process is on the list that the watchdog goes by, and only while the directory is there. */
const LISTED = 'echo "$$ $1" >> "$0/processes" && shift && exec "$@"';

export interface Workplace extends AsyncDisposable {
  readonly directory: string;
  readonly log: string;
  /** Starts a program as the owner; its output goes to the log, or its errors alone where it is to be talked to. */
  start(command: Command, ending: Ending, talks?: 'talks'): ChildProcess;
  /** The log's most telling lines, as part of a sentence. */
  lastWords(): Promise<string>;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The owner of it is an unprivileged user where we are root, unless `ours` says that we stay its owner. */
export async function openWorkplace(
  watch: Watch,
  run: string,
  environment: NodeJS.ProcessEnv,
  ours?: 'ours',
): Promise<Workplace> {
  const parent = await parentDirectory(environment);
  await sweep(parent);
  const directory = join(parent, run);
  const held = watch.protect({ kind: 'workplace', directory });
  const account = process.getuid?.() === 0 && ours === undefined ? await unprivileged() : null;
  await mkdir(directory, { mode: 0o700 });
  if (account) await chown(directory, account.uid, account.gid);
  const log = join(directory, 'log');
  const output = await open(log, 'a');
  return {
    directory,
    log,
    start: ({ program, args }, ending, talks) =>
      spawn('/bin/sh', ['-c', LISTED, directory, ending, program, ...args], {
        ...account,
        cwd: directory,
        detached: true,
        // A MariaDB that starts deletes from its directory for temporary files what others have there.
        env: {
          ...(talks === undefined ? {} : libraries(environment)),
          ...{ PATH: environment.PATH, TZ: environment.TZ, HOME: directory, TMPDIR: directory },
        },
        stdio: talks === undefined ? ['ignore', output.fd, output.fd] : ['pipe', 'pipe', output.fd],
      }),
    lastWords: async () => tellingLines(await readFile(log, 'utf8')),
    [Symbol.asyncDispose]: async () => {
      await output.close();
      await held[Symbol.asyncDispose]();
    },
  };
}

/** Where a Python finds the libraries that the project's own Python finds. */
function libraries(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = ['LD_LIBRARY_PATH', 'LD_PRELOAD', 'DYLD_LIBRARY_PATH'];
  return Object.fromEntries(names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}

/** In memory where there is room, since DDL is three times as fast there; a TMPDIR that somebody set is respected. */
async function parentDirectory({ TMPDIR }: NodeJS.ProcessEnv): Promise<string> {
  // A socket's path is at most 104 bytes on some systems, of which 60 are ours.
  const usual = tmpdir().length > 40 ? '/tmp' : tmpdir();
  if (TMPDIR !== undefined) return usual;
  const memory = await statfs('/dev/shm').catch(() => null);
  return memory !== null && memory.bavail * memory.bsize > ROOMY ? '/dev/shm' : usual;
}

/** What a watchdog that was itself killed could not remove. */
async function sweep(parent: string): Promise<void> {
  const now = new Date();
  const left = (await readdir(parent)).filter((name) => isLeftover(name, now));
  // Another user's cannot be removed, and is not ours to remove.
  for (const name of left) await removeWorkplace(join(parent, name)).catch(() => undefined);
}

async function unprivileged(): Promise<Account> {
  const users = await readFile('/etc/passwd', 'utf8');
  const fields = users.split('\n').map((line) => line.split(':'));
  const [, , uid, gid] = fields.find(([name]) => name === NOBODY) ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}
