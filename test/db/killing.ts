/** Starts gates to be killed, and sees whether anything of them is left. */
import { expect } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerConfig } from '../../src/io/server/standing.ts';
import type { ServerEngine } from '../../src/io/server.ts';
import { built, serverConfig, testEnvironment } from '../server.ts';

/** What is promised after any kind of end; milliseconds. */
const GONE_MS = 10_000;

export interface Gate {
  /** Its temporary directory, by which everything of it is recognised. */
  readonly directory: string;
  readonly child: ChildProcess;
}

export function startGate(
  engine: ServerEngine,
  changes: Partial<ServerConfig> = {},
  variables: NodeJS.ProcessEnv = {},
): Gate {
  const directory = mkdtempSync('/tmp/agt-');
  chmodSync(directory, 0o755); // the server may run as another user
  const watchdog = built('src/entry/watchdog.ts');
  const order = JSON.stringify({ engine, config: serverConfig(changes), watchdog });
  const child = spawn(process.execPath, [built('test/db/gate.ts'), order], {
    detached: true,
    env: { ...testEnvironment(), ...variables, TMPDIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { directory, child };
}

/** Resolves when the gate says so. */
export async function isOpen({ child }: Gate): Promise<void> {
  const said = await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
  expect(String(said[0])).toMatch(/^open /);
}

/** Processes whose arguments or environment name the directory: gate, watchdog, Docker's client, server. */
export function processesOf({ directory }: Gate): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((pid) => `${ofProcess(pid, 'cmdline')}${ofProcess(pid, 'environ')}`.includes(directory))
    .filter((pid) => !/\) [ZX] /.test(ofProcess(pid, 'stat')));
}

/** A file of /proc; empty where the process ended meanwhile. */
export function ofProcess(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

/** Waits until nothing is left, here and of what `others` lists; fails with what is left when the time is over. */
export async function expectNothingLeft(
  gate: Gate,
  others = (): Promise<unknown[]> => Promise.resolve([]),
): Promise<void> {
  const deadline = Date.now() + GONE_MS;
  for (;;) {
    const left = [...processesOf(gate), ...readdirSync(gate.directory), ...(await others())];
    if (left.length === 0) break;
    if (Date.now() > deadline) expect(left).toEqual([]);
    await sleep(50);
  }
  rmSync(gate.directory, { recursive: true });
}

/** Starts a gate, kills it at each of the moments, and expects that nothing is left. Milliseconds. */
export async function killAt(
  moments: readonly number[],
  start: () => Gate,
  others?: () => Promise<unknown[]>,
): Promise<void> {
  for (const moment of moments) {
    const gate = start();
    await sleep(moment);
    gate.child.kill('SIGKILL');
    await expectNothingLeft(gate, others);
  }
}
