/** Starts the project's deploy command once, twice together, and again after one that is killed in the middle. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandEnd } from '../../io/command.ts';
import { readSql } from '../../lint/sql/read.ts';
import { mentions } from '../anchor.ts';
import { diffDatabases, type Databases } from '../schema/diff.ts';
import type { ProofSection, ProofStep } from '../proof.ts';
import { differenceInWords } from '../round-trip/round-trip.ts';
import { blockOn, type Block } from './run-block.ts';
import { deployed, deployNew, ended, type Deploy } from './run-deploy.ts';
import { leftBehind, pictureOfLocks, type Locks } from './run-leftover-locks.ts';
import { openBase, type Bench } from '../run-stage.ts';
import { NotEvaluated } from '../run-steps.ts';
import type { World } from '../run-world.ts';
import { deploymentOf, twoDeployersSection, type DeployFault } from './two-deployers.ts';

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
  const first = await alone(deploy);
  if ('who' in first) return { section: twoDeployersSection(deployment, [first]) };
  const together = await startedTogether(deploy, first.schema);
  const killed = await afterAKilledOne(deploy, first.schema);
  return { section: twoDeployersSection(deployment, [...together, ...killed]) };
}

/** The schema that a deployment gives. Throws NotEvaluated where already one alone does not come to it. */
async function alone(deploy: Deploy): Promise<{ readonly schema: Databases } | DeployFault> {
  const { bench, deployment } = deploy;
  bench.ports.progress(`Deploying by ${deployment.command}`);
  await using world = await deployed(deploy);
  const end = await deployNew(deploy, world);
  if (end.kind !== 'done') {
    await using fresh = await openBase(bench);
    const before = await pictureOfLocks(bench.ports.server, fresh);
    const { works, fault } = await stuck(deploy, world, before, 'a deployer after one that ended well', end);
    // Whatever else stops it is nothing that a second deployer does.
    if (works) return fault;
    throw new NotEvaluated(world.readable(ended(deployment, end)));
  }
  const reached = bench.request.merged.graph.ancestors(await world.recorded());
  const missing = bench.plan.added.find((id) => !reached.has(id));
  if (missing !== undefined)
    throw new NotEvaluated(
      `\`${deployment.command}\` ends well and \`${missing}\` is not applied; name what deploys with \`proofs: {two-deployers: {command: …}}\``,
    );
  return { schema: await world.snapshot() };
}

/** A deployer that came to no good end, and whether taking away what is there since `before` lets the next one through. */
async function stuck(
  deploy: Deploy,
  world: World,
  before: Locks,
  who: string,
  end: Exclude<CommandEnd, { kind: 'done' }>,
): Promise<{ readonly works: boolean; readonly fault: DeployFault }> {
  await world.endSessions();
  const said = world.readable(ended(deploy.deployment, end));
  const again = async () => (await deployNew(deploy, world)).kind === 'done';
  const { works, words } = await leftBehind(deploy.bench.ports.server, world, before, again);
  return { works, fault: { who, said, recovery: words } };
}

async function startedTogether(deploy: Deploy, schema: Databases): Promise<readonly DeployFault[]> {
  const { bench, deployment } = deploy;
  bench.ports.progress('Two deployers at once');
  await using world = await deployed(deploy);
  const before = await pictureOfLocks(bench.ports.server, world);
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
  return [(await stuck(deploy, world, before, 'a deployer after two that ended well', third)).fault];
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
  return [(await stuck(deploy, world, before, who, second)).fault];
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
