/** Starts the project's deploy command once, twice together, and again after one that is killed in the middle. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandEnd } from '../io/command.ts';
import { readSql } from '../lint/sql/read.ts';
import { mentions } from './anchor.ts';
import { diffDatabases, type Databases } from './diff.ts';
import type { ProofSection, ProofStep } from './proof.ts';
import { differenceInWords } from './round-trip.ts';
import { blockOn, type Block } from './run-block.ts';
import { endInWords } from './run-foundation.ts';
import { leftBehind, pictureOfLocks } from './run-leftover-locks.ts';
import { openBase, type Bench } from './run-stage.ts';
import { NotEvaluated } from './run-steps.ts';
import type { World } from './run-world.ts';
import { deploymentOf, twoDeployersSection, type Deployment, type DeployFault } from './two-deployers.ts';

/** Costs three states and up to nine runs of the command. `steps` tell which table the first statement is about. */
export async function proveTwoDeployers(
  bench: Bench,
  steps: readonly ProofStep[],
): Promise<{ readonly section: ProofSection }> {
  const { request, plan, limits } = bench;
  if (plan.added.length === 0 || plan.base.length === 0) {
    const reason = plan.added.length === 0 ? 'no new revision to deploy' : 'nothing is deployed yet';
    return { section: { name: 'two-deployers', outcome: 'not-applicable', reason, differences: [] } };
  }
  const options = request.config.proofs['two-deployers'];
  const heads = request.merged.graph.heads.length;
  const deployment = deploymentOf(options, request.environment, heads, limits.stepMs);
  const deploy: Deploy = { bench, deployment, steps };
  const schema = await alone(deploy);
  const together = await startedTogether(deploy, schema);
  const killed = await afterAKilledOne(deploy, schema);
  return { section: twoDeployersSection(deployment, [...together, ...killed]) };
}

interface Deploy {
  readonly bench: Bench;
  readonly deployment: Deployment;
  readonly steps: readonly ProofStep[];
}

/** As the last deployment left it: what the command makes for itself, such as a table for its lock, is there. */
async function deployed(deploy: Deploy): Promise<World> {
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

function run(
  { bench, deployment }: Deploy,
  world: World,
  tree: string,
  stop?: AbortSignal,
): Promise<CommandEnd> {
  const { request, ports, limits } = bench;
  if (limits.remainingMs() <= 0)
    throw new NotEvaluated('Time was up (`timeouts: {total: …}`) before everything was proved.');
  return world.own().then((own) =>
    ports.runCommand({
      command: deployment.command,
      environment: request.environment,
      tree,
      checkout: request.checkout,
      family: ports.server.engine === 'postgresql' ? 'postgresql' : 'mysql',
      own,
      scratch: (target) => world.endpoint(target),
      limitMs: Math.min(deployment.withinMs, limits.remainingMs()),
      ...(stop === undefined ? {} : { stop }),
    }),
  );
}

const deployNew = (deploy: Deploy, world: World, stop?: AbortSignal): Promise<CommandEnd> =>
  run(deploy, world, deploy.bench.request.merged.directory, stop);

/** The schema that a deployment gives. Throws NotEvaluated where already one alone does not come to it. */
async function alone(deploy: Deploy): Promise<Databases> {
  const { bench, deployment } = deploy;
  bench.ports.progress(`Deploying by ${deployment.command}`);
  await using world = await deployed(deploy);
  const end = await deployNew(deploy, world);
  if (end.kind !== 'done') throw new NotEvaluated(world.readable(ended(deployment, end)));
  const reached = bench.request.merged.graph.ancestors(await world.recorded());
  const missing = bench.plan.added.find((id) => !reached.has(id));
  if (missing !== undefined)
    throw new NotEvaluated(
      `\`${deployment.command}\` ends well and \`${missing}\` is not applied; name what deploys with \`proofs: {two-deployers: {command: …}}\``,
    );
  return await world.snapshot();
}

async function startedTogether(deploy: Deploy, schema: Databases): Promise<readonly DeployFault[]> {
  const { bench, deployment } = deploy;
  bench.ports.progress('Two deployers at once');
  await using world = await deployed(deploy);
  const block = await firstBlock(deploy, world);
  let open = true;
  const ends = Promise.all([deployNew(deploy, world), deployNew(deploy, world)]).finally(
    () => (open = false),
  );
  await bothStarted(block, () => open);
  await block.release();
  const bad = (await ends).flatMap((end) => (end.kind === 'done' ? [] : [end]));
  await world.endSessions();
  const who = 'two deployers started together';
  const [first] = bad;
  if (first !== undefined)
    return [
      {
        who,
        said: `${bad.length === 2 ? 'both fail' : 'one fails'}: ${world.readable(ended(deployment, first))}`,
        recovery: null,
      },
    ];
  const differs = await otherSchema(world, schema);
  if (differs !== null) return [{ who, said: differs, recovery: null }];
  const third = await deployNew(deploy, world);
  if (third.kind === 'done') return [];
  return [
    {
      who: 'a deployer after two that ended well',
      said: world.readable(ended(deployment, third)),
      recovery: null,
    },
  ];
}

async function afterAKilledOne(deploy: Deploy, schema: Databases): Promise<readonly DeployFault[]> {
  const { bench, deployment } = deploy;
  bench.ports.progress('A deployer after one that is killed');
  await using world = await deployed(deploy);
  const before = await pictureOfLocks(bench.ports.server, world);
  const block = await firstBlock(deploy, world);
  const killer = new AbortController();
  let open = true;
  const first = deployNew(deploy, world, killer.signal).finally(() => (open = false));
  const caught = await until(
    async () => (await block.waiting()) > 0,
    () => open,
    deployment.withinMs,
  );
  killer.abort();
  await first;
  // Its sessions end with it, before what they waited for is done: what a half of it leaves is for another proof.
  await world.endSessions();
  await block.release();
  if (!caught) throw new NotEvaluated(`\`${deployment.command}\` could not be caught while a migration runs`);
  const second = await deployNew(deploy, world);
  const who = 'a deployer after one that was killed while a migration ran';
  if (second.kind === 'done') {
    const differs = await otherSchema(world, schema);
    return differs === null ? [] : [{ who, said: differs, recovery: null }];
  }
  await world.endSessions();
  const said = world.readable(ended(deployment, second));
  const recovery = await leftBehind(bench.ports.server, world, before, async () => {
    const end = await deployNew(deploy, world);
    return end.kind === 'done';
  });
  return [{ who, said, recovery }];
}

/** What the first new statement is about; every change of the schema where that is nothing which is there. */
async function firstBlock({ bench, steps }: Deploy, world: World): Promise<Block> {
  const { server } = bench.ports;
  const [database] = world.databases();
  if (database === undefined) throw new NotEvaluated('the deploy command connects to no database');
  const schema = (await world.snapshot()).get('');
  const tables = (schema?.objects ?? []).flatMap(({ kind, name }) => (kind === 'table' ? [name] : []));
  const own = steps
    .filter(({ revision, direction }) => revision === bench.plan.added[0] && direction === 'upgrade')
    .flatMap(({ statements }) => statements)
    .find(({ sql, line }) => line !== null && readSql(sql, server.engine).length > 0);
  const table = tables.find((name) => own !== undefined && mentions(own.sql, name.split('.').at(-1) ?? name));
  return blockOn(server, database[1], table ?? null);
}

/** What it said last says nothing of why it waits. */
function ended({ command, withinMs }: Deployment, end: Exclude<CommandEnd, { kind: 'done' }>): string {
  return end.kind === 'timeout'
    ? `\`${command}\` does not end within ${Math.round(withinMs / 1000)} s`
    : endInWords(command, end);
}

const TICK_MS = 50;
/** For the second one to come to its lock, or to the block. */
const GRACE_MS = 1500;
const PATIENCE_MS = 15_000;

/** Both run into the block, or one does and the other has had its time to wait somewhere else. */
async function bothStarted(block: Block, isOpen: () => boolean): Promise<void> {
  await until(async () => (await block.waiting()) > 0, isOpen, PATIENCE_MS);
  await until(async () => (await block.sessions()) > 1, isOpen, PATIENCE_MS);
  await until(async () => (await block.waiting()) > 1, isOpen, GRACE_MS);
}

async function until(isSo: () => Promise<boolean>, isOpen: () => boolean, limitMs: number): Promise<boolean> {
  for (let spent = 0; isOpen() && spent < limitMs; spent += TICK_MS) {
    if (await isSo()) return true;
    await sleep(TICK_MS);
  }
  return false;
}

async function otherSchema(world: World, schema: Databases): Promise<string | null> {
  const differences = diffDatabases(schema, await world.snapshot());
  if (differences.length === 0) return null;
  return `the schema is another than one deployer gives: ${differences.slice(0, 3).map(differenceInWords).join(', ')}`;
}
