/** The bot's publishing over the fake's world: real git and the real check, GitHub without HTTP. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { publishRun, type PublishPorts } from '../../src/flows/publish.ts';
import { githubOver, type InMemoryGitHub } from '../fakes/github/port.ts';
import type { Pull, World } from '../fakes/github/world.ts';
import { revisionFile } from '../fakes/shop.ts';
import { MARKER } from '../../src/publish/sticky.ts';
import { environment, proof, report, revision } from '../publish/reports.ts';
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

const publish = (ports: Partial<PublishPorts> = {}, run = 1, path = '.github/workflows/gate.yml') =>
  publishRun(
    { kind: 'publish', run: { id: run, headSha: pull.head, path, event: 'pull_request', branch: 'stock' } },
    { github, judge: judgeOver(world), ...ports },
  );
const verdict = (sha = pull.head) => world.statuses.findLast((one) => one.sha === sha);
const land = (id: string, parent: string, table: string): string => {
  const sha = world.git.commit(world.git.tip('refs/heads/main'), revisionFile(id, parent, table), table);
  world.git.point('refs/heads/main', sha);
  return sha;
};
/** A branch that adds eeeeeeeeeeee on top of main: good as far as can be seen without running it. */
const inLine = (): void =>
  world.moveHead(
    pull,
    world.git.commit(shop.main, revisionFile('eeeeeeeeeeee', 'bbbbbbbbbbbb', 'stock'), 'Stock'),
  );
/** What an honest gate run would have left for that branch. */
const proved = (run: number, baseHead = 'bbbbbbbbbbbb'): void => {
  const steps = proof().steps.map((step) => ({ ...step, revision: 'eeeeeeeeeeee' }));
  const shown = environment({
    heads: { base: [baseHead], head: ['eeeeeeeeeeee'], merged: ['eeeeeeeeeeee'] },
    revisions: { added: [revision('eeeeeeeeeeee')], changed: [], removed: [] },
    database: proof({ steps }),
  });
  const archive = Buffer.from(JSON.stringify(report([shown], { head: { ref: pull.head, sha: pull.head } })));
  world.runs.push({
    id: run,
    workflowId: 12,
    path: '.github/workflows/gate.yml',
    event: 'pull_request',
    headSha: pull.head,
    createdAt: new Date(),
  });
  world.artifacts.push({ id: world.nextId(), run, name: 'alembic-gate-report', archive });
};

describe('the verdict', () => {
  test('is red for a fork that the gate alone could not have seen land', async () => {
    await publish();
    expect(verdict()).toMatchObject({
      state: 'failure',
      description: expect.stringContaining('against main at bbbbbbbbbbbb'),
    });
    expect(world.comments).toHaveLength(1);
  });

  test('waits for the proof, and is green with it', async () => {
    inLine();
    await publish();
    expect(verdict()?.state).toBe('pending');
    expect(world.comments[0]?.body).toContain('Not proved yet');
    proved(1);
    await publish();
    expect(verdict()?.state).toBe('success');
    expect(world.comments).toHaveLength(1);
    expect(world.comments[0]?.body).not.toContain('Not proved yet');
  });

  test('is given again where the base moved while it was written: a late green does not stay', async () => {
    inLine();
    proved(1);
    github.before('createStatus', () => land('ffffffffffff', 'bbbbbbbbbbbb', 'refunds'));
    await publish();
    expect(world.statuses.filter(({ sha }) => sha === pull.head).map(({ state }) => state)).toEqual([
      'success',
      'failure',
    ]);
    expect(world.comments).toHaveLength(1);
    expect(world.comments[0]?.body).toContain('ffffffffffff');
  });

  test('keeps a proof that an earlier run on the same commit left', async () => {
    inLine();
    proved(1);
    await publish({}, 2);
    expect(verdict()?.state).toBe('success');
  });

  test('waits again when the base moved below the proof', async () => {
    inLine();
    proved(1, 'aaaaaaaaaaaa');
    await publish();
    expect(verdict()?.state).toBe('pending');
  });

  test.each(['push', 'schedule', 'issue_comment', 'pull_request_target'])(
    'takes no proof from a run of the event %s, in which no gate runs',
    async (event) => {
      inLine();
      proved(1);
      const [run] = world.runs.splice(0);
      if (run !== undefined) world.runs.push({ ...run, event });
      await publish({}, 2);
      expect(verdict()?.state).toBe('pending');
    },
  );

  test('takes no proof from a workflow that only the pull request has', async () => {
    inLine();
    proved(1);
    world.runs.length = 0;
    const { notes } = await publish({}, 1, '.github/workflows/evil.yml');
    expect(verdict()?.state).toBe('pending');
    expect(notes).toContain('.github/workflows/evil.yml is not on main: its proof does not count');
  });

  test('is success without a comment for a pull request that touches no migration', async () => {
    world.moveHead(pull, world.git.commit(shop.main, { 'README.md': 'hello\n' }, 'Readme'));
    await publish();
    expect(verdict()?.state).toBe('success');
    expect(world.comments).toEqual([]);
  });

  test('of a commit that two pull requests share is the worse of the two', async () => {
    inLine();
    proved(1);
    world.git.point('refs/heads/release', shop.start);
    land('ffffffffffff', 'bbbbbbbbbbbb', 'refunds');
    const other = world.openPull({
      number: 8,
      author: 'bob',
      base: 'main',
      branch: 'stock',
      head: pull.head,
    });
    world.git.point('refs/heads/release', world.git.commit(shop.main, { 'CHANGES.md': 'x\n' }, 'Release'));
    Object.assign(pull, { base: 'release' });
    await publish();
    expect([pull, other].map(({ head }) => head)).toEqual([pull.head, pull.head]);
    expect(verdict()?.state).toBe('failure');
    expect(world.comments.map((one) => one.pull).sort()).toEqual([7, 8]);
  });

  test('is error, not silence, where the base’s configuration is broken', async () => {
    world.git.point(
      'refs/heads/main',
      world.git.commit(shop.main, { '.github/alembic-gate.yml': 'databse: none\n' }, 'Typo'),
    );
    await publish();
    expect(verdict()).toMatchObject({ state: 'error', description: expect.stringContaining('databse') });
  });
});

describe('the base’s configuration says', () => {
  const configured = (text: string): void =>
    world.git.point(
      'refs/heads/main',
      world.git.commit(shop.main, { '.github/alembic-gate.yml': text }, 'Configure'),
    );

  test('when no comment is wanted', async () => {
    configured('comment: never\n');
    await publish();
    expect(verdict()?.state).toBe('failure');
    expect(world.comments).toEqual([]);
  });

  test('when no proof is wanted', async () => {
    inLine();
    configured('database: none\n');
    await publish();
    expect(verdict()?.state).toBe('success');
  });
});

describe('whatever moves meanwhile', () => {
  test('a base that lands another revision while it is read is judged again', async () => {
    inLine();
    github.before('branch', () => land('ffffffffffff', 'bbbbbbbbbbbb', 'refunds'));
    await publish();
    expect(verdict()).toMatchObject({
      state: 'failure',
      description: expect.stringContaining('at ffffffffffff'),
    });
  });

  test('a base that never stands still leaves the verdict open', async () => {
    inLine();
    const judge = judgeOver(world);
    let at = 0;
    await publish({
      judge: async (question) => {
        const answer = await judge(question);
        at += 1;
        land(`00000000000${at}`, at === 1 ? 'bbbbbbbbbbbb' : `00000000000${at - 1}`, `t${at}`);
        return answer;
      },
    });
    expect(verdict()).toMatchObject({
      state: 'pending',
      description: expect.stringContaining('keeps moving'),
    });
  });

  test('a head that moved gets nothing from a late report', async () => {
    const old = pull.head;
    github.before('pullRequest', inLine);
    await publish();
    expect(verdict(old)).toBeUndefined();
    expect(world.comments).toEqual([]);
  });

  test('a run for a head that is gone says so', async () => {
    const old = pull.head;
    inLine();
    const run = { id: 1, headSha: old, path: 'x', event: 'pull_request', branch: 'stock' };
    const task = { kind: 'publish', run } as const;
    const { notes } = await publishRun(task, { github, judge: judgeOver(world) });
    expect(notes).toEqual([`no open pull request has the head ${old} any more`]);
    expect(github.writes).toEqual([]);
  });
});

test('a write that GitHub refuses does not keep the others from happening', async () => {
  github.before('createStatus', () => {
    throw new Error('GitHub did not write the commit status');
  });
  const { failures } = await publish();
  expect(failures).toEqual(['GitHub did not write the commit status']);
  expect(world.comments).toHaveLength(1);
});

test('a comment that somebody deletes meanwhile is written anew, and one that is not missed is not', async () => {
  await publish();
  inLine();
  github.before('updateComment', () => world.comments.splice(0));
  await publish();
  expect(world.comments).toHaveLength(1);
  expect(world.comments[0]?.body).toContain('Not proved yet');
});

test('two runs that both found no comment leave one', async () => {
  const other = githubOver(world);
  github.before('createComment', () =>
    world.say(7, 'github-actions[bot]', `${MARKER}\nof the other run`, true),
  );
  const { commentUrl } = await publish();
  const [kept, extra] = await other.comments(7);
  expect(kept?.body).toContain('2 heads after the merge');
  expect(extra?.body).toBe(`See ${kept?.url ?? ''}.`);
  expect(world.comments[1]?.minimised).toBe('DUPLICATE');
  expect(commentUrl).not.toBeNull();
});

test('an artifact that cannot be read is no proof and no failure', async () => {
  inLine();
  github.before('artifact', () => {
    throw new Error('GitHub did not hand out the artifact: the archive is damaged');
  });
  const { notes } = await publish();
  expect(notes[0]).toContain('the archive is damaged');
  expect(verdict()?.state).toBe('pending');
});
