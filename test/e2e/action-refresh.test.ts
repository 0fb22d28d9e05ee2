/** The base moves under open pull requests: the built action, real git remotes, real MySQL, nobody touches anything. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dirname } from 'node:path';
import { startGitHub, type FakeGitHub } from '../fakes/github/server.ts';
import type { Pull } from '../fakes/github/world.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { testbed } from '../testbed.ts';
import { headsAt } from './heads.ts';
import { bot, comment, gate, land, night, push } from './shop.ts';

const PROVING = {
  inputs: { database: 'local', engine: 'mysql' },
  path: [dirname(testbed().mysqld), dirname(testbed().python.newest)].join(':'),
};

let fake: FakeGitHub;
let main: string;
beforeEach(async () => {
  fake = await startGitHub();
  const shop = openShop(fake.world);
  shop.pull.state = 'closed';
  main = shop.main;
});
afterEach(async () => {
  await fake[Symbol.asyncDispose]();
});

const verdicts = ({ head }: Pull): string[] =>
  fake.world.statuses
    .filter(({ sha, context }) => sha === head && context === 'alembic-gate/verdict')
    .map(({ state }) => state);
const shown = ({ number }: Pull): string[] =>
  fake.world.comments.filter((one) => one.pull === number && one.minimised === null).map(({ body }) => body);
const writes = (): string[] =>
  fake.calls.filter((call) => !call.startsWith('GET ') && !/ (viewer|repository|landed)$/.test(call));

/** A pull request that adds one revision on top of bbbbbbbbbbbb. */
const adding = (number: number, id: string, table: string): Pull =>
  fake.world.openPull({
    number,
    author: 'alice',
    base: 'main',
    branch: table,
    head: fake.world.git.commit(main, revisionFile(id, 'bbbbbbbbbbbb', table), table),
  });

/** The gate proves it on MySQL, and the bot publishes that. */
async function prove(pull: Pull): Promise<void> {
  const { code, run, log } = await gate(fake, pull, PROVING);
  expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' });
  await bot(fake, pull, run);
}

test('two green pull requests: one lands, the other turns red, /merge-heads cures it, its proof makes it green', async () => {
  const [one, two] = [adding(8, 'cccccccccccc', 'stock'), adding(9, 'dddddddddddd', 'refunds')];
  await prove(one);
  await prove(two);
  expect([verdicts(one), verdicts(two)]).toEqual([['success'], ['success']]);

  expect(await land(fake, one)).toMatchObject({ code: 0 });
  expect(verdicts(two)).toEqual(['success', 'pending', 'failure']);
  const [told = '', ...more] = shown(two);
  expect(more).toEqual([]);
  expect(told).toContain(`@alice: this was green until ${one.head} landed on \`main\`.`);
  expect(told).toMatch(/down_revision = \('cccccccccccc', 'dddddddddddd'\)/);
  expect(told).toContain(`/merge-heads ${two.head.slice(0, 7)}`);

  const judged = two.head;
  await comment(fake, two, 'alice', `/merge-heads ${judged.slice(0, 7)}`);
  expect(two.head).not.toBe(judged);
  expect(verdicts(two)).toEqual(['pending']);

  await prove(two);
  expect(verdicts(two)).toEqual(['pending', 'success']);
  expect(shown(two)[0]).toContain('proved on MySQL');
  await land(fake, two);
  expect(headsAt(fake.world, 'refs/heads/main')).toHaveLength(1);
  const base = fake.world.statuses.findLast(({ context }) => context === 'alembic-gate/base');
  expect(base).toMatchObject({ sha: fake.world.git.tip('refs/heads/main'), state: 'success' });
}, 300_000);

test('a second look at the same base writes nothing', async () => {
  const pull = adding(8, 'cccccccccccc', 'stock');
  await night(fake);
  expect(verdicts(pull)).toEqual(['pending']);
  const once = writes();
  expect(await night(fake)).toMatchObject({ code: 0 });
  expect(writes()).toEqual(once);
}, 60_000);

test('a look at many pull requests that says nothing new costs a handful of questions, however many there are', async () => {
  const { world } = fake;
  const verdict = { context: 'alembic-gate/verdict', state: 'success', login: 'github-actions[bot]' };
  const against = '1 new revision, one line of history; against main at bbbbbbbbbbbb';
  for (let number = 100; number < 160; number += 1) {
    const touches = number % 10 === 0;
    const id = `cccccccc0${number}`;
    const files = touches
      ? revisionFile(id, 'bbbbbbbbbbbb', `t${number}`)
      : { [`docs/${number}.md`]: 'hello\n' };
    const head = world.git.commit(main, files, `${number}`);
    world.openPull({ number, author: 'bob', base: 'main', branch: `b${number}`, head });
    world.statuses.push({
      ...verdict,
      sha: head,
      description: touches ? against : 'No migration is touched',
    });
  }
  await night(fake);
  const earlier = fake.calls.length;
  const { code, log } = await night(fake);
  expect({ code, log }).toEqual({
    code: 0,
    log: expect.stringContaining('60 open pull requests, 0 with another'),
  });
  expect(writes()).toEqual(['POST /repos/acme/shop/statuses/' + main]);
  expect(fake.calls.slice(earlier).length).toBeLessThanOrEqual(10);
}, 120_000);

test('the night brings their verdicts to pull requests that are older than the gate', async () => {
  const forking = fake.world.openPull({
    number: 8,
    author: 'mallory',
    base: 'main',
    branch: 'main',
    fork: true,
    head: fake.world.git.commit(
      main,
      revisionFile('eeeeeeeeeeee', 'aaaaaaaaaaaa', 'invoices'),
      'Invoices, of the revision before',
    ),
  });
  const plain = fake.world.openPull({
    number: 9,
    author: 'bob',
    base: 'main',
    branch: 'docs',
    head: fake.world.git.commit(main, { 'README.md': 'hello\n' }, 'Readme'),
  });
  expect(await night(fake)).toMatchObject({ code: 0 });
  expect([verdicts(forking), verdicts(plain)]).toEqual([['failure'], ['success']]);
  expect([shown(forking), shown(plain)]).toEqual([[expect.stringContaining('eeeeeeeeeeee')], []]);
}, 60_000);

test('a proof on other revisions below is asked for again from the pull request’s own gate', async () => {
  const pull = adding(8, 'cccccccccccc', 'stock');
  const refunds = revisionFile('dddddddddddd', 'bbbbbbbbbbbb', 'refunds');
  const both = { ...refunds, ...revisionFile('cccccccccccc', 'dddddddddddd', 'stock') };
  fake.world.moveHead(pull, fake.world.git.commit(main, both, 'Stock above refunds'));
  const { run } = await gate(fake, pull, PROVING);
  await bot(fake, pull, run);
  expect(verdicts(pull)).toEqual(['success']);

  const { log } = await push(fake, fake.world.git.commit(main, refunds, 'Refunds'));
  expect({ verdicts: verdicts(pull), reruns: fake.world.reruns, log }).toEqual({
    // First at once, before anything is looked up; then with what it waits for.
    verdicts: ['success', 'pending', 'pending'],
    reruns: [run],
    log: expect.not.stringContaining('::warning'),
  });
}, 120_000);

describe('the trunk', () => {
  const tip = () => fake.world.git.tip('refs/heads/main') ?? '';

  test('turns red when it is forked, with one issue that is closed when it is healed', async () => {
    await push(
      fake,
      fake.world.git.commit(main, revisionFile('cccccccccccc', 'aaaaaaaaaaaa', 'stock'), 'Fork'),
    );
    await night(fake);
    const base = fake.world.statuses.filter(({ sha }) => sha === tip());
    expect(base).toEqual([expect.objectContaining({ context: 'alembic-gate/base', state: 'failure' })]);
    expect(fake.world.issues).toEqual([
      expect.objectContaining({ state: 'open', body: expect.stringContaining('alembic merge') }),
    ]);
    const cure = Object.entries(revisionFile('ffffffffffff', null, 'merge')).map(
      ([path, file]): [string, string] => [
        path,
        file.replace('down_revision = None', "down_revision = ('bbbbbbbbbbbb', 'cccccccccccc')"),
      ],
    );
    const healed = fake.world.git.commit(tip(), Object.fromEntries<string>(cure), 'Merge');
    const green = { context: 'alembic-gate/verdict', state: 'success', description: 'proved' };
    fake.world.statuses.push({ sha: healed, ...green, login: 'github-actions[bot]' });
    await push(fake, healed);
    expect(fake.world.issues.map(({ state }) => state)).toEqual(['closed']);
  }, 90_000);

  test('is all that is looked at where a push changes nothing that is judged', async () => {
    adding(8, 'cccccccccccc', 'stock');
    await push(fake, fake.world.git.commit(main, { 'README.md': 'hello\n' }, 'Readme'));
    expect(fake.calls.filter((call) => call.endsWith(' repository'))).toEqual([]);
    expect(fake.world.statuses.map(({ context }) => context)).toEqual(['alembic-gate/base']);
  }, 60_000);
});
