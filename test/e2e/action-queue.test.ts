/** A merge queue: the built action judges each group's own commit, which is exactly what would land. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { dirname } from 'node:path';
import { startGitHub, type FakeGitHub } from '../fakes/github/server.ts';
import type { Pull } from '../fakes/github/world.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { testbed } from '../testbed.ts';
import type { Group } from './events.ts';
import { headsAt } from './heads.ts';
import { enqueue, gateGroup } from './shop.ts';

const PROVING = {
  inputs: { database: 'local', engine: 'mysql' },
  path: [dirname(testbed().mysqld), dirname(testbed().python.newest)].join(':'),
};
const STATIC = { inputs: { database: 'none' } };

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

const verdict = ({ head }: Group) =>
  fake.world.statuses.findLast(({ sha, context }) => sha === head && context === 'alembic-gate/verdict');
const adding = (number: number, id: string, table: string): Pull =>
  fake.world.openPull({
    number,
    author: 'alice',
    base: 'main',
    branch: table,
    head: fake.world.git.commit(main, revisionFile(id, 'bbbbbbbbbbbb', table), table),
  });

test('of two that pass alone the second turns red on top of the first, and is told', async () => {
  const [one, two] = [adding(8, 'cccccccccccc', 'stock'), adding(9, 'dddddddddddd', 'refunds')];
  const first = enqueue(fake, one);
  const second = enqueue(fake, two, first);

  const proved = await gateGroup(fake, first, PROVING);
  expect({ code: proved.gate.code, log: proved.gate.code === 0 ? '' : proved.gate.log }).toEqual({
    code: 0,
    log: '',
  });
  expect(proved.bot.code).toBe(0);
  expect(verdict(first)).toMatchObject({
    state: 'success',
    description: expect.stringContaining('against main at bbbbbbbbbbbb'),
  });

  expect(await gateGroup(fake, second, STATIC)).toMatchObject({ gate: { code: 1 }, bot: { code: 0 } });
  expect(verdict(second)).toMatchObject({
    state: 'failure',
    description: expect.stringContaining('against main at cccccccccccc'),
  });
  expect(fake.world.comments.map(({ pull, body }) => ({ pull, body }))).toEqual([
    {
      pull: 9,
      body: expect.stringContaining(`The merge queue’s commit ${second.head} cannot land on \`main\``),
    },
  ]);
  await gateGroup(fake, second, STATIC);
  expect(fake.world.comments).toHaveLength(1);

  fake.world.git.point('refs/heads/main', first.head);
  expect(headsAt(fake.world, 'refs/heads/main')).toEqual(['cccccccccccc']);
  // Each pull request's own head keeps its own verdict: none of this is about it.
  expect(fake.world.statuses.filter(({ sha }) => sha === one.head || sha === two.head)).toEqual([]);
}, 180_000);

test('a group without a proof does not land, because no run comes after its own', async () => {
  const group = enqueue(fake, adding(8, 'cccccccccccc', 'stock'));
  await gateGroup(fake, group, STATIC);
  expect(verdict(group)).toMatchObject({
    state: 'error',
    description: 'Not evaluated: the run of the gate left no proof on a database for this commit',
  });
}, 60_000);

test('a group that touches no migration passes at once', async () => {
  const head = fake.world.git.commit(main, { 'README.md': 'hello\n' }, 'Readme');
  const group = enqueue(
    fake,
    fake.world.openPull({ number: 8, author: 'bob', base: 'main', branch: 'docs', head }),
  );
  await gateGroup(fake, group, STATIC);
  expect(verdict(group)?.state).toBe('success');
  expect(fake.world.comments).toEqual([]);
}, 60_000);
