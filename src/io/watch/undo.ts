/** Undoes one belonging, by the watchdog or, for what an earlier run left, by the next run. */
import { execFile } from 'node:child_process';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { MARK, type Belonging, type Ending } from '../watch.ts';

const run = promisify(execFile);

/** A process gets this long to end, then it is killed; milliseconds. */
const GRACE_MS = 5000;

/** Rejects with a sentence where something is left. What is gone already is no fault. */
export async function undo(belonging: Belonging): Promise<void> {
  switch (belonging.kind) {
    case 'workplace':
      return removeWorkplace(belonging.directory);
    case 'process-group':
      return endGroup(belonging.pid, 'SIGKILL');
    case 'marked':
      return endMarked(belonging.mark);
    case 'container':
      return removeContainer(belonging.name);
    case 'schemas': {
      const { removeRun } = await import('../server/leftovers.ts');
      return removeRun(belonging.login, belonging.run);
    }
  }
}

/**
 * Once the directory is taken away no process can be started in it (see `Workplace.start`), so that the second list of
 * those to end is complete.
 */
export async function removeWorkplace(directory: string): Promise<void> {
  const doomed = `${directory}.removed`;
  for (const { pid, ending } of await listProcesses(directory)) {
    if (ending === 'patience' && (await runsIn(pid, directory))) await endGroup(pid, ending);
  }
  await rename(directory, doomed).catch(ignoreMissing);
  for (const { pid, ending } of await listProcesses(doomed)) {
    if (await runsIn(pid, directory)) await endGroup(pid, ending);
  }
  await rm(doomed, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** What the shell of `Workplace.start` wrote there. */
async function listProcesses(directory: string): Promise<readonly { pid: number; ending: Ending }[]> {
  const list = await readFile(`${directory}/processes`, 'utf8').catch(() => '');
  const lines = list.split('\n').filter(Boolean);
  return lines.map((line) => {
    const [pid, ending] = line.split(' ') as [string, Ending];
    return { pid: Number(pid), ending };
  });
}

/** The number may long belong to another process: one of ours has the directory in its arguments. */
async function runsIn(pid: number, directory: string): Promise<boolean> {
  const said = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(async () => {
    const ps = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
    return ps.stdout;
  });
  return said.includes(directory);
}

async function endGroup(pid: number, ending: Ending): Promise<void> {
  if (!send(-pid, ending === 'patience' ? 0 : ending)) return;
  for (const end = Date.now() + GRACE_MS; Date.now() < end; await sleep(10)) {
    if (!(await isRunning(pid))) return;
  }
  send(-pid, 'SIGKILL');
}

/** A dead process that its parent has not asked after is still listed, which counts as gone. */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat !== null) return !/\) [ZX] /.test(stat);
  return process.platform !== 'linux' && send(pid, 0);
}

/** False where there is no such process. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** As long as there are any, because one may be starting another. Where there is no /proc, the group has to do. */
async function endMarked(mark: string): Promise<void> {
  for (const end = Date.now() + GRACE_MS; Date.now() < end; await sleep(20)) {
    const found = await marked(mark);
    if (found.length === 0) return;
    for (const pid of found) send(pid, 'SIGKILL');
  }
}

async function marked(mark: string): Promise<readonly number[]> {
  const entries = await readdir('/proc').catch(() => []);
  const ids = entries.filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    ids.map(async (pid) => {
      const variables = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return variables.split('\0').includes(`${MARK}=${mark}`) && (await isRunning(pid)) ? [pid] : [];
    }),
  );
  return found.flat();
}

/** The engine may still be making it when the client that asked was killed, so "no such container" is asked again. */
async function removeContainer(name: string): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    if (attempt > 0) await sleep(500);
    // Some versions of Docker call a missing container an error, some only say so.
    const { stderr, failed } = await run('docker', ['rm', '--force', '--volumes', name], {
      timeout: 8000,
    }).then(
      (done) => ({ stderr: done.stderr, failed: false }),
      (error: unknown) => ({ stderr: (error as { stderr?: string }).stderr ?? String(error), failed: true }),
    );
    if (/no such container/i.test(stderr)) continue;
    if (failed) throw new Error(`The container ${name} is left: ${stderr.trim()}`);
    return;
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
