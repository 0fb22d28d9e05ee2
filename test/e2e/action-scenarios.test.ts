/** Whole stories, from green over red to landed: the built action, git over HTTP, a real MySQL, Alembic as the last judge. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { headsAt } from './heads.ts';
import { openScene, PROVING, type Scene } from './scene.ts';
import { comment, enqueue, gate, bot, gateGroup, land } from './shop.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => {
  await scene[Symbol.asyncDispose]();
});

const headsOfMain = (): string[] => headsAt(scene.fake.world, 'refs/heads/main');
const health = () =>
  scene.fake.world.statuses.findLast(({ context }) => context === 'alembic-gate/base')?.state;

test('three at once: the first lands, the second is re-parented, the third is merged', async () => {
  const { fake, adding, prove, verdicts, shown, answer } = scene;
  const stock = adding(8, 'cccccccccccc', 'bbbbbbbbbbbb', 'stock');
  const refunds = adding(9, 'dddddddddddd', 'bbbbbbbbbbbb', 'refunds');
  const fees = adding(10, 'eeeeeeeeeeee', 'bbbbbbbbbbbb', 'fees');
  for (const pull of [stock, refunds, fees]) await prove(pull);
  expect([stock, refunds, fees].map(verdicts)).toEqual([['success'], ['success'], ['success']]);
  // Long before anything lands, each is told of the others.
  expect(shown(fees)[0]).toContain('If #8 lands first, this one must be re-parented onto `cccccccccccc`');
  expect(shown(fees)[0]).toContain('If #9 lands first, this one must be re-parented onto `dddddddddddd`');

  await land(fake, stock);
  expect([refunds, fees].map(verdicts)).toEqual([
    ['success', 'pending', 'failure'],
    ['success', 'pending', 'failure'],
  ]);

  await comment(fake, refunds, 'alice', `/merge-heads ${refunds.head.slice(0, 7)} re-parent`);
  expect(answer(refunds)).toContain('The history has its expected heads again.');
  expect(fake.world.git.read(refunds.head, 'migrations/versions/dddddddddddd_refunds.py')).toContain(
    "down_revision = 'cccccccccccc'",
  );
  expect(verdicts(refunds)).toEqual(['pending']);
  await prove(refunds);
  expect(verdicts(refunds)).toEqual(['pending', 'success']);
  await land(fake, refunds);
  expect(headsOfMain()).toEqual(['dddddddddddd']);

  // It was red before, and stays so for another reason: nobody is told twice that it is no longer green.
  expect(verdicts(fees).at(-1)).toBe('failure');
  await comment(fake, fees, 'alice', `/merge-heads ${fees.head.slice(0, 7)}`);
  await prove(fees);
  expect(verdicts(fees)).toEqual(['pending', 'success']);
  await land(fake, fees);
  expect(headsOfMain()).toHaveLength(1);
  expect(health()).toBe('success');
  expect(fake.world.issues).toEqual([]);
}, 900_000);

test('a merge queue: the second turns red on top of the first, is cured, and passes the queue', async () => {
  const { fake, adding, prove, verdicts, shown } = scene;
  const stock = adding(8, 'cccccccccccc', 'bbbbbbbbbbbb', 'stock');
  const refunds = adding(9, 'dddddddddddd', 'bbbbbbbbbbbb', 'refunds');
  const verdict = (sha: string) => fake.world.statuses.findLast((one) => one.sha === sha)?.state;

  const first = enqueue(fake, stock);
  const second = enqueue(fake, refunds, first);
  await gateGroup(fake, first, PROVING);
  await gateGroup(fake, second, PROVING);
  expect([verdict(first.head), verdict(second.head)]).toEqual(['success', 'failure']);
  expect(shown(refunds)).toEqual([
    expect.stringContaining('#8, which stands before this pull request in the queue, is part of that commit'),
  ]);
  expect(shown(stock)).toEqual([]);

  fake.world.queue.length = 0;
  await land(fake, stock, {}, first.head);
  expect(verdicts(refunds).at(-1)).toBe('failure');
  await comment(fake, refunds, 'alice', `/merge-heads ${refunds.head.slice(0, 7)}`);
  await prove(refunds);
  expect(verdicts(refunds).at(-1)).toBe('success');

  const again = enqueue(fake, refunds);
  await gateGroup(fake, again, PROVING);
  expect(verdict(again.head)).toBe('success');
  await land(fake, refunds, {}, again.head);
  expect(headsOfMain()).toHaveLength(1);
  expect(health()).toBe('success');
}, 900_000);

test('a fork: its author commits the file that the bot answers with, because no token of ours may', async () => {
  const { fake, adding, prove, verdicts, answer } = scene;
  const fork = { author: 'mallory', branch: 'main', fork: true };
  const invoices = adding(8, 'cccccccccccc', 'bbbbbbbbbbbb', 'invoices', fork);
  const stock = adding(9, 'dddddddddddd', 'bbbbbbbbbbbb', 'stock');
  await prove(invoices);
  await prove(stock);
  await land(fake, stock);
  expect(verdicts(invoices)).toEqual(['success', 'pending', 'failure']);

  const judged = invoices.head;
  await comment(fake, invoices, 'alice', `/merge-heads ${judged.slice(0, 7)}`);
  expect(invoices.head).toBe(judged);
  const [, path = ''] = /It writes `([^`]+)`/.exec(answer(invoices)) ?? [];
  const [, text = ''] = /```python\n([\s\S]*?)```/.exec(answer(invoices)) ?? [];
  const { git } = fake.world;
  const updated = git.merge(judged, git.tip('refs/heads/main') ?? '', 'Merge main') ?? '';
  fake.world.moveHead(invoices, git.commit(updated, { [path]: text }, 'Merge heads'));

  await prove(invoices);
  expect(verdicts(invoices)).toEqual(['success']);
  await land(fake, invoices);
  expect(headsOfMain()).toHaveLength(1);
}, 900_000);

test('a fork whose run waits for somebody’s approval waits too, and is not green for want of a run', async () => {
  const { fake, adding, verdicts } = scene;
  const fork = { author: 'mallory', branch: 'main', fork: true };
  const invoices = adding(8, 'cccccccccccc', 'bbbbbbbbbbbb', 'invoices', fork);
  const run = fake.world.nextId();
  const waiting = { workflowId: 12, path: '.github/workflows/gate.yml', event: 'pull_request' };
  fake.world.runs.push({ id: run, ...waiting, headSha: invoices.head, createdAt: new Date() });
  await bot(fake, invoices, run);
  expect(verdicts(invoices)).toEqual(['pending']);
}, 120_000);

test('a stack: the upper one is judged against the lower, then against main, where another landed first', async () => {
  const { fake, adding, prove, verdicts, answer } = scene;
  const lower = adding(8, 'cccccccccccc', 'bbbbbbbbbbbb', 'stock');
  const upper = adding(9, 'dddddddddddd', 'cccccccccccc', 'prices', { base: 'stock' });
  await prove(lower);
  await prove(upper);
  expect([lower, upper].map(verdicts)).toEqual([['success'], ['success']]);
  await comment(fake, lower, 'alice', `/merge-heads ${lower.head.slice(0, 7)}`);
  expect(answer(lower)).toContain('Nothing to do');

  await land(fake, lower);
  Object.assign(upper, { base: 'main' });
  const fees = adding(10, 'eeeeeeeeeeee', 'cccccccccccc', 'fees');
  await prove(fees);
  await land(fake, fees);
  expect(verdicts(upper).at(-1)).toBe('failure');

  // Whoever retargets it later hears the same from the gate's own run.
  const { run, code } = await gate(fake, upper);
  expect(code).toBe(1);
  await bot(fake, upper, run);
  expect(verdicts(upper).at(-1)).toBe('failure');

  await comment(fake, upper, 'alice', `/merge-heads ${upper.head.slice(0, 7)}`);
  await prove(upper);
  expect(verdicts(upper)).toEqual(['pending', 'success']);
  await land(fake, upper);
  expect(headsOfMain()).toHaveLength(1);
}, 900_000);
