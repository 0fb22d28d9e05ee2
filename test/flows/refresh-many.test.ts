/** Many open pull requests at once: what they cost together, and that none of them costs the others their verdicts. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { RepositoryOptions } from '../../src/io/git.ts';
import { refresh } from '../../src/flows/refresh.ts';
import type { InMemoryGitHub } from '../fakes/github/port.ts';
import type { Pull, World } from '../fakes/github/world.ts';
import { revisionFile } from '../fakes/shop.ts';
import { judgeOver } from './judge-over-world.ts';
import { openShopWorld, type ShopWorld } from './shop-world.ts';
import { surveyOver } from './survey-over-world.ts';

jest.setTimeout(120_000);

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

const open = (number: number, head: string): Pull =>
  world.openPull({ number, author: 'bob', base: 'main', branch: `b${number}`, head });
const verdict = ({ head }: Pull) => world.statuses.findLast(({ sha }) => sha === head);
const night = (options: RepositoryOptions = {}) =>
  refresh(
    { kind: 'refresh', branch: 'main', before: null, defaultBranch: 'main' },
    { github, judge: judgeOver(world, github, options), survey: surveyOver(world, root, opened, options) },
  );

describe('where nothing changed', () => {
  let plain = 0;
  const documents = (): Pull =>
    open(200 + plain, world.git.commit(main, { [`docs/${(plain += 1)}.md`]: 'hello\n' }, 'Docs'));
  let touching = 0;
  const migration = (): Pull => {
    const id = `cccccccc${1000 + (touching += 1)}`;
    return open(100 + touching, world.git.commit(main, revisionFile(id, 'bbbbbbbbbbbb', id), id));
  };
  /** Git processes and questions to GitHub of a night that has nothing to say. */
  const cost = async (): Promise<{ processes: number; fetches: number; questions: number }> => {
    await night();
    await night();
    const written = world.statuses.length;
    let [processes, fetches] = [0, 0];
    github.at(0, () => undefined);
    await night({
      onProcess: (command) => {
        processes += 1;
        if (command.includes('fetch')) fetches += 1;
      },
    });
    expect(world.statuses).toHaveLength(written);
    return { processes, fetches, questions: github.calls().length };
  };

  test('a pull request without migrations costs nothing more, and one with them six processes of git and no fetch', async () => {
    documents();
    migration();
    const few = await cost();
    for (let count = 0; count < 20; count += 1) documents();
    const more = await cost();
    for (let count = 0; count < 5; count += 1) migration();
    const many = await cost();
    expect([more.questions, many.questions]).toEqual([few.questions, few.questions]);
    // One more or less where a listing that two questions share came in another order.
    expect(more.processes - few.processes).toBeLessThanOrEqual(2);
    expect(many.processes - more.processes).toBeLessThanOrEqual(5 * 6 + 2);
    expect([more.fetches, many.fetches]).toEqual([few.fetches, few.fetches]);
    expect(few.processes).toBeLessThanOrEqual(55);
  });
});

describe('one that nobody can judge leaves the others their verdicts', () => {
  const forking = (): Pull =>
    open(8, world.git.commit(main, revisionFile('cccccccccccc', 'aaaaaaaaaaaa', 'stock'), 'Stock'));

  /** A few objects that name a hundred thousand files, and could as well name more than there are atoms. */
  function bomb(): string {
    const blob = world.git.git(['hash-object', '-w', '--stdin'], 'x');
    let entry = `100644 blob ${blob}`;
    for (let level = 0; level < 5; level += 1) {
      const lines = Array.from({ length: 10 }, (_, index) => `${entry}\tname-of-some-length-${index}\n`);
      entry = `040000 tree ${world.git.git(['mktree'], lines.join(''))}`;
    }
    const top = world.git.git(['ls-tree', main]);
    const tree = world.git.git(['mktree'], `${top}\n${entry}\tbomb\n`);
    return world.git.git(['commit-tree', tree, '-p', main, '-m', 'Bomb']);
  }

  test('because its tree has no end', async () => {
    const [bombing, other] = [open(9, bomb()), forking()];
    const { notes } = await night({ mostBytes: 1 << 20 });
    expect(notes).toContainEqual(expect.stringContaining('2 open pull requests'));
    expect(verdict(bombing)).toMatchObject({
      state: 'error',
      description: expect.stringMatching(
        /^Not evaluated: git \S+ was stopped because it lists more than 1 MB/,
      ),
    });
    expect(verdict(other)?.state).toBe('failure');
  });
});
