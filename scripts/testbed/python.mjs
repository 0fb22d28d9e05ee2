/**
 * Private Python environments for the tests: Alembic newest, 1.13 and 1.8, which are the oracles; every database driver
 * beside SQLAlchemy 2 and beside 1.4; the last SQLAlchemy before that; and the tools by which projects run their own programs.
 * Each is made once under .cache/testbed/python and rebuilt only when its list of packages changes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './apt.mjs';

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
  drivers: [
    ...['alembic', 'SQLAlchemy', 'Flask-Migrate', 'Flask-SQLAlchemy'],
    ...['mysqlclient', 'mysql-connector-python', 'psycopg-pool', 'aiosqlite', ...DRIVERS],
    ...['pydantic-settings', 'python-decouple', 'environs', 'redis'],
  ],
  'drivers-1.4': [
    ...['alembic==1.13.3', 'SQLAlchemy<2', 'setuptools<80'],
    ...['Flask<2.3', 'Werkzeug<2.3', 'Flask-Migrate<4', 'Flask-SQLAlchemy<3'],
    ...['mysqlclient', 'mysql-connector-python', ...DRIVERS],
  ],
  'sqlalchemy-1.3': [
    ...['alembic==1.14.1', 'SQLAlchemy<1.4', 'setuptools<80', 'wheel', 'tzdata'],
    ...['PyMySQL', 'cryptography', 'psycopg2-binary'],
  ],
  tools: ['uv', 'poetry'],
};

/** mysqlclient is built where it is installed. */
const HEADERS = ['gcc', 'python3-dev', 'pkg-config', 'default-libmysqlclient-dev'];

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

const HAS_HEADERS = `gcc --version && { pkg-config --exists mariadb || pkg-config --exists mysqlclient; } &&
test -e "$(python3 -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h"`;

function hasHeaders() {
  try {
    execFileSync('sh', ['-c', HAS_HEADERS], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
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
      if (PYTHONS[name].includes('mysqlclient') && !hasHeaders()) install(HEADERS, say);
      execFileSync(join(directory, 'bin/python'), ['-m', 'pip', 'install', '-q', ...PYTHONS[name]], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      writeFileSync(stamp, wanted);
    }
    interpreters[name] = join(directory, 'bin/python');
  }
  return interpreters;
}
