/**
 * How long the round trip of 10 new revisions on a history of 200 takes, against the usual script (a fresh server with its own
 * defaults, then `alembic upgrade head`, `downgrade`, `upgrade head`) with the same server program in the same run. Whole
 * processes, alternating, medians. Needs `npm run build` and the servers and Pythons of `npm test`.
 *
 *   node bench/proof.mjs [runs] [mysql|mariadb|postgresql]...
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { idOf, makeHistory } from './history.mjs';
import { usualScript } from './usual-script.mjs';

const ROOT = join(import.meta.dirname, '..');
const TESTBED = JSON.parse(readFileSync(join(ROOT, '.cache/testbed/env.json'), 'utf8'));
const [runs = '5', ...named] = process.argv.slice(2);
const ENGINES = { mysql: TESTBED.mysqld, mariadb: TESTBED.mariadbd, postgresql: TESTBED.postgres };
const LANDED = 200;
const ADDED = 10;
const OTHERS =
  'rows old-code lock-class order interruption drift start-states fresh-install two-deployers'.split(' ');

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const sum = (laps) => Object.values(laps).reduce((total, ms) => total + ms, 0);

/** Milliseconds of the whole process, and of the database's own work within the steps. */
function gate(engine, repo, cache) {
  const begun = performance.now();
  const args = ['check', '--base', 'main', '--database', 'local', '--engine', engine, '--format', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
    cwd: repo,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      PATH: `${dirname(ENGINES[engine])}:${process.env.PATH}`,
      VIRTUAL_ENV: dirname(dirname(TESTBED.python.newest)),
      ALEMBIC_GATE_CACHE: cache,
    },
  });
  const ms = performance.now() - begun;
  const report = JSON.parse(stdout);
  const [{ database }] = report.environments;
  if (report.outcome !== 'pass' || database?.proofs[0]?.outcome !== 'pass')
    throw new Error(`${stderr}${report.reason}`);
  return { ms, steps: database.steps.length };
}

const shared = mkdtempSync(join(tmpdir(), 'alembic-gate-bench-'));
chmodSync(shared, 0o755);
try {
  console.log(
    '| engine | gate, nothing kept | gate, base state kept | script, back to the base’s head | script, back to nothing | ratios |',
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const engine of named.length > 0 ? named : Object.keys(ENGINES)) {
    const directory = join(shared, engine);
    const repo = join(directory, 'repo');
    mkdirSync(repo, { recursive: true });
    const url = `${engine === 'postgresql' ? 'postgresql+psycopg2' : 'mysql+pymysql'}://app:x@db.invalid/app`;
    const configuration = `proofs:\n${OTHERS.map((name) => `  ${name}: off\n`).join('')}`;
    makeHistory(repo, { landed: LANDED, added: ADDED, url, configuration });
    const cache = join(directory, 'cache');
    const script = (down, name) =>
      usualScript({
        engine,
        binary: ENGINES[engine],
        python: TESTBED.python.newest,
        repo,
        directory: join(directory, name),
        down,
      }).then(sum);
    // The server's template and the base state are made once.
    gate(engine, repo, cache);
    const rows = [];
    for (let run = 0; run < Number(runs); run += 1)
      rows.push({
        cold: gate(engine, repo, 'off').ms,
        warm: gate(engine, repo, cache).ms,
        near: await script(idOf(LANDED - 1), `near-${run}`),
        far: await script('base', `far-${run}`),
      });
    const of = (name) => median(rows.map((row) => row[name]));
    const ratio = (theirs, ours) => median(rows.map((row) => row[theirs] / row[ours])).toFixed(1);
    const ms = (name) => `${Math.round(of(name))} ms`;
    console.log(
      `| ${engine} | ${ms('cold')} | ${ms('warm')} | ${ms('near')} | ${ms('far')} | cold ${ratio('near', 'cold')} to ${ratio('far', 'cold')}, kept ${ratio('near', 'warm')} to ${ratio('far', 'warm')} |`,
    );
  }
} finally {
  rmSync(shared, { recursive: true, force: true });
}
