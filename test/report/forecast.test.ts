/** Who is in whose way: two reports joined. The pictures are `base <- ours`, `base <- theirs`. */
import { describe, expect, test } from '@jest/globals';
import { forecast } from '../../src/report/forecast.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { EnvironmentReport, ReportedRevision } from '../../src/report/report.ts';
import { planSticky, stickyBody } from '../../src/publish/sticky.ts';
import { environment, forked, report, revision } from '../publish/reports.ts';

const added = (id: string, ...downRevisions: string[]): ReportedRevision => ({
  ...revision(id),
  downRevisions,
});

/** A pull request whose merge into a base with the head b1 has one head. */
const adds = (
  number: number,
  revisions: readonly ReportedRevision[],
  some: Partial<EnvironmentReport> = {},
) => {
  const head = revisions.at(-1)?.id ?? 'b1';
  const heads = { base: ['b1'], head: [head], merged: [head] };
  const changes = { added: revisions, changed: [], removed: [] };
  return { number, report: report([environment({ heads, revisions: changes, ...some })]) };
};

const OWN = adds(7, [added('p1', 'b1')]);
const at = { environment: 'migrations' };

describe('a pull request that grows from the same revision', () => {
  test('would have to be re-parented onto what lands first', () => {
    expect(forecast(OWN, [adds(12, [added('x1', 'b1'), added('x2', 'x1')])])).toEqual([
      { ...at, pullRequest: 12, kind: 're-parent', onto: ['x2'] },
    ]);
  });

  test('says so to both sides', () => {
    const other = adds(12, [added('x1', 'b1')]);
    expect(forecast(other, [OWN])).toEqual([{ ...at, pullRequest: 7, kind: 're-parent', onto: ['p1'] }]);
  });

  test('is in the way of nobody where as many heads are expected', () => {
    const two = { expectedHeads: 2 };
    expect(forecast(adds(7, [added('p1', 'b1')], two), [adds(12, [added('x1', 'b1')], two)])).toEqual([]);
  });
});

test.each<[string, ReturnType<typeof adds>]>([
  ['itself', OWN],
  ['one that stands on it and brings its revision along', adds(12, [added('p1', 'b1'), added('x1', 'p1')])],
  ['one that adds nothing', adds(12, [])],
  [
    'one whose own history is forked, which cannot land',
    adds(12, [added('x1', 'a')], { heads: { base: ['b1'], head: ['x1'], merged: ['b1', 'x1'] } }),
  ],
  [
    'one whose versions conflict with the base',
    adds(12, [added('x1', 'b1')], { heads: { base: ['b1'], head: ['x1'], merged: null } }),
  ],
  ['one of another environment', adds(12, [added('x1', 'b1')], { name: 'billing' })],
])('nothing is foretold of %s', (_what, other) => {
  expect(forecast(OWN, [other])).toEqual([]);
});

describe('one that joins the heads already', () => {
  const merge = (id: string, ...heads: string[]) => added(id, ...heads);
  const split = { number: 7, report: report([forked()]) };
  const fix = adds(14, [added('p1', 'a'), merge('m1', 'b1', 'p1')]);

  test('is named as the cure of a pull request that forks', () => {
    expect(forecast(split, [fix])).toEqual([
      { ...at, pullRequest: 14, kind: 'cures', revision: 'm1', into: 'base' },
    ]);
    const comment = renderMarkdown({ ...split.report, forecast: forecast(split, [fix]) });
    expect(comment).toContain(
      '#14 joins these heads already, by `m1`: land that one. Or comment `/merge-heads',
    );
    expect(comment).not.toContain('lands first');
  });

  test('may go into the branch itself, and is in nobody’s way there', () => {
    const mounted = { ...adds(14, [added('b1', 'a'), merge('m1', 'p1', 'b1')]), onTop: true };
    expect(forecast(split, [mounted])).toEqual([
      { ...at, pullRequest: 14, kind: 'cures', revision: 'm1', into: 'branch' },
    ]);
    const comment = renderMarkdown({ ...split.report, forecast: forecast(split, [mounted]) });
    expect(comment).toContain('by `m1`: merge it into this branch. Or comment');
    expect(forecast(OWN, [{ ...adds(14, [added('x1', 'b1')]), onTop: true }])).toEqual([]);
  });

  test('mends the base for whoever only stands on it', () => {
    const heads = { base: ['b1', 'b2'], head: ['b2', 'p1'], merged: ['b2', 'p1'] };
    const standing = {
      number: 7,
      report: report([{ ...forked(), outcome: 'base-broken' as const, heads }], { outcome: 'base-broken' }),
    };
    const found = forecast(standing, [adds(14, [merge('m1', 'b1', 'b2')])]);
    expect(found).toEqual([{ ...at, pullRequest: 14, kind: 'cures', revision: 'm1', into: 'base' }]);
    expect(renderMarkdown({ ...standing.report, forecast: found })).toContain(
      'none here: #14 mends `main` by `m1`, and when it has landed, this pull request is judged again by itself.',
    );
  });

  test.each<[string, readonly ReportedRevision[], Partial<EnvironmentReport>]>([
    ['joins only some of them', [merge('m1', 'b1', 'a')], {}],
    ['only stands on one of them', [added('x1', 'b1')], {}],
    [
      'has several heads of its own',
      [merge('m1', 'b1', 'p1')],
      { heads: { base: ['b1'], head: ['m1'], merged: ['m1', 'z1'] } },
    ],
    ['is of another environment', [merge('m1', 'b1', 'p1')], { name: 'billing' }],
  ])('is not one that %s', (_what, revisions, some) => {
    expect(forecast(split, [adds(14, revisions, some)])).toEqual([]);
  });

  test('is told to whoever opened the same one', () => {
    const mine = adds(7, [merge('m1', 'b1', 'b2')]);
    const theirs = adds(14, [merge('m2', 'b2', 'b1')]);
    expect(forecast(mine, [theirs])).toEqual([
      { ...at, pullRequest: 14, kind: 'same-merge', revision: 'm2' },
    ]);
    expect(renderMarkdown({ ...mine.report, forecast: forecast(mine, [theirs]) })).toContain(
      '- If #14 lands first, the merge revision of this one is one too many: `m2` joins the same heads.',
    );
    expect(forecast(mine, [adds(14, [merge('m1', 'b1', 'b2')])])).toEqual([]);
  });

  test('comes before those that are only in the way', () => {
    const two = forecast(split, [adds(3, [merge('m2', 'p1', 'b1')]), fix]);
    expect(two.map(({ kind }) => kind)).toEqual(['cures', 'cures']);
  });
});

test('two files of one name, and two revisions of one id, are told as what they are', () => {
  const sameId = { ...added('p1', 'b1'), path: 'migrations/versions/other.py' };
  const sameFile = { ...added('x1', 'b1'), path: revision('p1').path };
  expect(forecast(OWN, [adds(12, [sameId]), adds(13, [sameFile])])).toEqual([
    { ...at, pullRequest: 12, kind: 'collide', over: 'p1' },
    { ...at, pullRequest: 13, kind: 'collide', over: 'migrations/versions/p1.py' },
  ]);
});

test('three are told at most, the oldest first', () => {
  const others = [15, 12, 14, 11, 13].map((number) => adds(number, [added(`x${number}`, 'b1')]));
  expect(forecast(OWN, others).map(({ pullRequest }) => pullRequest)).toEqual([11, 12, 13]);
});

describe('in the comment', () => {
  const body = (numbers: readonly number[]): string => {
    const others = numbers.map((number) => adds(number, [added(`x${number}`, 'b1')]));
    return renderMarkdown({ ...OWN.report, forecast: forecast(OWN, others) });
  };

  test('it stands as one sentence for each', () => {
    expect(body([12])).toContain(
      '- If #12 lands first, this one must be re-parented onto `x12`, or joined with it by `/merge-heads`.',
    );
    expect(body([])).not.toContain('lands first');
  });

  test.each<[string, readonly number[], readonly number[]]>([
    ['one that was opened', [], [12]],
    ['one that was closed', [12, 13], [13]],
    ['the last that was closed', [12], []],
  ])('%s is alone no reason to write it again', (_what, before, after) => {
    const me = 'me[bot]';
    const author = { login: me, bot: true };
    const comment = { id: 1, nodeId: 'IC_1', url: '', author, body: stickyBody(body(before)) };
    expect(planSticky({ pullRequest: 7, body: body(after), gains: true }, [comment], me)).toEqual([]);
    const other = body(after).replace('line of history', 'line of another history');
    expect(planSticky({ pullRequest: 7, body: other, gains: true }, [comment], me)).toHaveLength(1);
  });
});
