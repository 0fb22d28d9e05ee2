/** Opens stages: fresh scratch databases with the base state on them, and a driver of the merged tree at work there. */
import type { RevisionGraph } from '../graph/graph.ts';
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

/** Revisions and the absolute directory of the tree that they are in. */
export interface Code {
  readonly graph: RevisionGraph;
  readonly directory: string;
}

/** At the base's heads. Throws NotEvaluated with the reason where the project cannot be loaded or the base state not be built. */
export async function openStage(bench: Bench): Promise<Stage> {
  const { request, ports, plan } = bench;
  const { base, merged } = request;
  ports.progress(`Building the base state: ${plan.base.length} revisions`);
  const code = { graph: base.graph, directory: base.directory ?? merged.directory };
  const stage = await openStageAt(bench, code, plan.base, 'The base state');
  if (base.directory === null) return { ...stage, graph: merged.graph };
  try {
    await stage.driver[Symbol.asyncDispose]();
    return { ...stage, driver: await start(bench, stage.world, merged.directory), graph: merged.graph };
  } catch (error) {
    await stage.world[Symbol.asyncDispose]();
    throw error;
  }
}

/** Fresh databases with these revisions applied, in this order; `what` names that state where it cannot be built. */
export async function openStageAt(
  bench: Bench,
  { graph, directory }: Code,
  revisions: readonly string[],
  what: string,
): Promise<Stage> {
  const world = new World(bench.ports.server, 'proof');
  let driver: MigrationDriver | null = null;
  try {
    driver = await start(bench, world, directory);
    const stage = { driver, world, graph, limits: bench.limits };
    await climb(stage, revisions, what);
    return stage;
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
