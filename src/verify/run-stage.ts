/** Opens stages: fresh scratch databases with the base state on them, and a driver of the merged tree at work there. */
import type { RevisionGraph } from '../graph/graph.ts';
import type { MigrationDriver } from '../io/python.ts';
import { explainFailure } from './failure.ts';
import { familyOf } from './family.ts';
import type { Plan } from './plan.ts';
import { layFoundation, moveFrom, type Way } from './base-state/run-foundation.ts';
import { throughKept } from './base-state/run-kept.ts';
import type { ProofPorts, ProofRequest } from './run-ports.ts';
import { climb, NotEvaluated, type Limits, type Stage } from './run-steps.ts';
import type { States } from './base-state/run-states.ts';
import { World } from './run-world.ts';

/** Everything that the scenarios of one proof share. */
export interface Bench {
  readonly request: ProofRequest;
  readonly ports: ProofPorts;
  readonly plan: Plan;
  readonly limits: Limits;
  readonly states: States;
}

/** Revisions and the absolute directory of the tree that they are in. */
export interface Code {
  readonly graph: RevisionGraph;
  readonly directory: string;
}

/** At the base's heads, with the merged tree's code at work unless another is given. Throws NotEvaluated with the reason where the project cannot be loaded or the base state not be built. */
export async function openStage(bench: Bench, at: Code = bench.request.merged): Promise<Stage> {
  startAhead(bench, at);
  return occupy(bench, await openBase(bench), at);
}

/** Benches whose base's code does not run, which is found out once. */
const withoutBaseCode = new WeakSet<Bench>();

/** The same databases with nobody at work on them. Made by the base's own code, as the databases were that are at the base; where that does not run, by the merge's. */
export async function openBase(bench: Bench): Promise<World> {
  const { base, merged } = bench.request;
  const by = (directory: string) =>
    stateAt(
      bench,
      { graph: base.graph, directory },
      bench.plan.base,
      'The base state',
      'either',
      throughKept,
    );
  const instead = () =>
    stateAt(bench, { graph: base.graph, directory: merged.directory }, bench.plan.base, 'The base state');
  if (base.directory === null) return by(merged.directory);
  if (withoutBaseCode.has(bench)) return instead();
  try {
    return await by(base.directory);
  } catch (error) {
    if (!(error instanceof NotEvaluated) || base.replaceable !== true) throw error;
    withoutBaseCode.add(bench);
    return instead();
  }
}

/** Fresh databases with these revisions applied, in this order; `what` names that state where it cannot be built. */
export async function openStageAt(
  bench: Bench,
  code: Code,
  revisions: readonly string[],
  what: string,
  way: Way = 'either',
): Promise<Stage> {
  return occupy(bench, await stateAt(bench, code, revisions, what, way), code);
}

/** Databases with these revisions applied by this code, with nobody at work on them. */
export function stateAt(
  bench: Bench,
  code: Code,
  revisions: readonly string[],
  what: string,
  way: Way = 'either',
  through: (ports: ProofPorts, build: () => Promise<World>) => Promise<World> = (_, build) => build(),
): Promise<World> {
  const key = JSON.stringify([code.directory, revisions, way]);
  const build = async (): Promise<World> => {
    bench.ports.progress(`${what}: ${revisions.length} revisions`);
    const { foundation } = bench.request.base;
    const world =
      foundation === null
        ? new World(bench.ports.server, 'proof')
        : await bench.states.open('foundation', () => layFoundation(bench, foundation));
    const stage = await occupy(bench, world, code);
    // Whoever wanted the state is at work on it next.
    startAhead(bench, bench.request.merged);
    try {
      if (foundation === null) await climb(stage, revisions, what);
      else await moveFrom(foundation, stage, revisions, what, way);
    } catch (error) {
      await closeStage(stage);
      throw error;
    }
    await stage.driver[Symbol.asyncDispose]();
    return stage.world;
  };
  return bench.states.open(key, () => through(bench.ports, build));
}

/** Starts the code's driver on these databases, which are removed where it does not start. */
export async function occupy(bench: Bench, world: World, { graph, directory }: Code): Promise<Stage> {
  try {
    const baseState = bench.request.environment.declared?.baseState;
    const holdsRows = typeof baseState === 'object' && 'dump' in baseState;
    const driver = await start(bench, world, directory);
    return { driver, world, graph, limits: bench.limits, holdsRows };
  } catch (error) {
    await world[Symbol.asyncDispose]();
    throw error;
  }
}

/** Ends the project's process first: what it still runs would hold locks on the databases. */
export async function closeStage({ driver, world }: Stage): Promise<void> {
  await driver[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
}

function startAhead({ request, ports }: Bench, { directory }: Code): void {
  const { environment, checkout } = request;
  ports.startAhead?.({ environment, checkout, tree: directory });
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
    family: familyOf(ports.server.engine),
    scratch: (target) => world.endpoint(target),
    startMs: Math.min(limits.stepMs, Math.max(limits.remainingMs(), 0)),
  });
  if (started.kind === 'started') return started.driver;
  throw new NotEvaluated(world.readable(explainFailure(started.failure, started.interpreter)));
}
