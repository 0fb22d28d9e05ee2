/** Several trunks: what each is, and what they would be together, before anybody merges one into the other. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { revisionFile } from '../fakes/shop.ts';
import { openStage, type Stage } from './shop-ports.ts';

jest.setTimeout(60_000);

let stage: Stage;
beforeEach(() => {
  stage = openStage();
  const configured = stage.world.git.commit(
    stage.main(),
    { '.github/alembic-gate.yml': 'trunks: [main, dev]\n' },
    'Configure',
  );
  stage.world.git.point('refs/heads/main', configured);
  stage.world.git.point('refs/heads/dev', configured);
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

const tip = (branch: string): string => stage.world.git.tip(`refs/heads/${branch}`) ?? '';
const add = (branch: string, id: string, parent: string, table: string): void =>
  stage.world.git.point(
    `refs/heads/${branch}`,
    stage.world.git.commit(tip(branch), revisionFile(id, parent, table), table),
  );
const health = (branch: string) => stage.states(tip(branch), 'alembic-gate/base').at(-1);
/** Titles of open issues, but for those about how something landed. */
const open = (): string[] =>
  stage.world.issues
    .filter(({ state, title }) => state === 'open' && !title.includes('without a proof'))
    .map(({ title }) => title);

test('a hotfix on one while the other moved on is said before the back-merge, once, and until it is cured', async () => {
  add('dev', 'cccccccccccc', 'bbbbbbbbbbbb', 'stock');
  await stage.refresh(null);
  expect(open()).toEqual([]);

  const before = tip('main');
  add('main', 'dddddddddddd', 'bbbbbbbbbbbb', 'hotfix');
  await stage.refresh(before);
  await stage.refresh(null);
  expect(open()).toEqual([
    expect.stringMatching(/^dev and main will fork when they are merged: .*cccccccccccc.*dddddddddddd/),
  ]);
  expect(stage.world.issues.at(-1)?.body).toContain('alembic merge');

  const merged = stage.world.git.merge(tip('dev'), tip('main'), 'Back-merge') ?? '';
  const [[path, text] = ['', '']] = Object.entries(revisionFile('eeeeeeeeeeee', null, 'join'));
  const joined = text.replace('down_revision = None', "down_revision = ('cccccccccccc', 'dddddddddddd')");
  stage.world.git.point('refs/heads/dev', stage.world.git.commit(merged, { [path]: joined }, 'Join'));
  await stage.refresh(null);
  expect(open()).toEqual([]);
});

test('the night looks at every trunk', async () => {
  add('dev', 'cccccccccccc', 'aaaaaaaaaaaa', 'stock');
  await stage.refresh(null);
  expect([health('main'), health('dev')]).toEqual(['success', 'failure']);
  expect(open()).toEqual([expect.stringContaining('The migrations of dev are forked')]);
});

test('one that is gone keeps no other from its verdict', async () => {
  stage.world.git.git(['update-ref', '-d', 'refs/heads/dev']);
  const { failures } = await stage.refresh(null);
  expect(failures).not.toEqual([]);
  expect(health('main')).toBe('success');
});

test('what one has from the other was looked at when it landed there', async () => {
  await stage.refresh(null);
  const pull = stage.adding(8, 'cccccccccccc', 'stock', 'bbbbbbbbbbbb', 'main');
  const more = stage.world.git.commit(pull.head, { 'README.md': 'stock\n' }, 'Say so');
  stage.world.moveHead(pull, more);
  await stage.publish(pull, stage.run(pull, 'cccccccccccc'));
  stage.world.merge(pull);
  await stage.refresh(null);
  stage.world.git.point('refs/heads/dev', tip('main'));
  add('dev', 'dddddddddddd', 'cccccccccccc', 'fees');
  await stage.refresh(null);
  expect(stage.world.issues.map(({ title }) => title)).toEqual([
    '1 migration landed on dev without a proof: dddddddddddd',
  ]);
});
