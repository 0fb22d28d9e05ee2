/**
 * What has to be waited for before anything is said or proved: the action's first line, a server from a warm template; and the
 * size of `dist/`. Needs `npm run build`, the servers of `npm test`, and Node 24, which reads TypeScript.
 *
 *   node bench/start.mjs [runs]
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openServer } from '../src/io/server/open.ts';
import { openWatch } from '../src/io/watch/open.ts';
import { makeHistory } from './history.mjs';
import { median } from './measure.mjs';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const TESTBED = JSON.parse(readFileSync(join(ROOT, '.cache/testbed/env.json'), 'utf8'));
const RUNS = Number(process.argv[2] ?? 5);
const SERVERS = [
  ['mysql', TESTBED.mysqld, 3000],
  ['mariadb', TESTBED.mariadbd, 1000],
  ['postgresql', TESTBED.postgres, null],
];

/** The gate's event for a pull request whose head is what was checked out. */
function pullRequest(directory) {
  const repo = join(directory, 'repo');
  mkdirSync(repo, { recursive: true });
  makeHistory(repo, {
    landed: 200,
    added: 10,
    url: 'mysql+pymysql://app:x@db.invalid/app',
    configuration: '',
  });
  const git = (...args) => execFileSync('git', args, { cwd: repo, encoding: 'utf8' }).trim();
  git('remote', 'add', 'origin', repo);
  const side = (ref, branch) => ({
    ref: branch,
    sha: git('rev-parse', ref),
    repo: { id: 1, full_name: 'a/b' },
  });
  const event = {
    action: 'opened',
    number: 7,
    repository: { id: 1, full_name: 'a/b', default_branch: 'main' },
    pull_request: {
      ...{ number: 7, state: 'open', draft: false, title: 'x', user: { login: 'bob', type: 'User' } },
      ...{ base: side('main', 'main'), head: side('HEAD', 'work') },
    },
  };
  const file = (name, text) => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  return {
    PATH: process.env.PATH,
    HOME: directory,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_REPOSITORY: 'a/b',
    GITHUB_REF_NAME: '7/merge',
    GITHUB_SHA: git('rev-parse', 'HEAD'),
    GITHUB_SERVER_URL: 'http://127.0.0.1:1',
    GITHUB_API_URL: 'http://127.0.0.1:1',
    GITHUB_GRAPHQL_URL: 'http://127.0.0.1:1/graphql',
    GITHUB_WORKSPACE: repo,
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary', ''),
    RUNNER_TEMP: directory,
    INPUT_DATABASE: 'none',
  };
}

async function firstLine(env) {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(DIST, 'index.js')], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [chunk] = await once(child.stdout, 'data');
  const ms = performance.now() - begun;
  child.stdout.resume();
  await once(child, 'close');
  return { ms, line: String(chunk).split('\n')[0] };
}

async function ready(engine, binary, watch) {
  const begun = performance.now();
  const config = {
    ...{ database: 'local', databaseUrl: null, image: '', allowRemote: false, server: {} },
    timeouts: { connect: 60, step: 120, total: 900 },
  };
  const environment = { ...process.env, PATH: `${dirname(binary)}:${process.env.PATH}` };
  await using server = await openServer({ config, engine, environment, watch });
  return { ms: performance.now() - begun, version: server.version };
}

const directory = mkdtempSync(join(tmpdir(), 'alembic-gate-bench-'));
try {
  const env = pullRequest(directory);
  const lines = [];
  for (let run = 0; run < RUNS; run += 1) lines.push(await firstLine(env));
  console.log(`first line after ${median(lines.map(({ ms }) => ms)).toFixed(0)} ms (300): ${lines[0].line}`);

  const watch = openWatch(join(DIST, 'watchdog.js'), process.env);
  for (const [engine, binary, target] of SERVERS) {
    // The template is made once.
    await ready(engine, binary, watch);
    const times = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await ready(engine, binary, watch));
    console.log(
      `${engine} ${times[0].version} ready after ${median(times.map(({ ms }) => ms)).toFixed(0)} ms (${target ?? 'no target'})`,
    );
  }
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  console.log(`dist/ ${(bytes / 1024 ** 2).toFixed(1)} MB (5)`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
process.exit();
