/**
 * Brings everything real that the tests need, and writes where it is to .cache/testbed/env.json. Quick when all is there.
 *
 *   node scripts/testbed/prepare.mjs            all but the Docker engine, which scripts/test.mjs starts and stops
 *   node scripts/testbed/prepare.mjs python     one part: python, mysql, mariadb, postgres, node24, packages, workflows
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './apt.mjs';
import { preparePythons, PYTHONS } from './python.mjs';
import { prepareMariadb, prepareMysql, preparePostgres, versionOf } from './servers.mjs';
import { prepareWorkflowTools } from './workflow-tools.mjs';

export const HERE = fileURLToPath(new URL('../../.cache/testbed', import.meta.url));
const ENV = join(HERE, 'env.json');

/** Shared by all clones. Servers started by root run as another user, who must be able to reach their programs. */
const MACHINE =
  process.getuid() === 0
    ? '/var/cache/alembic-gate-testbed'
    : join(homedir(), '.cache', 'alembic-gate-testbed');

export const readEnv = () => (existsSync(ENV) ? JSON.parse(readFileSync(ENV, 'utf8')) : {});

export function writeEnv(changes) {
  const next = `${ENV}.${process.pid}`;
  writeFileSync(next, JSON.stringify({ ...readEnv(), ...changes }, null, 2));
  renameSync(next, ENV);
}

function prepareNode24(say) {
  const prefix = join(HERE, 'node24');
  const node = join(prefix, 'node_modules/node/bin/node');
  if (versionOf(node) === null) {
    say('npm install node@24 (the Node that runs the action on GitHub)');
    execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', prefix, 'node@24'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const version = versionOf(node);
  if (version === null) throw new Error(`npm installed node@24 but ${node} does not run`);
  return { node24: node, version };
}

function preparePython(say) {
  try {
    execFileSync('python3', ['-c', 'import ensurepip, venv'], { stdio: 'ignore' });
  } catch {
    install(['python3', 'python3-venv'], say);
  }
  return { python: preparePythons(HERE, say), version: Object.keys(PYTHONS).join(', ') };
}

async function preparePackages(say) {
  const module = new URL('packages.mjs', import.meta.url);
  if (!existsSync(module)) return { packages: {}, version: 'none yet' };
  const { preparePackages: prepare } = await import(module.href);
  const packages = await prepare(HERE, say);
  return { packages, version: Object.keys(packages).join(', ') };
}

/** Each returns its part of env.json and the `version` to print. */
export const PARTS = {
  python: preparePython,
  mysql: (say) => prepareMysql(MACHINE, say),
  mariadb: prepareMariadb,
  postgres: preparePostgres,
  node24: prepareNode24,
  packages: preparePackages,
  workflows: (say) => prepareWorkflowTools(HERE, say),
};

/** Prepares the parts in order and returns one sentence for each that could not be had. */
export async function prepareTestbed(names, say) {
  mkdirSync(HERE, { recursive: true });
  mkdirSync(MACHINE, { recursive: true });
  const missing = [];
  for (const name of names) {
    try {
      const { version, ...found } = await PARTS[name]((step) => say(`${name}: ${step}`));
      writeEnv(found);
      say(`${name}: ${version}`);
    } catch (error) {
      missing.push(`${name}: ${error.message}`);
      say(`${name}: MISSING: ${error.message}`);
    }
  }
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in PARTS));
  if (unknown !== undefined)
    throw new Error(`no part "${unknown}": choose among ${Object.keys(PARTS).join(', ')}`);
  const missing = await prepareTestbed(names.length > 0 ? names : Object.keys(PARTS), console.log);
  process.exitCode = missing.length > 0 ? 1 : 0;
}
