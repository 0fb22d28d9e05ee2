/** The real driver: finds the project's interpreter, starts the Python side in it and hands back the port. */
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DriverFailure } from '../../verify/failure.ts';
import type { DriverPlace, DriverRequest, DriverStart, StartDriver } from '../python.ts';
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
  return async (request) => load(await spawnDriver(directory, watch, request), request);
}

/** An interpreter that runs, with nothing of the project's in it yet. */
export interface Spawned {
  readonly kind: 'spawned';
  readonly child: DriverProcess;
  readonly interpreter: string;
  /** Who is asked for scratch databases from now on. */
  readonly serve: (scratch: DriverRequest['scratch']) => void;
  readonly stop: () => Promise<void>;
}

export type Spawning =
  Spawned | { readonly kind: 'refused'; readonly failure: DriverFailure; readonly interpreter: string };

export async function spawnDriver(
  directory: string,
  watch: Watch | null,
  place: DriverPlace,
): Promise<Spawning> {
  const found = await findInterpreter(place.environment, place.checkout);
  if (found.kind === 'none') {
    return { kind: 'refused', failure: failure('no-python', found.looked), interpreter: 'Python' };
  }
  const mark = randomBytes(12).toString('hex');
  const marked = watch?.protect({ kind: 'marked', mark });
  let answer: DriverRequest['scratch'] = () =>
    Promise.reject(new Error('it was asked for before the project was loaded'));
  const child = new DriverProcess({
    command: [found.path, join(directory, 'start.py')],
    directory: place.tree,
    environment: { ...childEnvironment(place.environment.declared?.env ?? {}), [MARK]: mark },
    answer: (target) => answer(target),
  });
  return {
    kind: 'spawned',
    child,
    interpreter: `${found.path} (${found.because})`,
    serve: (scratch) => (answer = scratch),
    stop: async () => {
      // What it left behind holds its pipes open.
      await Promise.all([child.stop(), marked?.[Symbol.asyncDispose]()]);
    },
  };
}

/** Has it load the project; it is ended where it cannot. */
export async function load(spawned: Spawning, request: DriverRequest): Promise<DriverStart> {
  if (spawned.kind === 'refused') return spawned;
  const { child, interpreter, stop } = spawned;
  spawned.serve((target) => request.scratch(target));
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
}

/** Where the build puts the driver's Python. */
export function besideBundle(): string {
  return join(dirname(fileURLToPath(import.meta.url)), 'driver');
}
