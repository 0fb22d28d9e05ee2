/** The real driver: finds the project's interpreter, starts the Python side in it and hands back the port. */
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StartDriver } from '../python.ts';
import { MARK, type Watch } from '../watch.ts';
import { childEnvironment } from './child-environment.ts';
import { failure } from './failures.ts';
import { findInterpreter } from './interpreter.ts';
import { DriverProcess } from './process.ts';
import { startSettings } from './settings.ts';

/**
 * `directory` is where `start.py` lies: `driver/` beside the built bundle by default, `src/driver` when run from source.
 * With a watch, what the project's code leaves running in a group or session of its own ends with the driver too.
 */
export function driverStarter(directory: string = besideBundle(), watch: Watch | null = null): StartDriver {
  return async (request) => {
    const found = await findInterpreter(request.environment, request.checkout);
    if (found.kind === 'none') {
      return { kind: 'refused', failure: failure('no-python', found.looked), interpreter: 'Python' };
    }
    const mark = randomBytes(12).toString('hex');
    const marked = watch?.protect({ kind: 'marked', mark });
    const child = new DriverProcess({
      command: [found.path, join(directory, 'start.py')],
      directory: request.tree,
      environment: { ...childEnvironment(request.environment.declared?.env ?? {}), [MARK]: mark },
      answer: (target) => request.scratch(target),
    });
    const stop = async (): Promise<void> => {
      // What it left behind holds its pipes open.
      await Promise.all([child.stop(), marked?.[Symbol.asyncDispose]()]);
    };
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
          [Symbol.asyncDispose]: stop,
        },
      };
    }
    await stop();
    return { ...started, interpreter };
  };
}

/** Where the build puts the driver's Python. */
export function besideBundle(): string {
  return join(dirname(fileURLToPath(import.meta.url)), 'driver');
}
