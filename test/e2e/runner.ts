/** Starts the built action as a runner starts it: event file, inputs and command files in, outputs and exit code out. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import type { FakeGitHub } from '../fakes/github/server.ts';
import { builtDist } from './dist.ts';

const ACTION = join(builtDist(), 'index.js');

export interface Step {
  readonly node?: string;
  readonly event: string;
  readonly payload: unknown;
  /** Of GITHUB_SHA and GITHUB_REF_NAME. */
  readonly sha: string;
  readonly ref: string;
  /** What actions/checkout would check out into the workspace; nothing where the job has no such step. */
  readonly checkout?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly path?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly report: Report | null;
}

export async function runAction(fake: FakeGitHub, step: Step): Promise<Ended> {
  const directory = mkdtempSync(join(tmpdir(), 'runner-'));
  const file = (name: string, text = ''): string => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  try {
    const workspace = join(directory, 'work');
    execFileSync('mkdir', ['-p', workspace, join(directory, 'temp')]);
    if (step.checkout !== undefined) checkOut(fake, step.checkout, workspace);
    const [output, summary] = [file('output'), file('summary')];
    const { code, log } = await run(step.node ?? process.execPath, {
      PATH: [step.path, process.env['PATH']].filter(Boolean).join(':'),
      HOME: directory,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: step.event,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(step.payload)),
      GITHUB_RUN_ID: '77',
      GITHUB_REPOSITORY: fake.world.fullName,
      GITHUB_REF_NAME: step.ref,
      GITHUB_SHA: step.sha,
      GITHUB_SERVER_URL: fake.url,
      GITHUB_API_URL: fake.api.rest,
      GITHUB_GRAPHQL_URL: fake.api.graphql,
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_ENV: file('env'),
      RUNNER_TEMP: join(directory, 'temp'),
      ...step.env,
      INPUT_TOKEN: step.token ?? fake.world.token,
      ...Object.fromEntries(
        Object.entries(step.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    });
    const report = join(directory, 'temp/alembic-gate/report.json');
    return {
      code,
      log,
      outputs: outputsOf(readFileSync(output, 'utf8')),
      summary: readFileSync(summary, 'utf8'),
      report: existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : null,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One commit, shallow, no credentials kept: what actions/checkout leaves with `persist-credentials: false`. */
function checkOut(fake: FakeGitHub, ref: string, workspace: string): void {
  const git = (...args: string[]): Buffer =>
    execFileSync('git', ['-C', workspace, ...args], { stdio: 'pipe' });
  git('init', '--quiet');
  git('remote', 'add', 'origin', `${fake.url}/${fake.world.fullName}.git`);
  // From the disk, because a synchronous git cannot be answered by the server in this process.
  git('fetch', '--quiet', '--depth=1', '--no-tags', `file://${fake.world.git.path}`, ref);
  git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
}

function run(node: string, env: Record<string, string>): Promise<{ code: number | null; log: string }> {
  return new Promise((resolve) => {
    const child = spawn(node, [ACTION], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.on('close', (code) => resolve({ code, log }));
  });
}

/** `name<<delimiter`, lines, delimiter: how the toolkit writes GITHUB_OUTPUT. */
function outputsOf(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name ?? '', value ?? '']));
}
