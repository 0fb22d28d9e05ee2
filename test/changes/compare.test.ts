import { describe, expect, test } from '@jest/globals';
import { compareHistories } from '../../src/changes/compare.ts';
import type { HistoryChanges, HistorySide } from '../../src/changes/history.ts';
import { changing, pullRequest, side, type Change } from './sides.ts';

const compare = (base: HistorySide, merged: HistorySide, rest: Change = {}): HistoryChanges =>
  compareHistories(pullRequest(base, merged, rest));
const ids = (revisions: readonly { readonly id: string }[]): readonly string[] =>
  revisions.map(({ id }) => id);
const changedIds = ({ changed }: HistoryChanges): readonly string[] => changed.map(({ after }) => after.id);

describe('what came, changed and went', () => {
  test('a revision on top of the head is added, and nothing is wrong', () => {
    const changes = compare(side('a <- b'), side('a <- b; b <- c'));
    expect(ids(changes.added)).toEqual(['c']);
    expect(changes).toMatchObject({
      fresh: ['c'],
      changed: [],
      removed: [],
      problems: [],
      graphProblems: [],
    });
  });

  test('new revisions are told in the order in which they will run, not in that of their files', () => {
    const changes = compare(side('z'), side('z; y <- x; z <- y'));
    expect(ids(changes.added)).toEqual(['x', 'y']);
    expect(changes.fresh).toEqual(['y', 'x']);
  });

  test('a file that can no longer be read is not a deletion', () => {
    const merged = { ...side('a'), unread: [{ path: 'versions/b.py' }] };
    expect(compare(side('a <- b'), merged)).toMatchObject({ removed: [], problems: [] });
  });

  test('beside a file that cannot be read, neither heads nor missing parents are judged', () => {
    const unread = [{ path: 'versions/c.py' }];
    const fork = { ...side('a <- b; b <- d e'), unread };
    expect(compare(side('a <- b'), fork).problems).toEqual([]);
    const gap = { ...side('a <- b; ?c <- d'), unread };
    expect(compare(side('a <- b'), gap)).toMatchObject({ problems: [], graphProblems: [] });
  });

  test('without a merge, the heads are not judged and what the head did itself is still said', () => {
    const parted = side('a <- b');
    const head = side('a <- b; a <- mine', changing('b', { message: 'edited' }));
    const changes = compare(side('a <- b; b <- landed'), head, { mergeBase: parted, head, merged: null });
    expect(ids(changes.added)).toEqual(['mine']);
    expect(changes.removed).toEqual([]);
    expect(changes.problems).toMatchObject([{ kind: 'edited', revision: 'b' }]);
  });
});

describe('heads of the merge', () => {
  test('a fork names both sides, the revision to move, where they part, and the stale parent', () => {
    expect(compare(side('a <- b; b <- c'), side('a <- b; b <- c d')).problems).toMatchObject([
      {
        kind: 'multiple-heads',
        heads: [
          { id: 'c', from: 'base' },
          { id: 'd', from: 'pull-request' },
        ],
        lowest: { revision: 'd', path: 'versions/d.py', line: 1 },
        common: ['b'],
        inherited: false,
      },
      { kind: 'stale-parent', revision: 'd', parent: 'b', newer: ['c'] },
    ]);
  });

  test('of a chain of new revisions the lowest is the one to move', () => {
    const [problem] = compare(side('a <- b'), side('a <- b d; d <- e')).problems;
    expect(problem).toMatchObject({ heads: [{ id: 'b' }, { id: 'e' }], lowest: { revision: 'd' } });
  });

  test('a stale parent that the pull request joins again by itself is no problem', () => {
    expect(compare(side('a <- b'), side('a <- b c; b c <- m')).problems).toEqual([]);
  });

  test('a merge revision that joins two of three heads is incomplete', () => {
    expect(compare(side('a <- b c d'), side('a <- b c d; b c <- m')).problems).toMatchObject([
      { kind: 'multiple-heads', inherited: true },
      { kind: 'incomplete-merge', revision: 'm', joins: ['b', 'c'], leaves: ['d'] },
    ]);
  });

  test('two heads that the base has already are inherited, a third is not', () => {
    const base = side('a <- b c');
    expect(compare(base, side('a <- b c; c <- d')).problems).toMatchObject([
      { kind: 'multiple-heads', inherited: true },
    ]);
    expect(compare(base, side('a <- b c d')).problems).toMatchObject([
      { kind: 'multiple-heads', inherited: false },
      { kind: 'stale-parent' },
    ]);
  });

  test('a pull request that joins the heads of a broken base is in order', () => {
    expect(compare(side('a <- b c'), side('a <- b c; b c <- m')).problems).toEqual([]);
  });

  test('as many heads as before on another branch label are not inherited', () => {
    const base = side('r <- e1#expand c1#contract; e1 <- e2 e3');
    const merged = side('r <- e1#expand c1#contract; e1 <- e2 e3; e2 e3 <- m; c1 <- c2 c3');
    const [problem] = compare(base, merged, { expected: { expand: 1, contract: 1 } }).problems;
    expect(problem).toMatchObject({
      kind: 'multiple-heads',
      faults: [{ label: 'contract' }],
      inherited: false,
    });
  });

  test('a map that does not load has no heads to judge', () => {
    const changes = compare(side('a'), side('a; ?gone <- b'));
    expect(changes.problems).toEqual([]);
    expect(changes.graphProblems).toMatchObject([{ problem: { kind: 'missing-parent' }, inherited: false }]);
  });

  test('a fault of the graph that the base has as well is inherited; a third file with the id is not', () => {
    const twice = 'a <- b; a <- b';
    const rename = changing('b', {});
    const numbered = (text: string): HistorySide =>
      side(text, (all) =>
        rename(all).map((revision, index) => ({ ...revision, path: `versions/${index}.py` })),
      );
    expect(compare(numbered(twice), numbered(`${twice}; b <- c`)).graphProblems).toMatchObject([
      { inherited: true },
    ]);
    expect(compare(numbered(twice), numbered(`${twice}; a <- b`)).graphProblems).toMatchObject([
      { inherited: false },
    ]);
  });
});

describe('revisions that are merged already', () => {
  const base = side('a <- b; b <- c');

  test('an edit is a problem; a change of comments alone is told as that', () => {
    const merged = side('a <- b; b <- c', changing('b', { message: 'other words' }));
    expect(compare(base, merged).problems).toMatchObject([
      { kind: 'edited', revision: 'b', sameTree: false },
    ]);
    const prints = { fingerprints: new Map([['versions/b.py', 'tree']]) };
    expect(compare({ ...base, ...prints }, { ...merged, ...prints }).problems).toMatchObject([
      { kind: 'edited', sameTree: true },
    ]);
  });

  test('a renamed file keeps its revision', () => {
    const changes = compare(base, side('a <- b; b <- c', changing('b', { path: 'versions/x.py' })));
    expect(changedIds(changes)).toEqual(['b']);
    expect(changes).toMatchObject({
      added: [],
      removed: [],
      problems: [{ kind: 'edited', path: 'versions/x.py', previousPath: 'versions/b.py', sameTree: true }],
    });
  });

  test('another parent is a re-parent, also where it hides a new revision below', () => {
    expect(compare(side('a <- b c'), side('a <- b; b <- c')).problems).toMatchObject([
      { kind: 'reparented', revision: 'c', before: ['a'], after: ['b'], inserted: [] },
    ]);
    expect(compare(base, side('a <- b; b <- n; n <- c')).problems).toMatchObject([
      { kind: 'reparented', revision: 'c', before: ['b'], after: ['n'], inserted: ['n'] },
    ]);
  });

  test('a label that moves to a new revision inserts it below those that depend on it', () => {
    const before = side('a#x; b~x');
    const after = side('n#x; a; b~x');
    expect(compare(before, after, { expected: 3 }).problems).toMatchObject([
      { kind: 'edited', revision: 'a' },
      { kind: 'inserted', revision: 'n' },
    ]);
  });

  test('a deletion names who still stands on it', () => {
    expect(compare(base, side('a; ?b <- c')).problems).toMatchObject([
      { kind: 'deleted', revision: 'b', followers: ['c'] },
    ]);
  });

  test.each([
    ['nobody declared a database', [], 'unknown'],
    ['a declared state is not known here', ['a', 'gone'], 'unknown'],
    ['no declared database has it', ['b'], 'nowhere'],
    ['a declared database has it', ['b', 'c'], ['c']],
    ['a declared tag has it', [{ name: 'v2', heads: ['c'] }], ['v2']],
    ['a declared tag is below it', [{ name: 'v1', heads: ['b'] }], 'nowhere'],
    ['a declared tag holds nothing', [{ name: 'v0', heads: [] }], 'unknown'],
  ] as const)('a revert says whether it was applied: %s', (_, deployed, applied) => {
    expect(compare(base, side('a <- b'), { deployed }).problems).toMatchObject([
      { kind: 'deleted', revision: 'c', followers: [], applied },
    ]);
  });

  test('another id in the same file is told as that, not as a deletion', () => {
    const merged = side('a <- b; b <- d', changing('d', { path: 'versions/c.py' }));
    expect(compare(base, merged).problems).toMatchObject([{ kind: 'reidentified', revision: 'c', now: 'd' }]);
  });

  test('what cures a fault of the base is a repair', () => {
    expect(compare(side('a; ?gone <- b'), side('a <- b')).problems).toMatchObject([
      { kind: 'repaired', revision: 'b' },
    ]);
  });

  test('an edit of a file with a fault that stays, or that needs no edit of operations, is an edit', () => {
    const long = 'x'.repeat(40);
    const merged = side(long, changing(long, { message: 'new words' }));
    expect(compare(side(long), merged).problems).toMatchObject([{ kind: 'edited' }]);
  });

  test('on the base of a stacked pull request only what is on a trunk counts as merged', () => {
    const merged = side('a; a <- c', changing('a', { message: 'edited' }));
    const trunks = [{ name: 'main', graph: side('a').graph }];
    const { problems } = compare(base, merged, { baseIsTrunk: false, trunks });
    expect(problems).toMatchObject([{ kind: 'edited', revision: 'a' }]);
  });
});

describe('declared squashes', () => {
  const base = side('a <- b; b <- c; c <- d');
  const squash = [{ replaces: ['a', 'b'], at: 'c' }];
  const after = side('c <- d');

  test('the right shape accounts for everything that is gone', () => {
    expect(compare(base, after, { squash, deployed: ['d'] }).problems).toEqual([
      { kind: 'squash', at: 'c', path: 'versions/c.py', replaces: ['a', 'b'], faults: [] },
    ]);
  });

  test.each([
    [
      'a database that has not come so far',
      after,
      squash,
      ['d', 'b'],
      [{ kind: 'not-past-cut', deployed: ['b'] }],
    ],
    ['no declared database', after, squash, [], [{ kind: 'deployed-undeclared' }]],
    ['a cut without its id', side('d'), squash, ['d'], [{ kind: 'cut-missing' }]],
    [
      'a cut with a parent',
      side('b <- c; c <- d'),
      [{ replaces: ['a', 'b'], at: 'c' }],
      ['d'],
      [
        { kind: 'cut-has-parents', parents: ['b'] },
        { kind: 'still-there', revisions: ['b'] },
      ],
    ],
    [
      'a revision left out',
      after,
      [{ replaces: ['b'], at: 'c' }],
      ['d'],
      [{ kind: 'left-out', revisions: ['a'] }],
    ],
    [
      'a revision that was never below',
      after,
      [{ replaces: ['a', 'b', 'x'], at: 'c' }],
      ['d'],
      [{ kind: 'not-below-cut', revisions: ['x'] }],
    ],
  ])('%s is a fault', (_, merged, declared, deployed, faults) => {
    const { problems } = compare(base, merged, { squash: declared, deployed });
    expect(problems.find(({ kind }) => kind === 'squash')).toMatchObject({ faults });
  });
});

describe('other trunks', () => {
  const main = { name: 'main', graph: side('a <- b; b <- c; c <- d').graph };
  const release = side('a <- b; b <- hotfix');

  test('a back-merge brings no new work: its revisions have landed', () => {
    const changes = compare(release, side('a <- b; b <- hotfix c; c <- d'), { trunks: [main] });
    expect(changes.landedElsewhere).toEqual([{ trunk: 'main', revisions: ['c', 'd'] }]);
    expect(changes.fresh).toEqual([]);
    expect(changes.problems).toMatchObject([
      {
        kind: 'multiple-heads',
        heads: [
          { id: 'hotfix', from: 'base' },
          { id: 'd', from: { trunk: 'main' } },
        ],
        lowest: null,
      },
    ]);
  });

  test('a cherry-pick without what it stands on is a backport, not a missing parent', () => {
    const changes = compare(release, side('a <- b; b <- hotfix; ?c <- d'), { trunks: [main] });
    expect(changes.graphProblems).toEqual([]);
    expect(changes.problems).toMatchObject([
      { kind: 'backport', revision: 'd', parent: 'c', trunk: 'main', missing: ['c'], heads: ['hotfix'] },
    ]);
  });

  test('a cherry-pick that got another parent has diverged from the trunk', () => {
    const changes = compare(release, side('a <- b; b <- hotfix; hotfix <- d'), { trunks: [main] });
    expect(changes.problems).toMatchObject([
      { kind: 'diverged', revision: 'd', trunk: 'main', here: ['hotfix'], there: ['c'] },
    ]);
  });
});
