/** A fork that somebody has cured in another pull request already: the comment leads there. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { revisionFile } from '../fakes/shop.ts';
import { openStage, type Stage } from './shop-ports.ts';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

/** The file that joins main's revision and the pull request's own. */
const merge = (): Record<string, string> => {
  const [[path, text] = ['', '']] = Object.entries(revisionFile('eeeeeeeeeeee', 'cccccccccccc', 'joined'));
  return { [path]: text.replace("= 'cccccccccccc'", "= ('bbbbbbbbbbbb', 'cccccccccccc')") };
};
const comment = async (number: number): Promise<string> => {
  await stage.again(number);
  return stage.world.comments.find(({ pull }) => pull === number)?.body ?? '';
};

test.each([
  ['beside it', 'main', '#9 joins these heads already, by `eeeeeeeeeeee`: land that one. Or comment'],
  ['into its branch', 'stock', 'by `eeeeeeeeeeee`: merge it into this branch. Or comment'],
])('a cure that was opened %s is named', async (_where, base, said) => {
  const { world } = stage;
  const forking = stage.adding(8, 'cccccccccccc', 'stock', 'aaaaaaaaaaaa');
  world.git.point('refs/heads/stock', forking.head);
  expect(await comment(8)).not.toContain('#9');
  const head = world.git.commit(forking.head, merge(), 'Join');
  world.openPull({ number: 9, author: 'bob', base, branch: 'join', head });
  expect(await comment(8)).toContain(said);
});

test('a pull request that only grows beside it cures nothing', async () => {
  stage.adding(8, 'cccccccccccc', 'stock', 'aaaaaaaaaaaa');
  stage.adding(9, 'dddddddddddd', 'fees');
  expect(await comment(8)).not.toContain('#9');
});
