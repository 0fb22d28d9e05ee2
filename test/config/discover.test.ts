import { describe, expect, test } from '@jest/globals';
import { discoverEnvironments } from '../../src/config/discover.ts';
import type { Overrides } from '../../src/config/overrides.ts';
import type { DeclaredEnvironment, Discovery } from '../../src/config/environment.ts';
import { memoryTree } from '../fakes/memory-tree.ts';
import type { MemoryFile } from '../fakes/memory-tree.ts';
import { PLAIN_ENVIRONMENT } from './plain-environment.ts';

function discover(
  files: Readonly<Record<string, MemoryFile>>,
  environments: readonly DeclaredEnvironment[] = [],
  overrides: Overrides = {},
): Promise<Discovery> {
  return discoverEnvironments(memoryTree(files), { environments }, overrides);
}

/** A script directory as `alembic init` leaves it, with one revision. */
function scripts(directory: string, env = 'from alembic import context\n'): Record<string, string> {
  return {
    [`${directory}/env.py`]: env,
    [`${directory}/script.py.mako`]: '',
    [`${directory}/versions/a1_first.py`]: 'revision = "a1"\ndown_revision = None\n',
  };
}

const FLASK_ENV = 'from flask import current_app\nfrom alembic import context\n';
const ini = (...lines: readonly string[]): string => ['[alembic]', ...lines, ''].join('\n');

describe('environments that configure themselves', () => {
  test('an ini beside its script directory is one environment started from its own folder', async () => {
    const { environments, problems } = await discover({
      'alembic.ini': ini('script_location = migrations'),
      ...scripts('migrations'),
    });
    expect(problems).toEqual([]);
    expect(environments).toEqual([PLAIN_ENVIRONMENT]);
  });

  test('a location relative to the ini is started from there, one relative to the repository from the top', async () => {
    const { environments } = await discover({
      'optuna/storages/_rdb/alembic.ini': ini('script_location = alembic'),
      ...scripts('optuna/storages/_rdb/alembic'),
      'config/alembic.ini': ini('script_location = app/db/migrations'),
      ...scripts('app/db/migrations'),
    });
    expect(environments.map(({ name, workingDirectory }) => [name, workingDirectory])).toEqual([
      ['app/db/migrations', '.'],
      ['optuna/storages/_rdb/alembic', 'optuna/storages/_rdb'],
    ]);
  });

  test('%(here)s is the folder of the ini, wherever it is started', async () => {
    const { environments } = await discover({
      'db/alembic.ini': ini('script_location = %(here)s/../schema'),
      ...scripts('schema'),
    });
    expect(environments).toMatchObject([{ name: 'schema', ini: 'db/alembic.ini', workingDirectory: 'db' }]);
  });

  test('several projects in one repository are several environments', async () => {
    const { environments } = await discover({
      'services/a/alembic.ini': ini('script_location = migrations'),
      ...scripts('services/a/migrations'),
      'services/b/alembic.ini': ini('script_location = migrations'),
      ...scripts('services/b/migrations'),
    });
    expect(environments.map(({ name }) => name)).toEqual(['services/a/migrations', 'services/b/migrations']);
  });

  test('a Flask-Migrate directory names no script location: it is the directory, started from above', async () => {
    const { environments, problems } = await discover({
      'backend/migrations/alembic.ini': ini('# file_template = %%(rev)s'),
      ...scripts('backend/migrations', FLASK_ENV),
    });
    expect(problems).toEqual([]);
    expect(environments).toMatchObject([
      {
        name: 'backend/migrations',
        flavour: 'flask-migrate',
        workingDirectory: 'backend',
        ini: 'backend/migrations/alembic.ini',
      },
    ]);
  });

  test('[tool.alembic] configures an environment alone, and fills the gaps of an ini beside it', async () => {
    const toml =
      '[tool.alembic]\nscript_location = "%(here)s/db"\nfile_template = "%%(year)d_%%(rev)s"\nrecursive_version_locations = true\n';
    const alone = await discover({ 'pyproject.toml': toml, ...scripts('db') });
    expect(alone.environments).toMatchObject([
      { name: 'db', ini: 'pyproject.toml', fileTemplate: '%(year)d_%(rev)s', recursive: true },
    ]);
    const both = await discover({
      'pyproject.toml': toml,
      'alembic.ini': ini('file_template = %%(slug)s'),
      ...scripts('db'),
    });
    expect(both.environments).toMatchObject([
      { name: 'db', ini: 'alembic.ini', fileTemplate: '%(slug)s', recursive: true },
    ]);
  });

  test('every section with a script location is an environment of its own, started with -n', async () => {
    const { environments, problems } = await discover({
      'alembic.ini':
        '[DEFAULT]\nroot = db\n[users]\nscript_location = %(root)s/users\n[billing]\nscript_location = %(root)s/billing\n',
      ...scripts('db/users'),
      ...scripts('db/billing'),
    });
    expect(problems).toEqual([]);
    expect(environments.map(({ name, section }) => [name, section])).toEqual([
      ['db/users', 'users'],
      ['db/billing', 'billing'],
    ]);
  });

  test('two histories with one script location are told apart by section', async () => {
    const { environments } = await discover({
      'alembic.ini': ini(
        'script_location = db',
        'version_locations = db/a',
        '[b]',
        'script_location = db',
        'version_locations = db/b',
      ),
      ...scripts('db'),
      'db/a/1.py': '',
      'db/b/1.py': '',
    });
    expect(environments.map(({ name, versionLocations }) => [name, versionLocations])).toEqual([
      ['db', ['db/a']],
      ['db#b', ['db/b']],
    ]);
  });

  test('an ini of another name counts above a script directory, and two inis of one history are one environment', async () => {
    const { environments } = await discover({
      'development.ini': `[app:main]\nuse = egg:app\n${ini('script_location = app/alembic')}`,
      'production.ini': `[app:main]\nuse = egg:app\n${ini('script_location = app/alembic')}`,
      'tox.ini': 'this is no configparser file',
      ...scripts('app/alembic'),
    });
    expect(environments).toMatchObject([{ name: 'app/alembic', ini: 'development.ini' }]);
  });

  test('a script directory without any ini is an environment with the defaults', async () => {
    const { environments } = await discover({
      ...scripts('superset/migrations', FLASK_ENV),
      ...scripts('pkg/alembic'),
    });
    expect(environments).toMatchObject([
      { name: 'pkg/alembic', ini: null, flavour: 'alembic', workingDirectory: '.' },
      { name: 'superset/migrations', ini: null, flavour: 'flask-migrate', workingDirectory: 'superset' },
    ]);
  });

  test('a Flask-Migrate directory inside of the application’s package is started from above the package', async () => {
    const { environments } = await discover({
      'back/shop/__init__.py': '',
      'back/shop/db/__init__.py': '',
      ...scripts('back/shop/db/migrations', FLASK_ENV),
    });
    expect(environments).toMatchObject([{ name: 'back/shop/db/migrations', workingDirectory: 'back' }]);
  });

  test('the databases of a multi-database tree are read', async () => {
    const { environments } = await discover({
      'alembic.ini': ini('script_location = m', 'databases = users, billing'),
      ...scripts('m'),
    });
    expect(environments).toMatchObject([{ databases: ['users', 'billing'] }]);
  });
});

describe('where locations lead', () => {
  test('package:directory is looked up below prepend_sys_path, the working directory and src', async () => {
    for (const [place, extra] of [
      ['lib/pkg/sub', ['prepend_sys_path = lib']],
      ['pkg/sub', []],
      ['src/pkg/sub', []],
    ] as const) {
      const { environments } = await discover({
        'alembic.ini': ini('script_location = pkg.sub:migrations', ...extra),
        ...scripts(`${place}/migrations`),
      });
      expect(environments.map(({ name, ini: file }) => [name, file])).toEqual([
        [`${place}/migrations`, 'alembic.ini'],
      ]);
    }
  });

  test('a container path or a package from elsewhere is the one directory that ends so', async () => {
    for (const location of ['/app/migrations', 'airflow:migrations']) {
      const { environments, problems } = await discover({
        'deploy/alembic.ini': ini(`script_location = ${location}`, 'timezone = UTC'),
        ...scripts('core/source/airflow/migrations'),
      });
      expect(problems).toEqual([]);
      expect(environments).toMatchObject([{ name: 'core/source/airflow/migrations', timezone: 'UTC' }]);
    }
  });

  test('version locations are split by every separator that Alembic knows', async () => {
    const split: readonly (readonly [string, readonly string[]])[] = [
      ['path_separator = os\nversion_locations = m/a:m/b', ['m/a', 'm/b']],
      ['path_separator = ;\nversion_locations = m/a ; m/b', ['m/a', 'm/b']],
      ['path_separator = newline\nversion_locations =\n  m/a\n  m/b', ['m/a', 'm/b']],
      ['version_path_separator = space\nversion_locations = m/a m/b', ['m/a', 'm/b']],
      ['version_locations = m/a, m/b', ['m/a', 'm/b']],
      ['version_locations = m/a  m/b', ['m/a', 'm/b']],
      ['version_locations =', ['m/versions']],
    ];
    for (const [lines, expected] of split) {
      const { environments } = await discover({
        'alembic.ini': ini('script_location = m', lines),
        ...scripts('m'),
        'm/a/1.py': '',
        'm/b/1.py': '',
      });
      expect(environments[0]?.versionLocations).toEqual(expected);
    }
  });

  test('a missing version location is kept, since Alembic skips it in silence', async () => {
    const { environments, problems } = await discover({
      'alembic.ini': ini('script_location = m', 'version_locations = m/versions, m/gone'),
      ...scripts('m'),
    });
    expect(problems).toEqual([]);
    expect(environments).toMatchObject([{ versionLocations: ['m/versions', 'm/gone'] }]);
  });

  test('symlinked directories are named by where they lead, as in a diff', async () => {
    const { environments } = await discover({
      'alembic.ini': ini('script_location = current'),
      current: { symlink: 'db/v2' },
      ...scripts('db/v2'),
    });
    expect(environments).toMatchObject([{ name: 'db/v2', versionLocations: ['db/v2/versions'] }]);
  });
});

describe('what is passed over', () => {
  test('vendored code, test fixtures and project templates are no environments', async () => {
    const { environments, problems, passedOver } = await discover({
      ...scripts('.venv/lib/python3/site-packages/pkg/migrations'),
      ...scripts('node_modules/pkg/migrations'),
      'tests/alembic.ini': 'nonsense',
      ...scripts('tests/migrations'),
      '{{cookiecutter.name}}/alembic.ini': ini('script_location = nowhere'),
      'templates/generic/env.py': 'from alembic import context',
      'templates/generic/script.py.mako': '',
    });
    expect([environments, problems]).toEqual([[], []]);
    expect(passedOver).toEqual([
      'tests/migrations',
      'tests/alembic.ini',
      '{{cookiecutter.name}}/alembic.ini',
    ]);
  });

  test('folders below version locations that are not recursive are named', async () => {
    const files = { ...scripts('m'), 'm/versions/2026.1/expand/1.py': '', 'm/versions/sql/1.sql': '' };
    expect((await discover(files)).passedOver).toEqual(['m/versions/2026.1']);
    expect((await discover(files, [{ scriptLocation: 'm', recursive: true }])).passedOver).toEqual([]);
  });

  test('a fixture that is declared is judged', async () => {
    const { environments } = await discover(scripts('tests/migrations'), [
      { scriptLocation: 'tests/migrations' },
    ]);
    expect(environments.map(({ name }) => name)).toEqual(['tests/migrations']);
  });
});

describe('configurations that cannot be read', () => {
  const broken: readonly (readonly [string, string, number, RegExp, boolean])[] = [
    [
      'a duplicate option',
      ini('script_location = m', 'script_location = n'),
      3,
      /script_location is there twice/,
      true,
    ],
    ['a byte order mark', `\ufeff${ini('script_location = m')}`, 1, /byte order mark/, true],
    [
      'a single percent sign',
      ini('script_location = m', 'file_template = %(rev)s_%s'),
      3,
      /refers to %\(rev\)s/,
      true,
    ],
    [
      'a separator that Alembic does not know',
      ini('script_location = m', 'path_separator = ,', 'version_locations = a'),
      3,
      /must be os/,
      true,
    ],
    [
      'a truncate_slug_length that is no number',
      ini('script_location = m', 'truncate_slug_length = long'),
      3,
      /whole number/,
      true,
    ],
    ['sourceless', ini('script_location = m', 'sourceless = true'), 2, /sourceless/, false],
    [
      'a version location outside',
      ini('script_location = m', 'version_locations = ../other'),
      2,
      /\.\.\/other is not in this repository/,
      false,
    ],
  ];
  for (const [what, text, line, message, fail] of broken) {
    test(`${what} is told with file and line`, async () => {
      const { problems } = await discover({ 'alembic.ini': text, ...scripts('m') });
      expect(problems).toEqual([
        { kind: 'unreadable', path: 'alembic.ini', line, message: expect.stringMatching(message), fail },
      ]);
    });
  }

  test('a script location that is nowhere is missing', async () => {
    const { environments, problems } = await discover({ 'alembic.ini': ini('script_location = gone') });
    expect(environments).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'missing', path: 'alembic.ini', line: 2, fail: false }]);
  });

  test('truncate_slug_length 0 means 40', async () => {
    const { environments } = await discover({
      'alembic.ini': ini('script_location = m', 'truncate_slug_length = 0'),
      ...scripts('m'),
    });
    expect(environments).toMatchObject([{ truncateSlugLength: 40 }]);
  });
});

describe('environments that the user names', () => {
  const two = { ...scripts('a'), ...scripts('b') };

  test('a declaration adds to what was found at the same place', async () => {
    const declared = { name: 'billing', scriptLocation: 'b', expectedHeads: 2, python: '3.12' };
    const { environments, problems } = await discover(two, [declared]);
    expect(problems).toEqual([]);
    expect(environments).toMatchObject([
      { name: 'billing', scriptLocation: 'b', expectedHeads: 2, declared },
      { name: 'a', expectedHeads: 1, declared: null },
    ]);
  });

  test('a declaration that names no place means the only environment there is', async () => {
    expect((await discover(scripts('a'), [{ name: 'app', expectedHeads: 2 }])).environments).toMatchObject([
      { name: 'app', expectedHeads: 2 },
    ]);
    expect((await discover(two, [{ expectedHeads: 2 }])).problems).toMatchObject([
      { message: expect.stringMatching(/name one of a, b/) },
    ]);
  });

  test('declared directories are believed over the ini', async () => {
    const files = {
      'etc/alembic.ini': ini('script_location = /opt/app/db', 'timezone = UTC'),
      ...scripts('a'),
      'x/y/1.py': '',
    };
    const { environments, problems } = await discover(files, [
      { ini: 'etc/alembic.ini', scriptLocation: 'a', versionLocations: ['x'], recursive: true },
    ]);
    expect(problems).toEqual([]);
    expect(environments).toMatchObject([
      { scriptLocation: 'a', versionLocations: ['x'], recursive: true, timezone: 'UTC' },
    ]);
  });

  test('declared version locations cure an ini that names some outside the repository', async () => {
    const files = {
      'alembic.ini': ini('script_location = a', 'version_locations = /srv/versions', 'timezone = UTC'),
      ...scripts('a'),
    };
    const declared = [{ ini: './alembic.ini', versionLocations: ['a/versions'] }];
    const { environments, problems } = await discover(files, declared);
    expect(problems).toEqual([]);
    expect(environments).toMatchObject([{ name: 'a', versionLocations: ['a/versions'], timezone: 'UTC' }]);
  });

  test('a declared ini that cannot be read is told once', async () => {
    const { problems } = await discover({ 'alembic.ini': 'nonsense' }, [{ ini: 'alembic.ini' }]);
    expect(problems).toMatchObject([{ kind: 'unreadable', path: 'alembic.ini', line: 1, fail: true }]);
  });

  test('once environments are declared, places that merely look like one may stay unreadable', async () => {
    const files = { ...scripts('a'), 'docs/alembic.ini': ini('script_location = gone') };
    expect((await discover(files)).problems).toHaveLength(1);
    expect((await discover(files, [{ scriptLocation: 'a' }])).problems).toEqual([]);
  });

  test('a declared environment that this tree does not have is missing', async () => {
    const { problems } = await discover(two, [{ scriptLocation: 'c' }]);
    expect(problems).toMatchObject([
      { kind: 'missing', path: 'c', message: expect.stringMatching(/found: a, b/) },
    ]);
  });

  test('flags replace what was found and keep what is known of it', async () => {
    const files = { 'alembic.ini': ini('script_location = a', 'timezone = UTC'), ...two, 'a/extra/1.py': '' };
    const { environments } = await discover(files, [], {
      scriptLocations: ['./a/'],
      versions: ['a/extra'],
      recursive: true,
    });
    expect(environments).toMatchObject([
      { name: 'a', versionLocations: ['a/extra'], recursive: true, timezone: 'UTC' },
    ]);
    expect(environments).toHaveLength(1);
  });

  test('--versions alone makes an environment of each directory', async () => {
    const { environments } = await discover({ 'db/x/1.py': '', ...two }, [], {
      versions: ['db/x', 'b/versions'],
    });
    expect(environments).toMatchObject([
      { scriptLocation: 'db', versionLocations: ['db/x'], ini: null },
      { scriptLocation: 'b', versionLocations: ['b/versions'] },
    ]);
  });

  test('--recursive alone makes every environment recursive', async () => {
    const { environments } = await discover(two, [], { recursive: true });
    expect(environments.map(({ recursive }) => recursive)).toEqual([true, true]);
  });

  test('a directory outside the repository, or a versions directory too many, is wrong usage', async () => {
    await expect(discover(two, [], { scriptLocations: ['../a'] })).rejects.toThrow(/inside the repository/);
    await expect(discover(two, [], { scriptLocations: ['a'], versions: ['a', 'b'] })).rejects.toThrow(
      /--versions is given 2 times/,
    );
  });
});
