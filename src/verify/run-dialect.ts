/** Which engine a project speaks, asked of the project itself: its first connection attempt is stopped and tells. */
import { explainFailure, type DriverFailure } from './failure.ts';
import type { ProofRequest } from './run-ports.ts';
import type { StartDriver } from '../io/python.ts';

export type DialectAnswer =
  /** SQLAlchemy's name: `mysql`, `mariadb`, `postgresql`, `sqlite`, …. */
  | { readonly kind: 'dialect'; readonly dialect: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Runs env.py until it connects; no server is needed and none is reached. */
export async function askDialect(
  request: Pick<ProofRequest, 'environment' | 'config' | 'checkout' | 'merged'>,
  startDriver: StartDriver,
): Promise<DialectAnswer> {
  const limitMs = request.config.timeouts.step * 1000;
  const started = await startDriver({
    environment: request.environment,
    tree: request.merged.directory,
    checkout: request.checkout,
    family: null,
    scratch: () =>
      Promise.reject(new Error('no database is given to a project that is only asked for its dialect')),
    startMs: limitMs,
  });
  if (started.kind === 'refused') return answer(started.failure, started.interpreter);
  await using driver = started.driver;
  const ran = await driver.migrate([], { stepMs: limitMs, totalMs: limitMs });
  if (ran.kind !== 'done') return answer(ran.failure, driver.interpreter);
  return {
    kind: 'refused',
    reason: 'env.py came to its end without connecting; name the engine with `engine:`.',
  };
}

/** Without these no migration runs either, whatever the engine. */
const STOPS_ANY_RUN: ReadonlySet<DriverFailure['kind']> = new Set([
  'no-python',
  'no-alembic',
  'missing-module',
]);

function answer(failure: DriverFailure, interpreter: string): DialectAnswer {
  if (failure.kind === 'foreign-dialect' && failure.subject !== null)
    return { kind: 'dialect', dialect: failure.subject };
  const why = explainFailure(failure, interpreter);
  const other = STOPS_ANY_RUN.has(failure.kind)
    ? ''
    : ' Or name the engine with `engine:`, so that it need not be asked.';
  return { kind: 'refused', reason: why + other };
}
