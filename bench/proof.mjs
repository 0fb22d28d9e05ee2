/**
 * How long the round trip of 10 new revisions on a history of 200 takes, against the usual script (a fresh server with its own
 * defaults, then `alembic upgrade head`, `downgrade`, `upgrade head`) with the same server program in the same run. Whole
 * processes, alternating, medians. Needs `npm run build` and the servers and Pythons of `npm test`.
 *
 *   node bench/proof.mjs [runs] [mysql|mariadb|postgresql]...
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { idOf, makeHistory } from './history.mjs';
import { measure, median } from './measure.mjs';

const ROOT = join(import.meta.dirname, '..');
const TESTBED = JSON.parse(readFileSync(join(ROOT, '.cache/testbed/env.json'), 'utf8'));
const [runs = '5', ...named] = process.argv.slice(2);
const ENGINES = { mysql: TESTBED.mysqld, mariadb: TESTBED.mariadbd, postgresql: TESTBED.postgres };
const LANDED = 200;
const ADDED = 10;
const OTHERS =
  'rows old-code lock-class order interruption drift start-states fresh-install two-deployers'.split(' ');

/** The whole process; `database` is the server's own time within the steps. */
function gate(engine, repo, cache) {
  const args = ['check', '--base', 'main', '--database', 'local', '--engine', engine, '--format', 'json'];
  const run = measure([process.execPath, join(ROOT, 'dist/cli.js'), ...args], {
    cwd: repo,
    env: {
      ...process.env,
      PATH: `${dirname(ENGINES[engine])}:${process.env.PATH}`,
      VIRTUAL_ENV: dirname(dirname(TESTBED.python.newest)),
      ALEMBIC_GATE_CACHE: cache,
    },
  });
  const report = JSON.parse(run.stdout);
  const [{ database }] = report.environments;
  if (report.outcome !== 'pass' || database?.proofs[0]?.outcome !== 'pass') throw new Error(report.reason);
  const statements = database.steps.flatMap((step) => step.statements);
  return { ...run, database: statements.reduce((sum, { durationMs }) => sum + durationMs, 0) };
}

function script(engine, repo, directory, down) {
  const request = { engine, binary: ENGINES[engine], python: TESTBED.python.newest, repo, directory, down };
  return measure([process.execPath, join(ROOT, 'bench/usual-script.mjs'), JSON.stringify(request)]);
}

function projectOf(directory, engine, added) {
  const repo = join(directory, `added-${added}`);
  mkdirSync(repo, { recursive: true });
  const url = `${engine === 'postgresql' ? 'postgresql+psycopg2' : 'mysql+pymysql'}://app:x@db.invalid/app`;
  const configuration = `proofs:\n${OTHERS.map((name) => `  ${name}: off\n`).join('')}`;
  makeHistory(repo, { landed: LANDED, added, url, configuration });
  return repo;
}

function compare(engine, directory) {
  const repo = projectOf(directory, engine, ADDED);
  const short = projectOf(directory, engine, 1);
  const cache = join(directory, 'cache');
  // The server's template and the base states are made once.
  for (const one of [repo, short]) gate(engine, one, cache);
  const rows = Array.from({ length: Number(runs) }, (_, run) => ({
    cold: gate(engine, repo, 'off'),
    warm: gate(engine, repo, cache),
    short: gate(engine, short, cache),
    near: script(engine, repo, join(directory, `near-${run}`), idOf(LANDED - 1)),
    far: script(engine, repo, join(directory, `far-${run}`), 'base'),
  }));
  const seconds = (name) =>
    `${(median(rows.map((row) => row[name].ms)) / 1000).toFixed(1)} s (${(median(rows.map((row) => row[name].cpu)) / 1000).toFixed(1)})`;
  const ratios = (ours) => {
    const of = (theirs, what) => median(rows.map((row) => row[theirs][what] / row[ours][what])).toFixed(1);
    return `${of('near', 'ms')} to ${of('far', 'ms')} (${of('near', 'cpu')} to ${of('far', 'cpu')})`;
  };
  // What nine more revisions take beyond the database's own time, in three steps each.
  const overhead = (what) =>
    median(
      rows.map(
        ({ warm, short: one }) =>
          (warm[what] - one[what] - (warm.database - one.database)) / (3 * (ADDED - 1)),
      ),
    ).toFixed(0);
  console.log(
    `| ${engine} | ${['cold', 'warm', 'near', 'far'].map(seconds).join(' | ')} | ${ratios('cold')} | ${ratios('warm')} | ${overhead('ms')} ms |`,
  );
}

const shared = mkdtempSync(join(tmpdir(), 'alembic-gate-bench-'));
chmodSync(shared, 0o755);
try {
  console.log('In brackets: of CPU.');
  console.log(
    '| engine | gate, nothing kept | gate, base state kept | script, back to the base’s head | script, back to nothing | ratio, nothing kept | ratio, kept | overhead of a step |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const engine of named.length > 0 ? named : Object.keys(ENGINES)) compare(engine, join(shared, engine));
} finally {
  rmSync(shared, { recursive: true, force: true });
}
