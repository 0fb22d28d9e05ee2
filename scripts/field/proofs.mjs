/**
 * `node scripts/field/proofs.mjs [NAME …]`: the last 20 revisions of real packages proved end to end by the built command
 * line. Each package gets a virtual environment and a repository whose base lacks those revisions; what the gate says goes to
 * .cache/field/proofs/NAME.json, its outcomes and findings to the terminal. Read by people: docs/field-notes.md says what is
 * true of each finding.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGES, preparePackages } from '../testbed/packages.mjs';
import { PROJECTS } from './projects.mjs';

const LAST = 20;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const testbed = join(root, '.cache/testbed');
const field = join(root, '.cache/field/proofs');
const gate = join(root, process.env.GATE_DIST ?? 'dist', 'cli.js');
const recorded = JSON.parse(readFileSync(join(testbed, 'env.json'), 'utf8'));
const python = join(testbed, 'python/newest/bin/python');

const run = (program, args, options = {}) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], ...options });

function environmentOf(name, needs) {
  const place = join(field, 'python', name);
  if (existsSync(join(place, 'ready'))) return place;
  rmSync(place, { recursive: true, force: true });
  run(python, ['-m', 'venv', place]);
  run(join(place, 'bin/pip'), ['install', '-q', ...needs]);
  writeFileSync(join(place, 'ready'), needs.join('\n'));
  return place;
}

/** Newest last, siblings in the order of their ids; the same on every machine. */
function upgradeOrder(revisions) {
  const rest = new Map(revisions.map((one) => [one.id, one]));
  const order = [];
  while (rest.size > 0) {
    const ready = [...rest.values()].filter(({ downRevisions, dependsOn }) =>
      [...downRevisions, ...dependsOn].every((id) => !rest.has(id)),
    );
    if (ready.length === 0) throw new Error(`nothing comes before ${[...rest.keys()].join(', ')}`);
    for (const one of ready.sort((a, b) => (a.id < b.id ? -1 : 1))) rest.delete(one.id);
    order.push(...ready);
  }
  return order;
}

function repositoryOf(name, { files = {}, environment }, directory) {
  const repo = join(field, 'repositories', name);
  rmSync(repo, { recursive: true, force: true });
  mkdirSync(dirname(repo), { recursive: true });
  cpSync(directory, repo, { recursive: true });
  rmSync(join(repo, '.wheel'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(repo, path)), { recursive: true });
    writeFileSync(join(repo, path), content);
  }
  const git = (...args) =>
    run('git', ['-c', 'user.name=field', '-c', 'user.email=field@example.invalid', ...args], { cwd: repo });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'All');
  const { environments } = JSON.parse(
    run(
      process.execPath,
      [gate, 'graph', '--repo', repo, '--script-location', environment, '--format', 'json'],
      { cwd: repo },
    ),
  );
  const added = upgradeOrder(environments[0].revisions).slice(-LAST);
  for (const { path } of added) rmSync(join(repo, path));
  git('add', '-A');
  git('commit', '-q', '--amend', '-m', 'Before the last revisions');
  git('switch', '-q', '-c', 'work');
  for (const { path } of added) cpSync(join(directory, path), join(repo, path));
  git('add', '-A');
  git('commit', '-q', '-m', 'The last revisions');
  return { repo, added: added.length };
}

function prove(name) {
  const project = PROJECTS[name];
  const { [project.package]: directory } = preparePackages(testbed, console.error, [project.package]);
  const needs = [`${project.package}${project.extras ?? ''}==${PACKAGES[project.package]}`, ...project.needs];
  const place = environmentOf(name, needs);
  const { repo, added } = repositoryOf(name, project, directory);
  const args = [
    'check',
    '--repo',
    repo,
    '--base',
    'main',
    '--format',
    'json',
    '--database',
    'local',
    '--engine',
    project.engine,
  ];
  if (!project.files?.['.github/alembic-gate.yml']) args.push('--script-location', project.environment);
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [gate, ...args], {
    cwd: repo,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      ...project.variables,
      VIRTUAL_ENV: place,
      // What a machine calls mysqld may be MariaDB.
      PATH: [join(place, 'bin'), dirname(recorded.mysqld), process.env.PATH].join(':'),
    },
  });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  writeFileSync(join(field, `${name}.json`), stdout);
  writeFileSync(join(field, `${name}.stderr`), stderr);
  console.log(`\n# ${name}: ${added} revisions on ${project.engine}, exit ${status}, ${seconds} s`);
  if (!stdout.startsWith('{')) return console.log(stderr.slice(-1500));
  const report = JSON.parse(stdout);
  console.log(`${report.outcome}: ${report.reason}`);
  for (const { database } of report.environments)
    for (const { name: proof, outcome, reason } of database?.proofs ?? [])
      if (outcome !== 'off') console.log(`  ${outcome} ${proof}${reason ? `: ${reason}` : ''}`);
  for (const { severity, rule, path, line, message } of report.findings)
    if (severity === 'error') console.log(`  ${rule} ${path}:${line}: ${message}`);
}

const names = process.argv.slice(2);
mkdirSync(field, { recursive: true });
for (const name of names.length > 0 ? names : Object.keys(PROJECTS)) prove(name);
