/** What nobody read is never green: wrong places, folders that Alembic passes over, cures of what is not checked out. */
import { describe, expect, test } from '@jest/globals';
import { checkReport, cli } from './cli.ts';
import { forkedRepo, revisions, table } from './projects.ts';
import { sandbox } from '../io/git-sandbox.ts';

const STATIC = ['--database', 'none'];

describe('a place that is asked for and is not there', () => {
  test.each([['--script-location'], ['--versions']])('%s is not evaluated', async (flag) => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('forked'));
    const { code, report } = await checkReport(repo.path, [...STATIC, flag, 'nowhere']);
    expect({ code, outcome: report.outcome }).toEqual({ code: 2, outcome: 'not-evaluated' });
    expect(report.reason).toContain('environment nowhere is asked for and is not in this tree');
  });
});

test('a new revision in a folder that Alembic does not read is not evaluated', async () => {
  using box = sandbox();
  const repo = forkedRepo(box.repo('sub'));
  repo.git('switch', '-q', 'main');
  const [text = ''] = Object.values(revisions(table('s1', 'a1')));
  repo.write('migrations/versions/sub/s1.py', text);
  const { code, report } = await checkReport(repo.path, STATIC);
  expect({ code, outcome: report.outcome }).toEqual({ code: 2, outcome: 'not-evaluated' });
  expect(report.reason).toContain(
    'migrations/versions/sub/s1.py is a revision in a folder that Alembic does not read',
  );
});

describe('merge-heads', () => {
  test('does not write for a head that is not checked out', async () => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('forked'));
    const { code, stderr } = await cli(['merge-heads', '--repo', repo.path, '--head', 'work', '--write']);
    expect(code).toBe(2);
    expect(stderr).toContain('--write changes the working tree');
  });

  test('calls nothing merged that does not load', async () => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('broken'));
    repo.write('migrations/versions/p1.py', 'def (\n');
    const { code, stderr } = await cli(['merge-heads', '--repo', repo.path, '--base', 'main']);
    expect(code).toBe(2);
    expect(stderr).toContain('migrations/versions/p1.py');
  });
});
