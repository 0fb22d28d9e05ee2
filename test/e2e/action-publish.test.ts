/** `publish: true`, and which events run a pull request's code: the built action as a runner starts it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startGitHub, type FakeGitHub } from '../fakes/github/server.ts';
import type { Pull } from '../fakes/github/world.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { testbed } from '../testbed.ts';
import { pullRequestEvent } from './events.ts';
import { bot, comment, gate, land, night, recordRun } from './shop.ts';

let fake: FakeGitHub;
beforeEach(async () => {
  fake = await startGitHub();
});
afterEach(async () => {
  await fake[Symbol.asyncDispose]();
});

const states = (sha: string): string[] =>
  fake.world.statuses.filter((one) => one.sha === sha).map(({ state }) => state);
const writes = (): string[] =>
  fake.calls.filter((call) => /^(POST|PATCH) /.test(call) && !/graphql (viewer|repository)$/.test(call));

describe('publish: true', () => {
  const inputs = { publish: 'true', database: 'none' };

  test('lets the gate’s own run write status, comment and review, once', async () => {
    const { pull } = openShop(fake.world);
    const { code, outputs } = await gate(fake, pull, { inputs });
    expect(code).toBe(1);
    expect(states(pull.head)).toEqual(['failure']);
    expect(fake.world.comments).toHaveLength(1);
    expect(fake.world.reviews).toHaveLength(1);
    expect(outputs['comment-url']).toMatch(/#issuecomment-\d+$/);
    const once = writes().length;
    expect((await gate(fake, pull, { inputs })).code).toBe(1);
    expect(writes()).toHaveLength(once);
  }, 120_000);

  test('names each missing permission in a warning, and the verdict stays in the run', async () => {
    const { pull } = openShop(fake.world);
    fake.world.grant('reads', ['contents:read', 'pull-requests:read', 'statuses:read', 'metadata:read']);
    const { code, log, report } = await gate(fake, pull, { inputs, token: 'reads' });
    expect({ code, outcome: report?.outcome }).toEqual({ code: 1, outcome: 'fail' });
    expect(log.match(/::warning::.*the job needs the permission statuses: write/g)).toHaveLength(1);
    expect(
      log.match(/::warning::.*the job needs the permission pull-requests: write/g)?.length,
    ).toBeGreaterThan(0);
  }, 60_000);

  test.each([
    ['a run on a branch', { event: 'workflow_dispatch' as const }],
    ['an input that is no boolean', { inputs: { ...inputs, publish: 'yes' } }],
  ])(
    'is refused for %s in one sentence',
    async (_what, step) => {
      const { pull } = openShop(fake.world);
      const { log } = await gate(fake, pull, {
        inputs,
        ...step,
        ...('event' in step
          ? {
              payload: { repository: { full_name: 'acme/shop', default_branch: 'main' } },
              sha: pull.head,
              ref: pull.branch,
            }
          : {}),
      });
      expect(log).toMatch(
        /publish: true speaks of pull requests only|the input publish is "yes": write true or false/,
      );
      expect(writes()).toEqual([]);
    },
    60_000,
  );
});

describe('a pull request’s code', () => {
  let proof: string;
  beforeEach(() => {
    proof = mkdtempSync(join(tmpdir(), 'ran-'));
  });
  afterEach(() => {
    rmSync(proof, { recursive: true });
  });
  const RAN = (): string => join(proof, 'ran');
  const everything = {
    inputs: { database: 'local', engine: 'mysql', publish: 'true' },
    path: [dirname(testbed().mysqld), dirname(testbed().python.newest)].join(':'),
  };
  const armed = (fork = false): Pull => {
    const { start } = openShop(fake.world);
    const [path = ''] = Object.keys(revisionFile('dddddddddddd', 'aaaaaaaaaaaa', 'armed'));
    const text = revisionFile('dddddddddddd', 'aaaaaaaaaaaa', 'armed')[path] ?? '';
    const head = fake.world.git.commit(
      start,
      { [path]: `${text}\nopen(${JSON.stringify(RAN())}, 'w').close()\n` },
      'Armed',
    );
    return fake.world.openPull({ number: 9, author: 'mallory', base: 'main', branch: 'armed', fork, head });
  };

  test('is run by the gate of a pull request, and of a fork’s nothing is written then', async () => {
    const pull = armed(true);
    const { log, code } = await gate(fake, pull, everything);
    expect(existsSync(RAN())).toBe(true);
    expect(code).not.toBe(0);
    expect(log).toContain('code of a fork ran in this job');
    expect(writes()).toEqual([]);
  }, 120_000);

  test.each<[string, (pull: Pull) => Promise<unknown>]>([
    [
      'pull_request_target',
      (pull) =>
        gate(fake, pull, { ...everything, event: 'pull_request_target', payload: pullRequestEvent(pull) }),
    ],
    ['workflow_run', (pull) => bot(fake, pull, recordRun(fake, pull, 'pull_request', {}), everything)],
    ['issue_comment', (pull) => comment(fake, pull, 'alice', '/merge-heads', everything)],
    ['push', (pull) => land(fake, pull, everything)],
    ['schedule', () => night(fake, everything)],
  ])(
    'is never run in %s, whatever the inputs ask for',
    async (_event, happens) => {
      const pull = armed();
      await happens(pull);
      expect(existsSync(RAN())).toBe(false);
      // It did look at the pull request, or at what it landed.
      expect(fake.world.statuses.length).toBeGreaterThan(0);
    },
    120_000,
  );
});
