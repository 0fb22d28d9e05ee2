/** Opens stages: fresh scratch databases with the base state on them, and a driver of the merged tree at work there. */
import type { MigrationDriver } from '../io/python.ts';
import { explainFailure } from './failure.ts';
import type { Plan } from './plan.ts';
import type { ProofPorts, ProofRequest } from './run-ports.ts';
import { climb, NotEvaluated, type Limits, type Stage } from './run-steps.ts';
import { World } from './run-world.ts';

/** Everything that the scenarios of one proof share. */
export interface Bench {
  readonly request: ProofRequest;
  readonly ports: ProofPorts;
  readonly plan: Plan;
  readonly limits: Limits;
}

/** Throws NotEvaluated with the reason where the project cannot be loaded or the base state not be built. */
export async function openStage(bench: Bench): Promise<Stage> {
  const { request, ports, plan, limits } = bench;
  const { base, merged } = request;
  const world = new World(ports.server, 'proof');
  let driver: MigrationDriver | null = null;
  try {
    ports.progress(`Building the base state: ${plan.base.length} revisions`);
    driver = await start(bench, world, base.directory ?? merged.directory);
    await climb({ driver, world, graph: base.graph, limits }, plan.base, 'The base state');
    if (base.directory !== null) {
      await driver[Symbol.asyncDispose]();
      driver = await start(bench, world, merged.directory);
    }
    return { driver, world, graph: merged.graph, limits };
  } catch (error) {
    await driver?.[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
    throw error;
  }
}

/** Ends the project's process first: what it still runs would hold locks on the databases. */
export async function closeStage({ driver, world }: Stage): Promise<void> {
  await driver[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
}

async function start(
  { request, ports, limits }: Bench,
  world: World,
  tree: string,
): Promise<MigrationDriver> {
  const started = await ports.startDriver({
    environment: request.environment,
    tree,
    checkout: request.checkout,
    family: ports.server.engine === 'postgresql' ? 'postgresql' : 'mysql',
    scratch: (target) => world.endpoint(target),
    startMs: Math.min(limits.stepMs, Math.max(limits.remainingMs(), 0)),
  });
  if (started.kind === 'started') return started.driver;
  throw new NotEvaluated(world.readable(explainFailure(started.failure, started.interpreter)));
}
