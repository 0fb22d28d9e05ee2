/** Approvals over the fake's world: real git and the real check, GitHub without HTTP. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishAgain } from '../../src/flows/publish.ts';
import { githubOver } from '../fakes/github/port.ts';
import { World, type Pull, type StoredReview } from '../fakes/github/world.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { judgeOver } from './judge-over-world.ts';

let root: string;
let world: World;
let pull: Pull;
let reviewed: string;

/** The pull request edits a revision that is on main, which nothing but an approver can let pass. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'approvals-'));
  world = new World(root);
  const shop = openShop(world);
  pull = shop.pull;
  const configuration = 'database: none\napprovers: {users: [dba], teams: [data]}\n';
  const main = world.git.commit(shop.main, { '.github/alembic-gate.yml': configuration }, 'Configure');
  world.git.point('refs/heads/main', main);
  reviewed = edit(main, 'customers');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function edit(parent: string, table: string): string {
  const [[path, text] = ['', '']] = Object.entries(revisionFile('aaaaaaaaaaaa', null, 'users'));
  const edited = { [path]: text.replace("create_table('users'", `create_table('${table}'`) };
  const sha = world.git.commit(parent, edited, 'Edit');
  world.moveHead(pull, sha);
  return sha;
}

const review = (login: string, state: StoredReview['state'], commit = reviewed): void => {
  world.reviews.push({ pull: pull.number, login, state, commit });
};
const verdict = async () => {
  const { failures } = await publishAgain(pull.number, {
    github: githubOver(world),
    judge: judgeOver(world),
  });
  expect(failures).toEqual([]);
  return world.statuses.findLast(({ sha }) => sha === pull.head)?.state;
};

test('an approver lets pass what no comment can', async () => {
  expect(await verdict()).toBe('failure');
  review('dba', 'APPROVED');
  expect(await verdict()).toBe('success');
});

test.each<[string, () => void]>([
  ['its own author', () => review(pull.author, 'APPROVED')],
  ['somebody who is no approver', () => review('carol', 'APPROVED')],
  [
    'somebody whose membership is not confirmed',
    () => {
      world.teams.set('data erin', 'pending');
      review('erin', 'APPROVED');
    },
  ],
  ['an approver who only commented', () => review('dba', 'COMMENTED')],
  ['an approver whose review was dismissed', () => review('dba', 'DISMISSED')],
  [
    'an approver who asked for changes later',
    () => {
      review('dba', 'APPROVED');
      review('dba', 'CHANGES_REQUESTED');
    },
  ],
  [
    'an approver of other contents',
    () => {
      review('dba', 'APPROVED');
      edit(reviewed, 'clients');
    },
  ],
  ['an approver of a commit that is not to be had', () => review('dba', 'APPROVED', 'e'.repeat(40))],
])('%s lets nothing pass', async (_, happens) => {
  happens();
  expect(await verdict()).toBe('failure');
});

test('a member of the team may approve, and a later comment takes nothing back', async () => {
  world.teams.set('data erin', 'active');
  review('erin', 'APPROVED');
  review('erin', 'COMMENTED');
  expect(await verdict()).toBe('success');
});

test('a push that leaves the file alone keeps the approval', async () => {
  review('DBA', 'APPROVED');
  world.moveHead(pull, world.git.commit(reviewed, { 'README.md': 'more\n' }, 'Say more'));
  expect(await verdict()).toBe('success');
});

test('an approval does not let pass what can be cured', async () => {
  review('dba', 'APPROVED');
  const fork = revisionFile('dddddddddddd', 'aaaaaaaaaaaa', 'stock');
  world.moveHead(pull, world.git.commit(reviewed, fork, 'Fork'));
  review('dba', 'APPROVED', pull.head);
  expect(await verdict()).toBe('failure');
});

test('a team that GitHub does not tell about lets nothing pass, and stops nobody’s verdict', async () => {
  review('erin', 'APPROVED');
  const github = githubOver(world);
  github.before('inTeam', () => {
    throw new Error(
      'GitHub did not say who is in the team data: 403; the job needs the permission members: read',
    );
  });
  const { failures } = await publishAgain(pull.number, { github, judge: judgeOver(world, github) });
  expect(failures).toEqual([]);
  expect(world.statuses.findLast(({ sha }) => sha === pull.head)?.state).toBe('failure');
});
