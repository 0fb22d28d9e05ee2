/** The real ports of a check; what only a proof needs is loaded when a proof runs. */
import { join } from 'node:path';
import type { Environment } from '../config/environment.ts';
import type { CheckPorts } from '../flows/check.ts';
import { systemClock } from '../io/clock.ts';
import type { Repository } from '../io/git.ts';
import { temporaryDirectories, temporaryDirectory } from '../io/git/temporary.ts';
import type { RunCommand } from '../io/command.ts';
import type { DriverPlace, DriversAhead } from '../io/python.ts';
import type { Log } from '../io/log.ts';
import type { Watch } from '../io/watch.ts';
import { writeInside } from '../io/write-inside.ts';
import { VERSION } from './version.ts';

export interface CheckOptions {
  /** The action's input: the interpreter, whatever the configuration names. */
  readonly python?: string;
  /** What may be done with base states that are kept between runs; absent: nothing. */
  readonly keptStates?: 'read' | 'write';
}

export function checkPorts(
  repository: Repository,
  log: Log,
  { python = '', keptStates }: CheckOptions = {},
): CheckPorts {
  let watching: Promise<Watch> | undefined;
  const watched = (): Promise<Watch> => (watching ??= startWatch());
  const withPython = <T extends { readonly environment: Environment }>(request: T): T => {
    const { environment } = request;
    if (python === '') return request;
    return { ...request, environment: { ...environment, declared: { ...environment.declared, python } } };
  };
  const runCommand: RunCommand = async (request) =>
    (await import('../io/python/command.ts')).commandRunner(await watched())(withPython(request));
  return {
    repository,
    log,
    clock: systemClock(),
    now: () => performance.now(),
    startDriver: async (request) => {
      const command = request.environment.declared?.command;
      if (command !== undefined)
        return (await import('../io/python/command-driver.ts')).commandDriver(command, runCommand)(request);
      const { driverStarter } = await import('../io/python/start.ts');
      return driverStarter(undefined, await watched())(withPython(request));
    },
    driversAhead: async ({ declared }) =>
      declared?.command === undefined ? openAhead(await watched(), withPython) : null,
    runCommand,
    carry: async (paths, from, to) => (await import('../io/carry.ts')).carry(paths, from, to),
    openServer: async (config, engine, environment, checkout) => {
      if (engine === 'sqlite') {
        const { openSqlite } = await import('../io/server/sqlite.ts');
        const asked = withPython({ config, environment, checkout });
        return openSqlite({ ...asked, variables: process.env, watch: await watched() });
      }
      const { openServer } = await import('../io/server/open.ts');
      return openServer({ config, engine, environment: process.env, watch: await watched() });
    },
    runProofs: async (request, ports) => (await import('../verify/run.ts')).runProofs(request, ports),
    async keptStates(environment, inPlace) {
      const { openKept } = await import('../io/kept-states/open.ts');
      const access = keptStates ?? null;
      return openKept({
        ...withPython({ environment }),
        repository,
        inPlace,
        access,
        variables: process.env,
        tool: VERSION,
      });
    },
    async temporaryDirectory() {
      const watch = await watched();
      const directory = temporaryDirectory('alembic-gate-merge-');
      watch.protect({ kind: 'workplace', directory: directory.path });
      return { ...directory, write: (path, text) => writeInside(directory.path, path, text) };
    },
  };
}

async function openAhead(
  watch: Watch,
  withPython: <T extends DriverPlace>(place: T) => T,
): Promise<DriversAhead> {
  const { driversAhead } = await import('../io/python/ahead.ts');
  const drivers = driversAhead(watch);
  return {
    start: (request) => drivers.start(withPython(request)),
    ahead: (place) => drivers.ahead(withPython(place)),
    [Symbol.asyncDispose]: () => drivers[Symbol.asyncDispose](),
  };
}

/** From the first proof on, a death by any signal leaves nothing: the directories that are there already included. */
async function startWatch(): Promise<Watch> {
  const { openWatch } = await import('../io/watch/open.ts');
  const watch = openWatch(join(import.meta.dirname, 'watchdog.js'), process.env);
  for (const directory of temporaryDirectories()) watch.protect({ kind: 'workplace', directory });
  return watch;
}
