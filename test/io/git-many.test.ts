/** Many heads asked about at once: what git says of each alone, whatever their authors named their files. */
import { expect, test } from '@jest/globals';
import { openRepository } from '../../src/io/git/open.ts';
import { sandbox, type Repo } from './git-sandbox.ts';

const asked = async (repo: Repo, base: string, heads: readonly string[]) => {
  const commands: string[] = [];
  await using repository = await openRepository(repo.path, {
    onProcess: ([command = '']) => commands.push(command),
  });
  const before = commands.length;
  const each = await repository.changedSinceEach(base, heads);
  const together = new Map([...each].map(([head, files]) => [head, files.map(({ path }) => path)]));
  const processes = commands.length - before;
  const alone = new Map<string, readonly string[] | null>();
  for (const head of heads) alone.set(head, await repository.changedSince(base, head));
  return { each, together, alone, processes };
};

/** A repository with a history of one file, and one commit for each way in which a branch may leave it. */
function branches(box: ReturnType<typeof sandbox>) {
  const repo = box.repo('repo');
  const start = repo.commit('start', { a: '1', 'd/b': '1' });
  const middle = repo.commit('middle', { a: '2' });
  const tip = repo.commit('tip', { a: '3' });
  const on = (parent: string, files: Readonly<Record<string, string>>): string => {
    repo.git('checkout', '-q', '--detach', parent);
    return repo.commit('change', files);
  };
  return { repo, start, middle, tip, on };
}

test('each head has the changes that git gives for it alone, for two processes in all', async () => {
  using box = sandbox();
  const { repo, start, middle, tip, on } = branches(box);
  const plain = on(tip, { 'd/ü "q"\n': 'x' });
  const old = on(on(start, { x: '1' }), { y: '2' });
  repo.git('checkout', '-q', '--detach', middle);
  repo.git('rm', '-q', 'd/b');
  const removal = repo.commit('removal');
  const named = on(start, { [plain]: 'x', ':000000 100644 0 0 A': 'y', z: 'z' });
  const heads = [plain, named, old, removal, on(plain, { w: '1' })];
  const { each, together, alone, processes } = await asked(repo, tip, heads);
  expect(processes).toBe(2);
  expect(together).toEqual(alone);
  expect(together.get(named)).toEqual([':000000 100644 0 0 A', plain, 'z'].sort());
  expect(each.get(removal)).toEqual([{ path: 'd/b', contents: null }]);
  const contents = repo.git('rev-parse', `${named}:z`).trim();
  expect(each.get(named)).toContainEqual({ path: 'z', contents });
});

test('a head for which that is not simple is left to be asked about alone', async () => {
  using box = sandbox();
  const { repo, start, middle, tip, on } = branches(box);
  const plain = on(tip, { p: '1' });
  const merged = (ours: string, theirs: string): string => {
    repo.git('checkout', '-q', '--detach', ours);
    repo.git('merge', '-q', '-m', 'merge', theirs);
    return repo.git('rev-parse', 'HEAD').trim();
  };
  const updated = merged(on(start, { u: '1' }), middle);
  repo.git('checkout', '-q', '--orphan', 'stranger');
  const stranger = repo.commit('stranger', { s: '1' });
  const empty = on(tip, {});
  const { together, alone } = await asked(repo, tip, [plain, updated, stranger, empty, middle]);
  expect([...together]).toEqual([[plain, ['p']]]);
  expect(Object.fromEntries(alone)).toEqual({
    [plain]: ['p'],
    [updated]: ['u'],
    [stranger]: null,
    [empty]: [],
    [middle]: [],
  });

  // Each has merged the other: they parted at two commits, of which none is the better one.
  const side = on(middle, { c: '1' });
  const [here, there] = [merged(side, tip), merged(tip, side)];
  const crossed = await asked(repo, on(there, { m: '1' }), [on(here, { n: '1' })]);
  expect([...crossed.together]).toEqual([]);
  expect([...crossed.alone.values()]).toEqual([null]);
});

test('a head that is not here makes nobody’s answer wrong', async () => {
  using box = sandbox();
  const { repo, tip, on } = branches(box);
  const plain = on(tip, { p: '1' });
  await using repository = await openRepository(repo.path);
  expect([...(await repository.changedSinceEach(tip, [plain, 'f'.repeat(40)]))]).toEqual([]);
});
