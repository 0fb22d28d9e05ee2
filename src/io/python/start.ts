/** The real driver: finds the project's interpreter, starts the Python side in it and hands back the port. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StartDriver } from '../python.ts';
import { childEnvironment } from './child-environment.ts';
import { failure } from './failures.ts';
import { findInterpreter } from './interpreter.ts';
import { DriverProcess } from './process.ts';
import { startSettings } from './settings.ts';

/**
 * `directory` is where `start.py` lies: `driver/` beside the built bundle by default, `src/driver` when run from source.
 */
export function driverStarter(directory: string = besideBundle()): StartDriver {
  return async (request) => {
    const found = await findInterpreter(request.environment, request.checkout);
    if (found.kind === 'none') {
      return { kind: 'refused', failure: failure('no-python', found.looked), interpreter: 'Python' };
    }
    const child = new DriverProcess({
      command: [found.path, join(directory, 'start.py')],
      directory: request.tree,
      environment: childEnvironment(request.environment.declared?.env ?? {}),
      answer: (target) => request.scratch(target),
    });
    const interpreter = `${found.path} (${found.because})`;
    const started = await child.start(await startSettings(request), request.startMs);
    if (started.kind === 'started') {
      return {
        kind: 'started',
        driver: {
          interpreter,
          versions: started.versions,
          migrate: (steps, limits, pause) => child.migrate(steps, limits, pause),
          compare: (limitMs) => child.compare(limitMs),
          [Symbol.asyncDispose]: () => child.stop(),
        },
      };
    }
    await child.stop();
    return { ...started, interpreter };
  };
}

/** Where the build puts the driver's Python. */
export function besideBundle(): string {
  return join(dirname(fileURLToPath(import.meta.url)), 'driver');
}
