import { describe, expect, test } from '@jest/globals';
import { findEngine } from '../../src/install/engine.ts';
import { findPythonStep, findPythonVersion } from '../../src/install/python-step.ts';

type Files = Readonly<
  Partial<Record<'inis' | 'deployment' | 'dependencies' | 'migrations', readonly string[]>>
>;

function found(files: Files) {
  const named = (texts: readonly string[] = []) => texts.map((text, index) => ({ path: `f${index}`, text }));
  return findEngine({
    inis: named(files.inis),
    deployment: named(files.deployment),
    dependencies: named(files.dependencies),
    migrations: named(files.migrations),
  });
}

describe('the engine', () => {
  test.each<[string, Files, string, string | null]>([
    ['the ini', { inis: ['sqlalchemy.url = mysql+pymysql://u:p@h/d\n'] }, 'mysql', null],
    [
      'the ini, and the image of a compose file',
      { inis: ['sqlalchemy.url = postgresql://h/d'], deployment: ['    image: "postgres:16-alpine"\n'] },
      'postgresql',
      'postgres:16-alpine',
    ],
    [
      'an image alone',
      { deployment: ['image: docker.io/library/mysql:8.0.36 \n'] },
      'mysql',
      'docker.io/library/mysql:8.0.36',
    ],
    [
      'MariaDB’s image',
      { deployment: ['image: mariadb:10.11\n'], dependencies: ['PyMySQL==1.1'] },
      'mariadb',
      'mariadb:10.11',
    ],
    ['a driver', { dependencies: ['flask\npsycopg2-binary>=2.9\n'] }, 'postgresql', null],
    ['MariaDB’s own driver', { dependencies: ['mariadb==1.1.10\n'] }, 'mariadb', null],
    ['the dialect of migrations', { migrations: ['from sqlalchemy.dialects import mysql\n'] }, 'mysql', null],
  ])('is told by %s', (_how, files, engine, image) => {
    expect(found(files)).toMatchObject({ engine, image });
  });

  test.each<[string, Files]>([
    ['nothing', {}],
    ['the template’s own url', { inis: ['sqlalchemy.url = driver://user:pass@localhost/dbname'] }],
    ['two drivers', { dependencies: ['PyMySQL\nasyncpg\n'] }],
    ['two images', { deployment: ['image: mysql:8.4\n', 'image: postgres:17\n'] }],
    ['SQLite', { inis: ['sqlalchemy.url = sqlite:///x.db'] }],
    ['another image', { deployment: ['image: phpmyadmin:5\n'] }],
  ])('is not guessed from %s', (_how, files) => {
    expect(found(files)).toBeNull();
  });
});

describe('the install step', () => {
  const step = (location: string, ...files: readonly string[]) =>
    findPythonStep((path) => files.includes(path), location);

  test.each([
    [
      'uv',
      ['uv.lock', 'pyproject.toml', 'requirements.txt'],
      'pip install uv && uv sync --frozen --all-packages',
    ],
    [
      'poetry',
      ['poetry.lock', 'pyproject.toml'],
      'pip install poetry && POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction',
    ],
    ['requirements', ['requirements.txt', 'setup.py'], 'pip install --requirement requirements.txt'],
    ['a package', ['pyproject.toml'], 'pip install --editable .'],
  ])('of %s', (_how, files, install) => {
    expect(step('migrations', ...files)).toMatchObject({ install, directory: '.', python: null });
  });

  test('is that of the part of the repository that the migrations belong to', () => {
    expect(step('backend/db/migrations', 'requirements.txt', 'backend/uv.lock')).toEqual({
      install: 'pip install uv && uv sync --frozen --all-packages',
      directory: 'backend',
      python: 'backend/.venv/bin/python',
      because: 'backend/uv.lock',
    });
  });

  test('is the lock of a workspace rather than the package in it', () => {
    expect(step('backend/migrations', 'uv.lock', 'pyproject.toml', 'backend/pyproject.toml')).toEqual({
      install: 'pip install uv && uv sync --frozen --all-packages',
      directory: '.',
      python: null,
      because: 'uv.lock',
    });
  });

  test('is not guessed', () => {
    expect(step('migrations', 'README.md')).toBeNull();
  });
});

test.each([
  ['3.12.4\n', null, '3.12'],
  [null, '[project]\nrequires-python = ">=3.11,<3.14"\n', '3.11'],
  [null, '[tool.poetry.dependencies]\npython = "^3.10"\n', '3.10'],
  [null, '[project]\nname = "x"\n', null],
  ['pypy\n', null, null],
])('the version of Python in %j and %j is %j', (pythonVersion, pyproject, version) => {
  expect(findPythonVersion({ pythonVersion, pyproject })).toBe(version);
});
