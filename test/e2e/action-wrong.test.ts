/** The action where something around it is missing: one sentence each, and never a green. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGitHub, type FakeGitHub } from '../fakes/github/server.ts';
import { openShop } from '../fakes/shop.ts';
import { testbed } from '../testbed.ts';
import { builtDist } from './dist.ts';
import { pullRequestEvent, workflowRunEvent } from './events.ts';
import { runAction } from './runner.ts';
import { bot, gate } from './shop.ts';

let fake: FakeGitHub;
beforeEach(async () => {
  fake = await startGitHub();
});
afterEach(async () => {
  await fake[Symbol.asyncDispose]();
});

const bare = (env: Readonly<Record<string, string>>) =>
  spawnSync(testbed().node24, [join(builtDist(), 'index.js')], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding: 'utf8',
  });

describe('outside of a runner', () => {
  const NEEDED = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: new URL('../fixtures/events/merge_group.json', import.meta.url).pathname,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_REF_NAME: 'main',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_SERVER_URL: 'http://127.0.0.1:1',
    GITHUB_API_URL: 'http://127.0.0.1:1',
    GITHUB_GRAPHQL_URL: 'http://127.0.0.1:1/graphql',
    GITHUB_WORKSPACE: '/nowhere',
    RUNNER_TEMP: '/tmp',
  };

  test.each(Object.keys(NEEDED))('without %s it says so in one line', (name) => {
    const { stdout, status } = bare(
      Object.fromEntries(Object.entries(NEEDED).filter(([key]) => key !== name)),
    );
    expect({ status, stdout }).toEqual({
      status: 2,
      stdout: `::error::${name} is not set: run this as a step of a workflow, or use the command line alembic-gate.\n`,
    });
  });

  test.each([
    [
      'an event file that is gone',
      { GITHUB_EVENT_PATH: '/nowhere/event.json' },
      /the event cannot be read from GITHUB_EVENT_PATH \(ENOENT/,
    ],
    [
      'an event that lacks what GitHub documents',
      { GITHUB_EVENT_NAME: 'issue_comment' },
      /The payload of the event issue_comment lacks/,
    ],
    [
      'an unknown command',
      { INPUT_COMMAND: 'prove' },
      /input command must be one of check, plan, gather, keep, not "prove"/,
    ],
  ])('with %s too', (_how, env, sentence) => {
    const { stdout, status } = bare({ ...NEEDED, ...env });
    expect({ status, stdout }).toEqual({ status: 2, stdout: expect.stringMatching(sentence) });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the gate', () => {
  test('without a checkout is not evaluated, and says which step is missing', async () => {
    const { pull } = openShop(fake.world);
    const { code, report, log } = await runAction(fake, {
      event: 'pull_request',
      payload: pullRequestEvent(pull),
      sha: pull.head,
      ref: '7/merge',
    });
    expect({ code, outcome: report?.outcome, reason: report?.reason }).toEqual({
      code: 2,
      outcome: 'not-evaluated',
      reason: expect.stringMatching(
        /holds no checkout: put the step actions\/checkout, without a path, before this one$/,
      ),
    });
    expect(log).not.toContain('this is a bug');
  });

  test('with a git that is too old says which one it needs', async () => {
    const { pull } = openShop(fake.world);
    const directory = mkdtempSync(join(tmpdir(), 'old-git-'));
    writeFileSync(join(directory, 'git'), '#!/bin/sh\necho git version 2.34.1\n');
    chmodSync(join(directory, 'git'), 0o755);
    try {
      const { code, report } = await gate(fake, pull, { path: directory });
      expect({ code, reason: report?.reason }).toEqual({
        code: 2,
        reason: 'git version 2.34.1 cannot merge in memory: install git 2.38 or newer.',
      });
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  test.each([
    ['gather without its directory', { command: 'gather' }, /command: gather needs the input reports/],
    ['gather of nothing', { command: 'gather', reports: 'gone' }, /is not a directory with reports/],
    [
      'plan of an unknown image',
      { command: 'plan', images: 'oracle:23' },
      /does not say which engine it holds/,
    ],
    [
      'a configuration that is gone',
      { config: 'gone.yml' },
      /there is no file .*gone\.yml: correct the input config/,
    ],
  ])('asked for %s is not evaluated', async (_how, inputs, reason) => {
    const { pull } = openShop(fake.world);
    const { code, report } = await gate(fake, pull, { inputs });
    expect({ code, outcome: report?.outcome, reason: report?.reason }).toEqual({
      code: 2,
      outcome: 'not-evaluated',
      reason: expect.stringMatching(reason),
    });
  });
});

test('the bot needs no checkout, and with a token that GitHub refuses says so', async () => {
  const { pull } = openShop(fake.world);
  const { run } = await gate(fake, pull);
  expect((await bot(fake, pull, run)).code).toBe(0);
  const { code, log } = await bot(fake, pull, run, { token: '', payload: workflowRunEvent(pull, run) });
  expect({ code, log }).toEqual({ code: 2, log: expect.stringContaining('the bot needs the input token') });
});

test.each(['index.js', 'cli.js'])('%s says that Windows is not supported', (program) => {
  const pretending = 'data:text/javascript,Object.defineProperty(process,"platform",{value:"win32"})';
  const { status, stdout, stderr } = spawnSync(
    testbed().node24,
    ['--import', pretending, join(builtDist(), program), 'check'],
    { encoding: 'utf8' },
  );
  expect({ status, said: stdout + stderr }).toEqual({
    status: 2,
    said: expect.stringMatching(/Windows is not supported: use Linux/),
  });
});
