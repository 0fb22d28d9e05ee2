import { describe, expect, jest, test } from '@jest/globals';
import type { Finding } from '../../src/lint/finding.ts';
import type { ProjectRevision } from '../db/project.ts';
import { sandbox, type Repo } from '../io/git-sandbox.ts';
import { checkReport, cli } from './cli.ts';
import {
  ALEMBIC,
  FLASK,
  forkedRepo,
  lineOf,
  onMain,
  revisions,
  table,
  versionsIn,
  type Files,
} from './projects.ts';

jest.setTimeout(60_000);

interface Verdict {
  readonly code: number | null;
  readonly outcome: string;
  /** `rule path:line`, errors and warnings. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly heads: Readonly<Record<string, readonly string[] | null>>;
}

async function verdict(repo: Repo, ...args: readonly string[]): Promise<Verdict> {
  const { code, report } = await checkReport(repo.path, ['--database', 'none', ...args]);
  const told = (severity: Finding['severity']): readonly string[] =>
    report.findings
      .filter((finding) => finding.severity === severity)
      .map(({ rule, path, line }) => `${rule} ${path ?? '-'}:${String(line ?? '-')}`);
  return {
    code,
    outcome: report.outcome,
    errors: told('error'),
    warnings: told('warning'),
    heads: Object.fromEntries(report.environments.map(({ name, heads }) => [name, heads.merged])),
  };
}

const PASS = { code: 0, outcome: 'pass', errors: [] };
const FAIL = { code: 1, outcome: 'fail' };
const V = 'migrations/versions';

describe('two heads', () => {
  test('are found between two refs, with who brings them', async () => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('forked'));
    repo.git('switch', '-q', 'main');
    expect(await verdict(repo, '--base', 'main', '--head', 'work')).toMatchObject({
      ...FAIL,
      errors: [`no-multiple-heads ${V}/p1.py:6`],
      warnings: expect.arrayContaining([`no-stale-parent ${V}/p1.py:6`]),
      heads: { migrations: ['m1', 'p1'] },
    });
  });

  test('are found in a revision that is not even added to git', async () => {
    using box = sandbox();
    const repo = onMain(lineOf(box.repo('project'), ['a1']), revisions(table('m1', 'a1')));
    expect(await verdict(repo)).toMatchObject(PASS);
    for (const [path, content] of Object.entries(revisions(table('p1', 'a1')))) repo.write(path, content);
    expect(await verdict(repo)).toMatchObject({ ...FAIL, heads: { migrations: ['m1', 'p1'] } });
    repo.write('.gitignore', 'p1.py\n');
    expect(await verdict(repo)).toMatchObject(PASS);
  });

  test('are cured by a merge revision, and three need one that joins all', async () => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('forked'));
    repo.commit('Another', revisions(table('q1', 'a1')));
    expect(await verdict(repo)).toMatchObject({ ...FAIL, heads: { migrations: ['m1', 'p1', 'q1'] } });
    repo.git('merge', '-q', 'main');
    repo.commit('Merge two', revisions({ ...table('j1', ['m1', 'p1']), upgrade: 'pass', downgrade: 'pass' }));
    expect(await verdict(repo)).toMatchObject({
      ...FAIL,
      errors: [`no-multiple-heads ${V}/q1.py:6`, `no-incomplete-merge ${V}/j1.py:6`],
      heads: { migrations: ['j1', 'q1'] },
    });
    repo.commit(
      'Merge three',
      revisions({ ...table('j1', ['m1', 'p1', 'q1']), upgrade: 'pass', downgrade: 'pass' }),
    );
    expect(await verdict(repo)).toMatchObject({ ...PASS, heads: { migrations: ['j1'] } });
  });
});

describe('a graph that Alembic cannot load', () => {
  test.each([
    ['a parent that nobody has', revisions(table('p1', 'gone')), `no-missing-parent ${V}/p1.py:6`],
    [
      'an id that is taken',
      { [`${V}/again.py`]: revisions(table('a2', 'a1'))[`${V}/a2.py`] ?? '' },
      `no-duplicate-revision ${V}/again.py:-`,
    ],
    ['a circle', revisions(table('p1', 'p2'), table('p2', 'p1')), `no-cycle ${V}/p1.py:6`],
    ['a revision that follows itself', revisions(table('p1', 'p1')), `no-cycle ${V}/p1.py:6`],
    [
      'a helper that is no revision',
      { [`${V}/tools.py`]: 'x = 1\n' },
      `no-stray-python-in-versions ${V}/tools.py:1`,
    ],
  ])('fails for %s, at its line', async (_what, files: Files, error) => {
    using box = sandbox();
    const repo = lineOf(box.repo('project'), ['a1', 'a2']);
    repo.commit('Work', files);
    const { code, outcome, errors } = await verdict(repo);
    expect({ code, outcome }).toEqual(FAIL);
    expect(errors).toContain(error);
  });
});

describe('a revision that has landed', () => {
  const line = (repo: Repo): Repo => lineOf(repo, ['a1', 'a2', 'a3']);

  test.each([
    ['edited', { [`${V}/a2.py`]: revisions({ ...table('a2', 'a1'), upgrade: 'pass' })[`${V}/a2.py`] ?? '' }],
    ['given another parent', revisions(table('p1', 'a1'), table('a2', 'p1'))],
    ['given a new revision below it', revisions(table('p1', null), table('a1', 'p1'))],
  ] as const)('must not be %s', async (_what, files) => {
    using box = sandbox();
    const repo = line(box.repo('project'));
    repo.commit('Rewrite', files);
    const { code, outcome, errors } = await verdict(repo);
    expect({ code, outcome }).toEqual(FAIL);
    expect(errors.map((error) => error.split(' ')[0])).toContainEqual(
      expect.stringMatching(/^(no-merged-revision-change|no-reparent-of-merged)$/),
    );
  });

  test('must not be deleted, nor change its id', async () => {
    using box = sandbox();
    const repo = line(box.repo('project'));
    repo.git('rm', '-q', `${V}/a3.py`);
    repo.commit('Delete the head');
    expect(await verdict(repo)).toMatchObject({
      ...FAIL,
      errors: [`no-merged-revision-change ${V}/a3.py:-`],
    });
    repo.commit('Another id', { [`${V}/a3.py`]: revisions(table('b3', 'a2'))[`${V}/b3.py`] ?? '' });
    const { errors } = await verdict(repo);
    expect(errors).toContainEqual(expect.stringMatching(/^no-merged-revision-change /));
  });

  test('may be renamed, or get a comment: no database notices', async () => {
    using box = sandbox();
    const repo = line(box.repo('project'));
    repo.git('mv', `${V}/a2.py`, `${V}/a2_second.py`);
    repo.commit('Rename');
    expect(await verdict(repo)).toMatchObject(PASS);
    const { report } = await checkReport(repo.path, ['--database', 'none']);
    expect(report.environments[0]?.revisions.changed).toMatchObject([
      { id: 'a2', path: `${V}/a2_second.py`, previousPath: `${V}/a2.py` },
    ]);
  });
});

describe('a base that is broken already', () => {
  const broken = (repo: Repo): Repo =>
    onMain(lineOf(repo, ['a1']), revisions(table('m1', 'a1'), table('n1', 'a1')));

  test('is not this pull request’s fault, and no green either', async () => {
    using box = sandbox();
    const repo = broken(box.repo('project'));
    repo.git('merge', '-q', 'main');
    repo.commit('Work', revisions(table('p1', 'm1')));
    expect(await verdict(repo)).toMatchObject({ code: 2, outcome: 'base-broken', errors: [] });
  });

  test('passes with the pull request that cures it, and does not touch one that has nothing to do with it', async () => {
    using box = sandbox();
    const repo = broken(box.repo('project'));
    repo.commit('Docs', { 'README.md': 'Words.\n' });
    expect(await verdict(repo)).toMatchObject(PASS);
    repo.git('merge', '-q', 'main');
    repo.commit('Cure', revisions({ ...table('j1', ['m1', 'n1']), upgrade: 'pass', downgrade: 'pass' }));
    expect(await verdict(repo)).toMatchObject({ ...PASS, heads: { migrations: ['j1'] } });
  });
});

describe('a textual conflict', () => {
  test('inside a versions directory prevents a verdict, and is named', async () => {
    using box = sandbox();
    const repo = lineOf(box.repo('project'), ['a1']);
    repo.commit('Work', revisions(table('c1', 'a1')));
    onMain(repo, revisions({ ...table('c1', 'a1'), upgrade: 'pass' }));
    const { code, report } = await checkReport(repo.path, ['--database', 'none']);
    expect({ code, outcome: report.outcome }).toEqual({ code: 2, outcome: 'not-evaluated' });
    expect(report.reason).toBe(
      `${V}/c1.py conflicts with the base, so nobody can say which revisions the merge will have: resolve the conflict`,
    );
    expect(report.environments[0]?.heads.merged).toBeNull();
  });

  test('elsewhere is passed over', async () => {
    using box = sandbox();
    const repo = lineOf(box.repo('project'), ['a1'], { ...ALEMBIC, 'CHANGES.md': 'old\n' });
    repo.commit('Work', { ...revisions(table('p1', 'a1')), 'CHANGES.md': 'ours\n' });
    onMain(repo, { 'CHANGES.md': 'theirs\n' });
    expect(await verdict(repo)).toMatchObject({ ...PASS, heads: { migrations: ['p1'] } });
  });
});

describe('projects as they exist', () => {
  const shapes: readonly (readonly [string, Files, string])[] = [
    ['Flask-Migrate', FLASK, 'migrations'],
    [
      'pyproject.toml alone',
      {
        'pyproject.toml': '[project]\nname = "app"\n\n[tool.alembic]\nscript_location = "%(here)s/db"\n',
        'db/env.py': ALEMBIC['migrations/env.py'] ?? '',
        'db/script.py.mako': ALEMBIC['migrations/script.py.mako'] ?? '',
      },
      'db',
    ],
    [
      'a location inside a package',
      {
        'alembic.ini': '[alembic]\nscript_location = shop.db:migrations\n',
        'src/shop/__init__.py': '',
        'src/shop/db/__init__.py': '',
        'src/shop/db/migrations/env.py': ALEMBIC['migrations/env.py'] ?? '',
        'src/shop/db/migrations/script.py.mako': ALEMBIC['migrations/script.py.mako'] ?? '',
      },
      'src/shop/db/migrations',
    ],
    [
      'several databases behind one env.py',
      {
        ...ALEMBIC,
        'alembic.ini':
          '[alembic]\nscript_location = migrations\ndatabases = one, two\n\n[one]\nsqlalchemy.url = mysql://a/one\n\n[two]\nsqlalchemy.url = mysql://a/two\n',
      },
      'migrations',
    ],
  ];

  test.each(shapes)('%s: the fork is found', async (_shape, files, location) => {
    using box = sandbox();
    const repo = box.repo('project');
    const at = (...list: readonly ProjectRevision[]): Files => versionsIn(location, revisions(...list));
    repo.commit('Begin', { ...files, ...at(table('a1', null)) });
    repo.git('switch', '-q', '-c', 'work');
    repo.commit('Work', at(table('p1', 'a1')));
    expect(await verdict(repo)).toMatchObject({ ...PASS, heads: { [location]: ['p1'] } });
    onMain(repo, at(table('m1', 'a1')));
    expect(await verdict(repo)).toMatchObject({ ...FAIL, heads: { [location]: ['m1', 'p1'] } });
  });

  test('two environments in one repository are judged apart', async () => {
    using box = sandbox();
    const repo = box.repo('project');
    const under = (part: string, files: Files): Files =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`${part}/${path}`, text]));
    const both = (...list: readonly ProjectRevision[]): Files => under('shop', revisions(...list));
    const other = (...list: readonly ProjectRevision[]): Files => under('stock', revisions(...list));
    repo.commit('Begin', {
      ...under('shop', ALEMBIC),
      ...under('stock', ALEMBIC),
      ...both(table('a1', null)),
      ...other(table('a1', null)),
    });
    repo.git('switch', '-q', '-c', 'work');
    repo.commit('Work', both(table('p1', 'a1')));
    onMain(repo, { ...both(table('m1', 'a1')), ...other(table('m1', 'a1')) });
    const judged = await checkReport(repo.path, ['--database', 'none']);
    expect(judged.report.environments.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['shop/migrations', 'fail'],
      ['stock/migrations', 'pass'],
    ]);
  });

  test('the flags name what cannot be found', async () => {
    using box = sandbox();
    const repo = box.repo('project');
    const at = (...list: readonly ProjectRevision[]): Files => versionsIn('odd', revisions(...list));
    repo.commit('Begin', at(table('a1', null)));
    repo.git('switch', '-q', '-c', 'work');
    repo.commit('Work', at(table('p1', 'a1')));
    expect(await verdict(repo, '--versions', 'odd/versions')).toMatchObject(PASS);
    onMain(repo, at(table('m1', 'a1')));
    expect(await verdict(repo, '--versions', `${repo.path}/odd/versions`)).toMatchObject(FAIL);
  });
});

test('what touches nothing relevant passes without a word about migrations', async () => {
  using box = sandbox();
  const repo = forkedRepo(box.repo('forked'));
  repo.git('switch', '-q', '-c', 'docs', 'main');
  repo.commit('Docs', { 'README.md': 'Words.\n' });
  const { code, stdout } = await cli(['check', '--repo', repo.path]);
  expect({ code, first: stdout.split('\n')[0] }).toEqual({
    code: 0,
    first: 'pass: No migration is touched.',
  });
});

test('graph says what Alembic would, in every format, and --check makes a verdict of it', async () => {
  using box = sandbox();
  const repo = forkedRepo(box.repo('forked'));
  repo.git('merge', '-q', 'main');
  const plain = await cli(['graph', '--repo', repo.path]);
  expect({ code: plain.code, stderr: plain.stderr }).toEqual({ code: 0, stderr: '' });
  expect(plain.stdout).toContain('migrations: 3 revisions, 2 heads\n  m1 (head)\n  p1 (head)\n');
  const json = await cli(['graph', '--repo', repo.path, '--check', '--format', 'json']);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({
    environments: [
      {
        name: 'migrations',
        heads: ['m1', 'p1'],
        bases: ['a1'],
        branchPoints: ['a1'],
        mergePoints: [],
        problems: [],
      },
    ],
  });
  for (const [format, start] of [
    ['mermaid', 'flowchart BT'],
    ['dot', 'digraph revisions {'],
    ['svg', '<svg '],
  ] as const) {
    const { code, stdout } = await cli(['graph', '--repo', repo.path, '--ref', 'main', '--format', format]);
    expect({ code, start: stdout.slice(0, start.length) }).toEqual({ code: 0, start });
  }
});
