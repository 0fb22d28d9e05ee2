/** Each question to GitHub fails once: what is not known is never green, and nothing is lost without a word. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { publishGroup } from '../../src/flows/publish-group.ts';
import { publishRun, type Published } from '../../src/flows/publish.ts';
import { refresh } from '../../src/flows/refresh.ts';
import type { GitHub } from '../../src/io/github.ts';
import type { InMemoryGitHub } from '../fakes/github/port.ts';
import type { Pull, World } from '../fakes/github/world.ts';
import { revisionFile } from '../fakes/shop.ts';
import { environment, proof, report, revision } from '../publish/reports.ts';
import { judgeOver } from './judge-over-world.ts';
import { openShopWorld, type ShopWorld } from './shop-world.ts';
import { surveyOver } from './survey-over-world.ts';

const GATE = '.github/workflows/gate.yml';
const FAULT = 'GitHub did not answer: 500';

jest.setTimeout(60_000);

let shop: ShopWorld;
let root: string;
let opened: AsyncDisposable[];
let world: World;
let github: InMemoryGitHub;
let main: string;
beforeEach(() => {
  shop = openShopWorld();
  opened = [];
  ({ root, world, github } = shop);
  shop.pull.state = 'closed';
  ({ main } = shop.shop);
});
afterEach(async () => {
  for (const one of opened) await one[Symbol.asyncDispose]();
  shop[Symbol.dispose]();
});

/** A pull request in line with main, and the proof that its gate left. */
function proved(number = 8): { readonly pull: Pull; readonly run: number } {
  const head = world.git.commit(main, revisionFile('cccccccccccc', 'bbbbbbbbbbbb', 'stock'), 'Stock');
  const pull = world.openPull({ number, author: 'alice', base: 'main', branch: 'stock', head });
  return { pull, run: runOn(head) };
}

function runOn(headSha: string): number {
  const id = world.nextId();
  const shown = environment({
    heads: { base: ['bbbbbbbbbbbb'], head: ['cccccccccccc'], merged: ['cccccccccccc'] },
    revisions: { added: [revision('cccccccccccc')], changed: [], removed: [] },
    database: proof({ steps: proof().steps.map((step) => ({ ...step, revision: 'cccccccccccc' })) }),
  });
  const archive = Buffer.from(JSON.stringify(report([shown], { head: { ref: headSha, sha: headSha } })));
  world.runs.push({ id, workflowId: 12, path: GATE, event: 'pull_request', headSha, createdAt: new Date() });
  world.artifacts.push({ id: world.nextId(), run: id, name: 'alembic-gate-report', archive });
  return id;
}

const fails = (method: keyof GitHub): void =>
  github.before(method, () => {
    throw new Error(FAULT);
  });
const states = (sha: string): string[] =>
  world.statuses
    .filter((one) => one.sha === sha && one.context === 'alembic-gate/verdict')
    .map(({ state }) => state);
/** What the job says of it in the end: a failure stops it, a warning makes it red, a note stands in its log. */
const said = (ending: Promise<Published>): Promise<string> =>
  ending.then(
    ({ failures, notes }) => (failures.length > 0 ? `warning: ${failures.join()}` : `note: ${notes.join()}`),
    (error: unknown) => `failure: ${error instanceof Error ? error.message : String(error)}`,
  );
const publish = (pull: Pull, run: number): Promise<string> =>
  said(
    publishRun(
      {
        kind: 'publish',
        run: { id: run, headSha: pull.head, path: GATE, event: 'pull_request', branch: pull.branch },
      },
      { github, judge: judgeOver(world) },
    ),
  );
const sweep = (): Promise<string> =>
  said(
    refresh(
      { kind: 'refresh', branch: 'main', before: null, defaultBranch: 'main' },
      { github, judge: judgeOver(world), survey: surveyOver(world, root, opened) },
    ),
  );

describe('after a run of the gate', () => {
  test.each<[keyof GitHub, readonly string[], RegExp]>([
    ['openPullRequests', [], /^failure: GitHub did not answer/],
    // The verdict is there without its proof: whatever is looked at next finds it.
    ['artifact', ['success'], /^note: GitHub did not answer/],
    ['runsOn', ['success'], /^note: report taken/],
    ['pullRequest', [], /^failure: GitHub did not answer/],
    ['branch', [], /^failure: GitHub did not answer/],
    ['comments', [], /^failure: GitHub did not answer/],
    ['status', [], /^failure: GitHub did not answer/],
    ['me', [], /^failure: GitHub did not answer/],
    ['createStatus', [], /^warning: GitHub did not answer/],
    ['createComment', ['success'], /^note: report taken/],
  ])('%s fails', async (method, wanted, words) => {
    const { pull, run } = proved();
    fails(method);
    expect({ said: await publish(pull, run), states: states(pull.head) }).toEqual({
      said: expect.stringMatching(words),
      states: wanted,
    });
    // Whatever went wrong, the same run again makes it right, and once.
    await publish(pull, run);
    expect(states(pull.head)).toEqual(['success']);
    expect(world.comments).toHaveLength(1);
  });

  test('with no answer about any proof the verdict waits', async () => {
    const { pull, run } = proved();
    Object.assign(github, { artifact: () => Promise.reject(new Error(FAULT)) });
    await publish(pull, run);
    expect(states(pull.head)).toEqual(['pending']);
  });
});

describe('after a push to the trunk that forks a green pull request', () => {
  const forked = async (): Promise<Pull> => {
    const { pull, run } = proved();
    await publish(pull, run);
    expect(states(pull.head)).toEqual(['success']);
    const landed = world.git.commit(main, revisionFile('dddddddddddd', 'bbbbbbbbbbbb', 'refunds'), 'Refunds');
    world.git.point('refs/heads/main', landed);
    return pull;
  };
  test.each<[keyof GitHub, readonly string[], RegExp]>([
    // Nothing is known of any pull request: the job is red and the night looks again.
    ['openWithStatus', [], /^failure: GitHub did not answer/],
    ['me', ['pending', 'failure'], /^warning: GitHub did not answer/],
    ['branch', ['pending', 'failure'], /^warning: GitHub did not answer/],
    ['status', ['pending', 'failure'], /^warning: GitHub did not answer/],
    ['ownIssues', ['pending', 'failure'], /^warning: GitHub did not answer/],
    ['createStatus', ['pending', 'failure'], /^warning: GitHub did not answer/],
    ['runsOn', ['pending', 'error'], /^warning: #8: GitHub did not answer/],
    ['pullRequest', ['pending', 'error'], /^warning: #8: GitHub did not answer/],
    ['comments', ['pending', 'error'], /^warning: #8: GitHub did not answer/],
    ['createComment', ['pending', 'failure'], /^note: main: /],
    ['minimiseComment', ['pending', 'failure'], /^warning: GitHub did not answer/],
  ])('%s fails', async (method, wanted, words) => {
    const pull = await forked();
    fails(method);
    const ending = await sweep();
    const [first, ...then] = states(pull.head);
    expect({ ending, first, then }).toEqual({
      ending: expect.stringMatching(words),
      first: 'success',
      then: wanted,
    });
    await sweep();
    expect(states(pull.head).at(-1)).toBe('failure');
  });
});

describe('after a run of the gate in the merge queue', () => {
  test.each<[keyof GitHub, readonly string[], RegExp]>([
    ['runsOn', ['error'], /^note: GitHub did not answer/],
    ['artifact', ['error'], /^note: .*left no proof/],
    ['status', [], /^failure: GitHub did not answer/],
    ['createStatus', [], /^warning: GitHub did not answer/],
  ])('%s fails', async (method, wanted, words) => {
    const { pull } = proved();
    fails(method);
    const ending = said(
      publishGroup(
        {
          kind: 'publish',
          run: {
            id: 1,
            headSha: pull.head,
            path: GATE,
            event: 'merge_group',
            branch: `gh-readonly-queue/main/pr-8-${main}`,
          },
        },
        { github, judge: judgeOver(world) },
      ),
    );
    expect({ said: await ending, states: states(pull.head) }).toEqual({
      said: expect.stringMatching(words),
      states: wanted,
    });
  });
});
