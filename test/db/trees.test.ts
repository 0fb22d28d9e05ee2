import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { commandRunner } from '../../src/io/python/command.ts';
import { driverStarter } from '../../src/io/python/start.ts';
import { startSettings } from '../../src/io/python/settings.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import { runProofs } from '../../src/verify/run.ts';
import { openTestServer, testWatch } from '../server.ts';
import { testbed } from '../testbed.ts';
import { ENV, revisionPath, writeProject, type ProjectRevision } from './project.ts';
import { CONFIG, DRIVER, graphOf, prove, proved, roundTrip } from './prove.ts';

let server: DatabaseServer;
beforeAll(async () => (server = await openTestServer('mariadb')), 60_000);
afterAll(async () => server[Symbol.asyncDispose]());

const root: ProjectRevision = {
  id: 'tenants',
  down: null,
  upgrade: 'op.create_table("tenant", sa.Column("id", sa.Integer, primary_key=True))',
  downgrade: 'op.drop_table("tenant")',
};
const plan: ProjectRevision = {
  id: 'plan',
  down: 'tenants',
  upgrade: 'from shop import WIDTH\nop.add_column("tenant", sa.Column("plan", sa.String(WIDTH)))',
  downgrade: 'op.drop_column("tenant", "plan")',
};

test('Base code runs in the base’s tree and new code in the merge’s, neither in the checkout', async () => {
  const declared = { python: testbed().python.newest };
  const shop = (width: string) => ({ 'shop.py': `WIDTH = ${width}\n` });
  const refusing = `raise RuntimeError("this is the wrong tree")\n`;
  await using base = await writeProject({ revisions: [root], declared, files: shop('10') });
  // The merge changed the base's revision: had it run from there, the table would be another.
  const edited = { ...root, upgrade: 'op.create_table("wrong", sa.Column("id", sa.Integer))' };
  await using merged = await writeProject({ revisions: [edited, plan], declared, files: shop('20') });
  await using checkout = await writeProject({
    revisions: [],
    declared,
    env: refusing,
    files: { 'shop.py': refusing },
  });
  const environment = {
    ...merged.environment,
    // As an editable installation puts the checkout on the path.
    declared: { ...declared, env: { PYTHONPATH: checkout.directory } },
  };
  const result = await runProofs(
    {
      environment,
      config: CONFIG,
      checkout: checkout.directory,
      base: {
        graph: graphOf([root]),
        heads: ['tenants'],
        directory: base.directory,
        models: null,
        tree: null,
        foundation: null,
      },
      merged: { graph: graphOf([edited, plan]), directory: merged.directory },
      added: ['plan'],
      irreversible: new Map(),
      rewritten: [],
      deployed: [],
      seed: null,
      install: null,
      cure: null,
    },
    {
      server,
      startDriver: driverStarter(DRIVER),
      runCommand: commandRunner(testWatch(), DRIVER),
      now: () => Date.now(),
      progress: () => undefined,
    },
  );
  expect(roundTrip(result)).toMatchObject({ outcome: 'pass' });
  expect(proved(result).steps[0]?.statements[0]).toMatchObject({
    sql: 'ALTER TABLE tenant ADD COLUMN plan VARCHAR(20)',
    path: revisionPath('plan'),
    line: 10,
  });
}, 60_000);

test('Each database of an environment with several has its own scratch and its own version table', async () => {
  const env = `from alembic import context
from sqlalchemy import create_engine

config = context.config
for name in ("users", "logs"):
    with create_engine(config.get_section_option(name, "sqlalchemy.url")).connect() as connection:
        context.configure(connection=connection, target_metadata=None, version_table=name + "_version")
        with context.begin_transaction():
            context.run_migrations(engine_name=name)
`;
  const revision = (id: string, down: string | null, upgrade: string, downgrade: string) =>
    `import sqlalchemy as sa\nfrom alembic import op\nrevision = "${id}"\ndown_revision = ${down === null ? 'None' : `"${down}"`}\n` +
    `def upgrade(engine_name):\n    ${upgrade}\ndef downgrade(engine_name):\n    ${downgrade}\n`;
  const section = (name: string) =>
    `[${name}]\nsqlalchemy.url = mysql+pymysql://app@db.elsewhere.invalid/${name}\n`;
  const result = await prove(server, {
    base: [root],
    added: [plan],
    env,
    files: {
      'alembic.ini': `[alembic]\nscript_location = migrations\ndatabases = users, logs\n${section('users')}${section('logs')}`,
      [revisionPath('tenants')]: revision(
        'tenants',
        null,
        'op.create_table(engine_name, sa.Column("id", sa.Integer, primary_key=True))',
        'op.drop_table(engine_name)',
      ),
      [revisionPath('plan')]: revision(
        'plan',
        'tenants',
        'op.add_column(engine_name, sa.Column("plan", sa.String(20)))',
        'engine_name == "users" and op.drop_column("users", "plan")',
      ),
    },
    environment: { databases: ['users', 'logs'] },
  });
  expect(roundTrip(result).outcome).toBe('fail');
  expect(roundTrip(result).differences.map(({ object, when }) => [object, when])).toEqual([
    ['column `logs`.`plan` of database `logs`', 'after the downgrade'],
  ]);
}, 60_000);

test('The project’s interpreter and what it started end with the gate, in the middle of a migration too', async () => {
  const env = `import subprocess\nsubprocess.Popen(["sleep", "60"])\nprint("sleeping", flush=True)\nimport time\ntime.sleep(60)\n`;
  await using project = await writeProject({ revisions: [root], env });
  const child = spawn(testbed().python.newest, [join(DRIVER, 'start.py')], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe', 'pipe'],
  });
  const settings = await startSettings({
    environment: project.environment,
    tree: project.directory,
    checkout: project.directory,
    family: null,
    scratch: () => Promise.reject(new Error('not asked')),
    startMs: 10_000,
  });
  const requests = child.stdio[4] as Writable;
  requests.write(`${JSON.stringify(settings)}\n${JSON.stringify({ steps: [] })}\n`);
  if (!child.stdout) throw new Error('no standard output');
  await once(child.stdout, 'data');
  requests.destroy();
  // Standard output closes only when the grandchild, which inherited it, is gone too.
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
}, 20_000);

test('What env.py prints does not disturb the conversation, however much it is', async () => {
  const env = `import os\nimport sys\nos.write(1, b"x" * 5_000_000)\nsys.stderr.write("y" * 5_000_000)\n${ENV}`;
  expect(
    roundTrip(
      await prove(server, { base: [root], added: [{ ...plan, upgrade: 'pass', downgrade: 'pass' }], env }),
    ),
  ).toMatchObject({
    outcome: 'pass',
  });
}, 60_000);
