import { describe, expect, jest, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { sandbox, type Repo } from '../io/git-sandbox.ts';
import { alembic, alembicHeads } from './alembic.ts';
import { cli } from './cli.ts';
import { ALEMBIC, forkedRepo, onMain, revisions, table } from './projects.ts';

jest.setTimeout(60_000);

const V = 'migrations/versions';

/** `work` up to date with `main`, two heads in it. */
function bothSides(repo: Repo, template?: string): Repo {
  forkedRepo(repo, template === undefined ? ALEMBIC : { ...ALEMBIC, 'migrations/script.py.mako': template });
  repo.git('merge', '-q', 'main');
  return repo;
}

const mergeHeads = (repo: Repo, ...args: readonly string[]) =>
  cli(['merge-heads', '--repo', repo.path, ...args]);

describe('the merge revision', () => {
  test('is printed with the very bytes that alembic merge writes', async () => {
    using box = sandbox();
    const repo = bothSides(box.repo('project'));
    const message = 'Join Größe "and" it’s twin';
    alembic(repo.path, ['merge', '-m', message, '--rev-id', 'feed5eed0001', 'heads']);
    const written = readFileSync(`${repo.path}/${V}/feed5eed0001_join_größe_and_it_s_twin.py`, 'utf8');
    repo.git('clean', '-qfd');
    const date = /^Create Date: (.*)$/m.exec(written)?.[1] ?? '';
    const { code, stdout } = await mergeHeads(
      repo,
      '-m',
      message,
      '--rev-id',
      'feed5eed0001',
      '--date',
      date,
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: written });
  });

  test('is written where Alembic would write it, and gives one head by its word', async () => {
    using box = sandbox();
    const repo = bothSides(box.repo('project'));
    const { code, stdout, stderr } = await mergeHeads(repo, '--write');
    const [path = '', ...rest] = stdout.split('\n');
    expect({ code, rest, stderr }).toEqual({ code: 0, rest: [''], stderr: '' });
    const [, id = ''] = /^migrations\/versions\/([0-9a-f]{12})_merge_heads_m1_and_p1\.py$/.exec(path) ?? [];
    expect(alembicHeads(repo.path)).toEqual([id]);

    // Written once, there is nothing left to merge.
    const again = await mergeHeads(repo, '--write');
    expect(again).toEqual({
      code: 0,
      stdout: '',
      stderr: 'nothing to merge: every environment has its expected heads\n',
    });
  });

  test('names what the branch lacks, and joins all of three heads', async () => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('project'));
    onMain(repo, revisions(table('n1', 'a1')));
    const { code, stderr, stdout } = await mergeHeads(repo, '--write');
    expect(code).toBe(0);
    expect(stderr).toContain(
      'your branch does not have m1, n1 yet: merge the base into it before you run alembic',
    );
    repo.git('merge', '-q', 'main');
    expect(alembicHeads(repo.path)).toEqual([/versions\/([0-9a-f]+)_/.exec(stdout)?.[1]]);
  });

  test('is refused where the template does more than we understand, and the command is given', async () => {
    using box = sandbox();
    const repo = bothSides(
      box.repo('project'),
      '<%! import os %>"""${message}"""\nrevision = ${repr(up_revision)}\nx = ${os.sep}\n',
    );
    const { code, stdout, stderr } = await mergeHeads(repo, '--rev-id', 'feed5eed0001');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('alembic merge -m "Merge heads: m1 and p1" --rev-id feed5eed0001 m1 p1');
  });

  test('never overwrites a file', async () => {
    using box = sandbox();
    const repo = bothSides(box.repo('project'));
    const path = `${V}/feed5eed0001_join.py`;
    // Ignored by git, so that the judgement does not see it.
    repo.write('.gitignore', `${path}\n`);
    repo.write(path, 'mine\n');
    const { code } = await mergeHeads(repo, '--write', '-m', 'join', '--rev-id', 'feed5eed0001');
    expect(code).not.toBe(0);
    expect(readFileSync(`${repo.path}/${path}`, 'utf8')).toBe('mine\n');
  });

  test('is composed by the project’s conventions', async () => {
    using box = sandbox();
    const repo = bothSides(box.repo('project'));
    repo.write('.github/alembic-gate.yml', 'message-pattern: ^SHOP-\\d+\n');
    const without = await mergeHeads(repo);
    expect({ code: without.code, stdout: without.stdout }).toEqual({ code: 1, stdout: '' });
    expect(without.stderr).toContain('give one with -m');
    const given = await mergeHeads(repo, '-m', 'SHOP-7 join');
    expect({ code: given.code, first: given.stdout.split('\n')[0] }).toEqual({
      code: 0,
      first: '"""SHOP-7 join',
    });
  });
});

describe('the other remedy', () => {
  test('moves the pull request’s chain by the fewest bytes, and gives one head by Alembic’s word', async () => {
    using box = sandbox();
    const repo = forkedRepo(box.repo('project'));
    repo.commit('Next', revisions(table('p2', 'p1')));
    const shown = await mergeHeads(repo, '--strategy', 're-parent');
    expect({ code: shown.code, stdout: shown.stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/\n-down_revision = "a1"\n\+down_revision = "m1"\n/),
    });
    execFileSync('git', ['apply', '--check', '-'], { cwd: repo.path, input: shown.stdout });
    const { code, stdout } = await mergeHeads(repo, '--strategy', 're-parent', '--write');
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${V}/p1.py\n` });
    expect(repo.git('diff', '--numstat').trim()).toBe(`1\t1\t${V}/p1.py`);
    repo.git('commit', '-qam', 'Move');
    repo.git('merge', '-q', 'main');
    expect(alembicHeads(repo.path)).toEqual(['p2']);
    expect((await mergeHeads(repo)).code).toBe(0);
  });

  test('is refused with its reason where nothing can be moved', async () => {
    using box = sandbox();
    const repo = bothSides(box.repo('project'));
    repo.git('switch', '-q', 'main');
    repo.git('merge', '-q', 'work');
    const { code, stdout, stderr } = await mergeHeads(repo, '--strategy', 're-parent');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^warning: migrations: A merge revision is the only cure: m1 and p1 have all landed/,
    );
  });
});

test('what cannot be judged has no cure, and says why', async () => {
  using box = sandbox();
  const repo = bothSides(box.repo('project'));
  repo.write(`${V}/q1.py`, 'revision = "q1"\ndown_revision = compute()\n');
  const { code, stdout, stderr } = await mergeHeads(repo, '--write');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(
    /^alembic-gate: migrations\/versions\/q1\.py:2: `down_revision` is given by a call /,
  );
  expect(existsSync(`${repo.path}/${V}/q1.py`)).toBe(true);
});
