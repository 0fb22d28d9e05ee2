/** What came onto the trunk although nothing ever showed that it works: said by whom and what, until somebody looked. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Pull } from '../fakes/github/world.ts';
import { revisionFile } from '../fakes/shop.ts';
import { openStage, type Stage } from './shop-ports.ts';

jest.setTimeout(60_000);

let stage: Stage;
beforeEach(async () => {
  stage = openStage();
  // The gate watches the trunk from here on.
  await stage.refresh();
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

const base = () =>
  stage.world.statuses.findLast(
    ({ sha, context }) => sha === stage.main() && context === 'alembic-gate/base',
  );
const open = () => stage.world.issues.filter(({ state }) => state === 'open');
const push = (files: Readonly<Record<string, string>>): void =>
  stage.world.git.point('refs/heads/main', stage.world.git.commit(stage.main(), files, 'Push'));
async function green(): Promise<Pull> {
  const pull = stage.adding(8, 'cccccccccccc', 'stock');
  await stage.publish(pull, stage.run(pull, 'cccccccccccc'));
  expect(stage.states(pull.head)).toEqual(['success']);
  return pull;
}
const STOCK = 'migrations/versions/cccccccccccc_stock.py';

describe('nothing is said', () => {
  const nothing = async (): Promise<void> => {
    const { failures } = await stage.refresh();
    expect({ failures, state: base()?.state, open: open() }).toEqual({
      failures: [],
      state: 'success',
      open: [],
    });
  };

  test('of a pull request that was green once', async () => {
    stage.world.merge(await green());
    await nothing();
  });

  test('of one that was squashed, which leaves its contents and no commit of it', async () => {
    const pull = await green();
    const squashed = stage.world.git.commit(
      stage.main(),
      { [STOCK]: stage.world.git.read(pull.head, STOCK) },
      'Stock (#8)',
    );
    stage.world.merge(pull, 'bob', squashed);
    await nothing();
  });

  test('of a merge queue’s commit that was green itself', async () => {
    const pull = stage.adding(8, 'cccccccccccc', 'stock');
    const group = stage.world.git.merge(stage.main(), pull.head, 'Merge #8') ?? '';
    await stage.github.createStatus(group, 'alembic-gate/verdict', {
      state: 'success',
      description: 'proved',
    });
    stage.world.merge(pull, 'bob', group);
    await nothing();
  });

  test('of a push without migrations', async () => {
    push({ 'README.md': 'hello\n' });
    await nothing();
  });

  test('where the gate is new, of what was there before it', async () => {
    stage.world.statuses.length = 0;
    push(revisionFile('cccccccccccc', 'bbbbbbbbbbbb', 'stock'));
    await nothing();
  });
});

describe('a revision whose head never was green', () => {
  const landed = (): Pull => {
    const pull = stage.adding(8, 'cccccccccccc', 'stock');
    stage.world.merge(pull, 'carol');
    return pull;
  };

  test('turns the trunk red, with one issue that names who and what', async () => {
    const pull = landed();
    await stage.refresh();
    await stage.refresh();
    expect(base()).toMatchObject({
      state: 'failure',
      description: 'Landed unproven: cccccccccccc with #8 by carol',
    });
    expect(open()).toEqual([
      expect.objectContaining({
        title: '1 migration landed on main without a proof: cccccccccccc',
        body: expect.stringContaining(`came with #8, merged by \`carol\`; its head ${pull.head.slice(0, 7)}`),
      }),
    ]);
  });

  test('also when it came in two pushes, and the first one was not looked at', async () => {
    landed();
    push({ 'README.md': 'hello\n' });
    await stage.refresh();
    expect(base()?.state).toBe('failure');
  });

  test('stays on record with every later push', async () => {
    landed();
    await stage.refresh();
    push({ 'README.md': 'hello\n' });
    await stage.refresh();
    expect(base()?.state).toBe('failure');
    expect(open()).toHaveLength(1);
  });

  test('is no more said when somebody closed the issue', async () => {
    landed();
    await stage.refresh();
    for (const issue of stage.world.issues) issue.state = 'closed';
    await stage.refresh();
    expect(base()?.state).toBe('success');
    expect(open()).toEqual([]);
  });

  test('closes its issue when it is taken back', async () => {
    const before = stage.main();
    landed();
    await stage.refresh();
    const tree = stage.world.git.git(['rev-parse', `${before}^{tree}`]);
    const revert = stage.world.git.git(['commit-tree', tree, '-p', stage.main()], 'Revert');
    stage.world.git.point('refs/heads/main', revert);
    await stage.refresh();
    expect(stage.world.issues.map(({ state }) => state)).toEqual(['closed']);
    expect(base()?.state).toBe('success');
  });

  test('is joined by the next one in the same issue', async () => {
    landed();
    await stage.refresh();
    push(revisionFile('dddddddddddd', 'cccccccccccc', 'refunds'));
    await stage.refresh();
    expect(open().map(({ title }) => title)).toEqual([
      '2 migrations landed on main without a proof: cccccccccccc, dddddddddddd',
    ]);
    expect(open()[0]?.body).toContain(
      '`dddddddddddd` (`migrations/versions/dddddddddddd_refunds.py`) was pushed by `alice`',
    );
  });

  test('is not forgotten when the record could not be written', async () => {
    landed();
    stage.github.before('createIssue', () => {
      throw new Error('GitHub did not open an issue: 500');
    });
    await stage.refresh();
    expect(base()?.state).toBe('error');
    await stage.refresh();
    expect(base()?.state).toBe('failure');
    expect(open()).toHaveLength(1);
  });

  test('is not told by a green that somebody else wrote', async () => {
    const pull = landed();
    stage.world.statuses.push({
      sha: pull.head,
      context: 'alembic-gate/verdict',
      state: 'success',
      description: 'proved',
      login: 'mallory',
    });
    await stage.refresh();
    expect(base()?.state).toBe('failure');
  });

  test('nor by a green head of other contents', async () => {
    const pull = await green();
    const edited = stage.world.git.read(pull.head, STOCK).replace("'stock'", "'wares'");
    stage.world.merge(pull, 'bob', stage.world.git.commit(stage.main(), { [STOCK]: edited }, 'Stock (#8)'));
    await stage.refresh();
    expect(base()).toMatchObject({
      state: 'failure',
      description: 'Landed unproven: cccccccccccc pushed by alice',
    });
  });
});

test('a trunk of which GitHub does not say what landed is not green', async () => {
  push({ 'README.md': 'hello\n' });
  stage.github.before('landings', () => {
    throw new Error('GitHub did not list what landed on main: 500');
  });
  const { failures } = await stage.refresh();
  expect(failures).toEqual([expect.stringContaining('what landed on main')]);
  expect(base()).toMatchObject({ state: 'error', description: expect.stringContaining('Not evaluated') });
});
