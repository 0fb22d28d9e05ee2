/** The documented workflow files, run as GitHub runs them: act, the built action on Node 24, real servers in Docker. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { pullRequestEvent } from '../e2e/events.ts';
import { bot, recordRun } from '../e2e/shop.ts';
import type { Pull } from '../fakes/github/world.ts';
import { startGitHub, type FakeGitHub } from '../fakes/github/server.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { testbed } from '../testbed.ts';
import { runWorkflow, type WorkflowEnded } from './act.ts';
import { startService, type ServiceDefinition } from './service.ts';

jest.setTimeout(240_000);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const servicesOf = (file: string, job: string): readonly ServiceDefinition[] =>
  Object.values(
    (
      parse(readFileSync(`${ROOT}${file}`, 'utf8')) as {
        readonly jobs: Readonly<
          Record<string, { readonly services?: Readonly<Record<string, ServiceDefinition>> }>
        >;
      }
    ).jobs[job]?.services ?? {},
  );

let fake: FakeGitHub;
beforeEach(async () => {
  fake = await startGitHub();
});
afterEach(async () => {
  await fake[Symbol.asyncDispose]();
});

const REQUIREMENTS = { 'requirements.txt': 'alembic\nPyMySQL\n' };

/** A pull request that stands on the tip of main, so that there is something to prove. */
function goodPull(): Pull {
  const { pull, main } = openShop(fake.world);
  const files = { ...REQUIREMENTS, ...revisionFile('dddddddddddd', 'bbbbbbbbbbbb', 'stock') };
  fake.world.moveHead(pull, fake.world.git.commit(main, files, 'Stock'));
  return pull;
}

async function onPull(
  file: string,
  pull: Pull,
  rewrites: Readonly<Record<string, string>> = {},
  fields: Readonly<Record<string, unknown>> = {},
  calls?: string,
): Promise<WorkflowEnded> {
  const { git } = fake.world;
  const ref = `refs/pull/${pull.number}/merge`;
  git.point(ref, git.merge(git.tip(`refs/heads/${pull.base}`) ?? '', pull.head, 'Merge') ?? pull.head);
  const payload = { ...pullRequestEvent(pull), ...fields };
  return runWorkflow(fake, file, { event: 'pull_request', payload, checkout: ref, rewrites, calls });
}

const verdicts = (sha: string): readonly string[] =>
  fake.world.statuses.filter((status) => status.sha === sha).map(({ state }) => state);

test('gate.yml proves a pull request on its service container, and the bot turns its status green', async () => {
  const file = 'docs/workflows/gate.yml';
  const [definition] = servicesOf(file, 'gate');
  await using service = await startService(definition ?? { image: '' });
  const pull = goodPull();
  const { code, log, artifacts } = await onPull(file, pull, {
    '127.0.0.1:3306': `127.0.0.1:${service.port}`,
  });
  expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' });
  const report = artifacts['alembic-gate-report'];
  expect(report).toMatchObject({ outcome: 'pass', head: { sha: pull.head } });
  expect(report?.environments[0]?.database).toMatchObject({ engine: 'MySQL', source: 'service' });
  expect(fake.calls).toEqual([]);

  await bot(fake, pull, recordRun(fake, pull, 'pull_request', report));
  expect(verdicts(pull.head)).toEqual(['success']);
});

test('gate.yml fails a pull request that forks the history, with the report uploaded', async () => {
  const { pull, start } = openShop(fake.world);
  const files = { ...REQUIREMENTS, ...revisionFile('cccccccccccc', 'aaaaaaaaaaaa', 'stock') };
  fake.world.moveHead(pull, fake.world.git.commit(start, files, 'Stock'));
  const { code, log, artifacts } = await onPull('docs/workflows/gate.yml', pull, {
    'database-url: mysql://root@127.0.0.1:3306': 'database: none',
  });
  expect(code).toBe(1);
  expect(log).toContain('::error');
  expect(artifacts['alembic-gate-report']).toMatchObject({ outcome: 'fail' });
});

test('gate.yml leaves an edit of the title alone', async () => {
  const { artifacts, log } = await onPull(
    'docs/workflows/gate.yml',
    goodPull(),
    {},
    { action: 'edited', changes: { title: {} } },
  );
  expect(artifacts).toEqual({});
  expect(log).not.toContain('⭐ Run Main');
});

const SHARED = '.github/workflows/gate.yml';
/** act does not know yet what GitHub calls the action of the same commit, nor the command of a service. */
const LOCAL = {
  'alembic-gate/alembic-gate/.github/workflows/gate.yml@v0': './.github/workflows/called.yml',
  'uses: $/': 'uses: alembic-gate/alembic-gate@v0',
  '        command: ${{ inputs.flags }}\n': '',
};

test('the reusable workflow proves a pull request on its service container', async () => {
  const [definition] = servicesOf(SHARED, 'prove');
  const flags = '--skip-log-bin --innodb-doublewrite=OFF';
  await using service = await startService({ ...(definition ?? { image: '' }), command: flags });
  const pull = goodPull();
  const rewrites = { ...LOCAL, '127.0.0.1:3306': `127.0.0.1:${service.port}` };
  const { code, log, artifacts } = await onPull(
    'docs/workflows/gate-reusable.yml',
    pull,
    rewrites,
    {},
    SHARED,
  );
  expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' });
  expect(artifacts['alembic-gate-report']).toMatchObject({
    outcome: 'pass',
    head: { sha: pull.head },
    environments: [{ database: { engine: 'MySQL', source: 'service' } }],
  });
});

test('the reusable workflow starts no server for a pull request that touches no migration', async () => {
  const { pull, main } = openShop(fake.world);
  fake.world.moveHead(pull, fake.world.git.commit(main, { 'README.md': 'Shop\n' }, 'Read me'));
  const { code, log, artifacts } = await onPull('docs/workflows/gate-reusable.yml', pull, LOCAL, {}, SHARED);
  expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' });
  expect(artifacts).toMatchObject({ 'alembic-gate-report': { outcome: 'pass', plan: [] } });
  expect(log).not.toContain('Install the project');
});

const IMAGES = {
  'images: mysql:8.0 mysql:8.4 mariadb:11.4': `images: ${testbed().docker.image} mysql=mysql:none`,
};

test('matrix.yml proves each part in its own job, and one report names them all', async () => {
  const pull = goodPull();
  const { image } = testbed().docker;
  const { code, log, artifacts } = await onPull('docs/workflows/matrix.yml', pull, {
    'images: mysql:8.0 mysql:8.4 mariadb:11.4': `images: ${image} mysql=${image}`,
  });
  expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' });
  const parts = ['migrations-mysql-9.7', 'migrations-mysql-9.7-2'];
  expect(Object.keys(artifacts).sort()).toEqual([
    ...parts.map((part) => `alembic-gate-part-${part}`),
    'alembic-gate-report',
  ]);
  const report = artifacts['alembic-gate-report'];
  expect(report).toMatchObject({ outcome: 'pass', head: { sha: pull.head } });
  expect(report?.environments[0]?.database?.parts?.map(({ part, outcome }) => [part, outcome])).toEqual(
    parts.map((part) => [part, 'pass']),
  );

  await bot(fake, pull, recordRun(fake, pull, 'pull_request', report));
  expect(verdicts(pull.head)).toEqual(['success']);
});

test('matrix.yml is not green where one part has no server', async () => {
  const pull = goodPull();
  const { code, artifacts } = await onPull('docs/workflows/matrix.yml', pull, IMAGES);
  expect(code).toBe(1);
  const report = artifacts['alembic-gate-report'];
  expect(report).toMatchObject({
    outcome: 'not-evaluated',
    reason: expect.stringMatching(/^migrations-mysql-none: The image mysql:none is not here/),
  });
  await bot(fake, pull, recordRun(fake, pull, 'pull_request', report));
  expect(verdicts(pull.head)).toEqual(['error']);
});

test('matrix.yml starts no server for a pull request that touches no migration', async () => {
  const { pull, main } = openShop(fake.world);
  fake.world.moveHead(pull, fake.world.git.commit(main, { 'README.md': 'Shop\n' }, 'Read me'));
  const { code, log, artifacts } = await onPull('docs/workflows/matrix.yml', pull, IMAGES);
  expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' });
  expect(artifacts).toMatchObject({ 'alembic-gate-report': { outcome: 'pass', plan: [] } });
  expect(log).not.toContain('pip install');
});
