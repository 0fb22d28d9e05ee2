/** `plan` and `gather` at a desk or on any other CI: a divided proof from the matrix to one report. */
import { expect, jest, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Report } from '../../src/report/report.ts';
import { sandbox, type Repo, type Sandbox } from '../io/git-sandbox.ts';
import { checkReport, cli, withServerAndPython } from './cli.ts';
import { ALEMBIC, forkedRepo, lineOf, revisions, table, versionsIn } from './projects.ts';

jest.setTimeout(120_000);

const HERE = ['--database', 'local'];

interface Matrix {
  readonly include: readonly { readonly part: string; readonly environment: string }[];
}

/** Two environments; the pull request adds a revision to one of them. */
function twoEnvironments(box: Sandbox): Repo {
  const shop = versionsIn('shop', { ...ALEMBIC, ...revisions(table('a1', null)) });
  const blog = versionsIn('blog', { ...ALEMBIC, ...revisions(table('b1', null)) });
  const ini = (name: string): Record<string, string> => ({
    [`${name}/alembic.ini`]: (ALEMBIC['alembic.ini'] ?? '').replace('= migrations', '= %(here)s'),
  });
  const files = Object.entries({ ...shop, ...blog, ...ini('shop'), ...ini('blog') });
  const repo = box.repo('two');
  repo.commit('Begin', Object.fromEntries(files.filter(([path]) => path !== 'alembic.ini')));
  repo.git('switch', '-q', '-c', 'work');
  repo.commit('Work', versionsIn('shop', revisions(table('p1', 'a1'))));
  return repo;
}

test('plan prints the parts that have something to prove, as one line that a workflow can take', async () => {
  using box = sandbox();
  const repo = twoEnvironments(box);
  const { code, stdout, stderr } = await cli(['plan', '--image', 'mysql:8.0', '--image', 'postgres:17'], {
    cwd: repo.path,
  });
  expect({ code, lines: stdout.split('\n').length }).toEqual({ code: 0, lines: 2 });
  expect((JSON.parse(stdout) as Matrix).include).toEqual([
    { part: 'shop-mysql-8.0', environment: 'shop', engine: 'mysql', version: '8.0', image: 'mysql:8.0' },
    {
      part: 'shop-postgresql-17',
      environment: 'shop',
      engine: 'postgresql',
      version: '17',
      image: 'postgres:17',
    },
  ]);
  expect(stderr).toContain('without a database: pass; 2 parts to prove');
});

test('plan has no part where nothing is touched, or the configuration asks for no database', async () => {
  using box = sandbox();
  const repo = lineOf(box.repo('project'), ['a1']);
  repo.commit('Read me', { 'README.md': 'Shop\n' });
  expect((await cli(['plan'], { cwd: repo.path })).stdout).toBe('{"include":[]}\n');
  repo.commit('Work', revisions(table('p1', 'a1')));
  expect((JSON.parse((await cli(['plan'], { cwd: repo.path })).stdout) as Matrix).include).toHaveLength(1);
  repo.write('.github/alembic-gate.yml', 'database: none\n');
  expect((await cli(['plan'], { cwd: repo.path })).stdout).toBe('{"include":[]}\n');
});

test('plan says in one line what it cannot plan', async () => {
  using box = sandbox();
  const repo = forkedRepo(box.repo('forked'));
  for (const [args, sentence] of [
    [['--image', 'oracle:23'], 'the image oracle:23 does not say which engine it holds'],
    [['--base', 'nope'], 'nope is not a commit, branch or tag here'],
  ] as const) {
    const { code, stdout, stderr } = await cli(['plan', ...args], { cwd: repo.path });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(sentence),
    });
  }
});

test('gather makes one report of the parts, and none of them may be missing', async () => {
  using box = sandbox();
  const repo = twoEnvironments(box);
  const reports = `${box.path}/reports`;
  mkdirSync(reports);
  const planned = await cli(
    ['plan', '--report', `${reports}/plan.json`, '--image', 'mysql:8.0', '--image', 'mysql:9.7'],
    {
      cwd: repo.path,
    },
  );
  const parts = (JSON.parse(planned.stdout) as Matrix).include;
  expect(parts.map(({ part }) => part)).toEqual(['shop-mysql-8.0', 'shop-mysql-9.7']);

  const part = await checkReport(repo.path, ['--environment', 'shop', ...HERE], withServerAndPython());
  expect(part.report.environments.map(({ name }) => name)).toEqual(['shop']);
  writeFileSync(`${reports}/shop-mysql-9.7.json`, part.stdout);
  const gather = async (): Promise<{ code: number | null; report: Report }> => {
    const { code, stdout } = await cli(['gather', reports, '--format', 'json']);
    return { code, report: JSON.parse(stdout) as Report };
  };
  expect(await gather()).toMatchObject({
    code: 2,
    report: {
      outcome: 'not-evaluated',
      reason: expect.stringContaining('the job of the part shop-mysql-8.0 left no report'),
    },
  });

  mkdirSync(`${reports}/alembic-gate-part-shop-mysql-8.0`);
  writeFileSync(`${reports}/alembic-gate-part-shop-mysql-8.0/report.json`, part.stdout);
  const { code, report } = await gather();
  expect({ code, outcome: report.outcome }).toEqual({ code: 0, outcome: 'pass' });
  expect(report.environments.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['blog', 'pass'],
    ['shop', 'pass'],
  ]);
  const { stdout } = await cli(['gather', reports]);
  expect(stdout).toMatch(/pass shop-mysql-8\.0 on MySQL 9\.7\.\d+\n {2}pass shop-mysql-9\.7 on MySQL/);
});

test('gather says in one line what is not there', async () => {
  using box = sandbox();
  mkdirSync(`${box.path}/empty`);
  for (const [args, sentence] of [
    [[], 'gather needs the directory with the reports'],
    [[`${box.path}/gone`], 'is not a directory with reports'],
    [[`${box.path}/empty`], 'holds no report of plan'],
    [[`${box.path}/empty`, 'more'], 'gather takes one directory, not more as well'],
  ] as const) {
    const { code, stderr } = await cli(['gather', ...args]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(sentence) });
  }
});

test('check judges one environment alone, and knows which there are', async () => {
  using box = sandbox();
  const repo = twoEnvironments(box);
  const { report } = await checkReport(repo.path, ['--environment', 'blgo', '--database', 'none']);
  expect(report.reason).toBe('there is no environment blgo here: name one of blog, shop');
});

test('the plan of a matrix is a report that the published schema takes', async () => {
  using box = sandbox();
  const repo = twoEnvironments(box);
  const file = `${box.path}/plan.json`;
  await cli(['plan', '--report', file], { cwd: repo.path });
  const { plan, outcome } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  expect({ outcome, parts: plan?.map(({ part }) => part) }).toEqual({ outcome: 'pass', parts: ['shop'] });
});
