/** The real adapter against the fake; the fake holds both sides against GitHub's published descriptions. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import type { GitHub } from '../../../src/io/github.ts';
import { createGitHub } from '../../../src/io/github/create.ts';
import * as queries from '../../../src/io/github/queries.ts';
import { githubSchema } from '../../fakes/github/graphql.ts';
import { startGitHub, type FakeGitHub } from '../../fakes/github/server.ts';
import { zip } from '../../fakes/github/zip.ts';

let fake: FakeGitHub;
let waits: string[];
const connect = (token = fake.world.token): GitHub =>
  createGitHub({
    repository: 'acme/shop',
    token,
    apiUrl: fake.url,
    graphqlUrl: `${fake.url}/graphql`,
    runUrl: null,
    onWait: (sentence) => waits.push(sentence),
  });

beforeEach(async () => {
  waits = [];
  fake = await startGitHub();
});
afterEach(async () => {
  await fake[Symbol.asyncDispose]();
});

/** main with one file, and pull request #7 from `orders` one commit above it. */
function shop(): { main: string; head: string } {
  const { world } = fake;
  const main = world.git.commit(null, { 'README.md': 'shop\n' }, 'Start');
  world.git.point('refs/heads/main', main);
  const head = world.git.commit(main, { 'a.py': 'a\n' }, 'Orders');
  world.openPull({ number: 7, author: 'alice', base: 'main', branch: 'orders', head });
  return { main, head };
}

test.each(Object.entries(queries))(
  'the GraphQL document %s is valid by the published schema',
  (_name, document) => {
    expect(validate(githubSchema(), parse(document))).toEqual([]);
  },
);

describe('pull requests', () => {
  test('are read with what tells a fork from a branch of ours', async () => {
    const { head } = shop();
    fake.world.openPull({ number: 8, author: 'mallory', base: 'main', branch: 'main', fork: true, head });
    const github = connect();
    expect(await github.pullRequest(7)).toEqual({
      number: 7,
      nodeId: 'PR_7',
      open: true,
      locked: false,
      author: 'alice',
      base: { ref: 'main' },
      head: { ref: 'orders', sha: head, fork: false },
    });
    expect((await github.pullRequest(8)).head.fork).toBe(true);
  });

  test('are listed by the branch they go to', async () => {
    const { main, head } = shop();
    fake.world.git.point('refs/heads/next', main);
    fake.world.openPull({ number: 8, author: 'alice', base: 'next', branch: 'stock', head });
    const github = connect();
    expect((await github.openPullRequests({ base: 'next' })).map(({ number }) => number)).toEqual([8]);
    expect((await github.openPullRequests()).map(({ number }) => number)).toEqual([7, 8]);
  });

  test('are brought up to date only from the head that was seen', async () => {
    const { main, head } = shop();
    const newer = fake.world.git.commit(main, { 'b.py': 'b\n' }, 'Stock');
    fake.world.git.point('refs/heads/main', newer);
    const github = connect();
    const pull = await github.pullRequest(7);
    await expect(github.updateBranch(pull, main)).rejects.toThrow(
      'GitHub did not bring the branch of #7 up to date: ',
    );
    await github.updateBranch(pull, head);
    await new Promise((resolve) => setTimeout(resolve, 2 * fake.world.updateDelay));
    expect(fake.world.git.paths('refs/heads/orders')).toEqual(['README.md', 'a.py', 'b.py']);
  });
});

describe('conversation', () => {
  test('comments are written, edited, minimised and read back', async () => {
    shop();
    const github = connect();
    expect(await github.me()).toBe('github-actions[bot]');
    const { id, nodeId } = await github.createComment(7, 'one');
    await github.updateComment(id, 'two');
    await github.minimiseComment(nodeId, 'DUPLICATE');
    expect(await github.comments(7)).toMatchObject([
      { id, body: 'two', author: { login: 'github-actions[bot]', bot: true } },
    ]);
    expect(fake.world.comments[0]?.minimised).toBe('DUPLICATE');
  });

  test('comments are read over all pages', async () => {
    shop();
    for (let n = 0; n < 230; n++) fake.world.say(7, 'bob', `${n}`);
    expect((await connect().comments(7)).map(({ body }) => Number(body))).toEqual([...Array(230).keys()]);
  });

  test('reacting twice leaves one reaction', async () => {
    shop();
    const comment = fake.world.say(7, 'bob', '/merge-heads');
    const github = connect();
    await github.react(comment.id, 'eyes');
    await github.react(comment.id, 'eyes');
    expect(fake.world.reactions).toHaveLength(1);
  });

  test('a stranger has no permission', async () => {
    fake.world.people.set('bob', 'write');
    expect(await connect().permission('bob')).toBe('write');
    expect(await connect().permission('mallory')).toBe('none');
  });
});

describe('statuses', () => {
  test('lead where they are told to, or to the run, and beyond what GitHub keeps one sentence says so', async () => {
    const { head } = shop();
    const status = { state: 'pending', description: 'waiting' } as const;
    await connect().createStatus(head, 'c', status, 'https://github.example/c/1');
    await connect().createStatus(head, 'c', status);
    expect(fake.world.statuses.map(({ url }) => url)).toEqual(['https://github.example/c/1', null]);
    const [one] = fake.world.statuses;
    if (one === undefined) throw new Error('no status');
    fake.world.statuses.push(...Array.from({ length: 998 }, () => one));
    await expect(connect().createStatus(head, 'c', status)).rejects.toThrow(
      /^GitHub did not write the commit status: \w{7} has as many statuses of c as GitHub keeps, so the last one stands/,
    );
    await connect().createStatus(head, 'another', status);
  });

  test('the newest of a context is found, whoever wrote it', async () => {
    const { head } = shop();
    const github = connect();
    expect(await github.status(head, 'alembic-gate/verdict')).toBeNull();
    await github.createStatus(head, 'alembic-gate/verdict', { state: 'pending', description: 'waiting' });
    await github.createStatus(head, 'alembic-gate/verdict', { state: 'success', description: 'fine' });
    await github.createStatus(head, 'other', { state: 'failure', description: '' });
    expect(await github.status(head, 'alembic-gate/verdict')).toEqual({
      id: expect.any(Number),
      state: 'success',
      description: 'fine',
      creator: { login: 'github-actions[bot]', bot: true },
    });
    const all = await github.statuses(head, 'alembic-gate/verdict');
    expect(all.map(({ state }) => state)).toEqual(['success', 'pending']);
    expect(all[0]?.id).toBeGreaterThan(all[1]?.id ?? Number.POSITIVE_INFINITY);
  });
});

describe('the trunk', () => {
  test('tells what landed on it, by whom, and how its newest commits are', async () => {
    const { main, head } = shop();
    const github = connect();
    await github.createStatus(main, 'alembic-gate/base', { state: 'success', description: '1 head' });
    const pull = fake.world.pull(7);
    const commit = pull === undefined ? '' : fake.world.merge(pull, 'carol');
    expect(await github.landings('main', 'alembic-gate/base')).toEqual({
      commits: [
        { sha: commit, author: 'alice', status: null },
        { sha: head, author: 'alice', status: null },
        {
          sha: main,
          author: 'alice',
          status: {
            state: 'success',
            description: '1 head',
            creator: { login: 'github-actions[bot]', bot: true },
          },
        },
      ],
      merged: [{ number: 7, head, commit, by: 'carol' }],
    });
  });

  test('tells what waits in its merge queue', async () => {
    const { main, head } = shop();
    expect(await connect().queue('main')).toEqual([]);
    fake.world.queue.push({ pull: 7, head, onto: main });
    expect(await connect().queue('main')).toEqual([{ pullRequest: 7, head, base: main }]);
  });
});

describe('commits', () => {
  test('land on the branch with their files, locked on the head that was seen', async () => {
    const { main, head } = shop();
    const github = connect();
    const request = {
      branch: 'orders',
      headline: 'Merge heads',
      body: 'Because.',
      files: [{ path: 'v/m.py', content: Buffer.from('é\n') }],
    };
    await expect(github.commit({ ...request, expectedHead: main })).rejects.toThrow(
      'GitHub did not commit to orders: ',
    );
    const sha = await github.commit({ ...request, expectedHead: head });
    expect(fake.world.git.tip('refs/heads/orders')).toBe(sha);
    expect(fake.world.git.read(sha, 'v/m.py')).toBe('é\n');
  });

  test('branches tell their tip and protection, or that they do not exist', async () => {
    const { main } = shop();
    fake.world.protectedBranches.add('main');
    expect(await connect().branch('main')).toEqual({ sha: main, protected: true });
    expect(await connect().branch('gone')).toBeNull();
  });
});

describe('the report of a run', () => {
  const store = (archive: Uint8Array): void => {
    fake.world.artifacts.push({ id: fake.world.nextId(), run: 5, name: 'alembic-gate-report', archive });
  };
  const report = (data: string) => ({ name: 'report.json', data: Buffer.from(data) });

  test('is taken out of its archive', async () => {
    store(zip([report('{"schemaVersion":1}')]));
    const bytes = await connect().artifact(5, 'alembic-gate-report');
    expect(Buffer.from(bytes ?? []).toString()).toBe('{"schemaVersion":1}');
  });

  test('is null where the run left none', async () => {
    expect(await connect().artifact(5, 'alembic-gate-report')).toBeNull();
    store(zip([{ name: 'sub/report.json', data: Buffer.from('{}') }]));
    expect(await connect().artifact(5, 'alembic-gate-report')).toBeNull();
  });

  test.each([
    [
      'a path that leaves the archive',
      zip([{ name: '../report.json', data: Buffer.from('{}') }]),
      'invalid relative path',
    ],
    ['a bomb that tells its size', zip([{ ...report('{}'), claimedSize: 2 ** 31 }]), 'is larger than'],
    [
      'a bomb that hides its size',
      zip([{ name: 'report.json', data: Buffer.alloc(2 ** 20), claimedSize: 10 }]),
      'too many bytes',
    ],
    [
      'a crowd of entries',
      zip(Array.from({ length: 17 }, (_, n) => ({ name: `f${n}`, data: Buffer.from('') }))),
      'more than 16 entries',
    ],
    [
      'an absolute path',
      zip([report('{}'), { name: '/report.json', data: Buffer.from('{}') }]),
      'absolute path',
    ],
    [
      'a path with backslashes that leaves the archive',
      zip([report('{}'), { name: '..\\report.json', data: Buffer.from('{}') }]),
      'invalid relative path',
    ],
    [
      'a symbolic link',
      zip([{ name: 'report.json', data: Buffer.from('/etc/passwd'), mode: 0o120777 }]),
      'report.json is a symbolic link',
    ],
    ['one name twice', zip([report('{}'), report('{"schemaVersion":1}')]), 'holds report.json twice'],
    ['no archive at all', Buffer.from('hello'), 'the archive is damaged'],
  ])('is refused from %s', async (_what, archive, why) => {
    store(archive);
    await expect(connect().artifact(5, 'alembic-gate-report')).rejects.toThrow(why);
  });
});

test('runs of a commit are listed, and one is started with inputs', async () => {
  const { head } = shop();
  const createdAt = new Date('2026-11-20T10:00:00Z');
  fake.world.runs.push({
    id: 5,
    workflowId: 12,
    path: '.github/workflows/gate.yml',
    event: 'pull_request',
    headSha: head,
    createdAt,
  });
  const github = connect();
  expect(await github.runsOn(head)).toEqual([
    { id: 5, workflowId: 12, path: '.github/workflows/gate.yml', event: 'pull_request', createdAt },
  ]);
  await github.dispatch(12, 'orders', { base: 'main' });
  expect(fake.world.dispatches).toEqual([{ workflow: 12, ref: 'orders', inputs: { base: 'main' } }]);
});

describe('what a moved base asks for', () => {
  test('the open pull requests come page by page with the newest verdict of their heads', async () => {
    const { head } = shop();
    for (let number = 100; number < 350; number += 1)
      fake.world.openPull({ number, author: 'bob', base: 'main', branch: `b${number}`, head });
    await connect().createStatus(head, 'alembic-gate/verdict', { state: 'success', description: 'fine' });
    const earlier = fake.calls.length;
    const found = await connect().openWithStatus('alembic-gate/verdict');
    expect(found.map(({ number }) => number)).toEqual([7, ...Array.from({ length: 250 }, (_, n) => n + 100)]);
    expect(found.at(-1)).toEqual({
      number: 349,
      nodeId: 'PR_349',
      open: true,
      locked: false,
      author: 'bob',
      base: { ref: 'main' },
      head: { ref: 'b349', sha: head, fork: false },
      verdict: {
        state: 'success',
        description: 'fine',
        creator: { login: 'github-actions[bot]', bot: true },
      },
    });
    expect(fake.calls.slice(earlier)).toHaveLength(3);
  }, 120_000);

  test('a listing that breaks off is no listing', async () => {
    shop();
    fake.world.pageSize = 1;
    fake.world.openPull({
      number: 8,
      author: 'bob',
      base: 'main',
      branch: 'b',
      head: fake.world.pull(7)?.head ?? '',
    });
    const github = connect();
    await github.openWithStatus('x');
    const broken = {
      status: 200,
      body: { data: { repository: null }, errors: [{ message: 'Something went wrong' }] },
    };
    fake.failOnce(/graphql repository$/, broken);
    await expect(github.openWithStatus('x')).rejects.toThrow(
      'GitHub did not list the open pull requests: Something went wrong',
    );
  });

  test('a run of the gate is started again, or GitHub says why not', async () => {
    const { head } = shop();
    const run = {
      workflowId: 12,
      path: 'gate.yml',
      event: 'pull_request',
      headSha: head,
      createdAt: new Date(),
    };
    fake.world.runs.push({ id: 5, ...run });
    const github = connect();
    await github.rerun(5);
    expect(fake.world.reruns).toEqual([5]);
    // What GitHub says and its description does not have.
    const message = 'Unable to retry this workflow run because it was created over a month ago';
    fake.failOnce(/rerun$/, { status: 403, body: { message } });
    await expect(github.rerun(5)).rejects.toThrow(`GitHub did not start run 5 again: ${message}`);
  }, 120_000);

  test('an issue is opened, found among ours, edited and closed', async () => {
    const github = connect();
    fake.world.issues.push({ number: 1, login: 'bob', bot: false, title: 'x', body: 'y', state: 'open' });
    await github.createIssue('Forked', 'one');
    const [ours, ...others] = await github.ownIssues();
    expect(others).toEqual([]);
    expect(ours).toMatchObject({
      title: 'Forked',
      body: 'one',
      author: { login: 'github-actions[bot]', bot: true },
    });
    await github.updateIssue(ours?.number ?? 0, { title: 'Forked', body: 'two' });
    expect((await github.ownIssues())[0]?.body).toBe('two');
    await github.updateIssue(ours?.number ?? 0, 'close');
    expect(await github.ownIssues()).toEqual([]);
  }, 120_000);

  test('an issue is not opened twice when the answer to the first was lost', async () => {
    fake.failOnce(/POST .*issues$/, { status: 502, after: true });
    await expect(connect().createIssue('Forked', 'one')).rejects.toThrow('GitHub did not open an issue');
    expect(fake.world.issues).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  test('a missing permission is named', async () => {
    shop();
    fake.world.grant('weak', ['contents:read', 'pull-requests:read']);
    await expect(connect('weak').createComment(7, 'x')).rejects.toThrow(
      'GitHub did not write a comment on #7: Resource not accessible by integration; the job needs the permission pull-requests: write',
    );
    await expect(connect('weak').minimiseComment('IC_1', 'OUTDATED')).rejects.toThrow(
      'permission pull-requests: write',
    );
  });

  test('a server fault is tried again, a secondary limit waited for', async () => {
    shop();
    fake.failOnce(/pulls\/7$/, { status: 502 });
    expect((await connect().pullRequest(7)).number).toBe(7);
    const body = {
      message: 'You have exceeded a secondary rate limit',
      documentation_url: 'https://example.com/#secondary-rate-limits',
    };
    fake.failOnce(/pulls\/7$/, { status: 403, body, headers: { 'retry-after': '1' } });
    expect((await connect().pullRequest(7)).number).toBe(7);
    expect(waits).toEqual(["GitHub's secondary rate limit is reached: waiting 1 seconds"]);
  }, 120_000);

  test('a comment is not written twice when the answer to the first was lost', async () => {
    shop();
    fake.failOnce(/POST .*comments$/, { status: 502, after: true });
    await expect(connect().createComment(7, 'once')).rejects.toThrow('GitHub did not write a comment');
    expect(fake.world.comments.map(({ body }) => body)).toEqual(['once']);
  });
});

describe('reviews on lines', () => {
  const comments = [
    { path: 'a.py', line: 2, body: 'one' },
    { path: 'a.py', startLine: 1, line: 2, body: 'both' },
  ];
  const withFile = () => {
    const { main } = shop();
    const head = fake.world.git.commit(main, { 'a.py': 'a\nb\n', 'b.py': 'x\n' }, 'Lines');
    const pull = fake.world.pull(7);
    if (pull !== undefined) fake.world.moveHead(pull, head);
    return head;
  };

  test('are written as comments, found with what hides them, and hidden', async () => {
    const head = withFile();
    const github = connect();
    await github.createReview(7, { commit: head, body: 'words', comments });
    expect(fake.world.reviews).toMatchObject([{ state: 'COMMENTED', commit: head, body: 'words' }]);
    const [review] = await github.postedReviews(7);
    expect(review).toMatchObject({
      body: 'words',
      author: { login: 'github-actions[bot]', bot: true },
      minimised: null,
      comments: [{ minimised: null }, { minimised: null }],
    });
    for (const { nodeId } of [review, ...(review?.comments ?? [])].flatMap((one) => one ?? []))
      await github.minimiseComment(nodeId, 'OUTDATED');
    expect(await github.postedReviews(7)).toMatchObject([
      { minimised: 'outdated', comments: [{ minimised: 'outdated' }, { minimised: 'outdated' }] },
    ]);
  });

  test('are listed over all pages, approvals left out', async () => {
    const head = withFile();
    const github = connect();
    fake.world.pageSize = 2;
    fake.world.reviews.push({ pull: 7, login: 'dba', state: 'APPROVED', commit: head });
    for (let n = 0; n < 5; n += 1) await github.createReview(7, { commit: head, body: `${n}`, comments: [] });
    expect((await github.postedReviews(7)).map(({ body }) => body)).toEqual(['0', '1', '2', '3', '4']);
  });

  test('are lost as a whole by one line outside of the diff, which is one sentence', async () => {
    const head = withFile();
    const stray = { path: 'a.py', line: 9, body: 'stray' };
    await expect(
      connect().createReview(7, { commit: head, body: 'words', comments: [...comments, stray] }),
    ).rejects.toThrow(/^GitHub did not review the lines of #7: .*Line could not be resolved/);
    expect(fake.world.reviews).toEqual([]);
  });

  test('are not tried again where the answer was lost', async () => {
    const head = withFile();
    fake.failOnce(/POST .*reviews$/, { status: 502, after: true });
    await expect(connect().createReview(7, { commit: head, body: 'words', comments })).rejects.toThrow();
    expect(fake.world.reviews).toHaveLength(1);
  });

  test('need the patches of their files, of which only those are asked for', async () => {
    withFile();
    const files = await connect().changedFiles(7, new Set(['a.py', 'README.md']));
    expect(files).toEqual([{ path: 'a.py', oid: expect.any(String), patch: '@@ -0,0 +1,2 @@\n+a\n+b' }]);
    fake.world.patchLimit = 3;
    expect(await connect().changedFiles(7, new Set(['a.py']))).toMatchObject([{ patch: null }]);
  });

  test('take no more pages of files than it takes to find them', async () => {
    const { main } = shop();
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`f${1000 + n}.py`, 'x\n']));
    const pull = fake.world.pull(7);
    if (pull !== undefined) fake.world.moveHead(pull, fake.world.git.commit(main, many, 'Many'));
    const pages = () => fake.calls.filter((call) => call.endsWith('/files')).length;
    expect(await connect().changedFiles(7, new Set(['f1000.py']))).toHaveLength(1);
    expect(pages()).toBe(1);
    expect(await connect().changedFiles(7, new Set(['f1249.py']))).toHaveLength(1);
    expect(pages()).toBe(4);
  }, 60_000);
});

describe('what is gone', () => {
  test('is told of a comment that was to be edited, and is nothing to hide', async () => {
    shop();
    const github = connect();
    const { id, nodeId } = await github.createComment(7, 'one');
    fake.world.comments.splice(0);
    expect(await github.updateComment(id, 'two')).toBe(false);
    await github.minimiseComment(nodeId, 'OUTDATED');
  });
});

test('a comment on a locked conversation is refused for that, and for no permission', async () => {
  shop();
  Object.assign(fake.world.pull(7) ?? {}, { locked: true });
  expect(await connect().pullRequest(7)).toMatchObject({ locked: true });
  const writing = connect().createComment(7, 'hello');
  await expect(writing).rejects.toThrow('Unlock the conversation');
  await expect(writing).rejects.not.toThrow('permission');
});

describe('reviews', () => {
  test('are listed over all pages, with whom and what they saw', async () => {
    const { head } = shop();
    for (let index = 0; index < 101; index += 1)
      fake.world.reviews.push({ pull: 7, login: `u${index}`, state: 'APPROVED', commit: head });
    fake.world.reviews.push({ pull: 7, login: 'dba', state: 'DISMISSED', commit: head });
    const found = await connect().reviews(7);
    expect(found).toHaveLength(102);
    expect(found.at(-1)).toEqual({ author: 'dba', state: 'DISMISSED', commit: head });
  });

  test('count for members of a team once they are active', async () => {
    fake.world.teams.set('data erin', 'active').set('data frank', 'pending');
    fake.world.grant('ghs_app', ['members:read']);
    const github = connect('ghs_app');
    expect(await github.inTeam('data', 'erin')).toBe(true);
    expect(await github.inTeam('data', 'frank')).toBe(false);
    expect(await github.inTeam('acme/data', 'nobody')).toBe(false);
  });

  test('need a right for that which is named', async () => {
    await expect(connect().inTeam('data', 'erin')).rejects.toThrow(/members: read/);
  });
});
