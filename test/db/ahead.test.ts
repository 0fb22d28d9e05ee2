/** Interpreters that run before they are asked for. No server is needed. */
import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { driversAhead } from '../../src/io/python/ahead.ts';
import type { DriverRequest } from '../../src/io/python.ts';
import { testbed } from '../testbed.ts';
import { writeProject } from './project.ts';
import { DRIVER } from './prove.ts';

const NOWHERE = { host: '127.0.0.1', port: 1, socket: null, user: 'u', password: 'p', database: 'scratch' };

/** A project whose Python writes down the process of each of its starts. */
async function openProject() {
  const project = await writeProject({
    revisions: [],
    files: {
      'own/python': `#!/bin/sh\necho $$ >> "$(dirname "$0")/starts"\nexec '${testbed().python.newest}' "$@"\n`,
    },
    declared: { python: 'own/python' },
  });
  const starts = async (): Promise<readonly number[]> => {
    const text = await readFile(join(project.directory, 'own/starts'), 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean).map(Number);
  };
  const request: DriverRequest = {
    environment: project.environment,
    tree: project.directory,
    checkout: project.directory,
    family: 'mysql',
    scratch: () => Promise.resolve(NOWHERE),
    startMs: 60_000,
  };
  const first = async (): Promise<number> => {
    for (;;) {
      const [pid] = await starts();
      if (pid !== undefined) return pid;
      await sleep(20);
    }
  };
  return { request, starts, first, [Symbol.asyncDispose]: () => project[Symbol.asyncDispose]() };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('An interpreter that was started ahead', () => {
  test('is the one that loads the project, and only once', async () => {
    await using project = await openProject();
    await using drivers = driversAhead(null, DRIVER);
    drivers.ahead(project.request);
    drivers.ahead(project.request);
    const one = await drivers.start(project.request);
    expect(one.kind).toBe('started');
    expect(await project.starts()).toHaveLength(1);
    const two = await drivers.start(project.request);
    expect(two.kind).toBe('started');
    expect(new Set(await project.starts()).size).toBe(2);
    for (const started of [one, two])
      if (started.kind === 'started') await started.driver[Symbol.asyncDispose]();
  }, 120_000);

  test('is of its own tree and environment alone', async () => {
    await using project = await openProject();
    await using drivers = driversAhead(null, DRIVER);
    drivers.ahead(project.request);
    const { environment } = project.request;
    const other = { ...environment, declared: { ...environment.declared, env: { MODE: 'other' } } };
    const started = await drivers.start({ ...project.request, environment: other });
    expect(started.kind).toBe('started');
    expect(await project.starts()).toHaveLength(2);
    if (started.kind === 'started') await started.driver[Symbol.asyncDispose]();
  }, 120_000);

  test('that died meanwhile costs nobody the proof', async () => {
    await using project = await openProject();
    await using drivers = driversAhead(null, DRIVER);
    drivers.ahead(project.request);
    const pid = await project.first();
    process.kill(pid, 'SIGKILL');
    // Its last words are waited for half a second.
    await sleep(700);
    const started = await drivers.start(project.request);
    expect(started.kind).toBe('started');
    expect(await project.starts()).toHaveLength(2);
    if (started.kind === 'started') await started.driver[Symbol.asyncDispose]();
  }, 120_000);

  test('ends where nobody wants it', async () => {
    await using project = await openProject();
    const drivers = driversAhead(null, DRIVER);
    drivers.ahead(project.request);
    const pid = await project.first();
    await drivers[Symbol.asyncDispose]();
    expect(isAlive(pid)).toBe(false);
  }, 120_000);
});
