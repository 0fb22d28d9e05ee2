import { expect, jest, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { sandbox, type Repo } from '../io/git-sandbox.ts';
import { checkReport } from './cli.ts';
import { ALEMBIC, forkedRepo, lineOf, onMain, revisions, table } from './projects.ts';

jest.setTimeout(60_000);

const V = 'migrations/versions';
const STATIC = ['--database', 'none'];

/** A revision that is to be added has an id and a date of its own on each run. */
const undated = (findings: Report['findings']): unknown =>
  JSON.parse(
    JSON.stringify(findings).replaceAll(
      /(?<![0-9a-z])[0-9a-f]{12}(?![0-9a-z])|\d{4}-\d\d-\d\d [\d:.]+/g,
      '?',
    ),
  );

/** Judged as a ref and, checked out, as the working tree: the same verdict, and never green. */
async function notGreen(repo: Repo): Promise<Report> {
  const asRef = await checkReport(repo.path, [...STATIC, '--head', 'work']);
  const asTree = await checkReport(repo.path, STATIC);
  expect([asRef.report.outcome, asTree.report.outcome]).not.toContain('pass');
  expect([asRef.code, asTree.code]).not.toContain(0);
  expect(undated(asTree.report.findings)).toEqual(undated(asRef.report.findings));
  return asRef.report;
}

const rules = ({ findings }: Report): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

test('a pull request that expects two heads from now on', async () => {
  using box = sandbox();
  const repo = forkedRepo(box.repo('forked'), {
    ...ALEMBIC,
    '.github/alembic-gate.yml': 'comment: problems\n',
  });
  repo.commit('Expect two', {
    '.github/alembic-gate.yml': 'environments:\n  - script-location: migrations\n    expected-heads: 2\n',
  });
  expect(rules(await notGreen(repo))).toContain('no-gate-weakening');
});

test('a pull request that brings the gate, and a fork that it expects', async () => {
  using box = sandbox();
  const repo = forkedRepo(box.repo('forked'));
  repo.commit('Expect two', {
    '.github/alembic-gate.yml': 'environments:\n  - script-location: migrations\n    expected-heads: 2\n',
  });
  await notGreen(repo);
});

test('a pull request that takes the configuration of Alembic away', async () => {
  using box = sandbox();
  const repo = forkedRepo(box.repo('forked'));
  repo.git('rm', '-q', 'alembic.ini');
  repo.commit('Delete the ini');
  expect(rules(await notGreen(repo))).toContain('no-multiple-heads');
});

test('a pull request that takes all of Alembic away', async () => {
  using box = sandbox();
  const repo = forkedRepo(box.repo('forked'));
  repo.git('rm', '-rq', 'alembic.ini', 'migrations');
  repo.commit('Delete everything');
  await notGreen(repo);
});

test('a pull request that moves the versions to where nobody looks', async () => {
  using box = sandbox();
  const repo = forkedRepo(box.repo('forked'));
  repo.git('mv', V, 'migrations/archive');
  repo.commit('Move');
  expect(rules(await notGreen(repo))).toContain('no-merged-revision-change');
  repo.commit('Point there', {
    'alembic.ini': `${ALEMBIC['alembic.ini'] ?? ''}version_locations = migrations/archive\n`,
  });
  expect(rules(await notGreen(repo))).toContain('no-gate-weakening');
});

test('a pull request that binds down_revision again at the end of a long file', async () => {
  using box = sandbox();
  const repo = lineOf(box.repo('project'), ['a1', 'a2']);
  const [first = ''] = Object.values(revisions(table('p1', 'a2')));
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `    op.execute("INSERT INTO t_a1 VALUES (${String(at)})")\n`,
  );
  const long = `${first}\n\ndef seed():\n${rows.join('')}`;
  repo.commit('Long', { [`${V}/p1.py`]: long });
  expect((await checkReport(repo.path, STATIC)).report.environments[0]?.heads.merged).toEqual(['p1']);
  repo.commit('Rebind', { [`${V}/p1.py`]: `${long}\n\ndown_revision = "a1"\n` });
  const report = await notGreen(repo);
  expect(report.environments[0]?.heads.merged).toEqual(['a2', 'p1']);
  repo.commit('Rebind by hand', { [`${V}/p1.py`]: `${long}\n\nglobals()["down_" + "revision"] = "a1"\n` });
  expect(await notGreen(repo)).toMatchObject({ outcome: 'not-evaluated' });
});

test('a pull request that lets git join conflicting revisions line by line', async () => {
  using box = sandbox();
  const repo = lineOf(box.repo('project'), ['a1']);
  repo.commit('Work', { ...revisions(table('c1', 'a1')), '.gitattributes': '*.py merge=union\n' });
  onMain(repo, {
    ...revisions({ ...table('c1', 'a1'), upgrade: 'pass' }),
    '.gitattributes': '*.py merge=union\n',
  });
  expect(await notGreen(repo)).toMatchObject({ outcome: 'not-evaluated' });
});

test('a pull request that hides its revision from the eye by the letters of its file name', async () => {
  using box = sandbox();
  const repo = forkedRepo(box.repo('forked'));
  repo.git('mv', `${V}/p1.py`, `${V}/p1\u202eyp.é .py`);
  repo.commit('Rename');
  const report = await notGreen(repo);
  expect(report.environments[0]?.heads.merged).toEqual(expect.arrayContaining(['m1', 'p1']));
});
