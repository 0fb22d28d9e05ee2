/** One run of the project's deploy command on a database that its last deployment left. */
import type { CommandEnd } from '../../io/command.ts';
import type { ProofStep } from '../proof.ts';
import { endInWords } from '../base-state/run-foundation.ts';
import { familyOf } from '../family.ts';
import { openBase, type Bench } from '../run-stage.ts';
import { NotEvaluated } from '../run-steps.ts';
import type { World } from '../run-world.ts';
import type { Deployment } from './two-deployers.ts';

export interface Deploy {
  readonly bench: Bench;
  readonly deployment: Deployment;
  readonly steps: readonly ProofStep[];
}

/** As the last deployment left it: what the command makes for itself, such as a table for its lock, is there. */
export async function deployed(deploy: Deploy): Promise<World> {
  const { base, merged } = deploy.bench.request;
  const world = await openBase(deploy.bench);
  world.passOn();
  try {
    const end = await run(deploy, world, base.tree ?? base.directory ?? merged.directory);
    if (end.kind === 'done') return world;
    throw new NotEvaluated(`on the base ${world.readable(ended(deploy.deployment, end))}`);
  } catch (error) {
    await world[Symbol.asyncDispose]();
    throw error;
  }
}

async function run(
  { bench, deployment }: Deploy,
  world: World,
  tree: string,
  stop?: AbortSignal,
): Promise<CommandEnd> {
  const { request, ports, limits } = bench;
  if (limits.remainingMs() <= 0) throw new NotEvaluated(TIME_UP);
  const end = await ports.runCommand({
    command: deployment.command,
    environment: request.environment,
    tree,
    checkout: request.checkout,
    family: familyOf(ports.server.engine),
    own: await world.own(),
    scratch: (target) => world.endpoint(target),
    limitMs: Math.min(deployment.withinMs, limits.remainingMs()),
    ...(stop === undefined ? {} : { stop }),
  });
  // It was not given the time that it may take, so its end says nothing of it.
  if (end.kind === 'timeout' && limits.remainingMs() <= 0) throw new NotEvaluated(TIME_UP);
  return end;
}

const TIME_UP = 'Time was up (`timeouts: {total: …}`) before everything was proved.';

/** In the merged tree. */
export const deployNew = (deploy: Deploy, world: World, stop?: AbortSignal): Promise<CommandEnd> =>
  run(deploy, world, deploy.bench.request.merged.directory, stop);

/** What it said last says nothing of why it waits. */
export function ended({ command, withinMs }: Deployment, end: Exclude<CommandEnd, { kind: 'done' }>): string {
  return end.kind === 'timeout'
    ? `\`${command}\` does not end within ${Math.round(withinMs / 1000)} s`
    : endInWords(command, end);
}
