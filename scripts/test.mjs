/**
 * `npm test`: everything, with all that it needs brought first and everything started stopped again. A part of the
 * testbed that cannot be had is a failure, not a skip. The last line is `N passed, N failed`.
 *
 *   node scripts/test.mjs [--only unit|oracle|db|e2e|workflows] [jest's own arguments]
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDocker } from './testbed/docker.mjs';
import { hasGo } from './testbed/workflow-tools.mjs';
import { HERE, PARTS, prepareTestbed, readEnv, writeEnv } from './testbed/prepare.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SERVERS = Object.keys(PARTS).filter((part) => part !== 'workflows');
const NEEDS = {
  unit: { parts: [], docker: false },
  oracle: { parts: ['python', 'packages'], docker: false },
  db: { parts: SERVERS, docker: true },
  e2e: { parts: SERVERS, docker: true },
  workflows: { parts: ['python', 'mysql', 'node24', 'workflows'], docker: true },
};

const say = (line) => console.log(`· ${line}`);

/** The chosen kinds of test (all by default) and what is left for jest. */
function readArguments(argv) {
  const at = argv.indexOf('--only');
  if (at === -1) return { kinds: Object.keys(NEEDS), rest: argv };
  const kind = argv[at + 1];
  if (!Object.hasOwn(NEEDS, kind ?? ''))
    throw new Error(`--only takes one of ${Object.keys(NEEDS).join(', ')}`);
  return { kinds: [kind], rest: argv.toSpliced(at, 2) };
}

/** npm itself takes its hidden lock file for current only if it is newer than the committed one. */
function installModules() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs
  )
    return;
  say('npm ci');
  execFileSync('npm', ['ci', '--silent'], { cwd: ROOT, stdio: 'inherit' });
}

/** Starts Docker and returns how to stop it; where that fails, `missing` gets a sentence. */
async function openDocker(missing) {
  const { mysqlTree, docker: earlier } = readEnv();
  try {
    if (mysqlTree === undefined) throw new Error('there is no MySQL tree to make its image of');
    const { host, image, owner, stop } = await startDocker(HERE, mysqlTree, earlier, say);
    writeEnv({ docker: { host, image, owner } });
    say(`docker: ${image} on ${host ?? "the machine's own engine"}`);
    return async () => {
      await stop();
      if (owner === process.pid) writeEnv({ docker: null });
    };
  } catch (error) {
    missing.push(`docker: ${error.message}`);
    writeEnv({ docker: null });
    return null;
  }
}

/** Runs jest to its end, or until the signal; returns its counts, null where it wrote none. */
function runJest(kinds, rest, signal) {
  const output = join(HERE, `jest-${process.pid}.json`);
  const script = join(ROOT, 'scripts/jest.mjs');
  const options = [
    '--selectProjects',
    ...kinds,
    // One more than there are cores, since much of a test on a server is waiting for it.
    `--maxWorkers=${availableParallelism() + 1}`,
    '--json',
    `--outputFile=${output}`,
    ...rest,
  ];
  const jest = spawn(process.execPath, [script, ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  signal.addEventListener('abort', () => process.kill(-jest.pid, 'SIGTERM'));
  return new Promise((resolve) => {
    jest.on('exit', () => {
      const counts = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : null;
      rmSync(output, { force: true });
      resolve(counts);
    });
  });
}

/** A machine without Go cannot run the workflow files; CI has it, so there that is a failure like any other. */
function withoutGo(kinds) {
  if (hasGo() || process.env.CI || !kinds.includes('workflows') || kinds.length === 1) return kinds;
  say(
    'NOT TESTED HERE: the workflow files, which act and actionlint read and run; they need Go, and CI has it',
  );
  return kinds.filter((kind) => kind !== 'workflows');
}

const { kinds: asked, rest } = readArguments(process.argv.slice(2));
const kinds = withoutGo(asked);
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => interrupted.abort());

mkdirSync(HERE, { recursive: true });
installModules();
const parts = Object.keys(PARTS).filter((part) => kinds.some((kind) => NEEDS[kind].parts.includes(part)));
const missing = await prepareTestbed(parts, say);
const stopDocker =
  kinds.some((kind) => NEEDS[kind].docker) && !interrupted.signal.aborted ? await openDocker(missing) : null;
let counts = null;
try {
  if (!interrupted.signal.aborted) counts = await runJest(kinds, rest, interrupted.signal);
} finally {
  await stopDocker?.();
}

for (const sentence of missing) console.log(`could not be tested: ${sentence}`);
// A skipped test proves nothing, and a file that cannot be loaded hides all of its tests.
const notRun =
  counts === null ? 1 : counts.numPendingTests + counts.numTodoTests + counts.numRuntimeErrorTestSuites;
if (counts?.numPendingTests)
  console.log(`${counts.numPendingTests} tests were skipped, which counts as failure`);
const failed = (counts?.numFailedTests ?? 0) + notRun + missing.length;
console.log(`${counts?.numPassedTests ?? 0} passed, ${failed} failed`);
process.exitCode = interrupted.signal.aborted ? 130 : failed > 0 ? 1 : 0;
