/** Each way in which GitHub says no, over HTTP: waited for, tried again, or one sentence; never an answer made up. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { GitHub } from '../../../src/io/github.ts';
import { createGitHub } from '../../../src/io/github/create.ts';
import { startGitHub, type FakeGitHub, type Fault } from '../../fakes/github/server.ts';

let fake: FakeGitHub;
let waits: string[];
let github: GitHub;
beforeEach(async () => {
  waits = [];
  fake = await startGitHub();
  github = createGitHub({
    repository: 'acme/shop',
    token: fake.world.token,
    apiUrl: fake.url,
    graphqlUrl: `${fake.url}/graphql`,
    runUrl: null,
    onWait: (sentence) => waits.push(sentence),
  });
  const { git } = fake.world;
  const main = git.commit(null, { 'README.md': 'shop\n' }, 'Start');
  git.point('refs/heads/main', main);
  const head = git.commit(main, { 'a.py': 'a\n' }, 'Orders');
  fake.world.openPull({ number: 7, author: 'alice', base: 'main', branch: 'orders', head });
});
afterEach(async () => {
  await fake[Symbol.asyncDispose]();
});

const seconds = (after: number): string => String(Math.ceil(Date.now() / 1000) + after);
const primary = (after: number): Fault => ({
  status: 403,
  body: { message: 'API rate limit exceeded' },
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': seconds(after) },
});
const secondary = (status: number, after: number): Fault => ({
  status,
  body: { message: 'You have exceeded a secondary rate limit' },
  headers: { 'retry-after': String(after) },
});
const plain = (status: number, message: string): Fault => ({ status, body: { message } });

test.each<[string, () => Fault, string]>([
  ['a rate limit that ends soon', () => primary(1), 'rate limit is reached: waiting'],
  ['a secondary limit', () => secondary(403, 1), 'secondary rate limit is reached: waiting 1 seconds'],
  ['a secondary limit as 429', () => secondary(429, 1), 'secondary rate limit is reached: waiting 1 seconds'],
])(
  '%s is waited for',
  async (_what, fault, wait) => {
    fake.failOnce(/pulls\/7$/, fault());
    expect((await github.pullRequest(7)).number).toBe(7);
    expect(waits).toEqual([expect.stringContaining(wait)]);
  },
  20_000,
);

test.each<[string, () => Fault]>([
  ['a rate limit that ends in an hour', () => primary(3600)],
  ['a secondary limit of an hour', () => secondary(403, 3600)],
])(
  '%s is not worth a runner’s time',
  async (_what, fault) => {
    fake.failOnce(/pulls\/7$/, fault());
    await expect(github.pullRequest(7)).rejects.toThrow(/^GitHub did not show pull request #7: /);
    expect(waits).toEqual([expect.stringContaining('giving up')]);
  },
  20_000,
);

test.each([500, 502, 503, 504])(
  'a fault of the server is tried again: %d',
  async (status) => {
    fake.failOnce(/pulls\/7$/, { status });
    expect((await github.pullRequest(7)).number).toBe(7);
    expect(fake.calls).toHaveLength(2);
  },
  20_000,
);

test.each([
  [401, 'Bad credentials', 'Bad credentials'],
  [403, 'Resource not accessible by integration', 'the job needs the permission pull-requests: read'],
  [404, 'Not Found', 'Not Found'],
  [422, 'Validation Failed', 'Validation Failed'],
])('%d is an end, in one sentence', async (status, message, words) => {
  fake.failOnce(/pulls\/7$/, plain(status, message));
  const asking = github.pullRequest(7);
  await expect(asking).rejects.toThrow(/^GitHub did not show pull request #7: [^\n]*$/);
  await expect(asking).rejects.toThrow(words);
  expect(fake.calls).toHaveLength(1);
});

test('a write that meets another one is made again', async () => {
  const sha = fake.world.pull(7)?.head ?? '';
  fake.failOnce(/statuses/, plain(409, 'Conflict'));
  await github.createStatus(sha, 'alembic-gate/verdict', { state: 'pending', description: 'x' });
  expect(fake.world.statuses).toHaveLength(1);
}, 20_000);

test('a 404 is an answer only where it can be one', async () => {
  expect(await github.branch('gone')).toBeNull();
  expect(await github.permission('nobody')).toBe('none');
  await expect(github.comments(7)).resolves.toEqual([]);
  fake.failOnce(/issues\/7\/comments/, plain(404, 'Not Found'));
  await expect(github.comments(7)).rejects.toThrow('GitHub did not list the comments of #7');
});

test('a list whose second page cannot be had is no list', async () => {
  for (let n = 0; n < 150; n += 1) fake.world.say(7, 'bob', `${n}`);
  const all = await github.comments(7);
  expect(all).toHaveLength(150);
  // The first page passes, the second does not.
  let page = 0;
  fake.failOnce(
    { test: (call: string) => call.includes('issues/7/comments') && (page += 1) === 2 } as RegExp,
    plain(403, 'Forbidden'),
  );
  await expect(github.comments(7)).rejects.toThrow('GitHub did not list the comments of #7');
});

test('a page that ends in the middle is tried again, and is never half a list', async () => {
  fake.failOnce(/pulls\/7$/, { status: 200, headers: { 'content-length': '5' } });
  await expect(github.pullRequest(7)).rejects.toThrow('GitHub did not show pull request #7');
}, 20_000);

test('GraphQL that fails with 200 is a failure', async () => {
  fake.failOnce(/viewer$/, {
    status: 200,
    body: { data: null, errors: [{ type: 'INTERNAL', message: 'It took too long' }] },
  });
  await expect(github.me()).rejects.toThrow('GitHub did not say who we are: It took too long');
}, 20_000);
