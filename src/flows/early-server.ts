/** A server that starts while everything else is still made ready for it. */
import type { Config } from '../config/config.ts';
import type { DatabaseServer, ServerEngine } from '../io/server.ts';

export interface EarlyServer extends AsyncDisposable {
  /** From now on it is the caller's to dispose. */
  take(): Promise<DatabaseServer>;
}

/** null where the project has to be asked first which engine it speaks. One that nobody takes is closed on dispose. */
export function startEarly(
  { engine }: Pick<Config, 'engine'>,
  open: (engine: ServerEngine) => Promise<DatabaseServer>,
): EarlyServer | null {
  // SQLite is a file, which a Python that is not looked for yet looks after.
  if (engine === null || engine === 'sqlite') return null;
  const opening = open(engine);
  opening.catch(() => undefined); // told to whoever takes it
  let isTaken = false;
  return {
    take() {
      isTaken = true;
      return opening;
    },
    async [Symbol.asyncDispose]() {
      if (isTaken) return;
      await opening.then(
        (server) => server[Symbol.asyncDispose](),
        () => undefined,
      );
    },
  };
}
