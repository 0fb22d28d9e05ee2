/** The review on lines over the fake's world: real git, the real check, a diff as GitHub shows it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { publishAgain } from '../../src/flows/publish.ts';
import { commentableLines, filesOf } from '../fakes/github/diff.ts';
import type { InMemoryGitHub } from '../fakes/github/port.ts';
import type { Pull, StoredReview, World } from '../fakes/github/world.ts';
import { revisionFile } from '../fakes/shop.ts';
import { judgeOver } from './judge-over-world.ts';
import { openShopWorld, type ShopWorld } from './shop-world.ts';

let opened: ShopWorld;
let world: World;
let github: InMemoryGitHub;
let pull: Pull;
let shop: ShopWorld['shop'];
beforeEach(() => {
  opened = openShopWorld();
  ({ world, github, pull, shop } = opened);
});
afterEach(() => {
  opened[Symbol.dispose]();
});

const publish = () => publishAgain(pull.number, { github, judge: judgeOver(world) });
const shown = (): readonly StoredReview[] =>
  world.reviews.filter(({ minimised }) => (minimised ?? null) === null);
const push = (files: Record<string, string>): void =>
  world.moveHead(pull, world.git.commit(pull.head, files, 'More'));
const PATH = Object.keys(revisionFile('cccccccccccc', 'aaaaaaaaaaaa', 'stock'))[0] ?? '';

test('a fork of the history is said on the line that forks it, and cured there by a click', async () => {
  const { failures } = await publish();
  expect(failures).toEqual([]);
  const [review, ...more] = world.reviews;
  expect(more).toEqual([]);
  expect(review).toMatchObject({ login: 'github-actions[bot]', commit: pull.head, state: 'COMMENTED' });
  const [comment] = review?.comments ?? [];
  const before = world.git.read(pull.head, PATH);
  const suggested = /```suggestion\n([\s\S]*?)\n```$/.exec(comment?.body ?? '')?.[1] ?? '';
  // What GitHub makes of the click.
  const lines = before.split('\n');
  lines.splice(
    (comment?.startLine ?? comment?.line ?? 0) - 1,
    (comment?.line ?? 0) - (comment?.startLine ?? comment?.line ?? 0) + 1,
    ...suggested.split('\n'),
  );
  push({ [PATH]: lines.join('\n') });
  await publish();
  expect(world.statuses.at(-1)).toMatchObject({ sha: pull.head, state: 'pending' });
  expect(JSON.stringify(shown())).not.toContain('no-multiple-heads');
  expect(new Set(review?.comments?.map(({ minimised }) => minimised))).toEqual(new Set(['OUTDATED']));
});

test('every comment stands on a line that GitHub shows, and a second run says nothing more', async () => {
  await publish();
  for (const { path, line, startLine } of world.reviews.flatMap(({ comments = [] }) => comments)) {
    const lines = commentableLines(
      filesOf(world, pull).find(({ filename }) => filename === path)?.patch ?? '',
    );
    expect(lines.get(line)).toBeDefined();
    expect(lines.get(startLine ?? line)).toBe(lines.get(line));
  }
  const writes = github.writes.length;
  await publish();
  expect(github.writes).toHaveLength(writes);
});

test('a push that changes nothing on the lines brings no second review', async () => {
  await publish();
  push({ 'README.md': 'more\n' });
  await publish();
  expect(world.reviews).toHaveLength(1);
});

test('a base that moves on puts a new review in place of the one whose click is out of date', async () => {
  await publish();
  const landed = world.git.commit(
    shop.main,
    revisionFile('ffffffffffff', 'bbbbbbbbbbbb', 'refunds'),
    'Refunds',
  );
  world.git.point('refs/heads/main', landed);
  await publish();
  expect(world.reviews).toHaveLength(2);
  expect(shown()).toHaveLength(1);
  expect(shown()[0]?.comments?.[0]?.body).toContain("'ffffffffffff'");
});

describe('nothing is said on lines', () => {
  test('of a pull request whose base wants no comment', async () => {
    const config = { '.github/alembic-gate.yml': 'comment: never\n' };
    world.git.point('refs/heads/main', world.git.commit(shop.main, config, 'Quiet'));
    await publish();
    expect(world.reviews).toEqual([]);
    expect(github.writes).toEqual(['createStatus']);
  });

  test('any more once the base wants no comment: what was said is hidden', async () => {
    await publish();
    expect(shown()).toHaveLength(1);
    const config = { '.github/alembic-gate.yml': 'comment: never\n' };
    world.git.point('refs/heads/main', world.git.commit(shop.main, config, 'Quiet'));
    await publish();
    expect(shown()).toEqual([]);
    expect(new Set(world.reviews[0]?.comments?.map(({ minimised }) => minimised))).toEqual(
      new Set(['OUTDATED']),
    );
    expect(github.writes.filter((write) => write === 'createReview')).toHaveLength(1);
  });

  test('of a file that GitHub shows no patch for: the comment has it', async () => {
    world.patchLimit = 10;
    await publish();
    expect(world.reviews).toEqual([]);
    expect(world.comments[0]?.body).toContain('no-multiple-heads');
  });

  test('of a head that GitHub shows no more', async () => {
    const old = pull.head;
    github.before('changedFiles', () => push({ [PATH]: 'other = 1\n' }));
    await publish();
    expect(old).not.toBe(pull.head);
    expect(world.reviews).toEqual([]);
  });

  test('where the files cannot be listed, and the verdict and the comment are there all the same', async () => {
    github.before('changedFiles', () => {
      throw new Error('GitHub did not list the files of #7: 500');
    });
    const { failures } = await publish();
    expect(failures).toEqual(['GitHub did not list the files of #7: 500']);
    expect(world.statuses.at(-1)?.state).toBe('failure');
    expect(world.comments).toHaveLength(1);
  });
});

test('a review whose answer was lost is not written again', async () => {
  const create = github.createReview.bind(github);
  Object.assign(github, {
    createReview: async (...given: Parameters<typeof create>) => {
      await create(...given);
      throw new Error('502');
    },
  });
  expect((await publish()).failures).toEqual([]);
  await publish();
  expect(world.reviews).toHaveLength(1);
});
