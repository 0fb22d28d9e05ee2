/**
 * Runs a documented workflow file with act, against the fake GitHub and the built action on the Node that GitHub has.
 * GitHub's own actions cannot be fetched here, so small ones stand in for them; their inputs are those of the file.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/report/report.ts';
import { builtDist } from '../e2e/dist.ts';
import type { FakeGitHub } from '../fakes/github/server.ts';
import { testbed } from '../testbed.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STAND_INS = fileURLToPath(new URL('stand-ins/', import.meta.url));

/** What the documented jobs of the gate may: nothing but read. */
const READ_ONLY = 'ghs_read_only';

export interface WorkflowRun {
  readonly event: string;
  readonly payload: unknown;
  /** What actions/checkout would check out. */
  readonly checkout: string;
  /** Changes to the file that this machine needs, such as a port; each must be there to be changed. */
  readonly rewrites?: Readonly<Record<string, string>>;
  /** The workflow that the file calls, as `./.github/workflows/called.yml` after the rewrites, which are made in it too. */
  readonly calls?: string | undefined;
}

export interface WorkflowEnded {
  readonly code: number | null;
  readonly log: string;
  /** The report in each artifact, by the artifact's name. */
  readonly artifacts: Readonly<Record<string, Report>>;
}

export async function runWorkflow(
  fake: FakeGitHub,
  file: string,
  { event, payload, checkout, rewrites = {}, calls }: WorkflowRun,
): Promise<WorkflowEnded> {
  const directory = mkdtempSync(join(tmpdir(), 'act-'));
  const [repository, artifacts, action] = ['repository', 'artifacts', 'action'].map((name) =>
    join(directory, name),
  ) as [string, string, string];
  try {
    const files = Object.entries({ gate: file, ...(calls === undefined ? {} : { called: calls }) });
    const texts = files.map(([name, path]) => [name, readFileSync(join(ROOT, path), 'utf8')] as const);
    const workflows = rewritten(Object.fromEntries(texts), rewrites);
    writeRepository(repository, workflows);
    mkdirSync(artifacts);
    mkdirSync(action);
    cpSync(join(ROOT, 'action.yml'), join(action, 'action.yml'));
    cpSync(builtDist(), join(action, 'dist'), { recursive: true });
    writeFileSync(join(directory, 'event.json'), JSON.stringify(payload));
    fake.world.grant(READ_ONLY, ['contents:read', 'metadata:read']);
    const { python, node24, workflowTools, docker } = testbed();
    const env = {
      GITHUB_REPOSITORY: fake.world.fullName,
      GITHUB_SERVER_URL: fake.url,
      GITHUB_API_URL: fake.url,
      GITHUB_GRAPHQL_URL: `${fake.url}/graphql`,
      // Everything is there already, and there is no index to ask.
      PIP_NO_INDEX: '1',
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      STAND_IN_GIT: fake.world.git.path,
      STAND_IN_REF: checkout,
      STAND_IN_PYTHON: dirname(python.newest),
      STAND_IN_ARTIFACTS: artifacts,
      ...(docker.host === null ? {} : { DOCKER_HOST: docker.host }),
    };
    const options = [
      ...[event, '--workflows', '.github/workflows/gate.yml', '--eventpath', join(directory, 'event.json')],
      ...['--platform', 'ubuntu-24.04=-self-hosted', '--no-skip-checkout', '--no-cache-server'],
      ...['--action-cache-path', join(directory, 'cache'), '--secret', `GITHUB_TOKEN=${READ_ONLY}`],
      ...localActions(Object.values(workflows).join('\n'), action).flatMap((one) => [
        '--local-repository',
        one,
      ]),
      ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ];
    const surroundings = { HOME: directory, PATH: [dirname(node24), process.env['PATH']].join(':') };
    const { code, log } = await run(workflowTools.act, options, repository, { ...surroundings, ...env });
    return { code, log, artifacts: readArtifacts(artifacts) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function rewritten(
  workflows: Readonly<Record<string, string>>,
  rewrites: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.entries(rewrites).reduce((texts, [from, to]) => {
    if (!Object.values(texts).some((text) => text.includes(from)))
      throw new Error(`no workflow file says ${from}`);
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll(from, to)]));
  }, workflows);
}

/** act reads the files from a repository, as GitHub does. */
function writeRepository(directory: string, workflows: Readonly<Record<string, string>>): void {
  mkdirSync(join(directory, '.github/workflows'), { recursive: true });
  for (const [name, text] of Object.entries(workflows))
    writeFileSync(join(directory, `.github/workflows/${name}.yml`), text);
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', [
      '-C',
      directory,
      '-c',
      'user.name=act',
      '-c',
      'user.email=act@example.com',
      ...args,
    ]);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Workflow');
}

/** `owner/name@ref=directory` for every action that the file uses. */
function localActions(workflow: string, action: string): readonly string[] {
  const used = new Set([...workflow.matchAll(/uses: (\S+@\S+)/g)].map(([, name = '']) => name));
  return [...used].map((name) => {
    if (name.startsWith('alembic-gate/')) return `${name}=${action}`;
    const standIn = join(STAND_INS, name.replace(/^actions\//, '').replace(/@.*/, ''));
    if (!existsSync(standIn)) throw new Error(`nothing stands in for ${name}: write ${standIn}/action.yml`);
    return `${name}=${standIn}`;
  });
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log }));
  });
}

const readArtifacts = (directory: string): Record<string, Report> =>
  Object.fromEntries(
    readdirSync(directory).map((name) => [
      name,
      JSON.parse(readFileSync(join(directory, name, 'report.json'), 'utf8')) as Report,
    ]),
  );
