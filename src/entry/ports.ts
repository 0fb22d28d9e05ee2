/** The real ports of a check; what only a proof needs is loaded when a proof runs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckPorts } from '../flows/check.ts';
import { systemClock } from '../io/clock.ts';
import type { Repository } from '../io/git.ts';
import type { Log } from '../io/log.ts';

export function checkPorts(repository: Repository, log: Log): CheckPorts {
  return {
    repository,
    log,
    clock: systemClock(),
    now: () => performance.now(),
    startDriver: async (request) => (await import('../io/python/start.ts')).driverStarter()(request),
    openServer: async (config, engine) => {
      const { openServer } = await import('../io/server/open.ts');
      const { openWatch } = await import('../io/watch/open.ts');
      const watch = openWatch(join(import.meta.dirname, 'watchdog.js'), process.env);
      return openServer({ config, engine, environment: process.env, watch });
    },
    runProofs: async (request, ports) => (await import('../verify/run.ts')).runProofs(request, ports),
    temporaryDirectory,
  };
}

async function temporaryDirectory(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'alembic-gate-merge-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
