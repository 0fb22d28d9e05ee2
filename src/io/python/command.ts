/** The real runner of commands: a shell in a process group of its own, a limit of time, and its last words. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandEnd, CommandRequest, RunCommand } from '../command.ts';
import { MARK, type Watch } from '../watch.ts';
import { commandEnvironment } from './command-environment.ts';
import { lastWords, OUTPUT_LIMIT } from './lines.ts';
import { openRedirectSocket, type RedirectSocket } from './redirect-socket.ts';
import { firstDirectory } from './settings.ts';
import { besideBundle } from './start.ts';

const WORDS_MS = 500;

/** `directory` is where `command/sitecustomize.py` lies, as for the driver. */
export function commandRunner(watch: Watch, directory: string = besideBundle()): RunCommand {
  return async (request) => {
    await using place = await privatePlace(watch);
    await using socket = await openRedirectSocket(place.path, request);
    const [tree, checkout] = await Promise.all([realpath(request.tree), realpath(request.checkout)]);
    const located = { ...request, tree, checkout };
    const environment = await commandEnvironment(located, { driver: directory, socket: socket.path });
    return await run(located, environment, socket, watch);
  };
}

async function privatePlace(watch: Watch): Promise<AsyncDisposable & { readonly path: string }> {
  const path = join(tmpdir(), `alembic-gate-command-${randomBytes(6).toString('hex')}`);
  const held = watch.protect({ kind: 'workplace', directory: path });
  await mkdir(path, { mode: 0o700 });
  return { path, [Symbol.asyncDispose]: () => held[Symbol.asyncDispose]() };
}

async function run(
  { command, tree, environment: project, limitMs, stop }: CommandRequest,
  environment: Record<string, string>,
  socket: RedirectSocket,
  watch: Watch,
): Promise<CommandEnd> {
  const directory = await firstDirectory([join(tree, project.workingDirectory), tree]);
  const mark = randomBytes(12).toString('hex');
  const marked = watch.protect({ kind: 'marked', mark });
  const child = spawn('/bin/sh', ['-c', command], {
    cwd: directory,
    env: { ...environment, [MARK]: mark },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  stop?.addEventListener('abort', () => killGroup(child.pid));
  if (stop?.aborted) killGroup(child.pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-OUTPUT_LIMIT)));
  const group = child.pid === undefined ? null : watch.protect({ kind: 'process-group', pid: child.pid });
  try {
    const how = await endOf(child, limitMs);
    const said = { asked: socket.asked(), lastWords: lastWords(output) };
    if (how === null) return { kind: 'done', asked: said.asked };
    return how === 'timeout' ? { kind: 'timeout', ...said } : { kind: 'failed', how, ...said };
  } finally {
    // What it left in the background goes too: it would hold on to databases that are about to be compared.
    await group?.[Symbol.asyncDispose]();
    await marked[Symbol.asyncDispose]();
  }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

/** null: it ended well. */
function endOf(child: ReturnType<typeof spawn>, limitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve('timeout'), limitMs);
    const end = (how: string | null): void => {
      clearTimeout(late);
      resolve(how);
    };
    child.on('error', (error) => end(`it could not be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      const how = signal === null ? `exit code ${String(code)}` : `signal ${signal}`;
      // Its last words may still be on their way; what it left in the background may hold the pipes for ever.
      const told = () => end(code === 0 ? null : how);
      child.on('close', told);
      setTimeout(told, WORDS_MS);
    });
  });
}
