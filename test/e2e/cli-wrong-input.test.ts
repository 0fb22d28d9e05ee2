import { describe, expect, jest, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { digest, sandbox, type Repo, type Sandbox } from '../io/git-sandbox.ts';
import { openTestServer } from '../server.ts';
import { checkReport, cli, withServerAndPython } from './cli.ts';
import { ALEMBIC, ELSEWHERE_ENV, forkedRepo, lineOf, revisions, table, type Files } from './projects.ts';

jest.setTimeout(60_000);

/** The reason, with what the report and the terminal must say of it alike. Nothing is left behind: `cli` sees to that. */
async function reason(
  repo: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, report, stderr } = await checkReport(repo, args, env);
  expect({ code, outcome: report.outcome }).toEqual({ code: 2, outcome: 'not-evaluated' });
  expect(stderr).not.toContain('this is a bug');
  return report.reason ?? '';
}

/** A pull request of one good revision in a project with these files. */
function pullRequest(box: Sandbox, files: Files = {}): Repo {
  const repo = lineOf(box.repo('project'), ['a1'], { ...ALEMBIC, ...files });
  repo.commit('Work', revisions(table('p1', 'a1')));
  return repo;
}

/** A directory that holds links to these programs and nothing else. */
function pathOf(box: Sandbox, ...programs: readonly string[]): string {
  const directory = `${box.path}/bin`;
  mkdirSync(directory);
  for (const program of programs) {
    const where = execFileSync('which', [program], { encoding: 'utf8' }).trim();
    symlinkSync(where, `${directory}/${program}`);
  }
  return directory;
}

const STATIC = ['--database', 'none'];

describe('a repository that cannot be judged', () => {
  test('is no repository, no directory, or there is no git', async () => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('forked'));
    expect(await reason(box.path, STATIC)).toBe(
      `${box.path} is not in a git repository: give one with --repo.`,
    );
    expect(await reason(`${box.path}/gone`, STATIC)).toBe(
      `${box.path}/gone is not a directory: give the repository with --repo.`,
    );
    expect(await reason(repo.path, STATIC, { PATH: '/nowhere' })).toBe(
      'git was not found on PATH: install git 2.38 or newer.',
    );
  });

  test('has no commit, no branch to be the base, no such ref', async () => {
    using box = sandbox();
    const empty = box.repo('empty');
    expect(await reason(empty.path, STATIC)).toBe(
      `${empty.path} has no commits yet: commit once, then check again.`,
    );
    const trunkless = box.repo('trunkless');
    trunkless.git('switch', '-q', '-c', 'develop');
    trunkless.commit('Begin', ALEMBIC);
    expect(await reason(trunkless.path, STATIC)).toMatch(
      /^no branch origin\/HEAD, .* exists here: name the base with --base/,
    );
    const repo = forkedRepo(box.repo('forked'));
    for (const side of ['--base', '--head']) {
      expect(await reason(repo.path, [...STATIC, side, 'nope'])).toBe(
        'nope is not a commit, branch or tag here: name another, or fetch it first.',
      );
    }
  });

  test('holds no migrations', async () => {
    using box = sandbox();
    const repo = box.repo('plain');
    repo.commit('Begin', { 'README.md': 'Nothing to migrate.\n' });
    expect(await reason(repo.path, STATIC)).toMatch(
      /^no Alembic environment was found in the would-be merge: name the directory that holds env.py with --script-location/,
    );
    for (const command of ['graph', 'merge-heads']) {
      const { code, stdout, stderr } = await cli([command, '--repo', repo.path]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^alembic-gate: no Alembic environment was found in .*\n$/);
    }
  });

  test('is bare, shallow without a remote, or damaged', async () => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('forked'));
    const bare = box.repo('bare.git', '--bare', repo.path);
    expect(await reason(bare.path, STATIC)).toMatch(
      /is a bare repository without a working tree: name a commit with --head/,
    );
    const { report } = await checkReport(bare.path, [...STATIC, '--base', 'main', '--head', 'work']);
    expect(report.outcome).toBe('fail');

    const shallow = box.repo('shallow', '--depth', '1', '--branch', 'work', `file://${repo.path}`);
    shallow.git('remote', 'remove', 'origin');
    expect(await reason(shallow.path, [...STATIC, '--base', 'work'])).toMatch(
      /^The clone is shallow and has no remote to complete it from. Fetch the whole history first/,
    );

    const tree = repo.git('rev-parse', 'main^{tree}').trim();
    rmSync(`${repo.path}/.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`);
    expect(await reason(repo.path, STATIC)).toMatch(/^git ls-tree failed \(exit 128\): not a tree object/);
  });
});

describe('wrong usage', () => {
  test.each([
    [['chekc'], 'there is no command chekc: use one of check, graph, merge-heads, '],
    [[], 'name a command: check, graph, merge-heads, '],
    [['check', '--bogus'], '--bogus is an unknown option of check: known are repo, '],
    [['check', '--base'], "check: Option '--base <value>' argument missing; see alembic-gate help"],
    [['check', 'work'], 'check takes no argument work: name refs with --base and --head'],
    [
      ['check', '--format', 'xml'],
      '--format xml is not known: use one of text, json, markdown, sarif, github, html',
    ],
    [['merge-heads', '--date', 'soon'], '--date soon is no ISO date: write it like 2026-11-20T14:30:00'],
  ])('%j is told in one line', async (args, sentence) => {
    using box = sandbox();
    const { code, stdout, stderr } = await cli(args, { cwd: forkedRepo(box.repo('forked')).path });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.slice(0, 14 + sentence.length)).toBe(`alembic-gate: ${sentence}`);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  test('a report that cannot be written says so, and where', async () => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('forked'));
    const { code, stderr } = await cli([
      'check',
      '--repo',
      repo.path,
      ...STATIC,
      '--output',
      '/proc/nowhere/report',
    ]);
    expect(code).toBe(2);
    expect(stderr).toBe('alembic-gate: /proc/nowhere/report cannot be written (ENOENT): correct --output\n');
  });

  test('a broken configuration is named by line, column and the nearest key', async () => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('forked'));
    const file = '.github/alembic-gate.yml';
    for (const [content, told] of [
      [
        'database: none\nenviroments: []\n',
        `${file}:2:1: enviroments is an unknown key: did you mean environments?`,
      ],
      [
        'timeouts:\n  step: soon\n',
        `${file}:2:9: timeouts.step must be a whole number, 1 or more, not "soon"`,
      ],
      ['database: [none\n', `${file}:2:1: this is not valid YAML: `],
    ] as const) {
      repo.write(file, content);
      expect((await reason(repo.path, [])).slice(0, told.length)).toBe(told);
    }
    expect(await reason(repo.path, ['--config', 'gone.yml'])).toBe(
      'there is no file gone.yml: correct --config',
    );
    expect(await reason(repo.path, ['--config', '/proc/nowhere/gone.yml'])).toContain('correct --config');
  });
});

describe('a project that cannot be run', () => {
  test('has no Python, or one without Alembic', async () => {
    using box = sandbox();
    const repo = pullRequest(box);
    const git = pathOf(box, 'git');
    expect(await reason(repo.path, [], { PATH: git })).toMatch(
      /^No Python was found \(no virtual environment in the repository, no python3 on PATH\); install/,
    );
    // A Python of its own, since the machine's may have Alembic.
    execFileSync('python3', ['-m', 'venv', '--without-pip', `${box.path}/bare`]);
    expect(await reason(repo.path, [], { PATH: git, VIRTUAL_ENV: `${box.path}/bare` })).toMatch(
      /\/bare\/bin\/python \(.*\) has no alembic; install the project's dependencies there/,
    );
  });

  test('needs a variable, a module or a service to start', async () => {
    for (const [start, told] of [
      [
        'import os; os.environ["APP_SECRET"]',
        /^The project needs the environment variable `APP_SECRET` to start; .*`env: \{APP_SECRET: …\}`/,
      ],
      [
        'import celery_of_ours',
        /^The project imports `celery_of_ours`, which .* does not have; install it there/,
      ],
      [
        'import socket; socket.create_connection(("127.0.0.1", 1), timeout=2)',
        /^The project needs a service to start, and it does not answer; .*\(ConnectionRefusedError: .*migrations\/env.py:1\)/,
      ],
    ] as const) {
      using box = sandbox();
      const repo = pullRequest(box, {
        'migrations/env.py': `${start}\n${ALEMBIC['migrations/env.py'] ?? ''}`,
      });
      expect(await reason(repo.path, ['--database', 'local'], withServerAndPython())).toMatch(told);
    }
  });

  test('speaks another dialect than the server, whatever it is told', async () => {
    using box = sandbox();
    const repo = pullRequest(box, {
      'migrations/env.py': ELSEWHERE_ENV('postgresql+psycopg2://app@db.invalid/app'),
    });
    expect(
      await reason(repo.path, ['--database', 'local', '--engine', 'mysql'], withServerAndPython()),
    ).toMatch(
      /^The project connects with SQLAlchemy's dialect `postgresql`, which is not the engine of this proof/,
    );
    expect(
      await reason(repo.path, ['--database', 'local', '--engine', 'sqlite'], withServerAndPython()),
    ).toMatch(
      /^The project connects with SQLAlchemy's dialect `postgresql`, which is not the engine of this proof/,
    );
  });
});

describe('a project on SQLite', () => {
  test('that nobody chose is not proved, and the line to write is said', async () => {
    using box = sandbox();
    const repo = pullRequest(box, { 'migrations/env.py': ELSEWHERE_ENV('sqlite:///app.db') });
    expect(await reason(repo.path, [], withServerAndPython())).toMatch(
      /^The project speaks SQLite here, .*: write `engine: sqlite` if production runs on SQLite, else name /,
    );
  });

  test('that is to be proved on a server as well is a contradiction', async () => {
    using box = sandbox();
    const repo = pullRequest(box);
    const chosen = ['--engine', 'sqlite', '--database', 'mysql://root@127.0.0.1:1'];
    expect(await reason(repo.path, chosen, withServerAndPython())).toMatch(
      /^SQLite has no server, so "engine: sqlite" and "database-url" contradict each other/,
    );
  });
});

describe('a server that cannot be had', () => {
  test('is not on the machine, and no Docker answers', async () => {
    using box = sandbox();
    const repo = pullRequest(box);
    const env = { ...withServerAndPython(), PATH: pathOf(box, 'git') };
    const local = await reason(repo.path, ['--database', 'local', '--engine', 'mysql'], env);
    expect(local).toMatch(
      /^No mysql server program on this machine.*: install one, or set "database: container" or a database-url\.$/,
    );
    expect(await reason(repo.path, ['--engine', 'mysql'], env)).toMatch(
      /^No database server\. No mysql server program .* No Docker engine answers .*: start one, or /,
    );
  });

  test('does not answer, refuses the password, or is not near', async () => {
    using box = sandbox();
    const repo = pullRequest(box, { '.github/alembic-gate.yml': 'timeouts: {connect: 2}\n' });
    const at = (where: string): Promise<string> =>
      reason(
        repo.path,
        ['--database', `mysql://root:topsecret@${where}`, '--engine', 'mysql'],
        withServerAndPython(),
      );
    expect(await at('127.0.0.1:1')).toMatch(
      /^The server root@127\.0\.0\.1:1 is not ready within 2 s \(.*ECONNREFUSED.*\): start it, or correct database-url\.$/,
    );
    expect(await at('8.8.8.8')).toMatch(
      /^The server root@8\.8\.8\.8:3306 is remote .*"allow-remote: true"\.$/,
    );
    expect(await reason(repo.path, ['--database', 'mongo'])).toMatch(
      /^--database must be one of auto, service, local, container, none/,
    );

    await using server = await openTestServer('mysql');
    const { endpoint } = await server.createScratch('door');
    const refused = await at(`127.0.0.1:${String(endpoint.port)}`);
    expect(refused).toMatch(
      /^The server root@127\.0\.0\.1:\d+ refuses the login \(Access denied .*\): correct user and password/,
    );
    expect(refused).not.toContain('topsecret');
  });
});

test('a revision file that Python cannot load fails the pull request, with its line', async () => {
  using box = sandbox();
  const repo = lineOf(box.repo('project'), ['a1']);
  repo.write(
    'migrations/versions/p1.py',
    'revision = "p1"\ndown_revision = "a1"\n\n\ndef upgrade(:\n    pass\n',
  );
  const { code, report } = await checkReport(repo.path, []);
  expect(code).toBe(1);
  expect(report.findings).toMatchObject([
    { rule: 'no-unreadable-revision', severity: 'error', path: 'migrations/versions/p1.py', line: 5 },
  ]);
});

test('a run writes nothing into the repository, not even what Python would cache', async () => {
  using box = sandbox();
  const repo = pullRequest(box);
  const before = digest(repo.path);
  const { code } = await cli(['check', '--repo', repo.path, '--database', 'local'], {
    env: withServerAndPython(),
  });
  expect(code).toBe(0);
  expect(digest(repo.path)).toBe(before);
});
