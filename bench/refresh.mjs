/**
 * What a look at 500 open pull requests costs when nothing changed: calls to GitHub's API, writes, CPU. The built action
 * against the fake GitHub of the tests, git over HTTP. Needs `npm run build`, and Node 24, which reads TypeScript.
 *
 *   node bench/refresh.mjs [pull requests] [of them with migrations] [revisions of the base]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGitHub } from '../test/fakes/github/server.ts';
import { openShop, revisionFile } from '../test/fakes/shop.ts';

const ACTION = join(import.meta.dirname, '../dist/index.js');
const PULLS = Number(process.argv[2] ?? 500);
const TOUCHING = Number(process.argv[3] ?? 60);
const REVISIONS = Number(process.argv[4] ?? 200);
const CALLS = 20;
const CPU_SECONDS = 10;

const fake = await startGitHub();
const { world } = fake;
const shop = openShop(world);
shop.pull.state = 'closed';

/** The base's history, as long as a project's that has some years behind it. */
const revision = (index) => `b${String(index).padStart(11, '0')}`;
function grow() {
  const files = {};
  for (let index = 2; index < REVISIONS; index += 1) {
    const parent = index === 2 ? 'bbbbbbbbbbbb' : revision(index - 1);
    Object.assign(files, revisionFile(revision(index), parent, `old_${index}`));
  }
  const main = world.git.commit(shop.main, files, 'Years of work');
  world.git.point('refs/heads/main', main);
  return { main, head: REVISIONS > 2 ? revision(REVISIONS - 1) : 'bbbbbbbbbbbb' };
}
const base = grow();

/** Open pull requests, each with the verdict that the bot gave it earlier. */
function open() {
  const verdict = { context: 'alembic-gate/verdict', state: 'success', login: 'github-actions[bot]' };
  for (let index = 0; index < PULLS; index += 1) {
    const touches = index < TOUCHING;
    const id = `c${String(index).padStart(11, '0')}`;
    const files = touches ? revisionFile(id, base.head, `t${index}`) : { [`docs/${index}.md`]: 'hello\n' };
    const head = world.git.commit(base.main, files, `Change ${index}`);
    world.openPull({ number: 100 + index, author: 'bob', base: 'main', branch: `b${index}`, head });
    const description = touches
      ? `1 new revision, one line of history; against main at ${base.head}`
      : 'No migration is touched';
    world.statuses.push({ ...verdict, sha: head, description });
  }
}

/** The night's run as a runner starts it; seconds of CPU are the action's and its git's. */
async function night(directory) {
  const file = (name, text = '') => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  const env = {
    PATH: process.env.PATH,
    HOME: directory,
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_EVENT_PATH: file('event.json', '{}'),
    GITHUB_REPOSITORY: world.fullName,
    GITHUB_REF_NAME: 'main',
    GITHUB_SHA: base.main,
    GITHUB_SERVER_URL: fake.url,
    GITHUB_API_URL: fake.url,
    GITHUB_GRAPHQL_URL: `${fake.url}/graphql`,
    GITHUB_WORKSPACE: directory,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    RUNNER_TEMP: directory,
    INPUT_TOKEN: world.token,
  };
  const earlier = fake.calls.length;
  const times = join(directory, 'times');
  const command = ['-f', '%U %S %e %M', '-o', times, process.execPath, ACTION];
  const child = spawn('/usr/bin/time', command, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let log = '';
  child.stdout.on('data', (chunk) => (log += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`the action ended with ${code}:\n${log}`);
  const [user, system, wall, memory] = readFileSync(times, 'utf8').trim().split(' ').map(Number);
  const calls = fake.calls.slice(earlier);
  const writes = calls.filter(
    (call) => !call.startsWith('GET ') && !/ (viewer|repository|landed)$/.test(call),
  );
  return {
    calls: calls.length,
    writes: writes.length,
    cpu: user + system,
    wall,
    megabytes: memory / 1024,
    log,
  };
}

const directory = mkdtempSync(join(tmpdir(), 'bench-refresh-'));
try {
  open();
  // The first run also says how the trunk is.
  await night(directory);
  const { calls, writes, cpu, wall, megabytes, log } = await night(directory);
  if (!log.includes(`${PULLS} open pull requests, 0 with another verdict`)) throw new Error(log);
  console.log(
    `${PULLS} open pull requests, ${TOUCHING} with migrations, on ${REVISIONS} revisions, nothing changed:`,
  );
  console.log(`  ${calls} API calls (at most ${CALLS}), ${writes} writes (none)`);
  console.log(
    `  ${cpu.toFixed(1)} s of CPU (at most ${CPU_SECONDS}), ${wall.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
  );
  if (calls > CALLS || writes > 0 || cpu > CPU_SECONDS) process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true });
  await fake[Symbol.asyncDispose]();
}
