/** Interpreters that run before they are asked for: importing Alembic takes longer than most revisions do. */
import type { DriverPlace, DriversAhead } from '../python.ts';
import type { Watch } from '../watch.ts';
import { besideBundle, load, spawnDriver, type Spawning } from './start.ts';

/** At most one waits for each tree. Until it is given the project to load it has imported nothing of it. */
export function driversAhead(watch: Watch | null, directory: string = besideBundle()): DriversAhead {
  const waiting = new Map<string, Promise<Spawning>>();
  const spawn = (place: DriverPlace): Promise<Spawning> => spawnDriver(directory, watch, place);
  return {
    ahead(place) {
      const key = keyOf(place);
      if (waiting.has(key)) return;
      const spawning = spawn(place);
      spawning.catch(() => undefined); // told to whoever takes it
      waiting.set(key, spawning);
    },
    async start(request) {
      const key = keyOf(request);
      const spare = await waiting.get(key);
      waiting.delete(key);
      const usable = spare !== undefined && (spare.kind === 'refused' || spare.child.isAlive);
      return load(usable ? spare : await spawn(request), request);
    },
    async [Symbol.asyncDispose]() {
      const left = await Promise.allSettled(waiting.values());
      waiting.clear();
      const spawned = left.flatMap((one) =>
        one.status === 'fulfilled' && one.value.kind === 'spawned' ? one.value : [],
      );
      await Promise.all(spawned.map((one) => one.stop()));
    },
  };
}

const keyOf = ({ environment, tree, checkout }: DriverPlace): string =>
  JSON.stringify([environment, tree, checkout]);
