/** Says once which Python runs the project, since everything that a proof shows depends on it. */
import type { Log } from '../io/log.ts';
import type { MigrationDriver, StartDriver } from '../io/python.ts';

/** Where it cannot be started, the reason of the failure names it. */
export function sayingItsPython(start: StartDriver, log: Pick<Log, 'note'>): StartDriver {
  let said = false;
  return async (request) => {
    const started = await start(request);
    if (started.kind === 'started' && !said) {
      said = true;
      log.note(`python: ${words(started.driver)}`);
    }
    return started;
  };
}

function words({ interpreter, versions }: MigrationDriver): string {
  if (versions === null) return `whatever ${interpreter} runs`;
  const { python, alembic, sqlalchemy } = versions;
  return `${interpreter}: Python ${python}, Alembic ${alembic}, SQLAlchemy ${sqlalchemy}`;
}
