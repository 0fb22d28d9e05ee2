/** What happens to open pull requests when their base moves: real git and the real check, GitHub without HTTP. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishRun } from '../../src/flows/publish.ts';
import { refresh } from '../../src/flows/refresh.ts';
import { UsageError } from '../../src/tree/usage-error.ts';
import { githubOver, type InMemoryGitHub } from '../fakes/github/port.ts';
import { World, type Pull } from '../fakes/github/world.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { environment, proof, report, revision } from '../publish/reports.ts';
import { judgeOver } from './judge-over-world.ts';
import { surveyOver } from './survey-over-world.ts';

const ME = 'github-actions[bot]';
const GATE = '.github/workflows/gate.yml';

// Many git processes each, on a machine that may be busy.
jest.setTimeout(60_000);

let root: string;
let opened: AsyncDisposable[];
let world: World;
let github: InMemoryGitHub;
let shop: ReturnType<typeof openShop>;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'refresh-'));
  opened = [];
  world = new World(root);
  github = githubOver(world);
  shop = openShop(world);
  shop.pull.state = 'closed';
});
afterEach(async () => {
  for (const one of opened) await one[Symbol.asyncDispose]();
  rmSync(root, { recursive: true });
});

const main = (): string => world.git.tip('refs/heads/main') ?? '';
const sweep = (before: string | null = null, branch = 'main', judge = judgeOver(world)) =>
  refresh(
    { kind: 'refresh', branch, before, defaultBranch: 'main' },
    { github, judge, survey: surveyOver(world, root, opened) },
  );
/** A pull request that adds one revision on top of main, proved and green. */
async function green(number: number, id: string, table: string, base = 'main'): Promise<Pull> {
  const from = world.git.tip(`refs/heads/${base}`);
  const head = world.git.commit(from, revisionFile(id, 'bbbbbbbbbbbb', table), table);
  const pull = world.openPull({ number, author: 'alice', base, branch: table, head });
  await prove(pull, id);
  expect(verdict(pull)?.state).toBe('success');
  return pull;
}
/** The run of the gate on the pull request, and the bot after it. */
async function prove(pull: Pull, id: string, baseHead = 'bbbbbbbbbbbb'): Promise<number> {
  const run = world.nextId();
  const steps = proof().steps.map((step) => ({ ...step, revision: id }));
  const shown = environment({
    heads: { base: [baseHead], head: [id], merged: [id] },
    revisions: { added: [revision(id)], changed: [], removed: [] },
    database: proof({ steps }),
  });
  const archive = Buffer.from(JSON.stringify(report([shown], { head: { ref: pull.head, sha: pull.head } })));
  world.runs.push({
    id: run,
    workflowId: 12,
    path: GATE,
    event: 'pull_request',
    headSha: pull.head,
    createdAt: new Date(),
  });
  world.artifacts.push({ id: world.nextId(), run, name: 'alembic-gate-report', archive });
  await publishRun(
    {
      kind: 'publish',
      run: { id: run, headSha: pull.head, path: GATE, event: 'pull_request', branch: pull.branch },
    },
    { github, judge: judgeOver(world) },
  );
  return run;
}
const land = (pull: Pull): void => {
  world.git.point('refs/heads/main', world.git.merge(main(), pull.head, `Merge #${pull.number}`) ?? '');
  pull.state = 'closed';
};
const verdict = ({ head }: Pull, context = 'alembic-gate/verdict') =>
  world.statuses.findLast((one) => one.sha === head && one.context === context);
const states = ({ head }: Pull): string[] =>
  world.statuses
    .filter((one) => one.sha === head && one.context === 'alembic-gate/verdict')
    .map(({ state }) => state);
const shown = ({ number }: Pull) =>
  world.comments.filter((one) => one.pull === number && one.minimised === null);

test('two green pull requests: one lands, the other turns red by itself, and its author is told by whom', async () => {
  const [one, two] = [await green(8, 'cccccccccccc', 'stock'), await green(9, 'dddddddddddd', 'refunds')];
  const before = main();
  land(one);
  const { failures } = await sweep(before);
  expect(failures).toEqual([]);
  expect(states(two)).toEqual(['success', 'pending', 'failure']);
  const [told, ...more] = shown(two);
  expect(more).toEqual([]);
  expect(told?.body).toContain(`@alice: this was green until ${one.head} landed on \`main\`.`);
  expect(world.comments.filter((comment) => comment.pull === 9)).toHaveLength(2);
});

test('a second look at the same base writes nothing', async () => {
  const [one] = [await green(8, 'cccccccccccc', 'stock'), await green(9, 'dddddddddddd', 'refunds')];
  land(one);
  await sweep();
  const once = [...github.writes];
  await sweep();
  expect(github.writes).toEqual(once);
});

describe('where the revisions below a proof changed', () => {
  /** main gets a revision below which #8 was re-parented already: one head, but nobody proved it like that. */
  const inLine = async (): Promise<{ pull: Pull; run: number }> => {
    const pull = await green(8, 'cccccccccccc', 'stock');
    const head = world.git.commit(
      main(),
      {
        ...revisionFile('dddddddddddd', 'bbbbbbbbbbbb', 'refunds'),
        ...revisionFile('cccccccccccc', 'dddddddddddd', 'stock'),
      },
      'Both',
    );
    world.moveHead(pull, head);
    const run = await prove(pull, 'cccccccccccc');
    world.git.point(
      'refs/heads/main',
      world.git.commit(main(), revisionFile('dddddddddddd', 'bbbbbbbbbbbb', 'refunds'), 'Refunds'),
    );
    world.statuses.push({
      sha: head,
      context: 'alembic-gate/verdict',
      state: 'success',
      login: ME,
      description: '2 new revisions, one line of history; against main at bbbbbbbbbbbb',
    });
    return { pull, run };
  };

  test('the verdict waits, and the last run of its own gate is started again, once', async () => {
    const { pull, run } = await inLine();
    await sweep();
    expect(verdict(pull)).toMatchObject({
      state: 'pending',
      description: expect.stringContaining('at dddddddddddd'),
    });
    expect(world.reruns).toEqual([run]);
    await sweep();
    expect(world.reruns).toEqual([run]);
    await prove(pull, 'cccccccccccc', 'dddddddddddd');
    expect(verdict(pull)?.state).toBe('success');
  });

  test('and beyond GitHub’s limits the comment says what to do', async () => {
    const { pull, run } = await inLine();
    world.staleRuns.add(run);
    await sweep();
    expect(verdict(pull)?.state).toBe('pending');
    expect(shown(pull)[0]?.body).toContain('push, or comment `/recheck-migrations`');
  });
});

test('open pull requests without a verdict get theirs', async () => {
  const plain = world.openPull({
    number: 8,
    author: 'bob',
    base: 'main',
    branch: 'docs',
    head: world.git.commit(main(), { 'README.md': 'hello\n' }, 'Readme'),
  });
  const forking = world.openPull({
    number: 9,
    author: 'bob',
    base: 'main',
    branch: 'stock',
    head: world.git.commit(shop.start, revisionFile('dddddddddddd', 'aaaaaaaaaaaa', 'refunds'), 'Refunds'),
  });
  await sweep();
  expect(verdict(plain)).toMatchObject({ state: 'success', description: 'No migration is touched' });
  expect(shown(plain)).toEqual([]);
  expect(verdict(forking)?.state).toBe('failure');
  expect(shown(forking)).toHaveLength(1);
});

test('a green of equal look by somebody else is replaced', async () => {
  const pull = world.openPull({
    number: 8,
    author: 'bob',
    base: 'main',
    branch: 'docs',
    head: world.git.commit(main(), { 'README.md': 'hello\n' }, 'Readme'),
  });
  world.statuses.push({
    sha: pull.head,
    context: 'alembic-gate/verdict',
    state: 'success',
    login: 'mallory',
    description: 'No migration is touched',
  });
  await sweep();
  expect(verdict(pull)).toMatchObject({ state: 'success', login: ME });
});

test('a stacked pull request is judged against its real base', async () => {
  const lower = await green(8, 'cccccccccccc', 'stock');
  const upper = world.openPull({
    number: 9,
    author: 'bob',
    base: 'stock',
    branch: 'prices',
    head: world.git.commit(lower.head, revisionFile('dddddddddddd', 'cccccccccccc', 'prices'), 'Prices'),
  });
  await sweep();
  expect(verdict(upper)).toMatchObject({
    state: 'pending',
    description: expect.stringContaining('against stock at cccccccccccc'),
  });
});

test('of a head that two pull requests share the worst verdict is written', async () => {
  const pull = await green(8, 'cccccccccccc', 'stock');
  world.git.point(
    'refs/heads/release',
    world.git.commit(main(), revisionFile('eeeeeeeeeeee', 'bbbbbbbbbbbb', 'fees'), 'Fees'),
  );
  world.openPull({ number: 9, author: 'bob', base: 'release', branch: 'stock', head: pull.head });
  await sweep();
  expect(verdict(pull)?.state).toBe('failure');
});

test('what cannot be judged of one pull request keeps no other from its verdict', async () => {
  const lost = world.openPull({
    number: 8,
    author: 'bob',
    base: 'main',
    branch: 'lost',
    head: shop.pull.head,
  });
  world.git.git(['update-ref', '-d', 'refs/pull/8/head']);
  const fine = world.openPull({
    number: 9,
    author: 'bob',
    base: 'main',
    branch: 'docs',
    head: world.git.commit(main(), { 'README.md': 'hello\n' }, 'Readme'),
  });
  const judge = judgeOver(world);
  await sweep(null, 'main', (question) =>
    question.pullRequest === 8 ? Promise.reject(new UsageError('its head cannot be read')) : judge(question),
  );
  expect(verdict(lost)).toMatchObject({
    state: 'error',
    description: expect.stringContaining('Not evaluated'),
  });
  expect(verdict(fine)?.state).toBe('success');
});

describe('a pull request that conflicts with what landed', () => {
  /** It changes the same lines as the trunk will, beside a revision of its own. */
  const conflicting = (files: Readonly<Record<string, string>>): Pull => {
    const own = { ...revisionFile('cccccccccccc', 'bbbbbbbbbbbb', 'stock'), ...files };
    const head = world.git.commit(main(), own, 'Stock');
    return world.openPull({ number: 8, author: 'bob', base: 'main', branch: 'stock', head });
  };
  const landed = (files: Readonly<Record<string, string>>): void =>
    world.git.point('refs/heads/main', world.git.commit(main(), files, 'Landed'));

  test('is not evaluated where that is inside of the versions', async () => {
    const [path = '', text = ''] =
      Object.entries(revisionFile('bbbbbbbbbbbb', 'aaaaaaaaaaaa', 'orders'))[0] ?? [];
    const pull = conflicting({ [path]: text.replace('orders', 'orders of theirs') });
    landed({ [path]: text.replace('orders', 'orders of ours') });
    await sweep();
    expect(verdict(pull)).toMatchObject({ state: expect.stringMatching(/^(error|failure)$/) });
    expect(shown(pull)[0]?.body).toContain('conflicts with the base');
  });

  test('is judged all the same where that is elsewhere', async () => {
    const pull = conflicting({ 'README.md': 'theirs\n' });
    landed({ 'README.md': 'ours\n', ...revisionFile('dddddddddddd', 'bbbbbbbbbbbb', 'refunds') });
    await sweep();
    expect(verdict(pull)?.state).toBe('failure');
    expect(shown(pull)[0]?.body).toContain('dddddddddddd');
  });
});

test('a head that moves after it was listed gets nothing from what was seen before', async () => {
  const pull = world.openPull({
    number: 8,
    author: 'bob',
    base: 'main',
    branch: 'stock',
    head: shop.pull.head,
  });
  const old = { ...pull };
  github.before('openWithStatus', () => undefined);
  const listed = github.openWithStatus.bind(github);
  Object.assign(github, {
    openWithStatus: async (context: string) => {
      const found = await listed(context);
      world.moveHead(pull, world.git.commit(main(), { 'README.md': 'hello\n' }, 'Readme'));
      return found;
    },
  });
  await sweep();
  expect(verdict(old)).toBeUndefined();
});

test('a push that changes nothing that is judged asks for no list of pull requests', async () => {
  await green(8, 'cccccccccccc', 'stock');
  const before = main();
  world.git.point('refs/heads/main', world.git.commit(before, { 'README.md': 'hello\n' }, 'Readme'));
  let asked = false;
  github.before('openWithStatus', () => (asked = true));
  const earlier = github.writes.length;
  await sweep(before);
  expect(asked).toBe(false);
  expect(github.writes.slice(earlier)).toEqual(['createStatus']);
});

test('a branch that is no trunk is left alone', async () => {
  const { notes } = await sweep(null, 'stock');
  expect(notes).toEqual(['stock is no trunk (main)']);
  expect(github.writes).toEqual([]);
});

describe('the trunk itself', () => {
  const tip = () =>
    world.statuses.findLast((one) => one.sha === main() && one.context === 'alembic-gate/base');
  const open = () => world.issues.filter(({ state }) => state === 'open');
  const fork = (): void =>
    world.git.point(
      'refs/heads/main',
      world.git.commit(main(), revisionFile('cccccccccccc', 'aaaaaaaaaaaa', 'stock'), 'Fork'),
    );

  test('is green with its expected heads, and no issue is opened', async () => {
    await sweep();
    expect(tip()).toMatchObject({ state: 'success', description: '1 head in migrations (bbbbbbbbbbbb)' });
    expect(world.issues).toEqual([]);
  });

  test('is red when it is forked, with exactly one issue that holds the remedy and is closed when it is healed', async () => {
    fork();
    await sweep();
    await sweep();
    expect(tip()?.state).toBe('failure');
    expect(open()).toEqual([expect.objectContaining({ body: expect.stringContaining('alembic merge') })]);
    const cure = revisionFile('ffffffffffff', null, 'merge');
    const text = Object.fromEntries(
      Object.entries(cure).map(([path, file]) => [
        path,
        file.replace('down_revision = None', "down_revision = ('bbbbbbbbbbbb', 'cccccccccccc')"),
      ]),
    );
    world.git.point('refs/heads/main', world.git.commit(main(), text, 'Merge'));
    // As the head of a green pull request has it.
    await github.createStatus(main(), 'alembic-gate/verdict', { state: 'success', description: 'proved' });
    await sweep();
    expect(tip()?.state).toBe('success');
    expect(open()).toEqual([]);
    expect(world.issues).toHaveLength(1);
  });

  test('is not followed by a word about a tip that is gone', async () => {
    github.before('branch', fork);
    const seen = main();
    await sweep();
    expect(world.statuses.filter((one) => one.sha === seen)).toEqual([]);
  });
});
