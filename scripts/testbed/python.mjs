/**
 * Private Python environments for the tests: Alembic newest, 1.13 and 1.8, which are the oracles.
 * Each is made once under .cache/testbed/python and rebuilt only when its list of packages changes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DRIVERS = [
  'PyMySQL',
  'cryptography',
  'psycopg2-binary',
  'psycopg[binary]',
  'asyncpg',
  'aiomysql',
  'asyncmy',
  'greenlet',
];

/** Name -> packages. `newest` is what the demo's and most users' projects have. */
export const PYTHONS = {
  newest: ['alembic', 'SQLAlchemy', 'Flask-Migrate', 'Flask-SQLAlchemy', 'tzdata', ...DRIVERS],
  1.13: ['alembic==1.13.3', 'SQLAlchemy<2.1', 'tzdata', 'setuptools<80', ...DRIVERS],
  1.8: [
    'alembic==1.8.1',
    'SQLAlchemy<2',
    'python-dateutil',
    'tzdata',
    'setuptools<80',
    'PyMySQL',
    'cryptography',
    'psycopg2-binary',
  ],
};

function makeVenv(python, directory) {
  try {
    execFileSync(python, ['-m', 'venv', directory], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new Error(
      `${python} cannot make a virtual environment: install the package python3-venv. ${String(error.stderr ?? error)}`,
      { cause: error },
    );
  }
}

/** Returns the interpreter of each environment, by name. */
export function preparePythons(root, say, names = Object.keys(PYTHONS)) {
  const interpreters = {};
  for (const name of names) {
    const directory = join(root, 'python', name);
    const stamp = join(directory, '.packages');
    const wanted = PYTHONS[name].join('\n');
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
      say(`Python environment ${name}: ${PYTHONS[name].slice(0, 3).join(', ')}, …`);
      // A longer list is added to what is there, under running tests too; without a stamp it may be half made.
      if (!existsSync(stamp)) {
        rmSync(directory, { recursive: true, force: true });
        mkdirSync(directory, { recursive: true });
        makeVenv('python3', directory);
      }
      execFileSync(join(directory, 'bin/python'), ['-m', 'pip', 'install', '-q', ...PYTHONS[name]], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      writeFileSync(stamp, wanted);
    }
    interpreters[name] = join(directory, 'bin/python');
  }
  return interpreters;
}
