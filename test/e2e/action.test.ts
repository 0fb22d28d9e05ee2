/** The built action against the fake GitHub, as a runner starts it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dirname } from 'node:path';
import { startGitHub, type FakeGitHub } from '../fakes/github/server.ts';
import { testbed } from '../testbed.ts';
import { dispatchEvent, workflowRunEvent } from './events.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { headsAt } from './heads.ts';
import { bot, comment, gate, obey, recordRun } from './shop.ts';

const MARKER = '<!-- alembic-gate:sticky -->';
const NODES = [
  ['Node 20', process.execPath],
  ['Node 24', testbed().node24],
] as const;

let fake: FakeGitHub;
beforeEach(async () => {
  fake = await startGitHub();
});
afterEach(async () => {
  await fake[Symbol.asyncDispose]();
});

const verdicts = (sha: string): string[] =>
  fake.world.statuses
    .filter((status) => status.sha === sha && status.context === 'alembic-gate/verdict')
    .map(({ state }) => state);
const stickies = (): string[] =>
  fake.world.comments.filter(({ body }) => body.startsWith(MARKER)).map(({ body }) => body);
const replies = (): string[] =>
  fake.world.comments
    .filter(({ body }) => body.startsWith('<!-- alembic-gate:reply:'))
    .map(({ body }) => body);
const reactions = (): string[] => fake.world.reactions.map(({ content }) => content);
/** GraphQL asks by POST too. */
const QUESTION = /^GET |^POST \/graphql (viewer|repository|landed|node)$/;
const writes = (): string[] => fake.calls.filter((call) => !QUESTION.test(call));

describe.each(NODES)('on %s', (_name, node) => {
  test('the gate fails a pull request that forks the history, and writes nothing to GitHub', async () => {
    const { pull } = openShop(fake.world);
    const { code, log, outputs, summary, report } = await gate(fake, pull, { node });

    expect({ code, outcome: outputs['outcome'] }).toEqual({ code: 1, outcome: 'fail' });
    expect(log).toContain('::error');
    expect(summary).toContain('bbbbbbbbbbbb');
    expect(JSON.parse(outputs['heads'] ?? '')).toEqual({ migrations: ['bbbbbbbbbbbb', 'cccccccccccc'] });
    expect(report).toMatchObject({ outcome: 'fail', head: { sha: pull.head } });
    expect(fake.calls).toEqual([]);
  }, 60_000);

  test('the bot tells, /merge-heads cures, and the cured history has one head by Alembic itself', async () => {
    const { main, pull } = openShop(fake.world);
    const judged = pull.head;
    const { run } = await gate(fake, pull, { node });
    expect((await bot(fake, pull, run, { node })).code).toBe(0);
    expect(verdicts(judged)).toEqual(['failure']);
    expect(stickies()).toEqual([expect.stringContaining(`/merge-heads ${judged.slice(0, 7)}`)]);

    const told = await comment(
      fake,
      pull,
      'alice',
      `/merge-heads ${judged.slice(0, 7)} -m "orders and stock"`,
      { node },
    );
    expect(told.code).toBe(0);
    expect(reactions()).toEqual(['eyes', 'rocket']);
    expect(replies()).toEqual([expect.stringContaining('The history has its expected heads again.')]);
    expect(pull.head).not.toBe(judged);
    expect(fake.world.git.git(['merge-base', main, pull.head])).toBe(main);
    expect(headsAt(fake.world, pull.head)).toHaveLength(1);
    expect(verdicts(pull.head)).toEqual(['pending']);
    expect(stickies()).toHaveLength(1);
    expect(fake.world.dispatches).toEqual([{ workflow: 12, ref: 'stock', inputs: { base: 'main' } }]);
  }, 120_000);
});

test('a proof by the gate turns the verdict green, in the same comment', async () => {
  const { start, pull } = openShop(fake.world);
  fake.world.moveHead(
    pull,
    fake.world.git.commit(start, revisionFile('dddddddddddd', 'bbbbbbbbbbbb', 'stock'), 'Stock'),
  );
  fake.world.moveHead(
    pull,
    fake.world.git.merge(fake.world.git.tip('refs/heads/main') ?? '', pull.head, 'Merge') ?? '',
  );
  const proving = {
    inputs: { database: 'local', engine: 'mysql' },
    path: [dirname(testbed().mysqld), dirname(testbed().python.newest)].join(':'),
  };
  const before = await gate(fake, pull);
  await bot(fake, pull, before.run);
  expect(verdicts(pull.head)).toEqual(['pending']);

  const { code, run, report, log } = await gate(fake, pull, proving);
  expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' });
  expect(report?.environments[0]?.database?.proofs).toContainEqual(
    expect.objectContaining({ name: 'round-trip', outcome: 'pass' }),
  );
  await bot(fake, pull, run);
  expect(verdicts(pull.head)).toEqual(['pending', 'success']);
  expect(stickies()).toEqual([expect.stringContaining('MySQL')]);
}, 180_000);

test('publishing the same run twice writes nothing the second time', async () => {
  const { pull } = openShop(fake.world);
  const { run } = await gate(fake, pull);
  await bot(fake, pull, run);
  const once = writes();
  await bot(fake, pull, run);
  expect(writes()).toEqual(once);
}, 60_000);

test('a forged pass stays red: what can be judged without running code is judged again', async () => {
  const { pull } = openShop(fake.world);
  const { report } = await gate(fake, pull);
  const run = recordRun(fake, pull, 'pull_request', {
    ...report,
    outcome: 'pass',
    environments: [],
    findings: [],
  });
  await bot(fake, pull, run);
  expect(verdicts(pull.head)).toEqual(['failure']);
}, 60_000);

test('a dispatched gate judges the branch it was started on', async () => {
  const { pull } = openShop(fake.world);
  const { report, code } = await gate(fake, pull, {
    event: 'workflow_dispatch',
    payload: dispatchEvent(),
    sha: pull.head,
    ref: pull.branch,
    checkout: `refs/heads/${pull.branch}`,
    inputs: { database: 'none', base: 'main' },
  });
  expect(code).toBe(1);
  expect(report).toMatchObject({
    base: { sha: fake.world.git.tip('refs/heads/main') },
    head: { sha: pull.head },
  });
}, 60_000);

describe('a pull request of a fork', () => {
  const forked = () => {
    const { start } = openShop(fake.world);
    const head = fake.world.git.commit(
      start,
      revisionFile('eeeeeeeeeeee', 'aaaaaaaaaaaa', 'invoices'),
      'Invoices',
    );
    return fake.world.openPull({
      number: 8,
      author: 'mallory',
      base: 'main',
      branch: 'main',
      fork: true,
      head,
    });
  };

  test('is judged like any other', async () => {
    const pull = forked();
    const { run, code } = await gate(fake, pull);
    expect(code).toBe(1);
    await bot(fake, pull, run);
    expect(verdicts(pull.head)).toEqual(['failure']);
    expect(stickies()).toHaveLength(1);
  }, 60_000);

  test('gets the file and the command instead of a commit', async () => {
    const pull = forked();
    await comment(fake, pull, 'alice', `/merge-heads ${pull.head.slice(0, 12)}`);
    expect(replies()).toEqual([expect.stringMatching(/lives in a fork[\s\S]*alembic merge[\s\S]*```python/)]);
    expect(writes().join()).not.toMatch(/createCommitOnBranch|updatePullRequestBranch/);
  }, 60_000);
});

describe('no commit is made', () => {
  test.each<[string, (shop: ReturnType<typeof openShop>) => [by: string, body: string], string | null]>([
    ['for a stranger, who gets a reaction only', () => ['mallory', '/merge-heads'], null],
    ['for a head that moved', () => ['alice', '/merge-heads 0123456'], 'the head is'],
    [
      'on a protected branch',
      ({ pull }) => (fake.world.protectedBranches.add('stock'), ['alice', `/merge-heads ${pull.head}`]),
      'the branch stock is protected',
    ],
    [
      'on a closed pull request',
      ({ pull }) => ((pull.state = 'closed'), ['alice', `/merge-heads ${pull.head}`]),
      'the pull request is closed',
    ],
    [
      'for a dry run, which shows it',
      ({ pull }) => ['alice', `/merge-heads ${pull.head} --dry-run`],
      'This is what would be',
    ],
    ['for what is not understood', () => ['alice', '/merge-heads --force'], 'not understood'],
    ['for /migrations-help', () => ['alice', '/migrations-help'], '/recheck-migrations'],
  ])(
    '%s',
    async (_title, prepare, reply) => {
      const shop = openShop(fake.world);
      const head = shop.pull.head;
      const [by, body] = prepare(shop);
      await comment(fake, shop.pull, by, body);
      expect(shop.pull.head).toBe(head);
      expect(replies()).toEqual(reply === null ? [] : [expect.stringContaining(reply)]);
      if (reply === null) expect(reactions()).toEqual(['-1']);
    },
    60_000,
  );
});

test('a run that is repeated does not answer its command again', async () => {
  const { pull } = openShop(fake.world);
  const { id } = fake.world.say(pull.number, 'alice', '/migrations-help');
  for (let run = 0; run < 2; run += 1) await obey(fake, pull, 'alice', '/migrations-help', id);
  expect(replies()).toHaveLength(1);
}, 60_000);

test('an event that asks nothing ends well and says why', async () => {
  const { pull } = openShop(fake.world);
  const { code, log } = await bot(fake, pull, 1, {
    payload: { ...workflowRunEvent(pull, 1), action: 'requested' },
  });
  expect({ code, log }).toEqual({ code: 0, log: expect.stringContaining('has no result yet') });
});

test('a missing permission is one warning that names it', async () => {
  const { pull } = openShop(fake.world);
  fake.world.grant('weak', ['contents:read', 'pull-requests:read', 'actions:read', 'statuses:write']);
  const { run } = await gate(fake, pull);
  const { code, log } = await bot(fake, pull, run, { token: 'weak' });
  expect(code).toBe(1);
  expect(log).toMatch(/::warning::.*the job needs the permission pull-requests: write/);
  expect(verdicts(pull.head)).toEqual(['failure']);
}, 60_000);
