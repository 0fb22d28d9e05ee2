import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { routeEvent } from '../../src/event/route.ts';

type Json = { readonly [key: string]: unknown };

const recorded = (name: string): Json =>
  JSON.parse(readFileSync(new URL(`../fixtures/events/${name}.json`, import.meta.url), 'utf8')) as Json;
const route = (event: string, payload: unknown) => routeEvent(event, payload, { refName: 'main', sha: D });
const [A, D] = ['a'.repeat(40), 'd'.repeat(40)];
/** The payload with one nested object's fields replaced. */
const changed = (payload: Json, key: string, fields: Json): Json => ({
  ...payload,
  [key]: { ...(payload[key] as Json), ...fields },
});

describe('the gate judges the head of a pull request against the branch it goes to', () => {
  test.each(['opened', 'synchronize', 'reopened', 'ready_for_review', 'edited'])(
    'when it is %s',
    (action) => {
      expect(route('pull_request', { ...recorded('pull_request.opened'), action })).toEqual({
        kind: 'gate',
        base: 'main',
        onto: null,
        head: { ref: 'orders', sha: A },
        pullRequest: 7,
        runsCode: true,
        from: 'repository',
      });
    },
  );

  test('and knows whose branch it is', () => {
    const payload = recorded('pull_request.opened');
    const by = (login: string): Json => changed(payload, 'pull_request', { user: { login } });
    const gone = changed(payload, 'pull_request', {
      head: { ...((payload['pull_request'] as Json)['head'] as Json), repo: null },
    });
    expect(route('pull_request', recorded('pull_request.fork'))).toMatchObject({ from: 'fork' });
    expect(route('pull_request', gone)).toMatchObject({ from: 'fork' });
    expect(route('pull_request', by('dependabot[bot]'))).toMatchObject({ from: 'dependabot' });
    expect(route('pull_request', by('dependabot'))).toMatchObject({ from: 'repository' });
  });

  test('also from a fork whose branch has the name of ours', () => {
    expect(route('pull_request', recorded('pull_request.fork'))).toMatchObject({
      kind: 'gate',
      head: { ref: 'main', sha: A },
    });
  });

  test('without running its code where the event carries a write token', () => {
    expect(route('pull_request_target', recorded('pull_request.opened'))).toMatchObject({
      kind: 'gate',
      runsCode: false,
    });
  });
});

test.each(['submitted', 'dismissed'])('the bot looks again when a review is %s', (action) => {
  const { pull_request } = recorded('pull_request.opened');
  expect(route('pull_request_review', { action, pull_request, review: {} })).toEqual({
    kind: 'review',
    pullRequest: 7,
  });
});

test('a review that is edited asks nothing', () => {
  const { pull_request } = recorded('pull_request.opened');
  expect(route('pull_request_review', { action: 'edited', pull_request })).toMatchObject({ kind: 'ignore' });
});

test('the gate judges a merge group by its own commit, on top of what it stands on', () => {
  expect(route('merge_group', recorded('merge_group'))).toMatchObject({
    kind: 'gate',
    base: 'main',
    onto: 'b'.repeat(40),
    head: { sha: A },
  });
});

test('the gate judges the dispatched ref against the default branch', () => {
  const { repository } = recorded('merge_group');
  expect(route('workflow_dispatch', { inputs: null, repository })).toMatchObject({
    base: 'main',
    head: { ref: 'main', sha: D },
  });
});

test.each(['workflow_run.completed', 'workflow_run.fork'])(
  'the bot publishes what a run of the gate found: %s',
  (name) => {
    expect(route('workflow_run', recorded(name))).toEqual({
      kind: 'publish',
      run: {
        id: 4711,
        headSha: A,
        path: '.github/workflows/gate.yml',
        event: 'pull_request',
        branch: 'orders',
      },
    });
  },
);

test('a workflow path is taken without the ref that GitHub sometimes adds', () => {
  const payload = changed(recorded('workflow_run.completed'), 'workflow_run', {
    path: '.github/workflows/gate.yml@main',
  });
  expect(route('workflow_run', payload)).toMatchObject({ run: { path: '.github/workflows/gate.yml' } });
});

test('the bot obeys a command on a pull request', () => {
  expect(route('issue_comment', recorded('issue_comment.pull_request'))).toEqual({
    kind: 'command',
    command: { kind: 'merge-heads', sha: 'aaaaaaa', strategy: null, message: null, dryRun: false },
    pullRequest: 7,
    comment: { id: 99, createdAt: new Date('2026-11-20T10:05:00Z') },
    by: 'bob',
    defaultBranch: 'main',
  });
});

describe('the bot looks at everything that is open', () => {
  const { repository } = recorded('merge_group');
  const push = { ref: 'refs/heads/release/2', before: A, after: D, deleted: false, repository };
  const refresh = { kind: 'refresh', branch: 'release/2', before: A, defaultBranch: 'main' };

  test.each<[string, string, Json, Json]>([
    ['when a branch moves', 'push', push, refresh],
    ['when a branch is made', 'push', { ...push, before: '0'.repeat(40) }, { ...refresh, before: null }],
    [
      'when its time has come',
      'schedule',
      { schedule: '17 4 * * *' },
      { ...refresh, branch: 'main', before: null },
    ],
  ])('%s', (_when, event, payload, task) => {
    expect(route(event, payload)).toEqual(task);
  });

  test.each<[string, Json]>([
    ['a tag', { ref: 'refs/tags/v1' }],
    ['a branch that is deleted', { deleted: true }],
  ])('but not for %s', (_what, fields) => {
    expect(route('push', { ...push, ...fields })).toEqual({
      kind: 'ignore',
      reason: expect.stringContaining('moved no branch'),
    });
  });
});

describe('everything else is ignored with its reason', () => {
  const comment = recorded('issue_comment.pull_request');
  const run = recorded('workflow_run.completed');
  const bot = { login: 'x[bot]', type: 'Bot' };
  test.each<[string, unknown, string]>([
    ['fork', {}, 'the event fork asks nothing of Alembic Gate'],
    [
      'pull_request',
      { ...recorded('pull_request.opened'), action: 'labeled' },
      'a pull request that was labeled has the same commits and the same base as before',
    ],
    ['workflow_run', { ...run, action: 'requested' }, 'a workflow run that is requested has no result yet'],
    [
      'workflow_run',
      changed(run, 'workflow_run', { event: 'push' }),
      'a workflow run caused by push is no gate run (pull_request, merge_group, workflow_dispatch)',
    ],
    [
      'workflow_run',
      changed(run, 'workflow_run', { repository: { full_name: 'mallory/shop' } }),
      'the workflow run belongs to mallory/shop, not to acme/shop',
    ],
    [
      'issue_comment',
      { ...comment, action: 'edited' },
      'a comment that was edited gives no command: write a new one',
    ],
    ['issue_comment', recorded('issue_comment.issue'), 'the comment is on an issue, not on a pull request'],
    ['issue_comment', { ...comment, sender: bot }, 'the comment was not written by a person'],
    ['issue_comment', changed(comment, 'comment', { user: bot }), 'the comment was not written by a person'],
    ['issue_comment', changed(comment, 'comment', { user: null }), 'the comment was not written by a person'],
    [
      'issue_comment',
      changed(comment, 'comment', { body: 'LGTM' }),
      'the comment does not start with a command of Alembic Gate',
    ],
  ])('%s', (event, payload, reason) => {
    expect(route(event, payload)).toEqual({ kind: 'ignore', reason });
  });
});

test('a payload without a documented field is refused by name', () => {
  expect(() =>
    route('pull_request', { action: 'opened', pull_request: { number: 7, base: { ref: 'main' } } }),
  ).toThrow(
    'The payload of the event pull_request lacks what GitHub documents (pull_request.base.repo, pull_request.head, pull_request.user)',
  );
});
